// Writes shared evaluators out: each `{"$ref": name}` becomes the evaluator of that name, as flagd does before it
// evaluates. The result shares its parts with the definitions, so even a doubling chain of references costs no memory
// here; the program it compiles to is bounded.
import type { JsonValue, Path } from '../config/types.ts'
import { isObject } from '../config/types.ts'
import { RuleError } from './rule-error.ts'

type Evaluators = Readonly<Record<string, JsonValue>>

/** Most rules refer to nothing, and need not be copied. */
function hasReference(node: JsonValue): boolean {
  if (typeof node !== 'object' || node === null) return false
  if (Array.isArray(node)) return node.some(hasReference)
  for (const key in node) if (key === '$ref' || hasReference(node[key]!)) return true
  return false
}

class Expander {
  readonly #evaluators: Evaluators
  readonly #done = new Map<string, JsonValue>()
  readonly #open: string[] = []

  constructor(evaluators: Evaluators) {
    this.#evaluators = evaluators
  }

  expand(node: JsonValue, path: Path): JsonValue {
    if (!hasReference(node)) return node
    if (Array.isArray(node)) return node.map((item, index) => this.expand(item, [...path, index]))
    if (!isObject(node)) return node
    const keys = Object.keys(node)
    if (keys.length === 1 && keys[0] === '$ref') return this.#reference(node.$ref!, path)
    const copy: Record<string, JsonValue> = Object.create(null)
    for (const key of keys) copy[key] = this.expand(node[key]!, [...path, key])
    return copy
  }

  #reference(name: JsonValue, path: Path): JsonValue {
    if (typeof name !== 'string' || !Object.hasOwn(this.#evaluators, name)) {
      const names = Object.keys(this.#evaluators)
      const expected = names.length > 0 ? `one of ${names.join(', ')}` : 'a section $evaluators'
      const message = `there is no evaluator '${String(name)}'`
      throw new RuleError('EVALUATOR_UNKNOWN', message, [...path, '$ref'], expected, String(name))
    }
    if (this.#open.includes(name)) {
      const cycle = [...this.#open.slice(this.#open.indexOf(name)), name].join(' → ')
      throw new RuleError(
        'EVALUATOR_CYCLE',
        'an evaluator refers to itself',
        [...path, '$ref'],
        undefined,
        cycle,
      )
    }
    let expanded = this.#done.get(name)
    if (expanded === undefined) {
      this.#open.push(name)
      expanded = this.expand(this.#evaluators[name]!, ['$evaluators', name])
      this.#open.pop()
      this.#done.set(name, expanded)
    }
    return expanded
  }
}

/**
 * The rule without references.
 * @throws RuleError EVALUATOR_UNKNOWN or EVALUATOR_CYCLE.
 */
export function expandReferences(node: JsonValue, evaluators: Evaluators, path: Path): JsonValue {
  return new Expander(evaluators).expand(node, path)
}

/** Problems of the evaluators themselves, whether a flag uses them or not. */
export function checkReferences(evaluators: Evaluators): RuleError[] {
  const errors: RuleError[] = []
  for (const [name, node] of Object.entries(evaluators)) {
    try {
      expandReferences(node, evaluators, ['$evaluators', name])
    } catch (error) {
      if (!(error instanceof RuleError)) throw error
      errors.push(error)
    }
  }
  return errors
}
