// The engine and the model side by side: the same is done to both, and what they answer is compared.
import { expect } from 'vitest'
import type { LimitDefinition } from '../../../src/config/types.ts'
import { type LimitResult, type Reservation, Sluice } from '../../../src/index.ts'
import type { Operation, PartChoice } from './arbitraries.ts'
import { type Answer, LOG_ROOM, ModelLimits, type ModelReservation, toMs } from './limits.ts'

/** When the engines of the tests are opened: some Sunday, in the middle of every period. */
export const WALL_MS = Date.UTC(2025, 2, 30, 0, 17, 31, 250)

/** Small, for the tests open thousands. */
export const SIZES = {
  limitKeysMax: 64,
  leasesMax: 64,
  exceptionsMax: 64,
  requestsMax: 64,
  logKeysMax: 4_096,
  logTokensMax: LOG_ROOM,
  rulesetBytesMax: 65_536,
  lanesMax: 2,
}

/** What the evaluators run as, and whether other threads could be there. */
export const BUILDS = {
  alone: { shared: false },
  shared: { shared: true },
  debug: { shared: true, evaluators: 'debug' },
  js: { shared: false, evaluators: 'js' },
} as const
export type BuildName = keyof typeof BUILDS

/** An engine with a clock that the test puts. */
export async function openAt(limits: Record<string, LimitDefinition>, options: object = {}) {
  const clock = { now: 0 }
  const sluice = await Sluice.open(
    { limits },
    {
      clock: () => clock.now,
      wallClock: () => WALL_MS + clock.now,
      shared: false,
      ...SIZES,
      ...options,
    },
  )
  return { sluice, clock }
}

/**
 * Whether a wait in ms is the model's, but for the last bits of a float, its own and those of the time it leads to; or
 * it is counted from the start of the quantum that it is, and leads into the same one.
 */
function isTime(foundMs: number, expected: bigint, slack: bigint, nowMs: number): boolean {
  const expectedMs = toMs(expected)
  if (foundMs === expectedMs) return true
  const tolerance = 1e-9 * Math.max(1, expectedMs) + 4 * Number.EPSILON * nowMs
  return foundMs > expectedMs - tolerance && foundMs < toMs(expected + slack) + tolerance
}

export class Pair {
  readonly sluice: Sluice
  readonly clock: { now: number }
  readonly model: ModelLimits
  readonly names: readonly string[]
  readonly #reservations: { real: Reservation; expected: ModelReservation }[] = []

  private constructor(
    sluice: Sluice,
    clock: { now: number },
    limits: Record<string, LimitDefinition>,
  ) {
    this.sluice = sluice
    this.clock = clock
    this.names = Object.keys(limits)
    this.model = new ModelLimits(limits, WALL_MS)
  }

  static async open(
    definitions: readonly LimitDefinition[],
    build: BuildName = 'alone',
  ): Promise<Pair> {
    const limits = Object.fromEntries(definitions.map((limit, index) => [`limit${index}`, limit]))
    const { sluice, clock } = await openAt(limits, BUILDS[build])
    // From here on another thread may have the memory: locks are taken and swaps made.
    if (build === 'shared') expect(sluice.handle.sluice).toBe(1)
    return new Pair(sluice, clock, limits)
  }

