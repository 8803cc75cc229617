// Sessions in the memory: opaque ones, and JWTs that were verified.
import { createHash } from 'node:crypto'
import * as layout from '../../assembly/shared/identity.ts'
import { SluiceError } from '../errors.ts'
import type { CredentialFacts, CredentialTable } from './credential-table.ts'
import { signedPart } from './jwt/compact.ts'
import type { VerifiedToken } from './jwt/types.ts'
import { isPermissionName, isRoleName } from './permission.ts'
import { type RevocationKind, revocationHash } from './revocations.ts'
import type { IdentityStore } from './store.ts'

/** Records that each new session looks at, to give back what has ended. */
const SWEPT = 8
/** Records among which the JWT that ends first makes room for another session. */
const SAMPLE = 64
/** Records that are looked at for one JWT: a quarter of a millisecond. */
const SCANNED_MAX = 32_768
/** JWTs that are forgotten for one session: the room of one is often enough, that of so many nearly always. */
const FORGOTTEN_MAX = 64

/** What a session says of itself, beside what all credentials do; times in Unix ms. */
interface Times {
  readonly issued: number
  readonly notBefore: number
  readonly issuer: string
}

export class SessionRecords {
  readonly #store: IdentityStore
  readonly #table: CredentialTable
  readonly #nowMs: () => number
  /** The next record to look at, counted from 0. */
  #hand = 0

  constructor(table: CredentialTable, nowMs: () => number) {
    this.#store = table.store
    this.#table = table
    this.#nowMs = nowMs
  }

