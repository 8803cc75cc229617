// What a thread knows of the limits: their variants, copied into its lane, and what only the host reads of them.
import {
  LANE_EPOCH,
  LANE_PERIOD_ID,
  METRIC_BYTES,
  METRIC_EVICTED,
  METRIC_LEAKED,
  PART_BYTES,
  PART_MAX,
  PART_VARIANT,
  PARTS_OFFSET,
} from '../../assembly/shared/layout.ts'
import * as shared from '../../assembly/shared/limit.ts'
import { LIMIT_STALE } from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { SluiceError } from '../errors.ts'
import { anchorOf, Calendar } from '../limits/calendar.ts'
import type { LimitDetails } from '../rules/limit.ts'
import type { Engine } from './engine.ts'
import { readCounts } from './limit-counts.ts'
import { copyVariants } from './limit-master.ts'
import type { RulesetReader } from './reader.ts'

/** The numbers of a plan. */
export interface PlanView {
  readonly id: number
  readonly details: LimitDetails
}

/** A limit of the live ruleset. */
export interface LimitView {
  readonly name: string
  /** Of the limit's own variant. */
  readonly id: number
  readonly family: number
  readonly algorithm: number
  readonly details: LimitDetails
  /** The variants of its plans. */
  readonly plans: ReadonlyMap<string, PlanView>
}

/** What happened to a limit, over all threads. */
export interface LimitMetrics {
  /** Decisions that admitted; of a group, one for each of its limits. */
  readonly admitted: number
  /** Decisions that this limit refused. */
  readonly refused: number
  /** Decisions that it would have refused, were it not in shadow. */
  readonly shadowRefused: number
  /** Keys that the table has an entry for now: those in debt, and some that no longer are. */
  readonly entries: number
  /** Keys that were forgotten while they were in debt, because the table is too small. */
  readonly evicted: number
  /** Tokens that those keys had taken and may so take again. */
  readonly tokensLeaked: number
}

export class LimitTable {
  readonly #engine: Engine
  readonly #reader: RulesetReader
  #epoch = -2
  #views: ReadonlyMap<string, LimitView> = new Map()
  #calendars = new Map<number, Calendar>()

  constructor(engine: Engine, reader: RulesetReader) {
    this.#engine = engine
    this.#reader = reader
  }

  /** The epoch of what the lane has. */
  get epoch(): number {
    return this.#epoch
  }

