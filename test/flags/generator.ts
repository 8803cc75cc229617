// Random rules over every operator. A rule is made for a type, so that most operations get operands they can use and
// deep rules do not all end with the same error; some operands are of another type, and some are written oddly.
import { NUMBERS, PATHS, SMALL, scalar, TEXTS, VERSIONS, WORDS } from './contexts.ts'
import type { Random } from './random.ts'
import type { Json } from './rules.ts'

export type Type = 'number' | 'text' | 'boolean' | 'list' | 'any'
/** What variables refer to: the context, an item of a loop, or `current` and `accumulator`. */
type Scope = 'context' | Item | 'reduce'
type Item = 'user' | 'number' | 'text' | 'list' | 'any'

/** Paths by scope and type. */
const PATHS_OF: Record<Scope, Record<Type, readonly Json[]>> = {
  context: {
    number: ['number', 'small', 'user.age', 'numbers.0', 'users.0.age', 'numbers.length'],
    text: ['text', 'word', 'user.name', 'words.1', 'targetingKey', 'a\\.b', 'word.0'],
    boolean: ['flag', 'user.admin'],
    list: ['list', 'numbers', 'words', 'users', 'matrix', 'mixed', 'user.tags', 'nope'],
    any: ['any', 'user', 'user.address', 'users.1.friends', 'nope.at.all', 'matrix.0.1', '', null],
  },
  user: {
    number: ['age', 'scores.0', 'scores.length', 'name.length'],
    text: ['name', 'address.city', 'tags.0'],
    boolean: ['admin'],
    list: ['tags', 'scores', 'friends'],
    any: ['', 'address', 'nope', 'nope.x', 'constructor.name'],
  },
  number: { number: [''], text: [''], boolean: [''], list: ['', 'x'], any: ['', 'x.y', 'length'] },
  text: {
    number: ['', 'length'],
    text: ['', '0', 0],
    boolean: [''],
    list: [''],
    any: ['', 'length', 1, 'x.y'],
  },
  list: {
    number: [0, '0', '1', 'length', 1],
    text: ['0', '1.0'],
    boolean: ['0'],
    list: ['', '', '0'],
    any: ['', 0, 1.5, '0.1', '00', '../x'],
  },
  any: {
    number: ['', 'age', '0', 'length'],
    text: ['', 'name', '1'],
    boolean: ['', 'admin'],
    list: ['', 'tags', '0'],
    any: ['', 'name.0', '.', 'x.', '../number', '../../number', 0],
  },
  reduce: {
    number: ['current', 'accumulator', 'accumulator', 'current.age', 'accumulator.length'],
    text: ['current', 'accumulator', 'current.name', 'accumulator.0'],
    boolean: ['current', 'accumulator', 'current.admin'],
    list: ['accumulator', 'accumulator', 'current', 'current.tags'],
    any: ['accumulator', 'current', '', 'nope', 'current.x.y', 'number'],
  },
}

/** A list of the context, and of a user, with what its items are. */
const LISTS: readonly (readonly [string, Item])[] = [
  ['users', 'user'],
  ['numbers', 'number'],
  ['words', 'text'],
  ['matrix', 'list'],
  ['list', 'any'],
  ['mixed', 'any'],
  ['nope', 'any'],
]
const LISTS_OF_USER: readonly (readonly [string, Item])[] = [
  ['friends', 'user'],
  ['scores', 'number'],
  ['tags', 'text'],
]

const COMPARISONS = ['==', '!=', '===', '!==', '<', '<=', '>', '>=']
const ARITHMETIC = ['+', '-', '*', '/', '%', 'min', 'max']
const RELATIONS = ['=', '!=', '<', '<=', '>', '>=', '^', '~']
const TYPES: readonly Type[] = ['number', 'text', 'boolean', 'list', 'any']

/** What rules are made of. */
export interface Taste {
  /** Operators inside each other. */
  readonly depth: number
  /** `sem_ver`, `starts_with`, `ends_with` and `fractional`, which JsonLogic does not have. */
  readonly flagd: boolean
  /** How many operands have another type than the operator wants. */
  readonly odd: number
}

