// Keys of several parts: two different lists must never share a bucket.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeKey } from '../../src/limits/compose-key.ts'

type Part = string | number | boolean

const invalid = expect.objectContaining({ name: 'SluiceError', code: 'KEY_INVALID' })
const mark = '\u001f'

/** The parts of a key as texts: that there is such a function proves that no two lists share a key. */
function partsOf(key: string): string[] {
  if (!key.startsWith(mark)) return [key]
  const parts: string[] = []
  let at = 1
  while (at < key.length) {
    const colon = key.indexOf(':', at)
    const end = colon + 1 + Number(key.slice(at, colon))
    parts.push(key.slice(colon + 1, end))
    at = end
  }
  return parts
}

describe('a key', () => {
  it.each<[string, Part[], string]>([
    ['one part is itself', ['acme'], 'acme'],
    ['a number is its text', [7], '7'],
    ['a boolean is its text', [false], 'false'],
    ['several parts have their lengths', ['acme', 'login'], `${mark}4:acme5:login`],
    ['parts may be empty', ['', '', ''], `${mark}0:0:0:`],
    ['parts of all types', ['a', 1.5, true, -0], `${mark}1:a3:1.54:true1:0`],
    ['lengths count UTF-16 units', ['é', '😀'], `${mark}1:é2:😀`],
    ['one part that looks composed is composed', [`${mark}1:a`], `${mark}4:${mark}1:a`],
    ['one part that is the mark', [mark], `${mark}1:${mark}`],
    ['the mark inside is nothing special', [`a${mark}`], `a${mark}`],
  ])('%s', (_, parts, key) => {
    expect(composeKey(...parts)).toBe(key)
  })

  it.each<[string, Part[], string, Part[]]>([
    ['a separator', ['a', 'b|c'], 'moved', ['a|b', 'c']],
    ['a letter', ['ab', 'c'], 'moved', ['a', 'bc']],
    ['an empty part', ['a', ''], 'left out', ['a']],
    ['an empty part', ['a', ''], 'moved', ['', 'a']],
    ['two digits', ['1', '2'], 'in one part', ['12', '']],
    ['a composed key', ['a', 'b'], 'given as a part', [`${mark}1:a1:b`]],
    ['a composed key', ['a', 'b'], 'without its mark', ['1:a1:b']],
    ['the last parts', ['a', 'b', 'c'], 'composed by hand', ['a', '1:b1:c']],
  ])('differs between %s %j and %s %j', (_, some, __, others) => {
    expect(composeKey(...some)).not.toBe(composeKey(...others))
  })

  it('does not tell a number or a boolean from its text', () => {
    expect(composeKey('a', 1)).toBe(composeKey('a', '1'))
    expect(composeKey('a', true)).toBe(composeKey('a', 'true'))
    expect(composeKey('a', 0)).toBe(composeKey('a', -0))
    expect(composeKey('a', 1e21)).toBe(composeKey('a', '1e+21'))
  })
})

describe('what is no key', () => {
  it('has no parts, or a single empty one', () => {
    expect(() => composeKey()).toThrow(invalid)
    expect(() => composeKey('')).toThrow(invalid)
  })

  it.each([
    ['NaN', Number.NaN],
    ['Infinity', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['undefined', undefined],
    ['null', null],
    ['bigint', 1n],
    ['symbol', Symbol('a')],
    ['object', { toString: () => 'a' }],
    ['object', ['a']],
    ['object', new String('a')],
    ['function', () => 'a'],
  ])('has a part that is %s', (found, part) => {
    expect(() => composeKey(part as never)).toThrow(invalid)
    const message = `part 2 of a key must be a string, a finite number or a boolean, not ${found}`
    expect(() => composeKey('a', part as never)).toThrow(message)
  })
})

describe('every list of parts', () => {
  // Texts that imitate the encoding, so that a collision has a chance.
  const imitation = fc
    .array(fc.constantFrom(mark, ':', '0', '1', '2', '10', 'a', '\ud83d', '\ude00'), {
      maxLength: 5,
    })
    .map(pieces => pieces.join(''))
  const part = fc.oneof(
    imitation,
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  )
  const lists = fc
    .array(part, { minLength: 1, maxLength: 4 })
    .filter(parts => parts.length > 1 || parts[0] !== '')

  it('can be read from its key, as texts', () => {
    const property = fc.property(lists, parts => {
      expect(partsOf(composeKey(...parts))).toEqual(parts.map(String))
    })
    fc.assert(property, { seed: 1, numRuns: 10_000 })
  })

  it('shares its key with no other', () => {
    const short = fc
      .array(imitation, { minLength: 1, maxLength: 3 })
      .filter(parts => parts.length > 1 || parts[0] !== '')
    // Cut in two elsewhere, or taken for the key of another list: what an attacker tries.
    const pairs = short.chain(parts => {
      const text = parts.join('')
      const cut = fc.nat(text.length).map(at => [text.slice(0, at), text.slice(at)])
      return fc.tuple(fc.constant(parts), fc.oneof(short, cut, fc.constant([composeKey(...parts)])))
    })
    const property = fc.property(pairs, ([some, others]) => {
      const same = some.length === others.length && some.every((text, at) => text === others[at])
      expect(composeKey(...some) === composeKey(...others)).toBe(same)
    })
    fc.assert(property, { seed: 2, numRuns: 10_000 })
  })
})