  /** The limits by name, which the lane then has. */
  views(): ReadonlyMap<string, LimitView> {
    if (this.#engine.limitsEpoch !== this.#epoch) this.refresh()
    return this.#views
  }

  /** @throws SluiceError LIMIT_NOT_FOUND */
  view(name: string): LimitView {
    const view = this.views().get(name)
    if (view === undefined) {
      throw new SluiceError('LIMIT_NOT_FOUND', `there is no limit '${name}'`)
    }
    return view
  }

  /** Copies the limits anew. */
  refresh(): void {
    const engine = this.#engine
    this.#reader.pinned(ruleset => {
      this.#epoch = copyVariants(engine)
      engine.u32[(engine.lane + LANE_EPOCH) >> 2] = this.#epoch
      this.#readNames(ruleset)
    })
    // What is known of keys was found under the limits of before, and so were answers that somebody may still read.
    this.#reader.keys.forget()
    for (let part = 0; part <= PART_MAX; part++) {
      engine.u32[(engine.lane + PARTS_OFFSET + part * PART_BYTES + PART_VARIANT) >> 2] = 0
    }
  }

  #readNames(ruleset: number): void {
    const engine = this.#engine
    const { u32 } = engine
    const views = new Map<string, LimitView & { plans: Map<string, PlanView> }>()
    this.#calendars = new Map()
    const count = u32[(ruleset + layout.HEADER_LIMIT_COUNT) >> 2]!
    const first = ruleset + u32[(ruleset + layout.HEADER_LIMITS) >> 2]!
    for (let index = 0; index < count; index++) {
      const record = first + index * layout.LIMIT_BYTES
      const field = (offset: number) => u32[(record + offset) >> 2]!
      const name = engine.readString(ruleset + field(layout.LIMIT_NAME))
      const details = JSON.parse(
        engine.readString(ruleset + field(layout.LIMIT_DETAILS)),
      ) as LimitDetails
      const id = field(layout.LIMIT_ID)
      if (details.calendar !== undefined) this.#calendars.set(id, new Calendar(details.calendar))
      const view = views.get(name)
      if (view === undefined) {
        const family = this.#field(id, shared.LANE_LIMIT_FAMILY)
        const algorithm = field(layout.LIMIT_ALGORITHM)
        views.set(name, { name, id, family, algorithm, details, plans: new Map() })
      } else if (details.plan !== undefined) view.plans.set(details.plan, { id, details })
    }
    this.#views = views
  }

  #address(id: number): number {
    return this.#engine.lane + this.#engine.map.laneLimits + id * shared.LANE_LIMIT_BYTES
  }

  #field(id: number, offset: number): number {
    return this.#engine.u32[(this.#address(id) + offset) >> 2]!
  }

  /** What a call that answered LIMIT_STALE or LIMIT_PERIOD_PASSED asks for, before it is repeated. */
  prepare(outcome: number, nowMs: number): void {
    if (this.#engine.limitsEpoch < 0) {
      throw new SluiceError('CLOSED', 'the engine was closed')
    }
    if (outcome === LIMIT_STALE) this.refresh()
    else this.#turnPeriod(nowMs)
  }

  /** Looks up the period of the quota that a call found to be in another one. */
  #turnPeriod(nowMs: number): void {
    this.turnPeriod(this.#engine.u32[(this.#engine.lane + LANE_PERIOD_ID) >> 2]!, nowMs)
  }

  /** Looks up the period that a quota is in. Does nothing for other variants. */
  turnPeriod(id: number, nowMs: number): void {
    const engine = this.#engine
    if (this.#field(id, layout.LIMIT_ALGORITHM) !== shared.ALGORITHM_QUOTA) return
    const calendar = this.#calendars.get(id) ?? this.#ownCalendar(id)
    if (calendar === undefined) {
      this.refresh()
      return
    }
    const base = this.#address(id)
    // As the evaluators do: NaN and negative times count as 0, times behind the horizon as the horizon.
    const clamped = nowMs > 0 ? Math.min(nowMs, shared.HORIZON_MS) : 0
    const wallMs = Math.floor(clamped) + engine.wallOffset
    const { startMs, endMs } = calendar.periodAt(wallMs)
    engine.f64[(base + shared.LANE_LIMIT_PERIOD_END) >> 3] = endMs
    // Numbered by the minute; an anchor may lie before 1970.
    const ordinal = Math.max(Math.floor(startMs / 60_000), 0)
    engine.u32[(base + shared.LANE_LIMIT_ORDINAL) >> 2] = ordinal
    engine.u32[(base + shared.LANE_LIMIT_ORDINAL + 4) >> 2] = 0
  }

  // Numbers that a key got at run time are in no ruleset. They count in the unit and zone of their limit, from an
  // anchor of their own.
  #ownCalendar(id: number): Calendar | undefined {
    const family = this.#field(id, shared.LANE_LIMIT_FAMILY)
    const limit = [...this.#views.values()].find(view => view.family === family)
    if (limit?.details.calendar === undefined) return undefined
    const { unit, timeZone } = limit.details.calendar
    const anchor = anchorOf(this.#engine.f64[(this.#address(id) + shared.LANE_LIMIT_ANCHOR) >> 3]!)
    const calendar = new Calendar({ unit, timeZone, ...(anchor !== undefined && { anchor }) })
    this.#calendars.set(id, calendar)
    return calendar
  }

  /** @throws SluiceError LIMIT_NOT_FOUND */
  metrics(name: string): LimitMetrics {
    const { family } = this.view(name)
    const engine = this.#engine
    const metric = engine.map.metrics + family * METRIC_BYTES
    const [admitted, refused, shadowRefused] = readCounts(engine, family)
    const word = (offset: number) => {
      const low = engine.u32[(metric + offset) >> 2]!
      return engine.u32[(metric + offset + 4) >> 2]! * 2 ** 32 + low
    }
    return {
      admitted,
      refused,
      shadowRefused,
      entries: engine.evaluators.entries(engine.lane, family) >>> 0,
      evicted: word(METRIC_EVICTED),
      tokensLeaked: word(METRIC_LEAKED),
    }
  }
}
