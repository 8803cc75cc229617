// What a gate denied, as HTTP says it: status, headers and a body of application/problem+json (RFC 9457). Of a credential
// it says the code, and nothing more.
import { STATUS_CODES } from 'node:http'
import { DECISION_CODES, type DecisionCode } from '../gate/codes.ts'
import type { DecisionAnswer } from '../gate/types.ts'
import { type LimitReport, quotaProblem } from '../limits/headers.ts'
import { invalid } from './limit-list.ts'

/** A body of application/problem+json. */
export interface GateProblem {
  type: string
  title: string
  status: number
  detail: string
  code: DecisionCode
  /** The limits and quotas that refused, where they did. */
  'violated-policies'?: string[]
}

/** Why a request is not run, and what is answered instead. */
export interface GateRefusal {
  /** 400, 401, 402, 403, 429 or 503, as docs/gates.md has it of each code. */
  readonly status: number
  /** `www-authenticate`, `retry-after`, the RateLimit fields: those that apply, names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** The body, of type application/problem+json. */
  readonly problem: Readonly<GateProblem>
  readonly decision: DecisionAnswer
  /** What each limit found. Clients are to learn nothing of those in shadow. */
  readonly reports: readonly LimitReport[]
}

/**
 * The `error` of a challenge (RFC 6750, section 3.1). Without a credential there is none: who shows nothing is told only
 * that something is to be shown.
 */
const CHALLENGES: Partial<Record<DecisionCode, string>> = {
  CREDENTIAL_MISSING: '',
  CREDENTIAL_AMBIGUOUS: ', error="invalid_request"',
  PERMISSION_DENIED: ', error="insufficient_scope"',
}
const INVALID_TOKEN = ', error="invalid_token"'

/** Seconds after which to try again what failed for want of something of ours. */
const RETRY_S: Partial<Record<DecisionCode, number>> = {
  LEASES_EXHAUSTED: 1,
  ISSUER_UNAVAILABLE: 5,
}

/** Characters of a quoted string that need no escape. */
const REALM = /^[ !#-[\]-~]{1,128}$/

/** @throws SluiceError OPTION_INVALID */
export function checkRealm(realm: unknown): void {
  if (typeof realm === 'string' && REALM.test(realm)) return
  throw invalid('option realm must be 1 to 128 printable ASCII characters without " and \\')
}

/** The refusal that an answer makes. `fields` are the headers of its reports, which `reports` are. */
export function gateRefusalOf(
  decision: DecisionAnswer,
  reports: readonly LimitReport[],
  fields: Readonly<Record<string, string>>,
  realm: string,
): GateRefusal {
  const { code, status } = decision
  const headers = { ...fields }
  const error = CHALLENGES[code] ?? (status === 401 ? INVALID_TOKEN : undefined)
  if (error !== undefined) headers['www-authenticate'] = `Bearer realm="${realm}"${error}`
  const retryS = retryAfterS(decision)
  // That of the limits is exact already, and may have a jitter.
  if (retryS !== undefined) headers['retry-after'] ??= String(retryS)
  return { status, headers, problem: problemOf(decision, reports), decision, reports }
}

function retryAfterS({ code, status, retryMs }: DecisionAnswer): number | undefined {
  if (status === 503) return RETRY_S[code]
  return status === 429 && retryMs !== null ? Math.max(1, Math.ceil(retryMs / 1000)) : undefined
}

function problemOf(decision: DecisionAnswer, reports: readonly LimitReport[]): GateProblem {
  const { code, status, detail } = decision
  if (status === 429 && reports.some(({ allowed, shadow }) => !allowed && !shadow)) {
    return { ...quotaProblem(reports), code }
  }
  const { message } = DECISION_CODES[code]
  // A feature whose flag is off is to stay unknown.
  const about = detail === null || code === 'FEATURE_HIDDEN' ? '' : ` (${detail})`
  const sentence = `${message[0]!.toUpperCase()}${message.slice(1)}${about}.`
  return { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail: sentence, code }
}
