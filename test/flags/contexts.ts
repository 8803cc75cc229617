// Random contexts for the rules of generator.ts: numbers of every kind, texts that read as numbers and texts beyond
// ASCII, lists, and objects inside each other. Most attributes have the type that their name promises.
import type { Random } from './random.ts'
import type { Json } from './rules.ts'

export type Context = { [name: string]: Json }

export const NUMBERS = [0, 1, 2, 3, -1, 0.1, 0.2, 1.5, -2.5, 10, 16, 100].concat(
  [1e6, 1e21, 1e-7, 2 ** 53, 2 ** 53 + 2, 123456789.123, 0.1 + 0.2],
  [Number.MAX_VALUE, Number.MIN_VALUE, -0],
)
/** Without what is hard to reach by steps of one. */
export const SMALL = [0, 1, 2, 3, -1, -2, 5]

export const TEXTS = ['a', 'ab', 'abc', 'b', 'on', 'off', 'red', ''].concat(
  ['1', '0', '-1', ' 2 ', '1.5', '0x10', '1e3', '12px', 'Infinity', '-0', '9007199254740993'],
  ['ä', 'straße', '日本語', '😀', 'a😀b', '\uffee', 'null', 'true', 'a,b'],
)
/** ASCII, so that a path to one of their characters finds a whole one. */
export const WORDS = ['alpha', 'beta', 'on', 'a', '', 'one two', '1']
export const PATHS = [
  'number',
  'nothing',
  'text',
  'user.name',
  'users.0.age',
  'words.1',
  'list.0',
].concat(['list.length', 'word.0', 'nope', '', 'user', 'a\\.b', 'user.address.city'])
export const VERSIONS = [
  '1.0.0',
  '1.2.3',
  'v1.2.3',
  '1.2',
  '1',
  '2.0.0-alpha.1',
  '2.0.0-rc.10',
].concat([
  '2.0.0+build',
  'x',
  '01.2.3',
  '1.2.3.4',
  'V0.0.1',
  '0.30000000000000004',
  '9007199254740992',
])

/** A value of JSON that is no array and no object. */
export function scalar(random: Random): Json {
  switch (random.below(4)) {
    case 0:
      return random.pick(NUMBERS)
    case 1:
      return random.chance(0.5)
    case 2:
      return random.chance(0.4) ? null : random.pick(SMALL)
    default:
      return random.pick(TEXTS)
  }
}

function someone(random: Random, depth: number): Context {
  const found: Context = {}
  const maybe = (name: string, make: () => Json) => {
    if (random.chance(0.85)) found[name] = random.chance(0.9) ? make() : scalar(random)
  }
  maybe('name', () => random.pick(TEXTS))
  maybe('age', () => random.pick(random.chance(0.7) ? SMALL : NUMBERS))
  maybe('admin', () => random.chance(0.5))
  maybe('tags', () => random.several(0, 3, () => random.pick(WORDS)))
  maybe('scores', () => random.several(0, 3, () => random.pick(SMALL)))
  maybe('address', () => (random.chance(0.9) ? { city: random.pick(WORDS) } : {}))
  if (depth > 0) maybe('friends', () => random.several(0, 2, () => someone(random, depth - 1)))
  return found
}

/** Anything that an attribute may be. */
function anything(random: Random): Json {
  switch (random.below(6)) {
    case 0:
      return random.several(0, 3, () => scalar(random))
    case 1:
      return random.chance(0.5) ? {} : someone(random, 0)
    case 2:
      return random.several(1, 2, () => random.several(0, 2, () => scalar(random)))
    default:
      return scalar(random)
  }
}

const ATTRIBUTES: Record<string, (random: Random) => Json> = {
  targetingKey: random => random.pick(['u-1', 'u-2', 'anna', '', 'ä', '4711']),
  number: random => random.pick(NUMBERS),
  small: random => random.pick(SMALL),
  text: random => random.pick(TEXTS),
  word: random => random.pick(WORDS),
  key: random => random.pick(PATHS),
  flag: random => random.chance(0.5),
  version: random => random.pick(VERSIONS),
  'a.b': random => random.pick(TEXTS),
  numbers: random => random.several(0, 4, () => random.pick(random.chance(0.7) ? SMALL : NUMBERS)),
  words: random => random.several(0, 4, () => random.pick(random.chance(0.7) ? WORDS : TEXTS)),
  digits: random => random.several(0, 3, () => random.pick(['1', '0', '-2', 1, -3, 0])),
  nothing: () => null,
  list: random => random.several(0, 4, () => scalar(random)),
  mixed: random => random.several(0, 4, () => anything(random)),
  matrix: random => random.several(0, 3, () => random.several(0, 3, () => random.pick(SMALL))),
  users: random => random.several(0, 4, () => someone(random, 1)),
  user: random => someone(random, 1),
  any: anything,
}

/** A context in which some attributes are missing, and some are of another type. */
export function contextOf(random: Random): Context {
  const context: Context = {}
  for (const [name, make] of Object.entries(ATTRIBUTES)) {
    if (random.chance(0.12)) continue
    context[name] = random.chance(0.06) && name !== 'word' ? anything(random) : make(random)
  }
  return context
}
