// The conditions of a targeting, with what each met and gave. The whole tree is gone through, visited or not, so that
// every explanation of a flag has the same clauses in the same order.
import {
  ITERATE_ALL,
  ITERATE_FILTER,
  ITERATE_NONE,
  ITERATE_REDUCE_FIRST,
  ITERATE_SOME,
} from '../../assembly/shared/opcodes.ts'
import type { JsonValue } from '../config/types.ts'
import type { EncodedContext } from './attributes.ts'
import type { Expression } from './expression.ts'
import { isLiteral } from './expression.ts'
import type { Part } from './parts.ts'
import { pathText } from './parts.ts'
import type { Expressions } from './reading.ts'
import type { Trace, Visit } from './trace.ts'
import type { ClauseOutcome, ExplainedClause, ExplainedLoop, ExplainedOperand } from './types.ts'
import { isTruthy, plain } from './words.ts'

/** Why a part is computed: for its truth, for its value, or as the end of the evaluation. */
type Role = 'condition' | 'value' | 'tail'

/** Where in the rule a part stands. */
interface Place {
  readonly role: Role
  readonly level: number
  /** Index of the loop's item that it is looked at for. */
  readonly item?: number
}

/** Operators that ask something, wherever they stand. */
const TESTS = new Set('== != === !== < <= > >= in starts_with ends_with sem_ver'.split(' '))
/** Those whose operands are asked for their truth. */
const CONNECTIVES = new Set(['and', 'or', '!', '!!'])
/** Those with one operand. */
const UNARY = new Set(['!', '!!', 'log'])
/** Loops that ask their body for its truth. */
const ASKING = new Set(['all', 'some', 'none', 'filter'])
const LOOPS = new Set([...ASKING, 'map', 'reduce'])
/** What gives an answer, whether somebody asks for it or not. */
const ASKED = new Set([...TESTS, ...CONNECTIVES, 'all', 'some', 'none'])

/** Of a loop that a single item can decide, what it gives then. */
const DECIDED = new Map<number, boolean>([
  [ITERATE_ALL, false],
  [ITERATE_SOME, true],
  [ITERATE_NONE, false],
])

export class ClauseReader {
  readonly #trace: Trace
  readonly #expressions: Expressions
  readonly #context: EncodedContext
  readonly #clauses: ExplainedClause[] = []

  constructor(trace: Trace, expressions: Expressions, context: EncodedContext) {
    this.#trace = trace
    this.#expressions = expressions
    this.#context = context
  }

  read(): ExplainedClause[] {
    const whole = { from: 0, to: this.#trace.length }
    this.#walk(this.#trace.program.root, whole, { role: 'tail', level: 0 })
    return this.#clauses
  }

  #walk(part: Part, visit: Visit | undefined, place: Place): void {
    const operator = part.operator ?? ''
    if (LOOPS.has(operator)) return this.#walkLoop(part, visit, place)
    if (operator === 'if' || operator === '?:') return this.#walkIf(part, visit, place)
    const name = this.#expressions.of(part).operator
    const isAsked = place.role === 'condition'
    const isClause = !this.#trace.program.isGroup(part) && (isAsked || ASKED.has(name))
    if (isClause) this.#add(part, visit, place)
    const asksParts = CONNECTIVES.has(name) || (name === 'log' && isAsked)
    const walk = this.#walker(part, visit, place)
    for (const inner of part.parts) {
      // A literal says all there is to say about it in its operator, if that has no other operand.
      const isPlain = UNARY.has(name) && isLiteral(this.#expressions.of(inner))
      walk(inner, asksParts && !isPlain ? 'condition' : 'value', isClause ? 1 : 0)
    }
  }

  /** One that is a condition itself is a clause, and what is in it is part of it. */
  #walkIf(part: Part, visit: Visit | undefined, place: Place): void {
    const isClause = place.role === 'condition'
    const deeper = isClause ? 1 : 0
    if (isClause) this.#add(part, visit, place)
    const walk = this.#walker(part, visit, place)
    const last = part.parts.length - 1
    part.parts.forEach((inner, index) => {
      if (index % 2 === 0 && index < last) walk(inner, 'condition', deeper)
      // The conditions of a result are below its own condition.
      else walk(inner, place.role === 'tail' ? 'tail' : 'value', deeper + (index % 2))
    })
  }