function isRule(node: Json): boolean {
  return (
    typeof node === 'object' &&
    node !== null &&
    Object.keys(node).length === 1 &&
    !Array.isArray(node)
  )
}

export class RuleGenerator {
  readonly #random: Random
  readonly #taste: Taste
  /** Operators that may still be used: a rule of several hundred would say no more than one of fifty. */
  #budget = 0

  constructor(random: Random, taste: Taste) {
    this.#random = random
    this.#taste = taste
  }

  rule(type: Type = this.#random.pick(TYPES)): Json {
    this.#budget = 6 + this.#random.below(40)
    return this.#make(type, 'context', this.#taste.depth)
  }

  /** A rule that ends with a name in most cases: a chain of conditions, or something else. */
  targeting(names: readonly string[]): Json {
    const random = this.#random
    this.#budget = 6 + random.below(40)
    const result = () =>
      random.chance(0.7) ? random.pick(names) : this.#make('any', 'context', this.#taste.depth - 2)
    if (random.chance(0.25)) {
      const rule = this.#make('any', 'context', this.#taste.depth)
      return isRule(rule) ? rule : { if: [rule] }
    }
    const parts = random.several(1, 3, () => [
      this.#make('boolean', 'context', this.#taste.depth - 1),
      result(),
    ])
    return { if: random.chance(0.8) ? [...parts.flat(), result()] : parts.flat() }
  }

  #make(wanted: Type, scope: Scope, depth: number): Json {
    const random = this.#random
    const type = random.chance(this.#taste.odd) ? random.pick(TYPES) : wanted
    if (depth <= 0 || this.#budget <= 0 || random.chance(0.15)) return this.#leaf(type, scope)
    this.#budget--
    if (random.chance(0.12)) return this.#control(type, scope, depth - 1)
    switch (type) {
      case 'number':
        return this.#number(scope, depth - 1)
      case 'text':
        return this.#text(scope, depth - 1)
      case 'boolean':
        return this.#boolean(scope, depth - 1)
      case 'list':
        return this.#list(scope, depth - 1)
      default:
        return this.#any(scope, depth - 1)
    }
  }

  #leaf(type: Type, scope: Scope): Json {
    const random = this.#random
    if (random.chance(0.65)) return this.#variable(type, scope)
    switch (type) {
      case 'number':
        return random.pick(random.chance(0.6) ? SMALL : NUMBERS)
      case 'text':
        return random.pick(TEXTS)
      case 'boolean':
        return random.chance(0.5)
      case 'list':
        if (random.chance(0.3)) return random.several(0, 3, () => random.pick(SMALL))
        return random.several(0, 4, () => scalar(random))
      default:
        return random.chance(0.1) ? {} : scalar(random)
    }
  }

