// Takes rules apart, shared evaluators written out. An evaluator is taken apart once for the whole config; what it
// stands for, which a chain of references can double with each step, is shared, and counted before it is walked.
import type { JsonObject, JsonValue, Path } from '../config/types.ts'
import type { DataNode, Node } from './node.ts'
import { isScalar } from './node.ts'
import type { Scalar } from './scalar.ts'

/** Values that the references of one rule stand for, a list of constants counted as one; with more it is not analysed. */
const REFERENCED_MAX = 100_000
/** Levels of such a rule. */
const LEVELS_MAX = 512
/** Evaluators inside each other. */
const EVALUATORS_MAX = 64

const EMPTY: DataNode = { kind: 'data', isEmpty: true }
const DATA: DataNode = { kind: 'data', isEmpty: false }

interface Evaluator {
  readonly node: Node
  readonly tally: Tally
}

/** What is counted while a rule or an evaluator is read. */
interface Tally {
  /** Those that references stand for included. */
  values: number
  referenced: number
  levels: number
  /** Whether a reference leads nowhere, or back to where it stands. */
  isFaulty: boolean
  /** How many evaluators are being read around it. */
  readonly depth: number
}

export class RuleReader {
  readonly #definitions: Readonly<Record<string, JsonValue>>
  /** Undefined for one that is faulty, or is being read: then it refers to itself. */
  readonly #evaluators = new Map<string, Evaluator | undefined>()

  constructor(evaluators: Readonly<Record<string, JsonValue>>) {
    this.#definitions = evaluators
  }

  /** The rule; undefined if it is too large, or refers to what is not there. */
  read(targeting: JsonValue): Node | undefined {
    const { node, tally } = this.#readWhole(targeting, 0)
    const isTooLarge = tally.referenced > REFERENCED_MAX || tally.levels > LEVELS_MAX
    return tally.isFaulty || isTooLarge ? undefined : node
  }

  #readWhole(json: JsonValue, depth: number): Evaluator {
    const tally: Tally = { values: 0, referenced: 0, levels: 0, isFaulty: false, depth }
    return { node: this.#read(json, 1, tally), tally }
  }

  #read(json: JsonValue, level: number, tally: Tally): Node {
    if (isScalar(json)) return json
    if (level > tally.levels) tally.levels = level
    if (Array.isArray(json)) return { kind: 'list', items: this.#readEach(json, level, tally) }
    tally.values++
    const operator = operatorOf(json)
    if (operator === undefined) return Object.keys(json).length === 0 ? EMPTY : DATA
    const argument = json[operator]!
    if (operator === '$ref') return this.#readReference(argument, level, tally)
    const isBare = !Array.isArray(argument)
    const operands = isBare
      ? [this.#read(argument, level + 1, tally)]
      : this.#readEach(argument, level + 1, tally)
    return { kind: 'rule', operator, operands, isBare }
  }

  #readEach(nodes: readonly JsonValue[], level: number, tally: Tally): readonly Node[] {
    tally.values++
    // A list of constants stays as it is.
    let items: Node[] | undefined
    for (let index = 0; index < nodes.length; index++) {
      const node = nodes[index]!
      if (isScalar(node)) items?.push(node)
      else {
        items ??= nodes.slice(0, index) as Scalar[]
        items.push(this.#read(node, level + 1, tally))
      }
    }
    if (items === undefined) return nodes as readonly Scalar[]
    tally.values += items.length
    return items
  }

  #readReference(name: JsonValue, level: number, tally: Tally): Node {
    const evaluator = typeof name === 'string' ? this.#evaluator(name, tally.depth + 1) : undefined
    if (evaluator === undefined || evaluator.tally.isFaulty) {
      tally.isFaulty = true
      return null
    }
    tally.values += evaluator.tally.values
    tally.referenced += evaluator.tally.values
    tally.levels = Math.max(tally.levels, level + evaluator.tally.levels)
    return evaluator.node
  }

  #evaluator(name: string, depth: number): Evaluator | undefined {
    if (this.#evaluators.has(name)) return this.#evaluators.get(name)
    this.#evaluators.set(name, undefined)
    const definition = name in this.#definitions ? this.#definitions[name] : undefined
    if (definition === undefined || depth > EVALUATORS_MAX) return undefined
    const evaluator = this.#readWhole(definition, depth)
    this.#evaluators.set(name, evaluator)
    return evaluator
  }
}

/** The one operator of a rule; undefined for what is no rule. */
function operatorOf(json: JsonObject): string | undefined {
  let operator: string | undefined
  // Objects of a config have no prototype: this is their fastest way, half the time of Object.keys.
  for (const key in json) {
    if (operator !== undefined) return undefined
    operator = key
  }
  return operator
}

function isReference(json: JsonValue): boolean {
  return !isScalar(json) && !Array.isArray(json) && operatorOf(json) === '$ref'
}

/** The path down to the first reference on the way: what lies behind it is not in the flag. */
export function pathInFlag(path: Path, targeting: JsonValue, start: number): Path {
  let json: JsonValue | undefined = targeting
  for (let depth = start; depth < path.length && json !== undefined; depth++) {
    if (isReference(json)) return path.slice(0, depth)
    json = isScalar(json) ? undefined : (json as JsonObject)[path[depth]!]
  }
  return path
}
