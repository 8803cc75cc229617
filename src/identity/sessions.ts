// Sessions at run time: `sluice.sessions`. Opaque tokens are made here and kept as digests; JWTs that were verified are
// kept so that they need not be verified again, and never longer than they are good.
import { createHash } from 'node:crypto'
import * as layout from '../../assembly/shared/identity.ts'
import { SluiceError } from '../errors.ts'
import type { CredentialFacts, CredentialTable } from './credential-table.ts'
import type { VerifiedToken } from './jwt/types.ts'
import { createKey, parseKey } from './key-format.ts'
import { isPermissionName, isRoleName } from './permission.ts'
import { type RevocationKind, Revocations, revocationHash } from './revocations.ts'
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
  /** Unix ms: what was issued before this is void, and what has no `iat` is. Default now. */
  notBefore?: number
  /** How long it is remembered, in ms: longer than any token it is about is good. Default 366 days. */
  retainMs?: number
}

const DAY_MS = 86_400_000
const TTL_MS_MAX = 366 * DAY_MS
const KINDS = ['token', 'session', 'subject', 'tenant', 'issuer'] as const
/** Records that each new session looks at, to give back what has ended. */
const SWEPT = 8
/** Records among which the JWT that ends first makes room for another. */
const SAMPLE = 64
const TRIES_MAX = 16

export class Sessions {
  readonly #store: IdentityStore
  readonly #table: CredentialTable
  readonly #revocations: Revocations
  readonly #nowMs: () => number
  /** The next record to look at, counted from 0. */
  #hand = 0

  /** @internal `nowMs` in Unix ms. */
  constructor(table: CredentialTable, nowMs: () => number) {
    this.#store = table.store
    this.#table = table
    this.#revocations = new Revocations(table.store)
    this.#nowMs = nowMs
  }

