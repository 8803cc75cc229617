// What one thread has of callers: the tables in the shared memory, and, for JWTs, who verifies them.
import { decodeJwt } from 'jose'
import {
  ID_BYTES_MAX,
  IDENTITY_MODE,
  MODE_CONFIRM_ALWAYS,
  TEXT_BYTES_MAX,
} from '../../assembly/shared/identity.ts'
import type { IssuerConfig } from '../config/types.ts'
import type { Engine } from '../engine/engine.ts'
import type { RulesetReader } from '../engine/reader.ts'
import { SluiceError } from '../errors.ts'
import { CredentialTable } from './credential-table.ts'
import { forgetMatch } from './forget-match.ts'
import { issuerProblem } from './jwt/definition.ts'
import type { IssuerDefinition, TokenResult, VerifiedToken } from './jwt/types.ts'
import { TokenVerifier } from './jwt/verifier.ts'
import { Keys } from './keys.ts'
import { type Peppers, writePeppers } from './peppers.ts'
import { PermissionSets } from './permission-sets.ts'
import { Sessions } from './sessions.ts'
import { IdentityStore } from './store.ts'
import { TenantTable } from './tenants-table.ts'

const encoder = new TextEncoder()

/** Unix ms by the engine's clock. */
export function unixClock(engine: Engine, elapsed: () => number): () => number {
  return () => engine.wallOffset + Math.floor(Math.max(elapsed(), 0))
}

/** Issuers as the verifier has them. @throws SluiceError OPTION_INVALID for a secret that is missing or no good */
export function resolveIssuers(issuers: readonly IssuerConfig[]): IssuerDefinition[] {
  return issuers.map(({ secretEnv, keys, ...issuer }) => {
    const definition: IssuerDefinition = {
      ...issuer,
      ...(keys !== undefined && { keys: keys as IssuerDefinition['keys'] & object }),
      ...(secretEnv !== undefined && { secret: secretOf(secretEnv) }),
    }
    const problem = issuerProblem(definition)
    if (problem === undefined) return definition
    throw new SluiceError('OPTION_INVALID', `the issuer '${issuer.issuer}': ${problem}`)
  })
}

function secretOf(name: string): Uint8Array {
  const secret = process.env[name]
  if (secret === undefined || secret === '') {
    throw new SluiceError('OPTION_INVALID', `the environment variable ${name} has no secret`)
  }
  return encoder.encode(secret)
}

/** Whether the engine has room for what tells callers apart. */
function fits({ subject, tenant, issuer }: VerifiedToken): boolean {
  return (
    Buffer.byteLength(subject) <= TEXT_BYTES_MAX &&
    Buffer.byteLength(tenant) <= ID_BYTES_MAX &&
    Buffer.byteLength(issuer) <= TEXT_BYTES_MAX
  )
}

export class Identity {
  readonly store: IdentityStore
  readonly tenants: TenantTable
  readonly sets: PermissionSets
  readonly credentials: CredentialTable
  readonly keys: Keys
  readonly sessions: Sessions
  /** Unix ms. */
  readonly nowMs: () => number
  readonly #fetch: typeof fetch | undefined
  #verifier: TokenVerifier | undefined
  #issuers = ''
  /** Issuers that this thread cannot verify tokens of. */
  readonly #withoutSecret = new Set<string>()
  /** Of the thread that publishes: the issuers of the live config. */
  #trusted: ReadonlyMap<string, string> = new Map()

  constructor(
    engine: Engine,
    reader: RulesetReader,
    elapsed: () => number,
    fetcher: typeof fetch | undefined,
  ) {
    this.nowMs = unixClock(engine, elapsed)
    this.store = new IdentityStore(engine)
    this.tenants = new TenantTable(this.store)
    this.sets = new PermissionSets(this.store, reader)
    this.credentials = new CredentialTable(this.store, this.tenants, this.sets)
    this.keys = new Keys(this.credentials, this.nowMs)
    this.sessions = new Sessions(this.credentials, this.nowMs)
    this.#fetch = fetcher
  }