  #name(choice: PartChoice): string {
    return this.names[choice.limit % this.names.length]!
  }

  #isConcurrency(choice: PartChoice): boolean {
    return this.model.limits.get(this.#name(choice))!.isConcurrency
  }

  #part(choice: PartChoice) {
    return this.model.part(this.#name(choice), choice.key, choice.cost)
  }

  /** Does it to both. What slots in flight do not have is left out. */
  apply(operation: Operation): void {
    this.clock.now += operation.wait
    switch (operation.kind) {
      case 'take':
      case 'peek':
      case 'takeUpTo':
      case 'give':
      case 'reset':
        this.#one(operation.kind, operation)
        return
      case 'groupTake':
      case 'groupPeek':
      case 'reserve':
        this.#many(operation.kind, operation.parts)
        return
      default:
        this.#settle(operation)
    }
  }

  #one(kind: 'take' | 'peek' | 'takeUpTo' | 'give' | 'reset', choice: PartChoice): void {
    const isSlots = this.#isConcurrency(choice)
    if (isSlots && kind !== 'peek' && kind !== 'reset') return
    const { now } = this.clock
    const { key, cost } = choice
    const limit = this.sluice.limit(this.#name(choice))
    const part = this.#part(choice)
    switch (kind) {
      case 'take':
        this.#expectAnswer(limit.take(key, cost), this.model.take([part], now)[0]!, part)
        return
      case 'peek':
        this.#expectAnswer(limit.peek(key, cost), this.model.peek([part], now)[0]!, part)
        return
      case 'takeUpTo':
        this.#expectAnswer(limit.takeUpTo(key, cost), this.model.takeUpTo(part, now), part)
        return
      case 'give':
        this.#expectAnswer(limit.give(key, cost), this.model.give(part, now), part)
        return
      case 'reset':
        this.#expectAnswer(limit.reset(key), this.model.reset(part, now), part)
    }
  }

  #many(kind: 'groupTake' | 'groupPeek' | 'reserve', choices: PartChoice[]): void {
    const chosen =
      kind === 'groupTake' ? choices.filter(choice => !this.#isConcurrency(choice)) : choices
    if (chosen.length === 0) return
    const { now } = this.clock
    const group = this.sluice.limitGroup(chosen.map(choice => this.#name(choice)))
    const parts = chosen.map(choice => this.#part(choice))
    const ofParts = [chosen.map(({ key }) => key), chosen.map(({ cost }) => cost)] as const
    if (kind === 'reserve') {
      const real = group.reserve(...ofParts)
      const expected = this.model.reserve(parts, now)
      expect(real.allowed).toBe(expected.allowed)
      real.answers.forEach((answer, index) => {
        const { allowed, code, remaining } = expected.answers[index]!
        expect(answer).toMatchObject({ allowed, code, remaining })
      })
      this.#reservations.push({ real, expected })
      return
    }
    const result = kind === 'groupTake' ? group.take(...ofParts) : group.peek(...ofParts)
    const answers = kind === 'groupTake' ? this.model.take(parts, now) : this.model.peek(parts, now)
    const refused = answers.findIndex(({ allowed }) => !allowed)
    expect(result.allowed).toBe(refused === -1)
    expect(result.code).toBe(answers[refused]?.code ?? 'ALLOWED')
    expect(result.refusedBy).toBe(refused === -1 ? undefined : this.#name(chosen[refused]!))
    answers.forEach((answer, index) => {
      this.#expectAnswer(result.results[index]!, answer, parts[index]!)
    })
  }

  #settle(operation: Operation & { which: number }): void {
    const reservation = this.#reservations[operation.which % this.#reservations.length]
    if (reservation === undefined) return
    const { real, expected } = reservation
    const { now } = this.clock
    const hasSlots = expected.leases.some(({ limit }) => limit.isConcurrency)
    if (operation.kind === 'renew') {
      expect(real.renew()).toBe(this.model.renew(expected, now))
    } else if (operation.kind === 'cancel' || hasSlots) {
      expect(real.cancel()).toBe(this.model.settle(expected, 0, now))
    } else if (operation.kind === 'commit') {
      expect(real.commit()).toBe(this.model.settle(expected, undefined, now))
    } else if (operation.kind === 'commitActual') {
      const { actual } = operation
      expect(this.sluice.settle(real.id === '' ? '0-0' : real.id, actual)).toBe(
        this.model.settle(expected, actual, now),
      )
    }
  }

  #expectAnswer(result: LimitResult, answer: Answer, { limit }: { limit: ModelLimitOf }): void {
    const { allowed, code, remaining } = answer
    expect({
      allowed: result.allowed,
      code: result.code,
      remaining: result.remaining,
    }).toEqual({ allowed, code, remaining })
    expect(result.granted, 'granted').toBe(answer.granted)
    if (limit.isConcurrency) return
    const expectTime = (what: string, foundMs: number, expected: bigint) => {
      if (isTime(foundMs, expected, answer.slack, this.clock.now)) return
      expect(foundMs, what).toBe(toMs(expected))
    }
    expectTime('reset', result.resetMs, answer.reset)
    expectTime('retry', result.retryMs, answer.retry)
    expectTime('next', result.nextMs, answer.next)
  }

  close(): void {
    this.sluice.close()
  }
}

type ModelLimitOf = { isConcurrency: boolean; definition: LimitDefinition }
