// What limits found, as HTTP says it: RateLimit-Policy and RateLimit of draft-ietf-httpapi-ratelimit-headers-11,
// Retry-After (RFC 9110), the X-RateLimit fields in use before them, and the draft's problem type.
//
//   ratelimit-policy: "daily";q=1000;w=86400, "burst";q=100;w=60
//   ratelimit: "burst";r=12;t=1, "daily";r=800;t=87
//
// Seconds are rounded up everywhere: a client that obeys is never early. Both fields are Lists of RFC 9651.

/** What one limit that matched a request says of it. */
export interface LimitReport {
  name: string
  allowed: boolean
  code: string
  /** The quota of the policy, in its unit. */
  limit: number
  remaining: number
  /** Until the quota is full again. */
  resetMs: number
  /** Of a refusal: until the same cost is admitted; null means never. 0 when allowed. */
  retryMs: number | null
  /** Until additional quota becomes available; 0 when it is full. */
  nextMs: number
  /** The policy's window; null when it has none, as a limit of concurrency. */
  windowMs: number | null
  /** The quota unit: 'requests' when absent, 'concurrent-requests' of a limit of concurrency. */
  unit?: string
  /** The partition key. Everyone who sees the response sees it: not an id that is nobody else's business. */
  partition?: Uint8Array
  /** A limit on trial. Clients learn nothing of it: it is left out of headers and bodies. */
  shadow?: boolean
}

/** How the headers are written. */
export interface HeaderOptions {
  /**
   * Whether to write X-RateLimit-Limit, -Remaining and -Reset, and what -Reset counts: 'epoch' seconds of Unix time,
   * 'delta' seconds from now.
   */
  legacy?: 'epoch' | 'delta'
  /** Wall clock for 'epoch', in ms of Unix time. */
  nowMs?: number
  /**
   * Up to so many seconds are added at random to every time of a response, the same to each, so that clients of one
   * window do not return as one. A whole number, 0 by default.
   */
  jitterS?: number
}

/** A body of application/problem+json (RFC 9457). */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  'violated-policies': string[]
}

/** The greatest Integer of RFC 9651: 15 digits. */
const integerMax = 999_999_999_999_999

/**
 * The headers of a response, names in lower case; none when all reports are of shadow limits. All policies are listed:
 * in RateLimit-Policy as they are given, for the draft wants it the same over a sequence of responses; in RateLimit the
 * tightest (the least part of its quota left, then the smallest quota) first. X-RateLimit tells of that one alone.
 *
 * - Policies keep their names, except that `%` and what is not printable ASCII is percent-encoded as UTF-8: an
 *   RFC 9651 String cannot hold it. decodeURIComponent gives the name back.
 * - Numbers are whole, from 0 to 999,999,999,999,999: `r` and `q` rounded down, times up.
 * - `w` is absent of a window below 1 s, which the draft cannot say; `t` of a limit that is full, or never will be.
 * - `retry-after`, 1 or more, is there when a limit refused, unless one of them never will admit the request. It is
 *   the last time at which one of them admits, and not before any of their `t`.
 *
 * @throws RangeError when `jitterS` is not a whole number of 0 or more
 */
export function rateLimitHeaders(
  reports: readonly LimitReport[],
  options: HeaderOptions = {},
): Record<string, string> {
  const { legacy, jitterS = 0 } = options
  if (!Number.isSafeInteger(jitterS) || jitterS < 0) {
    throw new RangeError(`jitterS must be a whole number of 0 or more, not ${jitterS}`)
  }
  const shown = reports.filter(report => !report.shadow)
  const sorted = tightestFirst(shown)
  const [tightest] = sorted
  if (tightest === undefined) return {}
  const delayS = jitterS === 0 ? 0 : Math.floor(Math.random() * (jitterS + 1))
  const headers: Record<string, string> = {
    'ratelimit-policy': shown.map(policyItem).join(', '),
    ratelimit: sorted.map(report => serviceItem(report, delayS)).join(', '),
  }
  const retryS = retryAfterS(shown.filter(report => !report.allowed))
  if (retryS !== undefined) headers['retry-after'] = integer(retryS + delayS)
  if (legacy !== undefined) {
    headers['x-ratelimit-limit'] = integer(tightest.limit)
    headers['x-ratelimit-remaining'] = integer(tightest.remaining)
    headers['x-ratelimit-reset'] = integer(resetS(tightest, options) + delayS)
  }
  return headers
}