  /** Who verifies the JWTs of the live config; undefined if it has no issuers. @throws SluiceError OPTION_INVALID */
  verifier(): TokenVerifier | undefined {
    const { issuers } = this.sets.requirements().details
    const text = issuers.length === 0 ? '' : JSON.stringify(issuers)
    if (text === this.#issuers) return this.#verifier
    if (text === '') {
      this.#verifier?.close()
      this.#verifier = undefined
    } else {
      this.#trust(this.#resolve(issuers))
    }
    this.#issuers = text
    return this.#verifier
  }

  /** Who publishes has seen to it that there are secrets; another thread may have an environment of its own. */
  #resolve(issuers: readonly IssuerConfig[]): IssuerDefinition[] {
    this.#withoutSecret.clear()
    return issuers.flatMap(issuer => {
      try {
        return resolveIssuers([issuer])
      } catch (error) {
        if (!(error instanceof SluiceError) || this.store.engine.owner) throw error
        this.#withoutSecret.add(issuer.issuer)
        process.emitWarning(error.message, { type: 'SluiceWarning', code: error.code })
        return []
      }
    })
  }

  #trust(issuers: readonly IssuerDefinition[]): void {
    if (this.#verifier !== undefined) {
      this.#verifier.update(issuers)
      return
    }
    this.#verifier = new TokenVerifier(issuers, {
      nowMs: this.nowMs,
      tokenBytesMax: this.store.engine.sizes.credentialBytesMax,
      // Of all threads, the one that opened the engine is there as long as it is.
      hasOthers: () => this.store.engine.owner && this.store.engine.isShared,
      ...(this.#fetch !== undefined && { fetch: this.#fetch }),
    })
    this.#verifier.onGeneration = issuer => {
      // The engine may have been closed in the meantime, and with it everything that is to be forgotten.
      if (this.store.engine.version >= 0) this.sessions.forgetIssuer(issuer)
    }
  }

  /** Verifies a JWT that is not known, and remembers it. */
  async verify(token: string): Promise<TokenResult> {
    const { engine } = this.store
    while (true) {
      const { version } = engine
      const verifier = this.verifier()
      if (verifier === undefined) {
        return { ok: false, code: 'CREDENTIAL_INVALID', reason: 'issuer-unknown' }
      }
      const result = await verifier.verify(token)
      forgetMatch()
      if (!result.ok && result.reason === 'issuer-unknown' && this.#isWithoutSecret(token)) {
        return { ok: false, code: 'ISSUER_UNAVAILABLE', reason: 'keys-unavailable' }
      }
      if (!result.ok || engine.version < 0) return result
      // Cut short, two callers would be one.
      if (!fits(result.token))
        return { ok: false, code: 'CREDENTIAL_INVALID', reason: 'claim-invalid' }
      const { issuer, generation } = result.token
      // Who is trusted, or the issuer's keys, may have changed while it was being verified.
      if (generation !== verifier.generationOf(issuer)) continue
      if (this.sessions.admit(token, result.token, version)) return result
    }
  }

  /** Whether the token says that it is of an issuer whose secret this thread does not have. */
  #isWithoutSecret(token: string): boolean {
    if (this.#withoutSecret.size === 0) return false
    const { iss = '' } = decodeJwt(token)
    return this.#withoutSecret.has(iss)
  }

  /**
   * What is to be done when another config went live: sessions of issuers that are trusted no more, or otherwise, are
   * forgotten, and the keys of new ones fetched. Of the thread that publishes.
   */
  trust(issuers: readonly IssuerConfig[]): void {
    const trusted = new Map(issuers.map(issuer => [issuer.issuer, JSON.stringify(issuer)]))
    for (const [issuer, text] of this.#trusted) {
      if (trusted.get(issuer) !== text) this.sessions.forgetIssuer(issuer)
    }
    this.#trusted = trusted
    this.verifier()
  }

  close(): void {
    this.#verifier?.close()
  }
}

/** What an engine that was just opened is told of credentials. */
export function prepareIdentity(
  { store }: Identity,
  { peppers, confirm }: { peppers?: Peppers; confirm?: 'first' | 'always' },
): void {
  if (peppers !== undefined) writePeppers(store, peppers)
  if (confirm === 'always') store.setField(IDENTITY_MODE, MODE_CONFIRM_ALWAYS)
}
