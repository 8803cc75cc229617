// What a rule evaluates to, computed in plain JavaScript as docs/flags.md has it, and in which known ways others differ
// from it on the way (differences.ts). As long as they have not differed, they have the same operands: so what is noted
// where a rule first goes another way is why its result is another.
import type { Json } from '../rules.ts'
import type { DifferenceName, Peer } from './differences.ts'
import { DIFFERENCES } from './differences.ts'
import { fractional, semVer, startsOrEnds } from './flagd.ts'
import { loop, reduce } from './loops.ts'
import { arithmetic, cat, compare, contains, merge, substr } from './operations.ts'
import type { Outcome } from './quirks.ts'
import { outcomeOf } from './quirks.ts'
import type { JsonObject } from './semantics.ts'
import * as semantics from './semantics.ts'
import { fail, isEmptyObject } from './semantics.ts'
import {
  attributesOf,
  constantsOf,
  failsWhenCompiled,
  isConstant,
  isLiteral,
  isMalformed,
  isShortIf,
  listOf,
  operatorOf,
} from './shape.ts'
import { missing, missingSome, variable } from './variables.ts'

/** Where a part of a rule stands: what its variables refer to, and whether that is the context. */
export interface Place {
  readonly data: Json
  readonly isTop: boolean
}

/** What a part of a rule is computed with. */
export type Operator = (model: Model, argument: Json, place: Place, operator: string) => Json

/** Compiled by json-logic-engine to code without parentheses around it. */
const LOOSE_CODE = new Set(['and', 'or', 'all', 'missing', 'missing_some', '/'])

const OPERATORS = new Map<string, Operator>([
  ['var', variable],
  ['missing', missing],
  ['missing_some', missingSome],
  ['if', choose],
  ['?:', choose],
  ['and', connect],
  ['or', connect],
  ['!', negate],
  ['!!', negate],
  [
    'log',
    (model, argument, place) => {
      const [operand] = listOf(argument)
      if (operand === undefined) model.note('logOfNothing')
      return model.value(operand ?? null, place)
    },
  ],
  ['in', contains],
  ['cat', cat],
  ['substr', substr],
  ['merge', merge],
  ['reduce', reduce],
  ['fractional', fractional],
  ['sem_ver', semVer],
  ['starts_with', startsOrEnds],
  ['ends_with', startsOrEnds],
])
for (const name of ['==', '!=', '===', '!==', '<', '<=', '>', '>=']) OPERATORS.set(name, compare)
for (const name of ['+', '-', '*', '/', '%', 'min', 'max']) OPERATORS.set(name, arithmetic)
for (const name of ['map', 'filter', 'all', 'some', 'none']) OPERATORS.set(name, loop)

export class Model {
  readonly flagKey: string
  /** The engine refuses the rule. */
  readonly isMalformed: boolean
  readonly #rule: Json
  /** The parts that flagd computes when it loads the rule. */
  readonly #constants: ReadonlySet<object>
  /** What is read of the context before anything is computed. */
  readonly #attributes: readonly (readonly string[])[]
  /** What holds for all contexts. */
  readonly #always = new Set<DifferenceName>()
  /** Above 0 in a part of the rule that is interpreted even when the rule is compiled. */
  #interpreted = 0
  #noted = new Set<DifferenceName>()
  /** Those of the interpreter that hold for the compiler too. */
  #notedForBoth = new Set<DifferenceName>()

  constructor(rule: Json, flagKey = 'a-flag') {
    this.flagKey = flagKey
    this.#rule = rule
    this.isMalformed = isMalformed(rule)
    this.#constants = constantsOf(rule)
    this.#attributes = attributesOf(rule)
    if (!this.isMalformed) this.#noteLoading(rule)
  }

