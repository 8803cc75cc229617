// The JWTs of the small world: put together and signed by hand, and verified as RFC 7519 and docs/sessions.md have it.
import { createHmac } from 'node:crypto'
import type { DecisionCode } from '../../../src/gate/codes.ts'
import type { PrincipalAnswer } from '../../../src/gate/types.ts'

export const ISSUER = 'https://id.example.com'
/** Of a config whose tokens are verified here; times count to the second, without tolerance. */
export const SESSIONS = {
  jwt: {
    issuer: ISSUER,
    audience: 'api',
    algorithms: ['HS256'],
    secretEnv: 'SLUICE_TEST_SECRET',
    clockTolerance: '0s',
  },
}
const SECRET = 'a secret of the tests, of more than 32 bytes'
process.env[SESSIONS.jwt.secretEnv] = SECRET

/** Times in seconds, of Unix, or, as generated, after the second in which the token is made. */
export interface Claims {
  sub: string
  tenant?: string
  roles?: string[]
  permissions?: string[]
  sid?: string
  jti: string
  iat?: number
  nbf?: number
  exp: number
}

/** What is wrong with a token whenever it is shown. */
export const FLAWS = {
  signature: { secret: 'another secret of more than 32 bytes, too' },
  algorithm: { header: { alg: 'HS384' } },
  none: { header: { alg: 'none' } },
  audience: { payload: { aud: ['web', 'apis'] } },
  issuer: { payload: { iss: `${ISSUER}/` } },
  roles: { payload: { roles: [7] } },
  endless: { payload: { exp: undefined } },
} as const satisfies Record<string, { secret?: string; header?: object; payload?: object }>
export type Flaw = keyof typeof FLAWS

export interface Token {
  readonly text: string
  readonly claims: Claims
  readonly flaw: Flaw | undefined
  readonly principal: PrincipalAnswer
  /** Whether it was verified: then it is recognised, until it is forgotten. */
  isKnown: boolean
}

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

/** What a token says of its times that is made in a millisecond of Unix. */
export function claimsAt(claims: Claims, nowMs: number): Claims {
  const { iat, nbf, exp, ...others } = claims
  const second = Math.floor(nowMs / 1000)
  return {
    ...others,
    ...(iat !== undefined && { iat: second + iat }),
    ...(nbf !== undefined && { nbf: second + nbf }),
    exp: second + exp,
  }
}

export function signed(claims: Claims, flaw: Flaw | undefined): Token {
  const { sub, tenant = '', roles = [], permissions = [], sid, jti, iat, nbf, exp } = claims
  const {
    secret = SECRET,
    header = {},
    payload = {},
  } = {
    ...(flaw === undefined ? {} : FLAWS[flaw]),
  } as { secret?: string; header?: object; payload?: object }
  const content = {
    ...{ iss: ISSUER, aud: 'api', sub, tenant, roles, scope: permissions.join(' '), sid, jti },
    ...{ iat, nbf, exp, ...payload },
  }
  const body = `${encode({ alg: 'HS256', ...header })}.${encode(content)}`
  const signature = createHmac('sha256', secret).update(body).digest('base64url')
  const principal: PrincipalAnswer = {
    ...{ type: 'jwt', id: sub, tenant, subject: sub, keyId: '', environment: '' },
    ...{ sessionId: sid ?? jti, issuer: ISSUER, expiresAt: 1000 * exp },
    roles: [...new Set(roles)].sort(),
    permissions: [...new Set(permissions)].sort(),
  }
  return { text: `${body}.${signature}`, claims, flaw, principal, isKnown: false }
}

/** Why a token is not to be trusted at a time in Unix ms, if it is not. */
export function tokenFault({ claims, flaw }: Token, nowMs: number): DecisionCode | undefined {
  // What it says of its bearer is read last.
  if (flaw !== undefined && flaw !== 'roles') return 'CREDENTIAL_INVALID'
  const { iat, nbf, exp } = claims
  const notYet = 'CREDENTIAL_NOT_YET_VALID'
  if (1000 * (nbf ?? -Infinity) > nowMs) return notYet
  if (1000 * exp <= nowMs) return 'CREDENTIAL_EXPIRED'
  if (1000 * (iat ?? -Infinity) > nowMs) return notYet
  return flaw === 'roles' ? 'CREDENTIAL_INVALID' : undefined
}

/** What can be revoked, and the name by which it is. */
export type RevocationKind = 'token' | 'session' | 'subject' | 'tenant' | 'issuer'

/** Revocations, by what is revoked: from when on what is issued counts again, in Unix ms. */
export class Revocations {
  readonly #times = new Map<string, number>()

  add(kind: RevocationKind, name: string, nowMs: number): void {
    const key = `${kind} ${name}`
    // One more in the same millisecond is a later one.
    const last = this.#times.get(key) ?? -Infinity
    const time = Math.max(nowMs, Math.min(last, nowMs + 999)) + 1
    this.#times.set(key, kind === 'token' ? Infinity : Math.max(last, time))
  }

  has({ text, claims }: Token): boolean {
    const { sub, tenant = '', sid = '', jti, iat } = claims
    const names = [
      ['token', text],
      ['session', sid],
      ['session', jti],
      ['subject', sub],
      ['tenant', tenant],
      ['issuer', ISSUER],
    ]
    const issuedMs = 1000 * (iat ?? -Infinity)
    return names.some(([kind, name]) => {
      return name !== '' && issuedMs < (this.#times.get(`${kind} ${name}`) ?? -Infinity)
    })
  }
}
