// What limits answered, in the form in which HTTP says it: results of the engine, and of each limit what no result
// holds, namely its window, its unit and whether it is on trial.
import { ALGORITHM_CONCURRENCY, ALGORITHM_QUOTA } from '../../assembly/shared/limit.ts'
import type { LimitView } from '../engine/limit-table.ts'
import type { Limit } from '../limit.ts'
import type { LimitResult } from '../limit-result.ts'
import type { LimitReport } from '../limits/headers.ts'
import type { LimitDetails } from '../rules/limit.ts'

/**
 * Ms after which to try again for a slot. When one is free depends on who has it: that its lease ends in a minute says
 * nothing about requests that take 50 ms.
 */
const SLOT_RETRY_MS = 1_000

/** Of quotas. Months and years differ in length, and a policy should not: they have none. */
const NOMINAL_MS = new Map<string | undefined, number>([
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
  ['week', 604_800_000],
])

/**
 * One report for each limit, in the order given. Plain data: later calls to the limits do not change them.
 *
 * - `windowMs` is the window of the limit, or of the plan that was asked for; null for keys with numbers of their own,
 *   whose window may be another. Of a quota it is the nominal length: a day has 24 hours, a month null.
 * - Of a concurrency limit `unit` is 'concurrent-requests', `nextMs` 0 and `retryMs` of a refusal a second: nobody
 *   knows when a slot will be free.
 * - `shadow` is true of every limit in shadow, whether it would have refused or not.
 *
 * @param limits the handles that were asked; the results are those of the same call, and still unchanged
 * @throws SluiceError LIMIT_NOT_FOUND, PLAN_NOT_FOUND, CLOSED
 */
export function limitReports(
  limits: readonly Limit[],
  results: readonly LimitResult[],
): LimitReport[] {
  return limits.map((limit, index) => {
    const result = results[index]!
    const { allowed, code, remaining, resetMs, retryMs, ...rest } = result.toJSON()
    const { view, details } = limit.asked()
    const isOwn = rest.limit !== details.tokens
    const report = {
      name: limit.name,
      allowed,
      code,
      limit: rest.limit,
      remaining,
      resetMs,
      retryMs,
      nextMs: result.nextMs,
      windowMs: windowOf(view, details, isOwn),
      shadow: details.shadow,
    }
    return view.algorithm === ALGORITHM_CONCURRENCY ? ofSlots(report) : report
  })
}

/** Whether what the limit counts is slots in flight, which are reserved and not taken. */
export function countsSlots(limit: Limit): boolean {
  return limit.asked().view.algorithm === ALGORITHM_CONCURRENCY
}

/** Whether the limit is on trial. */
export function isShadow(limit: Limit): boolean {
  return limit.asked().details.shadow
}

function ofSlots(report: LimitReport): LimitReport {
  const retryMs = report.code === 'LIMITED' ? SLOT_RETRY_MS : report.retryMs
  return { ...report, retryMs, nextMs: 0, unit: 'concurrent-requests' }
}

function windowOf({ algorithm }: LimitView, details: LimitDetails, isOwn: boolean): number | null {
  if (algorithm === ALGORITHM_QUOTA) return NOMINAL_MS.get(details.calendar?.unit) ?? null
  return isOwn ? null : details.windowMs
}