/**
 * The body of a 429: which policies refused, the tightest first, named as in the headers.
 * @throws RangeError when none did, shadow limits aside
 */
export function quotaProblem(reports: readonly LimitReport[]): Problem {
  const refused = tightestFirst(reports.filter(report => !report.allowed && !report.shadow))
  if (refused.length === 0) throw new RangeError('no limit refused the request')
  const hopeless = refused.filter(isHopeless)
  return {
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
    title: 'Request cannot be satisfied as assigned quota has been exceeded',
    status: 429,
    detail:
      hopeless.length === 0
        ? `Refused by ${namesOf(refused)}. Retry-After says when to try again.`
        : `Refused by ${namesOf(refused)}. A retry cannot succeed: ${namesOf(hopeless)} will never admit this request.`,
    'violated-policies': refused.map(report => asciiOf(report.name)),
  }
}

function tightestFirst(reports: readonly LimitReport[]): LimitReport[] {
  return reports.toSorted((a, b) => restOf(a) - restOf(b) || wholeOf(a.limit) - wholeOf(b.limit))
}

/** The part of its quota that is left, 0 to 1. A quota of 0 has none. */
function restOf({ limit, remaining }: LimitReport): number {
  return wholeOf(remaining) / Math.max(wholeOf(limit), 1)
}

function policyItem({ name, limit, unit = 'requests', windowMs, partition }: LimitReport): string {
  let item = `${sfString(name)};q=${integer(limit)}`
  if (unit !== 'requests') item += `;qu=${sfString(unit)}`
  // Below a second there is no number to give: rounded up, 10 per 100 ms would read as 10 per second.
  if (windowMs !== null && windowMs >= 1000 && windowMs < Number.POSITIVE_INFINITY) {
    item += `;w=${integer(secondsOf(windowMs))}`
  }
  return item + partitionOf(partition)
}

function serviceItem(report: LimitReport, delayS: number): string {
  const windowS = effectiveWindowS(report)
  const time = windowS === undefined ? '' : `;t=${integer(windowS + delayS)}`
  return `${sfString(report.name)};r=${integer(report.remaining)}${time}${partitionOf(report.partition)}`
}

/** Seconds until there is more; undefined when there is no such time. Never 0: clients divide `r` by it. */
function effectiveWindowS({ allowed, nextMs, retryMs }: LimitReport): number | undefined {
  // A refusal without a time for the next unit has one for its own cost at least.
  const ms = nextMs > 0 || allowed ? nextMs : (retryMs ?? 0)
  return ms > 0 && ms < Number.POSITIVE_INFINITY ? secondsOf(ms) : undefined
}

function retryAfterS(refused: readonly LimitReport[]): number | undefined {
  if (refused.length === 0 || refused.some(isHopeless)) return undefined
  // 1 s even when the quota is back already: 0 would invite a client to spin.
  return Math.max(
    1,
    ...refused.flatMap(report => [secondsOf(report.retryMs ?? 0), effectiveWindowS(report) ?? 0]),
  )
}

function isHopeless({ retryMs }: LimitReport): boolean {
  return !Number.isFinite(retryMs)
}

function resetS({ resetMs }: LimitReport, { legacy, nowMs = Date.now() }: HeaderOptions): number {
  return secondsOf(legacy === 'epoch' ? nowMs + resetMs : resetMs)
}

/** Rounded up, and never below: the division rounds, too. */
function secondsOf(ms: number): number {
  const seconds = Math.ceil(ms / 1000)
  return seconds * 1000 < ms ? seconds + 1 : seconds
}

/** NaN counts as 0. */
function wholeOf(value: number): number {
  return value > 0 ? Math.min(Math.floor(value), integerMax) : 0
}

function integer(value: number): string {
  return String(wholeOf(value))
}

function partitionOf(partition: Uint8Array | undefined): string {
  return partition === undefined ? '' : `;pk=:${Buffer.from(partition).toString('base64')}:`
}

function sfString(text: string): string {
  return `"${asciiOf(text).replace(/["\\]/g, '\\$&')}"`
}

// A lone surrogate has no UTF-8; it becomes U+FFFD.
function asciiOf(text: string): string {
  return text.toWellFormed().replace(/[^ -$&-~]+/g, encodeURIComponent)
}

function namesOf(reports: readonly LimitReport[]): string {
  return reports.map(report => sfString(report.name)).join(', ')
}
