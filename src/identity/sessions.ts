// Sessions at run time: `sluice.sessions`. Opaque tokens are made here and kept as digests; JWTs that were verified are
// kept so that they need not be verified again, and never longer than they are good.
import * as layout from '../../assembly/shared/identity.ts'
import { isNetwork } from '../config/network.ts'
import { SluiceError } from '../errors.ts'
import type { CredentialFacts, CredentialTable } from './credential-table.ts'
import type { VerifiedToken } from './jwt/types.ts'
import { createKey, parseKey } from './key-format.ts'
import { isPermissionName, isRoleName } from './permission.ts'
import { Revocations } from './revocations.ts'
import { digestOf, revokedPart, SessionRecords, stateOf } from './session-records.ts'
import type { IdentityStore } from './store.ts'

/** What a new session is to be. */
export interface NewSession {
  subject: string
  tenant?: string
  roles?: readonly string[]
  permissions?: readonly string[]
  /** For how long, in ms: 1 to 31622400000, 366 days. Default 86400000, a day. */
  ttlMs?: number
  /** Default `ss`. */
  prefix?: string
  /** Default `live`. With the prefix at most 8 characters. */
  environment?: string
  networks?: readonly string[]
}

/** A session that was just made. The only place where its token is ever shown. */
export interface IssuedSession {
  /** What it is known by. Not a secret. */
  id: string
  /** A secret. */
  token: string
  /** Unix ms. */
  expiresAt: number
}

/** What is to be revoked: one of these. */
export interface Revocation {
  /** The whole token, opaque or JWT. */
  token?: string
  /** The session's id: `sid` or `jti` of a JWT, the `id` of an opaque one. */
  session?: string
  subject?: string
  tenant?: string
  issuer?: string
  /** Unix ms: what was issued before this is void, and what has no `iat` is. Default now, with all that this millisecond has seen. */
  notBefore?: number
  /** How long it is remembered, in ms: longer than any token it is about is good. Default 366 days. */
  retainMs?: number
}

const DAY_MS = 86_400_000
const TTL_MS_MAX = 366 * DAY_MS
const KINDS = ['token', 'session', 'subject', 'tenant', 'issuer'] as const
const TRIES_MAX = 16
/** Revocations of one thing, and sessions of it, that keep their order within one millisecond. */
const SAME_TIME_MS = 1_000

export class Sessions {
  readonly #store: IdentityStore
  readonly #table: CredentialTable
  readonly #revocations: Revocations
  readonly #nowMs: () => number
  readonly #records: SessionRecords

  /** @internal `nowMs` in Unix ms. */
  constructor(table: CredentialTable, nowMs: () => number) {
    this.#store = table.store
    this.#table = table
    this.#revocations = new Revocations(table.store)
    this.#nowMs = nowMs
    this.#records = new SessionRecords(table, nowMs)
  }