  /**
   * Remembers a JWT that was verified by the rules of a version. False if another version is live: who is
   * trusted may have changed.
   * @throws SluiceError CAPACITY_EXCEEDED where all the room is taken by what is not a JWT
   */
  admit(token: string, verified: VerifiedToken, version: number): boolean {
    const { subject, tenant, roles, permissions, session, tokenId, issuer } = verified
    const id = session === '' ? tokenId : session
    const facts: CredentialFacts = {
      // Cut short, two sessions would be one.
      id: Buffer.byteLength(id) <= layout.ID_BYTES_MAX ? id : '',
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
    const times = {
      issued: verified.issuedAtMs ?? Number.NEGATIVE_INFINITY,
      notBefore: verified.trustedFromMs ?? Number.NEGATIVE_INFINITY,
      issuer,
    }
    return store.locked(() => {
      // Versions change under the lock, and whoever changes them forgets afterwards whom nobody trusts any more.
      if (store.engine.version !== version) return false
      if (this.#findSeen(token) !== 0) return true
      this.insert(facts, times, number => {
        this.hashes(number, token, facts, { session: id, issuer, tokenId })
        const record = store.record('session', number)
        store.change(record, () => {
          store.seenHash(token)
          store.copySeen(record + layout.CREDENTIAL_SEEN)
        })
        store.placeSeen(record + layout.CREDENTIAL_SEEN)
        store.insert(layout.KIND_SESSION_SEEN, number)
      })
      return true
    })
  }

  /** Forgets the JWTs of an issuer whose keys have changed: they are verified again. */
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
          this.remove(number)
        }
      })
    }
  }

  #countOpaque(change: 1 | -1): void {
    const store = this.#store
    store.setField(layout.IDENTITY_OPAQUE, store.field(layout.IDENTITY_OPAQUE) + change)
  }

  #isJwt(record: number): boolean {
    return typeOf(this.#store.u32(record + layout.CREDENTIAL_STATE)) === layout.TYPE_JWT
  }

  /**
   * Writes a record with the facts, and has it entered into the index. JWTs that end first make room for it. With the lock.
   * @throws SluiceError CAPACITY_EXCEEDED
   */
  insert(facts: CredentialFacts, times: Times, enter: (number: number) => void): void {
    this.#sweep(SWEPT)
    const { sessionsMax } = this.#store.engine.sizes
    const isOpaque = typeOf(facts.state) !== layout.TYPE_JWT
    const isFull = () => isOpaque && this.#store.field(layout.IDENTITY_OPAQUE) >= sessionsMax
    // One that has ended need not have been looked at yet.
    if (isFull()) this.#sweep(SCANNED_MAX)
    if (isFull()) {
      const message = `there is no room for another opaque session (option sessionsMax: ${sessionsMax})`
      throw new SluiceError('CAPACITY_EXCEEDED', message)
    }
    for (let forgotten = 0; ; forgotten++) {
      try {
        this.#insert(facts, times, enter)
        return
      } catch (error) {
        const isFull = error instanceof SluiceError && error.code === 'CAPACITY_EXCEEDED'
        if (!isFull || forgotten === FORGOTTEN_MAX || !this.#forgetOne()) throw error
      }
    }
  }

  #insert(
    facts: CredentialFacts,
    { issued, notBefore, issuer }: Times,
    enter: (number: number) => void,
  ): void {
    const store = this.#store
    const held = this.#table.hold(facts)
    let text = 0
    let number: number
    try {
      text = store.string(issuer)
      number = store.take('session')
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
    if (!this.#isJwt(record)) this.#countOpaque(1)
    try {
      enter(number)
    } catch (error) {
      // No entry leads to the record: nobody else could give it back before it ends.
      this.remove(number)
      throw error
    }
  }

  /** What revocations can name the session by. */
  hashes(
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

  /** Forgets the JWT that ends first of some. Returns whether there was one. With the lock. */
  #forgetOne(): boolean {
    const store = this.#store
    const most = Math.min(store.used('session'), SCANNED_MAX)
    let first = 0
    let least = Number.POSITIVE_INFINITY
    for (let step = 0; step < most && (step < SAMPLE || first === 0); step++) {
      const number = this.#next()
      const record = store.record('session', number)
      const expires = store.f64(record + layout.CREDENTIAL_EXPIRES)
      if (!this.#isJwt(record) || expires >= least) continue
      first = number
      least = expires
    }
    if (first !== 0) this.remove(first)
    return first !== 0
  }

  #next(): number {
    const used = this.#store.used('session')
    this.#hand = used === 0 ? 0 : (this.#hand + 1) % used
    return this.#hand + 1
  }

  /** Gives sessions back that have ended, of the next so many. */
  #sweep(count: number): void {
    const store = this.#store
    const most = Math.min(store.used('session'), count)
    const nowMs = this.#nowMs()
    for (let step = 0; step < most; step++) {
      const number = this.#next()
      const record = store.record('session', number)
      const isUsed = (store.u32(record + layout.CREDENTIAL_STATE) & layout.STATUS_MASK) !== 0
      if (isUsed && store.f64(record + layout.CREDENTIAL_EXPIRES) <= nowMs) this.remove(number)
    }
  }

  /** With the lock. */
  remove(number: number): void {
    const store = this.#store
    const record = store.record('session', number)
    this.#table.forgetSeen('session', number)
    if (!this.#isJwt(record)) {
      this.#table.forgetId('session', number)
      this.#countOpaque(-1)
    }
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

  /** Forgets a JWT. Returns whether it was known. With the lock. */
  forgetToken(token: string): boolean {
    const number = this.#findSeen(token)
    if (number !== 0) this.remove(number)
    return number !== 0
  }

  isDigestOf(number: number, token: string): boolean {
    const start = this.#store.record('session', number) + layout.CREDENTIAL_DIGEST
    return digestOf(token).equals(this.#store.engine.u8.slice(start, start + 32))
  }
}

function typeOf(state: number): number {
  return (state >> layout.TYPE_SHIFT) & layout.TYPE_MASK
}

/** What a token is revoked by: of a JWT what is signed, of an opaque one all of it. */
export function revokedPart(token: string): string {
  return signedPart(token) || token
}

export function stateOf(type: number): number {
  return (
    layout.STATUS_ACTIVE |
    (type << layout.TYPE_SHIFT) |
    (layout.DIGEST_SHA256 << layout.ALGORITHM_SHIFT)
  )
}

export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