  /** Goes into parts of a part, in a role, so many levels deeper. */
  #walker(part: Part, visit: Visit | undefined, place: Place) {
    const visits = visit === undefined ? undefined : this.#trace.visitsIn(part, visit)
    return (inner: Part, role: Role, deeper: number) => {
      const level = place.level + deeper
      this.#walk(inner, visits?.get(inner)?.at(-1), { ...place, role, level })
    }
  }

  #walkLoop(part: Part, visit: Visit | undefined, place: Place): void {
    const operator = part.operator!
    const visits = visit === undefined ? undefined : this.#trace.visitsIn(part, visit)
    const runs = part.parts.map(inner => ({ inner, visits: visits?.get(inner) ?? [] }))
    const body = runs.find(({ inner }) => inner.index === 1)!
    const loop = visit === undefined ? undefined : this.#loop(part, visit, body)
    this.#add(part, visit, place, loop?.summary)
    const level = place.level + 1
    for (const { inner, visits: inside } of runs) {
      if (inner !== body.inner) this.#walk(inner, inside.at(-1), { ...place, role: 'value', level })
    }
    const role = ASKING.has(operator) ? 'condition' : 'value'
    const run = loop === undefined ? -1 : (loop.decidedBy ?? body.visits.length - 1)
    const item = run < 0 ? {} : { item: run + loop!.first }
    this.#walk(body.inner, body.visits[run], { role, level, ...item })
  }

  /** How a loop went. The runs of its body start at the item `first`. */
  #loop(part: Part, visit: Visit, { inner, visits }: { inner: Part; visits: readonly Visit[] }) {
    const trace = this.#trace
    const { a: kind } = trace.program.loopOf(part)!
    const result = trace.valueOf(part, visit)
    // `all` is over at the first that fails, `some` and `none` at the first that does not; else at the end.
    const isDecided = visits.length > 0 && result !== undefined && DECIDED.get(kind) === result
    const decidedBy = isDecided ? visits.length - 1 : undefined
    const array = part.parts.find(({ index }) => index === 0)!
    const arrayVisit = trace.visitsIn(part, visit).get(array)?.[0]
    const given = arrayVisit === undefined ? null : trace.valueOf(array, arrayVisit)
    const item = isDecided ? trace.top(visits.at(-1)!.from) : undefined
    const summary: ExplainedLoop = {
      items: given === undefined ? undefined : Array.isArray(given) ? given.length : 0,
      itemsRun: visits.length,
      itemsMatched: this.#matched(kind, inner, visits, result),
      decidedBy,
      item: item === undefined ? undefined : plain(item),
    }
    return { summary, decidedBy, first: kind === ITERATE_REDUCE_FIRST ? 1 : 0 }
  }

  /** For how many items a loop's body held. What the loop did says so, even of those whose value is gone. */
  #matched(
    kind: number,
    body: Part,
    visits: readonly Visit[],
    result: JsonValue | undefined,
  ): number {
    const before = Math.max(0, visits.length - 1)
    if (kind === ITERATE_ALL) return result === true ? visits.length : before
    if (kind === ITERATE_SOME) return result === true ? 1 : 0
    if (kind === ITERATE_NONE) return result === false ? 1 : 0
    if (kind !== ITERATE_FILTER) return 0
    if (Array.isArray(result)) return result.length
    const values = visits.map(visit => this.#trace.valueOf(body, visit))
    return values.filter(value => value !== undefined && isTruthy(value)).length
  }

  #add(part: Part, visit: Visit | undefined, place: Place, loop?: ExplainedLoop): void {
    const { text, operator, operands } = this.#expressions.of(part)
    const isAsked = place.role === 'condition' || ASKED.has(operator)
    const result = visit === undefined ? undefined : this.#trace.valueOf(part, visit)
    this.#clauses.push({
      path: pathText(part),
      level: place.level,
      text,
      operator,
      operands: visit === undefined ? [] : this.operandsOf(operands, part, visit),
      result: result === undefined ? undefined : plain(result),
      outcome: this.#outcome(part, visit, isAsked),
      ...(place.item === undefined ? {} : { item: place.item }),
      ...(loop === undefined ? {} : { loop }),
    })
  }

  #outcome(part: Part, visit: Visit | undefined, isAsked: boolean): ClauseOutcome {
    const trace = this.#trace
    if (visit === undefined) return this.#mayComeLater(part) ? 'unknown' : 'not evaluated'
    const step = trace.resultStep(part, visit)
    if (step === undefined) return trace.failed && !trace.truncated ? 'error' : 'unknown'
    if (!isAsked) return 'computed'
    const result = trace.top(step)
    const truth = trace.truthOf(step) ?? (result === undefined ? undefined : isTruthy(result))
    if (truth === undefined) return 'unknown'
    return truth ? 'matched' : 'failed'
  }

  /** Whether the part may have been visited after the trace was full. */
  #mayComeLater(part: Part): boolean {
    const trace = this.#trace
    if (!trace.truncated) return false
    const last = trace.instruction(trace.length - 1)
    if (part.start > last) return true
    for (let around = part.parent; around !== undefined; around = around.parent) {
      const isLoop = trace.program.loopOf(around) !== undefined
      if (isLoop && around.start <= last && last < around.end) return true
    }
    return false
  }

  /** The operands of a part with their values in a visit of it. */
  operandsOf(operands: readonly Expression[], part: Part, visit: Visit): ExplainedOperand[] {
    const visits = this.#trace.visitsIn(part, visit)
    return operands.map(operand => {
      const value = this.#valueOf(operand, visit, visits)
      return {
        text: operand.text,
        value: value === undefined ? undefined : plain(value),
        literal: isLiteral(operand),
      }
    })
  }

  #valueOf(
    { source }: Expression,
    visit: Visit,
    visits: ReadonlyMap<Part, readonly Visit[]>,
  ): JsonValue | undefined {
    switch (source.kind) {
      case 'constant':
        return source.value
      case 'attribute':
        return this.#context.value(source.attribute) ?? null
      case 'part': {
        const run = visits.get(source.part)?.[0]
        return run === undefined ? undefined : this.#trace.valueOf(source.part, run)
      }
      case 'instruction': {
        const step = this.#trace.find(source.index, visit)
        if (step === undefined || step + 1 >= this.#trace.length) return undefined
        return this.#trace.top(step + 1)
      }
    }
    return undefined
  }
}
