// What the gates of a thread share: the way into the engine, and what the host does when the engine cannot go on alone.
import * as layout from '../../assembly/shared/gate.ts'
import { MODE_PEEK, MODE_RESERVE, PART_HASH } from '../../assembly/shared/layout.ts'
import type { Attributes } from '../engine/attribute.ts'
import { resolve } from '../engine/attribute.ts'
import { ContextEncoder, ENCODED } from '../engine/encode.ts'
import type { Engine } from '../engine/engine.ts'
import { CONTEXT_OF_GATES } from '../engine/memory.ts'
import { SluiceError } from '../errors.ts'
import { addressOf } from '../identity/credential-table.ts'
import type { Identity } from '../identity/identity.ts'
import { textHash } from '../identity/names.ts'
import type { Limit } from '../limit.ts'
import type { LimitParts } from '../limit-parts.ts'
import { partAddress } from '../limit-result.ts'
import { composeKey } from '../limits/compose-key.ts'
import { ipKey } from '../limits/ip-key.ts'
import { isFact } from '../rules/gate.ts'
import { AnswerReader } from './answer.ts'
import { CODE_OF, type DecisionCode } from './codes.ts'
import { CredentialWriter, MALFORMED } from './credential-writer.ts'
import { Decision, type DecisionCounter, type Keyless } from './decision.ts'
import type { DecisionRequest, GateExplanation } from './types.ts'
import type { GateView, HostKey } from './view.ts'

const NO_ATTRIBUTES: Attributes = {}

/** Where a thread's failed credentials are counted. */
export type LimitByName = (name: string) => Limit

/**
 * How often a JWT is verified for one decision: it may be forgotten between that and the decision, when its issuer is defined
 * anew or room is needed. After so many times nobody can tell whether it is good.
 */
export const VERIFICATIONS_MAX = 8

export class GateParts {
  readonly limits: LimitParts
  readonly identity: Identity
  /** The limits that the last request had no key of, in their order. */
  readonly #keyless: Keyless[] = []
  readonly #engine: Engine
  readonly #limit: LimitByName
  readonly #reader: AnswerReader
  readonly #writer: CredentialWriter
  readonly #counter: DecisionCounter
  #encoder: ContextEncoder
  readonly #decide: Engine['evaluators']['decide']

  constructor(limits: LimitParts, identity: Identity, limit: LimitByName, prefix: string) {
    const { engine } = limits
    this.limits = limits
    this.identity = identity
    this.#engine = engine
    this.#limit = limit
    this.#reader = new AnswerReader(engine, identity.sets)
    this.#writer = new CredentialWriter(engine)
    this.#counter = { prefix, count: 0 }
    this.#encoder = new ContextEncoder(engine, CONTEXT_OF_GATES)
    this.#decide = engine.owner ? engine.evaluators.decide : engine.evaluators.decidePinned
  }

  decision(): Decision {
    return new Decision(this.#reader, this.limits, this.#counter)
  }

  isLive({ version }: GateView): boolean {
    return this.#engine.version === version
  }

  /** Attributes have other slots in another version, and what the engine wrote into them the encoder does not know. */
  forgetContext(): void {
    this.#encoder = new ContextEncoder(this.#engine, CONTEXT_OF_GATES)
  }

  /** Asks the engine. False if it has to be asked again, by what is live then. */
  ask(
    decision: Decision,
    view: GateView,
    request: DecisionRequest,
    mode: number,
    cost: number,
  ): boolean {
    const { credentials, context } = request
    let { credential } = request
    if (credentials !== undefined) {
      if (credentials.length + (credential === undefined ? 0 : 1) > 1) {
        decision.setRefused(view, 'CREDENTIAL_AMBIGUOUS')
        return true
      }
      credential ??= credentials[0]
    }
    const attributes = (context ?? NO_ATTRIBUTES) as Attributes
    if (view.plan.length > 0 && this.#encoder.encode(view.plan, attributes) !== ENCODED) {
      decision.setRefused(view, 'CONTEXT_INVALID')
      return true
    }
    const keyless =
      view.hostKeys.length > 0 ? this.#writeKeys(view, request, credential) : undefined
    const length = credential === undefined ? 0 : this.#writer.write(credential)
    if (length === MALFORMED) {
      decision.setRefused(view, 'CREDENTIAL_MALFORMED')
      return true
    }
    // Without the key of a limit nothing may be taken; what else there is to say against the request comes first.
    const asked = keyless === undefined ? mode : mode | layout.DECIDE_KEYLESS
    const outcome = this.#call(view, asked, length, cost)
    if (outcome < 0) {
      try {
        return this.#prepare(decision, view, request, mode, cost, length, outcome)
      } catch (error) {
        // The context is the caller's, and may do anything.
        this.#writer.wipe(length)
        throw error
      }
    }
    decision.setAnswered(view, outcome, cost, asked === MODE_RESERVE)
    if (keyless !== undefined) decision.setKeyless(keyless)
    return true
  }

  #call(view: GateView, mode: number, length: number, cost: number): number {
    const { lane } = this.#engine
    const nowMs = this.limits.elapsed()
    return this.#decide(lane, view.ruleset, view.version, view.gate, mode, length, cost, nowMs)
  }