  #variable(type: Type, scope: Scope, depth = 0): Json {
    const random = this.#random
    const from = random.chance(0.9) ? type : random.pick(TYPES)
    if (this.#taste.flagd && scope === 'context' && random.chance(0.02))
      return { var: '$flagd.flagKey' }
    const path = random.pick(PATHS_OF[scope][from])
    if (random.chance(0.15)) {
      return { var: [path, depth > 0 ? this.#make(type, scope, depth) : scalar(random)] }
    }
    return { var: random.chance(0.2) ? [path] : path }
  }

  /** The operands of an operator that takes a list of them: sometimes one that is not in an array. */
  #operands(type: Type, scope: Scope, depth: number, most: number): Json {
    const random = this.#random
    if (random.chance(0.1)) {
      if (scope === 'context' && random.chance(0.3)) return { var: 'digits' }
      return this.#make(random.chance(0.6) ? 'list' : type, scope, depth)
    }
    return random.several(random.chance(0.04) ? 0 : 1, most, () => this.#make(type, scope, depth))
  }

  #control(type: Type, scope: Scope, depth: number): Json {
    const random = this.#random
    switch (random.below(7)) {
      case 0:
      case 1:
      case 2: {
        const parts = random.several(1, 2, () => [
          this.#make('boolean', scope, depth),
          this.#make(type, scope, depth),
        ])
        const end = random.chance(0.85) ? [this.#make(type, scope, depth)] : []
        return { [random.chance(0.85) ? 'if' : '?:']: [...parts.flat(), ...end] }
      }
      case 3:
        return {
          [random.pick(['and', 'or'])]: random.several(1, 3, () => this.#make(type, scope, depth)),
        }
      case 4:
        return this.#variable(type, scope, depth)
      case 5:
        return random.chance(0.15)
          ? { log: this.#make(type, scope, depth) }
          : { if: [this.#make(type, scope, depth)] }
      default:
        return this.#computed(type, scope, depth)
    }
  }

  /** A variable whose path is itself a rule. */
  #computed(type: Type, scope: Scope, depth: number): Json {
    const random = this.#random
    const path = random.pick(PATHS_OF[scope][type])
    const rules: Json[] = [
      { if: [this.#make('boolean', scope, depth), path, random.pick(PATHS)] },
      { cat: [String(path ?? ''), random.pick(['', '.0', '.length', '.name'])] },
      { var: scope === 'context' ? 'key' : path },
      this.#make('any', scope, depth),
    ]
    const rule = random.pick(rules)
    if (random.chance(0.4)) return { var: [rule, scalar(random)] }
    return { var: random.chance(0.3) ? [rule] : rule }
  }

  #number(scope: Scope, depth: number): Json {
    const random = this.#random
    if (random.chance(0.2)) return this.#reduce('number', scope, depth)
    const operator = random.pick(ARITHMETIC)
    const type = operator !== 'min' && operator !== 'max' && random.chance(0.15) ? 'text' : 'number'
    return { [operator]: this.#operands(type, scope, depth, 3) }
  }

  #text(scope: Scope, depth: number): Json {
    const random = this.#random
    switch (random.below(4)) {
      case 0: {
        const position = () =>
          random.chance(0.6) ? random.pick(SMALL) : this.#make('number', scope, depth)
        return { substr: [this.#make('text', scope, depth), ...random.several(1, 2, position)] }
      }
      case 1:
        return this.#reduce('text', scope, depth)
      default: {
        const type = random.chance(0.7) ? 'text' : 'any'
        return { cat: this.#operands(type, scope, depth, 3) }
      }
    }
  }

  #boolean(scope: Scope, depth: number): Json {
    const random = this.#random
    switch (random.below(this.#taste.flagd ? 9 : 7)) {
      case 0:
      case 1: {
        const type = random.pick(TYPES)
        const most = random.chance(0.1) ? 4 : random.chance(0.2) ? 3 : 2
        return {
          [random.pick(COMPARISONS)]: random.several(2, most, () => this.#make(type, scope, depth)),
        }
      }
      case 2: {
        const value = this.#make('any', scope, depth)
        return { [random.pick(['!', '!!'])]: random.chance(0.7) ? [value] : value }
      }
      case 3:
      case 4:
        return this.#in(scope, depth)
      case 5:
      case 6:
        return this.#loop(random.pick(['all', 'some', 'none']), 'boolean', scope, depth)
      case 7: {
        const operands = random.several(2, 2, () => this.#make('text', scope, depth))
        return {
          [random.pick(['starts_with', 'ends_with'])]: random.chance(0.95)
            ? operands
            : operands[0]!,
        }
      }
      default: {
        const version = () => (random.chance(0.5) ? { var: 'version' } : random.pick(VERSIONS))
        const left = random.chance(0.85) ? version() : this.#make('any', scope, depth)
        return { sem_ver: [left, random.pick(RELATIONS), version()] }
      }
    }
  }

  #in(scope: Scope, depth: number): Json {
    const random = this.#random
    const type = random.pick(TYPES)
    const item = this.#make(type, scope, depth)
    if (random.chance(0.1))
      return { in: [item, random.several(17, 20, () => random.pick([...TEXTS, ...WORDS]))] }
    if (random.chance(0.4)) return { in: [item, random.several(0, 5, () => scalar(random))] }
    return { in: [item, this.#make(random.chance(0.6) ? 'list' : 'text', scope, depth)] }
  }

  #list(scope: Scope, depth: number): Json {
    const random = this.#random
    switch (random.below(8)) {
      case 0:
        return random.several(0, 3, () => this.#make('any', scope, depth))
      case 1:
        return { merge: this.#operands(random.chance(0.7) ? 'list' : 'any', scope, depth, 3) }
      case 2:
      case 3:
        return this.#loop('map', 'any', scope, depth)
      case 4:
        return this.#loop('filter', 'boolean', scope, depth)
      case 5:
        return this.#reduce('list', scope, depth)
      case 6:
        return this.#missing(scope, depth)
      default: {
        const need = random.chance(0.8) ? random.below(4) : this.#make('number', scope, depth)
        const names = random.chance(0.7) ? this.#names(scope) : this.#make('list', scope, depth)
        return { missing_some: [need, names] }
      }
    }
  }

  #names(scope: Scope): Json[] {
    const random = this.#random
    const paths = PATHS_OF[scope]
    return random.several(0, 3, () => {
      const path = random.pick(paths[random.pick(TYPES)])
      return random.chance(0.9) ? path : random.pick(PATHS)
    })
  }

  #missing(scope: Scope, depth: number): Json {
    const random = this.#random
    const names = this.#names(scope)
    switch (random.below(6)) {
      case 0:
        return { missing: random.pick(PATHS_OF[scope][random.pick(TYPES)]) }
      case 1: {
        const more = { if: [this.#make('boolean', scope, depth), this.#names(scope), []] }
        const merged = { merge: [names, more] }
        return { missing: random.chance(0.6) ? merged : [merged] }
      }
      case 2:
        return { missing: this.#operands('any', scope, depth, 3) }
      default:
        return { missing: names }
    }
  }

  /** A list to loop over, and what its items are. */
  #items(scope: Scope, depth: number): [Json, Item] {
    const random = this.#random
    if (random.chance(0.25)) {
      const item: Item = random.pick(['number', 'text', 'any'])
      const type = item === 'number' || item === 'text' ? item : 'any'
      if (random.chance(0.4)) return [random.several(0, 4, () => this.#make(type, scope, 0)), item]
      return [this.#make('list', scope, depth), 'any']
    }
    if (scope === 'context') {
      const [path, item] = random.pick(LISTS)
      return [{ var: path }, item]
    }
    if (scope === 'user') {
      const [path, item] = random.pick(LISTS_OF_USER)
      return [{ var: path }, item]
    }
    if (scope === 'list') return [{ var: '' }, 'number']
    return [this.#make('list', scope, depth), 'any']
  }

  #loop(operator: string, type: Type, scope: Scope, depth: number): Json {
    const [items, item] = this.#items(scope, depth)
    if (operator === 'filter' && this.#random.chance(0.05))
      return { filter: [items, this.#random.chance(0.5)] }
    return { [operator]: [items, this.#make(type, item, depth)] }
  }

  #reduce(type: Type, scope: Scope, depth: number): Json {
    const random = this.#random
    const [items] = this.#items(scope, depth)
    const [current, accumulator] = [{ var: 'current' }, { var: 'accumulator' }]
    const operator =
      type === 'number' ? random.pick(['+', '*', 'max']) : type === 'text' ? 'cat' : 'merge'
    let body: Json = {
      [operator]: random.chance(0.7) ? [accumulator, current] : [current, accumulator],
    }
    if (random.chance(0.5)) body = this.#make(type, 'reduce', depth)
    // A body that is null, json-logic-engine cannot even look at.
    if (body === null) body = accumulator
    if (random.chance(0.15)) return { reduce: [items, body] }
    return { reduce: [items, body, this.#make(type, scope, depth > 1 ? 1 : 0)] }
  }

  #any(scope: Scope, depth: number): Json {
    const random = this.#random
    if (!this.#taste.flagd || random.chance(0.7)) {
      return this.#make(random.pick(['number', 'text', 'boolean', 'list']), scope, depth)
    }
    const bucket = () => {
      const variant = random.chance(0.7) ? random.pick(WORDS) : this.#make('any', scope, depth)
      const weight = random.chance(0.7)
        ? random.pick([0, 1, 10, 50])
        : this.#make('number', scope, depth)
      return random.chance(0.8) ? [variant, weight] : [variant]
    }
    const unit = random.chance(0.5) ? [this.#make('text', scope, depth)] : []
    return { fractional: [...unit, ...random.several(1, 3, bucket)] }
  }
}
