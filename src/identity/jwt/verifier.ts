// Verifies JWTs that the engine does not know yet. The issuer is chosen by the `iss` that the token claims, by exact match;
// everything else is then checked against what the config says of that issuer, and nothing is taken from the header but
// which of the issuer's own keys and algorithms to use. Every answer is a word; no error leaves, and no part of a token.

import { decodeJwt } from 'jose'
import { forgetMatch } from '../forget-match.ts'
import { claimChecks, readClaims } from './claims.ts'
import { checkAlgorithm, readCompact, verifyClaims } from './compact.ts'
import { issuerProblem } from './definition.ts'
import { Generations } from './generations.ts'
import { reasonOf } from './reason.ts'
import { type IssuerStatus, type IssuerTools, TrustedIssuer } from './trusted-issuer.ts'
import {
  type IssuerDefinition,
  RefusedToken,
  refusal,
  type TokenResult,
  type VerifiedToken,
} from './types.ts'

const TOKEN_BYTES_MAX = 8_192
const PENDING_MAX = 1_024
const TICK_MS = 1_000
// Also the start of a header with white space in it is one, but no issuer is known to write that.
const SHAPE = /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/

export interface TokenVerifierOptions {
  /** How key sets are fetched. Default the global `fetch`. */
  fetch?: typeof fetch
  /** Unix ms. */
  nowMs: () => number
  /** Whether others verify tokens for the same memory, by key sets of their own. Default never. */
  hasOthers?: () => boolean
  /** Longer tokens are refused. Default 8192. */
  tokenBytesMax?: number
  /** Verifications at once; at most half of them wait for key sets. More are refused. Default 1024. */
  pendingMax?: number
}

export class TokenVerifier {
  readonly #generations = new Generations()
  readonly #issuers = new Map<string, TrustedIssuer>()
  readonly #pending = new Map<string, Promise<TokenResult>>()
  readonly #tools: IssuerTools
  readonly #nowMs: () => number
  readonly #tokenBytesMax: number
  readonly #pendingMax: number
  readonly #timer: NodeJS.Timeout
  #waitingCount = 0
  #isClosed = false

  /**
   * Key sets are fetched from now on; nothing waits for them but the tokens that need them.
   * @throws TypeError as `update`
   */
  constructor(issuers: readonly IssuerDefinition[], options: TokenVerifierOptions) {
    const { nowMs, tokenBytesMax = TOKEN_BYTES_MAX, pendingMax = PENDING_MAX } = options
    this.#nowMs = nowMs
    this.#tokenBytesMax = tokenBytesMax
    this.#pendingMax = pendingMax
    this.#tools = {
      fetch: options.fetch ?? globalThis.fetch,
      nowMs,
      generations: this.#generations,
      hasOthers: options.hasOthers ?? (() => false),
      wait: fetched => this.#wait(fetched),
    }
    this.update(issuers)
    this.#timer = setInterval(() => this.tick(), TICK_MS).unref()
  }

  /**
   * Told, in the moment in which it happens, that tokens of an issuer that were verified under an earlier generation are no
   * longer to be trusted. Must not throw.
   */
  get onGeneration(): ((issuer: string, generation: number) => void) | undefined {
    return this.#generations.onGeneration
  }

  set onGeneration(listener: ((issuer: string, generation: number) => void) | undefined) {
    this.#generations.onGeneration = listener
  }

  /**
   * Trusts these issuers and no others. Those that stay as they were keep their keys and their generation.
   * @throws TypeError when one is defined in a way that cannot be verified, or twice; then nothing has changed
   */
  update(issuers: readonly IssuerDefinition[]): void {
    const names = new Set<string>()
    for (const definition of issuers) {
      const name = JSON.stringify(definition.issuer)
      const problem = issuerProblem(definition)
      if (problem !== undefined) throw new TypeError(`issuer ${name}: ${problem}`)
      if (names.has(definition.issuer)) throw new TypeError(`issuer ${name} is there twice`)
      names.add(definition.issuer)
    }
    for (const [name, issuer] of this.#issuers) {
      if (names.has(name)) continue
      this.#issuers.delete(name)
      issuer.close()
    }
    for (const definition of issuers) {
      const known = this.#issuers.get(definition.issuer)
      if (known !== undefined) known.redefine(definition)
      else this.#issuers.set(definition.issuer, new TrustedIssuer(definition, this.#tools))
    }
  }

  /** Whether a text is written as a token of ours is: three parts in base64url, the first of them a JSON object. */
  isToken(text: string): boolean {
    const isShape = text.length <= this.#tokenBytesMax && SHAPE.test(text)
    forgetMatch()
    return isShape
  }

  /** Verifies a token, once for all who ask while it runs. Never rejects, and ends within the timeout of a fetch. */
  verify(token: string): Promise<TokenResult> {
    if (token.length > this.#tokenBytesMax) return Promise.resolve(refusal('size'))
    if (this.#isClosed) return Promise.resolve(refusal('closed'))
    const pending = this.#pending.get(token)
    if (pending !== undefined) return pending
    if (this.#pending.size >= this.#pendingMax) return Promise.resolve(refusal('overloaded'))
    const result = this.#answer(token)
    this.#pending.set(token, result)
    return result
  }

  /** Grows when a key disappears from the issuer's set or the issuer is defined anew; 0 if there never was such an issuer. */
  generationOf(issuer: string): number {
    return this.#generations.of(issuer)
  }

  /** How it is with the keys of each issuer. */
  status(): IssuerStatus[] {
    return Array.from(this.#issuers.values(), issuer => issuer.status)
  }

  /** Fetches what is due, and drops keys that are too old. A timer calls it every second. */
  tick(): void {
    for (const issuer of this.#issuers.values()) issuer.tick()
  }

  /** Ends timers and fetches; whoever still waits is refused. */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    clearInterval(this.#timer)
    this.#generations.onGeneration = undefined
    for (const issuer of this.#issuers.values()) issuer.close()
  }

  async #answer(token: string): Promise<TokenResult> {
    try {
      return { ok: true, token: await this.#verify(token) }
    } catch (error) {
      return refusal(reasonOf(error))
    } finally {
      // Not before `verify` has put it there.
      queueMicrotask(() => this.#pending.delete(token))
    }
  }

  async #verify(token: string): Promise<VerifiedToken> {
    const compact = readCompact(token)
    const { iss } = decodeJwt(token)
    const issuer = iss === undefined ? undefined : this.#issuers.get(iss)
    if (issuer === undefined) throw new RefusedToken('issuer-unknown')
    // Before anything is fetched for it.
    checkAlgorithm(compact, issuer.definition.algorithms)
    const { definition, key, generation } = await issuer.trust(compact.keyId)
    const nowMs = this.#nowMs()
    const checks = claimChecks(definition, nowMs)
    const payload = await verifyClaims(compact, key, definition.algorithms, checks)
    return readClaims(payload, definition, nowMs, generation)
  }

  async #wait(fetched: Promise<void>): Promise<void> {
    if (this.#waitingCount * 2 >= this.#pendingMax) throw new RefusedToken('overloaded')
    this.#waitingCount += 1
    try {
      await fetched
    } finally {
      this.#waitingCount -= 1
    }
  }
}