  /**
   * Makes an opaque session token and remembers it, as a digest. It lives in the engine's memory: another process does not
   * know it.
   * @throws SluiceError OPTION_INVALID, ENTITY_INVALID, CAPACITY_EXCEEDED, CLOSED
   */
  create(options: NewSession): IssuedSession {
    const given = Object(options) as NewSession
    const { subject, tenant = '', roles = [], permissions = [], networks = [] } = given
    const { ttlMs = DAY_MS, prefix = 'ss', environment = 'live' } = given
    checkTexts({ subject, tenant }, roles, permissions)
    if (!isListOf(networks, text => typeof text === 'string' && isNetwork(text))) {
      throw new SluiceError('ENTITY_INVALID', 'networks must be a list of addresses and networks')
    }
    if (typeof ttlMs !== 'number' || !(ttlMs >= 1 && ttlMs <= TTL_MS_MAX)) {
      throw new SluiceError('DURATION_INVALID', `ttlMs must be 1 to ${TTL_MS_MAX}`)
    }
    const nowMs = this.#nowMs()
    const { id, key: token } = this.#newToken(prefix, environment)
    const facts: CredentialFacts = {
      id,
      tenant,
      subject,
      roles,
      permissions,
      networks,
      expiresMs: nowMs + ttlMs,
      digest: digestOf(token),
      state: stateOf(layout.TYPE_SESSION) | layout.CREDENTIAL_OWN,
    }
    this.#store.locked(() => {
      const times = {
        issued: this.#issuedAt(nowMs, { subject, tenant }),
        notBefore: Number.NEGATIVE_INFINITY,
        issuer: '',
      }
      this.#records.insert(facts, times, number => {
        this.#store.hash(id)
        this.#store.insert(layout.KIND_SESSION_ID, number)
        this.#records.hashes(number, token, facts, { session: id, issuer: '' })
      })
    })
    return { id, token, expiresAt: facts.expiresMs }
  }

  /** A session that is made after a revocation is not of those before it, in the same millisecond either. */
  #issuedAt(nowMs: number, { subject, tenant }: { subject: string; tenant: string }): number {
    const revoked = Math.max(
      this.#revocations.timeOf('subject', subject),
      this.#revocations.timeOf('tenant', tenant),
    )
    return Math.max(nowMs, Math.min(revoked, nowMs + SAME_TIME_MS))
  }

  #newToken(prefix: string, environment: string) {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const made = createKey({ prefix, environment })
      if (this.#table.find('session', made.id) === 0) return made
    }
    throw new SluiceError('ENTITY_INVALID', 'no id is free for the prefix and environment')
  }

  /**
   * Ends an opaque session, or forgets a verified JWT. Returns whether it was known.
   * @throws SluiceError ENTITY_INVALID of what is not a text, CLOSED
   */
  delete(token: string): boolean {
    if (typeof token !== 'string') {
      throw new SluiceError('ENTITY_INVALID', 'a token must be a text')
    }
    return this.#store.locked(() => {
      const id = parseKey(token)?.id
      const number = id === undefined ? 0 : this.#table.find('session', id)
      if (number === 0 || !this.#records.isDigestOf(number, token))
        return this.#records.forgetToken(token)
      this.#records.remove(number)
      return true
    })
  }

  /**
   * Voids what was issued before a time: one token, a session, or all of a subject, tenant or issuer. Holds in every thread
   * from its next decision on.
   * @throws SluiceError ENTITY_INVALID unless exactly one thing is named, REVOCATIONS_EXHAUSTED, CLOSED
   */
  revoke(revocation: Revocation): void {
    const named = KINDS.filter(kind => revocation?.[kind] !== undefined)
    const [kind] = named
    if (kind === undefined || named.length > 1 || typeof revocation[kind] !== 'string') {
      const message = `a revocation names exactly one of ${KINDS.join(', ')}, as a text`
      throw new SluiceError('ENTITY_INVALID', message)
    }
    const nowMs = this.#nowMs()
    const { notBefore, retainMs = TTL_MS_MAX } = revocation
    if (notBefore !== undefined && (typeof notBefore !== 'number' || Number.isNaN(notBefore))) {
      throw new SluiceError('ENTITY_INVALID', 'notBefore must be Unix ms')
    }
    if (typeof retainMs !== 'number' || !(retainMs > 0)) {
      throw new SluiceError('DURATION_INVALID', 'retainMs must be a number above 0')
    }
    this.#store.locked(() => {
      const text = kind === 'token' ? revokedPart(revocation.token!) : revocation[kind]!
      // Whatever was made in this millisecond, too, and what was made since the last one in it.
      const last = this.#revocations.timeOf(kind, text)
      const now = Math.max(nowMs, Math.min(last, nowMs + SAME_TIME_MS - 1)) + 1
      // A token is void whenever it was issued.
      const time = kind === 'token' ? Number.POSITIVE_INFINITY : (notBefore ?? now)
      this.#revocations.add(kind, text, time, nowMs + retainMs, nowMs)
    })
  }

  /** @internal As `SessionRecords.admit`. */
  admit(token: string, verified: VerifiedToken, version: number): boolean {
    return this.#records.admit(token, verified, version)
  }

  /** @internal Forgets the JWTs of an issuer that is not trusted as it was: they are verified again. */
  forgetIssuer(issuer: string): void {
    this.#records.forgetIssuer(issuer)
  }
}

/** Whether it is a list of nothing else; `every` would pass over what a list has no item for. */
function isListOf(list: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(list) && list.findIndex(item => !isOne(item)) === -1
}

function checkTexts(
  { subject, tenant }: { subject: string; tenant: string },
  roles: readonly string[],
  permissions: readonly string[],
): void {
  const check = (name: string, text: unknown, most: number, least: number) => {
    const bytes = typeof text === 'string' && text.isWellFormed() ? Buffer.byteLength(text) : -1
    if (bytes >= least && bytes <= most) return
    throw new SluiceError('ENTITY_INVALID', `${name} must be a text of ${least} to ${most} bytes`)
  }
  check('subject', subject, layout.TEXT_BYTES_MAX, 1)
  check('tenant', tenant, layout.ID_BYTES_MAX, 0)
  if (!isListOf(roles, isRoleName)) {
    throw new SluiceError('ENTITY_INVALID', 'roles must be a list of names of roles')
  }
  if (!isListOf(permissions, isPermissionName)) {
    throw new SluiceError('ENTITY_INVALID', 'permissions must be a list of permissions')
  }
}