  /**
   * Makes an opaque session token and remembers it, as a digest. It lives in the engine's memory: another process does not
   * know it.
   * @throws SluiceError OPTION_INVALID, ENTITY_INVALID, CAPACITY_EXCEEDED, CLOSED
   */
  create(options: NewSession): IssuedSession {
    const {
      subject,
      tenant = '',
      roles = [],
      permissions = [],
      networks = [],
    } = Object(options) as NewSession
    const { ttlMs = DAY_MS, prefix = 'ss', environment = 'live' } = options
    checkTexts({ subject, tenant }, roles, permissions)
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
      const number = this.#insert(facts, {
        issued: nowMs,
        notBefore: nowMs,
        session: id,
        issuer: '',
      })
      this.#store.hash(id)
      this.#store.insert(layout.KIND_SESSION_ID, number)
      this.#hashes(number, token, facts, { session: id, issuer: '' })
    })
    return { id, token, expiresAt: facts.expiresMs }
  }

  #newToken(prefix: string, environment: string) {
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const made = createKey({ prefix, environment })
      if (this.#table.find('session', made.id) === 0) return made
    }
    throw new SluiceError('ENTITY_INVALID', 'no id is free for the prefix and environment')
  }

  /** Ends an opaque session, or forgets a verified JWT. Returns whether it was known. */
  delete(token: string): boolean {
    return this.#store.locked(() => {
      const id = parseKey(token)?.id
      const number = id === undefined ? 0 : this.#table.find('session', id)
      if (number === 0 || !this.#isDigestOf(number, token)) return this.#forgetToken(token)
      this.#remove(number)
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
    const { notBefore = nowMs, retainMs = TTL_MS_MAX } = revocation
    if (typeof notBefore !== 'number' || Number.isNaN(notBefore)) {
      throw new SluiceError('ENTITY_INVALID', 'notBefore must be Unix ms')
    }
    if (typeof retainMs !== 'number' || !(retainMs > 0)) {
      throw new SluiceError('DURATION_INVALID', 'retainMs must be a number above 0')
    }
    // A token is void whenever it was issued.
    const time = kind === 'token' ? Number.POSITIVE_INFINITY : notBefore
    this.#store.locked(() => {
      const named = kind === 'token' ? revokedPart(revocation.token!) : revocation[kind]!
      this.#revocations.add(kind, named, time, nowMs + retainMs, nowMs)
    })
  }

  /**
   * @internal Remembers a JWT that was verified by the rules of a version. False if another version is live: who is
   * trusted may have changed.
   * @throws SluiceError CAPACITY_EXCEEDED where all the room is taken by opaque sessions
   */
  admit(token: string, verified: VerifiedToken, version: number): boolean {
    const { subject, tenant, roles, permissions, session, tokenId, issuer } = verified
    const id = session === '' ? tokenId : session
    const facts: CredentialFacts = {
      id: id.length <= layout.ID_BYTES_MAX ? id : '',
      tenant,
      subject,
      roles: roles.filter(isRoleName),
      permissions: permissions.filter(isPermissionName),
      networks: [],
      expiresMs: verified.trustedUntilMs,
      digest: digestOf(token),
      state: stateOf(layout.TYPE_JWT) | layout.CREDENTIAL_IS_SEEN,
    }
    const store = this.#store
    return store.locked(() => {
      // Versions change under the lock, and whoever changes them forgets afterwards whom nobody trusts any more.
      if (store.engine.version !== version) return false
      if (this.#findSeen(token) !== 0) return true
      const times = {
        issued: verified.issuedAtMs ?? Number.NEGATIVE_INFINITY,
        notBefore: verified.notBeforeMs ?? Number.NEGATIVE_INFINITY,
      }
      const number = this.#insert(facts, { ...times, session: id, issuer })
      this.#hashes(number, token, facts, { session: id, issuer, tokenId })
      const record = store.record('session', number)
      store.change(record, () => {
        store.seenHash(token)
        store.copySeen(record + layout.CREDENTIAL_SEEN)
      })
      store.placeSeen(record + layout.CREDENTIAL_SEEN)
      store.insert(layout.KIND_SESSION_SEEN, number)
      return true
    })
  }

  /** @internal Forgets the JWTs of an issuer whose keys have changed: they are verified again. */
  forgetIssuer(issuer: string): void {
    const store = this.#store
    for (let number = 1; number <= store.used('session'); number++) {
      const record = store.record('session', number)
      if (!this.#isJwt(record)) continue
      store.locked(() => {
        if (
          this.#isJwt(record) &&
          store.text(store.u32(record + layout.SESSION_ISSUER)) === issuer
        ) {
          this.#remove(number)
        }
      })
    }
  }

  #isJwt(record: number): boolean {
    const state = this.#store.u32(record + layout.CREDENTIAL_STATE)
    return ((state >> layout.TYPE_SHIFT) & layout.TYPE_MASK) === layout.TYPE_JWT
  }

  #insert(
    facts: CredentialFacts,
    {
      issued,
      notBefore,
      issuer,
    }: { issued: number; notBefore: number; session: string; issuer: string },
  ): number {
    const store = this.#store
    this.#sweep()
    const held = this.#table.hold(facts)
    let text = 0
    let number: number
    try {
      text = store.string(issuer)
      number = this.#take()
    } catch (error) {
      store.freeString(text)
      this.#table.letGo(held)
      throw error
    }
    const record = store.record('session', number)
    store.change(record, () => {
      this.#table.write(record, facts, held)
      store.setF64(record + layout.SESSION_ISSUED, issued)
      store.setF64(record + layout.SESSION_NOT_BEFORE, notBefore)
      store.setU32(record + layout.SESSION_ISSUER, text)
      store.setU32(record + layout.SESSION_CHECKED, 0)
    })
    return number
  }

  /** What revocations can name the session by. */
  #hashes(
    number: number,
    token: string,
    { subject, tenant }: CredentialFacts,
    { session, issuer, tokenId = '' }: { session: string; issuer: string; tokenId?: string },
  ): void {
    const store = this.#store
    const record = store.record('session', number)
    const put = (field: number, kind: RevocationKind, text: string) => {
      if (text === '') return
      revocationHash(store, kind, text)
      store.copyHash(record + field)
    }
    store.change(record, () => {
      put(layout.SESSION_TOKEN_HASH, 'token', revokedPart(token))
      put(layout.SESSION_SESSION_HASH, 'session', session)
      put(layout.SESSION_SUBJECT_HASH, 'subject', subject)
      put(layout.SESSION_TENANT_HASH, 'tenant', tenant)
      put(layout.SESSION_ISSUER_HASH, 'issuer', issuer)
      // A JWT with both can be named by either.
      if (tokenId !== session) put(layout.SESSION_ID_HASH, 'session', tokenId)
    })
  }

  /** A free record; in place of the JWT that ends first, if there is none. */
  #take(): number {
    const store = this.#store
    const max = store.engine.sizes.sessionsMax
    if (store.hasFree('session')) return store.take('session')
    let first = 0
    let least = Number.POSITIVE_INFINITY
    for (let step = 0; step < max && (step < SAMPLE || first === 0); step++) {
      const number = this.#next()
      const record = store.record('session', number)
      const expires = store.f64(record + layout.CREDENTIAL_EXPIRES)
      if (!this.#isJwt(record) || expires >= least) continue
      first = number
      least = expires
    }
    if (first !== 0) this.#remove(first)
    return store.take('session')
  }

  #next(): number {
    const used = this.#store.used('session')
    this.#hand = used === 0 ? 0 : (this.#hand + 1) % used
    return this.#hand + 1
  }

  /** Gives a few sessions back that have ended. */
  #sweep(): void {
    const store = this.#store
    if (store.used('session') === 0) return
    const nowMs = this.#nowMs()
    for (let step = 0; step < SWEPT; step++) {
      const number = this.#next()
      const record = store.record('session', number)
      const isUsed = (store.u32(record + layout.CREDENTIAL_STATE) & layout.STATUS_MASK) !== 0
      if (isUsed && store.f64(record + layout.CREDENTIAL_EXPIRES) <= nowMs) this.#remove(number)
    }
  }

  #remove(number: number): void {
    const store = this.#store
    const record = store.record('session', number)
    this.#table.forgetSeen('session', number)
    if (!this.#isJwt(record)) this.#table.forgetId('session', number)
    const held = this.#table.holdings(record)
    const issuer = store.u32(record + layout.SESSION_ISSUER)
    store.give('session', number)
    this.#table.letGo(held)
    store.freeString(issuer)
  }

  /** Number of the session that a token was seen as; 0 if it was not. */
  #findSeen(token: string): number {
    const store = this.#store
    store.seenHash(token)
    return store.findSeen(layout.KIND_SESSION_SEEN, number => store.record('session', number))
  }

  #forgetToken(token: string): boolean {
    const number = this.#findSeen(token)
    if (number !== 0) this.#remove(number)
    return number !== 0
  }

  #isDigestOf(number: number, token: string): boolean {
    const start = this.#store.record('session', number) + layout.CREDENTIAL_DIGEST
    return digestOf(token).equals(this.#store.engine.u8.slice(start, start + 32))
  }
}

/**
 * What a token is revoked by: of a JWT what is signed, for a signature can be written in more than one way. Of an opaque
 * one all of it.
 */
function revokedPart(token: string): string {
  const end = token.lastIndexOf('.')
  return end === -1 ? token : token.slice(0, end)
}

function stateOf(type: number): number {
  return (
    layout.STATUS_ACTIVE |
    (type << layout.TYPE_SHIFT) |
    (layout.DIGEST_SHA256 << layout.ALGORITHM_SHIFT)
  )
}

function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
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
  if (!Array.isArray(roles) || !roles.every(isRoleName)) {
    throw new SluiceError('ENTITY_INVALID', 'roles must be a list of names of roles')
  }
  if (!Array.isArray(permissions) || !permissions.every(isPermissionName)) {
    throw new SluiceError('ENTITY_INVALID', 'permissions must be a list of permissions')
  }
}