  /** @throws Failed where the evaluation ends with an error */
  run(data: JsonObject): Json {
    this.#noted.clear()
    this.#notedForBoth.clear()
    this.#interpreted = 0
    for (const names of this.#attributes) {
      const found = semantics.follow(data, names, semantics.anyProperty)
      if (typeof found !== 'string' || found.isWellFormed()) continue
      this.note('halfCharacter')
      fail('context')
    }
    return this.value(this.#rule, { data, isTop: true })
  }

  /** Whether the last run compared lists or objects of which only the engine knows where they come from. */
  get sawIdentity(): boolean {
    return this.#noted.has('identity')
  }

  /** Why the peer may have come to another result in the last run. */
  reasons(peer: Peer): DifferenceName[] {
    const found = [...this.#always, ...this.#noted].filter(name => {
      return DIFFERENCES[name].peers.includes(peer)
    })
    return peer === 'compiled' ? [...new Set([...found, ...this.#notedForBoth])] : found
  }

  note(name: DifferenceName | undefined): void {
    if (name === undefined) return
    this.#noted.add(name)
    const isInterpreted = this.#interpreted > 0 && DIFFERENCES[name].peers.includes('interpreted')
    if (isInterpreted) this.#notedForBoth.add(name)
  }

  /** Notes code without parentheses that stands inside other code. */
  noteLooseCode(...nodes: readonly Json[]): void {
    if (nodes.some(node => this.#isLooseCode(node))) this.note('noParentheses')
  }

  /** Notes that others compute operands which nobody needs, if they can fail there. */
  noteUnneeded(nodes: readonly Json[], place: Place): void {
    if (nodes.every(isLiteral)) return
    const [noted, both, interpreted] = [this.#noted, this.#notedForBoth, this.#interpreted]
    this.#noted = new Set()
    this.#notedForBoth = new Set()
    const fails = outcomeOf(() => this.value([...nodes], place)) === undefined
    // Where they differ they may fail too.
    const differs = this.#noted.size > 0
    this.#noted = noted
    this.#notedForBoth = both
    this.#interpreted = interpreted
    if (fails || differs) this.note('notNeeded')
  }

  /** The value of a part of the rule. */
  value(node: Json, place: Place): Json {
    if (isLiteral(node)) return node
    if (Array.isArray(node)) return node.map(part => this.value(part, place))
    const operator = operatorOf(node)
    if (operator === undefined) return node
    const apply = OPERATORS.get(operator)!
    // What reads no attribute, and a short `if`, is interpreted also by those who compile the rest.
    if (!this.#constants.has(node) && !isShortIf(node)) {
      return apply(this, node[operator]!, place, operator)
    }
    this.#interpreted++
    const value = apply(this, node[operator]!, place, operator)
    this.#interpreted--
    return value
  }

  isTruthy(value: Json): boolean {
    if (isEmptyObject(value)) this.note('emptyObject')
    return semantics.isTruthy(value)
  }

  #isLooseCode(node: Json): boolean {
    return LOOSE_CODE.has(operatorOf(node) ?? '') && !this.#constants.has(node as object)
  }

  /** What a constant part of the rule gives. */
  #computed(node: Json): Outcome {
    return outcomeOf(() => this.value(node, { data: null, isTop: true }))
  }

  /** Notes what goes wrong elsewhere when the rule is loaded. */
  #noteLoading(node: Json): void {
    if (isLiteral(node)) return
    if (operatorOf(node) === 'log') this.#always.add('logUnknown')
    if (failsWhenCompiled(node)) this.#always.add('operandFails')
    if (operatorOf(node) === 'var') {
      const [path = '', fallback = null] = listOf((node as JsonObject).var!)
      if (this.#isLooseCode(fallback)) this.#always.add('noParentheses')
      if (isConstant(path) && this.#computed(path)?.value === true) this.#always.add('pathNoText')
    }
    if (this.#constants.has(node)) {
      this.#noted.clear()
      const outcome = this.#computed(node)
      const differs = [...this.#noted].some(name => DIFFERENCES[name].peers.includes('interpreted'))
      if (outcome === undefined || differs) this.#always.add('constantFails')
    }
    for (const part of Object.values(node)) this.#noteLoading(part)
  }
}

function choose(model: Model, argument: Json, place: Place): Json {
  const branches = listOf(argument)
  let index = 0
  for (; index + 1 < branches.length; index += 2) {
    if (model.isTruthy(model.value(branches[index]!, place))) {
      return model.value(branches[index + 1]!, place)
    }
  }
  return index < branches.length ? model.value(branches[index]!, place) : null
}

function connect(model: Model, argument: Json, place: Place, operator: string): Json {
  const parts = listOf(argument)
  let value: Json = null
  for (const [index, part] of parts.entries()) {
    value = model.value(part, place)
    const isLast = index === parts.length - 1
    if (!isLast && model.isTruthy(value) === (operator === 'or')) return value
  }
  return value
}

function negate(model: Model, argument: Json, place: Place, operator: string): Json {
  const [node = null, ...rest] = listOf(argument)
  const value = model.value(node, place)
  model.noteUnneeded(rest, place)
  if (Array.isArray(value)) model.note('negatedList')
  return model.isTruthy(value) === (operator === '!!')
}