  /** What the engine could not answer by itself: does what it needs, and asks again if that helps. */
  #prepare(
    decision: Decision,
    view: GateView,
    request: DecisionRequest,
    mode: number,
    cost: number,
    length: number,
    outcome: number,
  ): boolean {
    switch (outcome) {
      case layout.DECISION_STALE:
        this.#writer.wipe(length)
        return false
      case layout.DECISION_UNSEEN:
        return this.#admit(decision, view, request, length)
      case layout.DECISION_NEEDS_ADDRESS: {
        const { ip } = request.context ?? {}
        const address = typeof ip === 'string' ? addressOf(ip) : undefined
        this.#reader.setAddress(address ?? 'unknown')
        try {
          return this.ask(decision, view, request, mode, cost)
        } finally {
          this.#reader.setAddress(undefined)
        }
      }
    }
    this.#writer.wipe(length)
    // A record that is being written for so long was left by a thread that died: who gets its lock mends it.
    if (outcome === layout.DECISION_TORN) this.identity.store.locked(() => {})
    else this.limits.table.prepare(outcome, this.limits.elapsed())
    return false
  }

  /** Looks up a credential that is not known yet. True if it is to be refused. */
  #admit(decision: Decision, view: GateView, request: DecisionRequest, length: number): boolean {
    const retryMs = this.#failuresRetryMs(view, request)
    const isKnown = retryMs === 0 && this.identity.credentials.admit(length)
    this.#writer.wipe(length)
    if (isKnown) return false
    if (retryMs > 0) {
      decision.setRefused(view, 'SOURCE_LIMITED', retryMs)
      return true
    }
    const token = request.credential ?? request.credentials?.[0] ?? ''
    if (this.identity.verifier()?.isToken(token) === true) {
      decision.setRefused(view, 'CREDENTIAL_UNVERIFIED')
    } else {
      this.#countFailure(view, request)
      decision.setRefused(view, 'CREDENTIAL_INVALID')
    }
    return true
  }

  #failures({ identity }: GateView, { source, context }: DecisionRequest) {
    // An address that a proxy did not say is none.
    const from = source === '' ? context?.ip : (source ?? context?.ip)
    if (identity.failures === undefined || typeof from !== 'string' || from === '') return undefined
    // As long as it may be, it is somebody's: hashed, it is a key.
    const isKey = from.isWellFormed() && Buffer.byteLength(from) <= this.#engine.sizes.keyBytesMax
    return {
      limit: this.#limit(identity.failures),
      key: isKey ? from : textHash(from).toString(36),
    }
  }

  /** Ms for which the source of a request has to wait, because it has failed too often; 0 if it has not. */
  #failuresRetryMs(view: GateView, request: DecisionRequest): number {
    const failures = this.#failures(view, request)
    if (failures === undefined) return 0
    const { limit, key } = failures
    const found = limit.peek(key)
    return found.allowed ? 0 : found.retryMs
  }

  #countFailure(view: GateView, request: DecisionRequest): void {
    const failures = this.#failures(view, request)
    failures?.limit.take(failures.key)
  }

  /** Verifies a JWT: ALLOWED, or why it is refused. */
  async verify(token: string, view: GateView, request: DecisionRequest): Promise<DecisionCode> {
    const result = await this.identity.verify(token)
    if (result.ok) return 'ALLOWED'
    if (result.code === 'CREDENTIAL_INVALID') this.#countFailure(view, request)
    return result.code
  }

  /** Hashes the keys that are not the credential's alone; what is wrong with the first that cannot be, if one cannot. */
  #writeKeys(
    view: GateView,
    request: DecisionRequest,
    credential: string | undefined,
  ): Keyless | undefined {
    this.#keyless.length = 0
    let facts: Attributes = NO_ATTRIBUTES
    if (view.hostKeys.some(({ needsFacts }) => needsFacts)) facts = this.#facts(view, credential)
    const context = (request.context ?? NO_ATTRIBUTES) as Attributes
    for (const hostKey of view.hostKeys) {
      const code = this.#writeKey(hostKey, context, facts)
      const { limit, part } = hostKey
      if (code !== undefined) this.#keyless.push({ code, limit, part })
    }
    return this.#keyless[0]
  }

  #writeKey(hostKey: HostKey, context: Attributes, facts: Attributes): Keyless['code'] | undefined {
    try {
      const text = keyText(hostKey, context, facts)
      if (text === undefined) return 'LIMIT_KEY_MISSING'
      const { keys } = this.limits
      keys.copyHash(keys.hashed(text), partAddress(this.#engine, hostKey.part) + PART_HASH)
      return undefined
    } catch (error) {
      // What a client sends must not become an error of the caller's program.
      if (error instanceof SluiceError && error.code === 'KEY_INVALID') return 'LIMIT_KEY_INVALID'
      throw error
    }
  }

  /** What the credential says, for keys that have more parts than that. */
  #facts(view: GateView, credential: string | undefined): Attributes {
    const length = credential === undefined ? 0 : this.#writer.write(credential)
    if (length === MALFORMED) return NO_ATTRIBUTES
    const outcome = this.#call({ ...view, gate: 0 }, MODE_PEEK, length, 0)
    // One that is not known yet is looked up by the call that follows, and then asked for again.
    if (outcome < 0) {
      this.#writer.wipe(length)
      return NO_ATTRIBUTES
    }
    const { tenant, id, subject, type, keyId, environment, sessionId, issuer } =
      this.#reader.principal()
    const plan = this.#reader.plan(view.identity)
    // As flags have them: without a credential, or a tenant, there is nothing.
    const state = plan.state === 'none' ? undefined : plan.state
    return {
      tenant: { id: tenant || undefined, plan: plan.id || undefined, state },
      principal: {
        type: type === 'none' ? undefined : type,
        id: id || undefined,
        subject: subject || undefined,
      },
      key: { id: keyId || undefined, environment: environment || undefined },
      session: { id: sessionId || undefined, issuer: issuer || undefined },
      targetingKey: subject || id || undefined,
    }
  }

  /** What each step of an explained decision found. */
  explanation(name: string, view: GateView, decision: Decision): GateExplanation {
    const isAsked = decision.isAnswered
    return {
      gate: name,
      decision: decision.toJSON(),
      steps: view.details.steps.map((step, index) => {
        const code = isAsked ? this.#verdict(view, decision, index) : 'ALLOWED'
        const verdict = !isAsked ? 'skipped' : code === 'ALLOWED' ? 'passed' : 'failed'
        return { step, verdict, ...(verdict === 'failed' && { code }) }
      }),
    }
  }

  /** What a step found; of one that asks a limit, what the limit did. */
  #verdict({ details }: GateView, decision: Decision, step: number): DecisionCode {
    const code = CODE_OF[this.#reader.verdict(step)]!
    const part = step - (details.steps.length - details.limits.length)
    if (code !== 'ALLOWED') return code
    const name = details.limits[part]?.name
    const keyless = decision.keyless && this.#keyless.find(({ limit }) => limit === name)
    if (keyless !== undefined) return keyless.code
    const result = decision.explainedLimits[part]
    if (result === undefined || result.allowed) return code
    return result.code === 'ALLOWED' ? 'LIMITED' : result.code
  }
}

/** The key of a limit as a text; undefined if the request does not have all of it. */
function keyText(
  { parts: asked }: HostKey,
  context: Attributes,
  facts: Attributes,
): string | undefined {
  const parts: string[] = []
  for (const { path, prefix } of asked) {
    const own = isFact(path) ? undefined : resolve(context, path)
    // Facts stand for what the context does not have: the targeting key; or must not say: all others.
    const value = own ?? resolve(facts, path)
    const isText = typeof value === 'string' && value !== ''
    if (!isText && !(typeof value === 'number' && Number.isFinite(value))) return undefined
    parts.push(prefix === undefined ? String(value) : ipKey(String(value), prefix))
  }
  return composeKey(...parts)
}
