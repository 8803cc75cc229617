// What changes at run time: done to the engine, and to what the composition goes by.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Sluice } from '../../../src/index.ts'
import type { Composition } from './composition.ts'
import { distinct, endOf, hashOf, type KnownKey, NOBODY } from './credentials.ts'
import type { Key } from './definition.ts'
import { TENANTS } from './names.ts'
import type { SessionCaller, Step } from './steps.ts'
import { usedAfter } from './tenant.ts'
import { claimsAt, ISSUER, type RevocationKind, signed, type Token } from './tokens.ts'
import { KEY_SLOTS } from './world.ts'

interface Session {
  readonly token: string
  readonly id: string
  readonly digest: string
}

type Change = Exclude<Step, { kind: 'ask' | 'settle' }>

export class Changes {
  /** Whatever was a credential once. */
  readonly texts: string[] = KEY_SLOTS.map(({ text }) => text)
  readonly #keyIds: string[] = KEY_SLOTS.map(({ id }) => id)
  readonly sessions: Session[] = []
  readonly tokens: Token[] = []
  readonly #engine: Sluice
  readonly #composition: Composition

  constructor(engine: Sluice, composition: Composition) {
    this.#engine = engine
    this.#composition = composition
  }

  apply(step: Change): void {
    switch (step.kind) {
      case 'createSession':
        this.#createSession(step.caller, step.ttlMs)
        return
      case 'deleteSession':
      case 'revoke':
        this.#changeSession(step)
        return
      case 'createToken':
      case 'deleteToken':
      case 'revokeToken':
        this.#changeToken(step)
        return
      case 'setTenant':
      case 'deleteTenant':
      case 'override':
      case 'use':
        this.#changeTenant(step)
        return
      default:
        this.#changeKey(step)
    }
  }

  #changeKey(step: Change): void {
    const { keys } = this.#composition.credentials
    switch (step.kind) {
      case 'setKey': {
        const { id, text } = KEY_SLOTS[step.slot]!
        const key: Key = { id, hash: hashOf(text, 'p1'), ...step.key }
        this.#engine.keys.set(key)
        keys.set(id, redefined(keys.get(id), key))
        return
      }
      case 'createKey': {
        const { id, key, hash } = this.#engine.keys.create(step.caller)
        expect(hash).toBe(hashOf(key, 'p1'))
        this.#learnKey(key, { id, hash, ...step.caller })
        return
      }
      case 'rotateKey':
        this.#rotate(this.#keyIds[step.which % this.#keyIds.length]!, step.graceMs)
        return
    }
    if (!('which' in step)) return
    const id = this.#keyIds[step.which % this.#keyIds.length]!
    const key = keys.get(id)
    if (key === undefined) return
    const isFinal = key.state === 'revoked' && step.kind !== 'revokeKey'
    if (step.kind === 'deleteKey') {
      this.#engine.keys.delete(id)
      keys.delete(id)
    } else if (step.kind === 'disableKey' && !isFinal) {
      this.#engine.keys.disable(id)
      keys.set(id, { ...key, state: 'disabled', isSet: true })
    } else if (step.kind === 'enableKey' && !isFinal) {
      this.#engine.keys.enable(id)
      keys.set(id, { ...key, state: 'active', isSet: true })
    } else if (step.kind === 'revokeKey') {
      this.#engine.keys.revoke(id)
      keys.set(id, { ...key, state: 'revoked', isSet: true })
    }
  }

  #learnKey(text: string, key: KnownKey): void {
    this.#composition.credentials.keys.set(key.id, key)
    this.texts.push(text)
    this.#keyIds.push(key.id)
  }

  #rotate(id: string, graceMs: number): void {
    const { credentials, now } = this.#composition
    const old = credentials.keys.get(id)
    if (old === undefined || old.state === 'revoked') return
    const rotate = () => this.#engine.keys.rotate(id, { graceMs })
    const { endsAt, isRotated } = endOf(old)
    if (isRotated || old.rotatedAt !== undefined) {
      expect(rotate).toThrow('the key was rotated already')
      return
    }
    const made = rotate()
    credentials.keys.set(id, { ...old, rotatedAt: now() + graceMs, isSet: true })
    const { rotated, expires, isSet, state, ...kept } = old
    this.#learnKey(made.key, {
      ...kept,
      id: made.id,
      hash: made.hash,
      ...(endsAt !== Infinity && { expires: new Date(endsAt).toISOString() }),
      ...(state === 'disabled' && { state, isSet: true }),
    })
  }

  #changeTenant(step: Change & { tenant: number }): void {
    const id = TENANTS[step.tenant]!
    const { tenants, config, now } = this.#composition
    const known = tenants.get(id)
    if (step.kind === 'setTenant') {
      this.#engine.tenants.set(id, step.definition)
      // What is in use stays so, whatever a definition says that was made before.
      const used = { ...step.definition.used, ...known?.used }
      tenants.set(id, { ...step.definition, used })
      return
    }
    if (known === undefined) return
    if (step.kind === 'deleteTenant') {
      this.#engine.tenants.delete(id)
      tenants.delete(id)
    } else if (step.kind === 'override') {
      const { feature, value, period } = step
      this.#engine.tenants.override(id, feature, value, {
        ...(period.from !== undefined && { from: Date.parse(period.from) }),
        ...(period.until !== undefined && { until: Date.parse(period.until) }),
      })
      const features = { ...known.overrides?.features, [feature]: { value, ...period } }
      tenants.set(id, { ...known, overrides: { ...known.overrides, features } })
    } else if (step.kind === 'use') {
      const { allowed, used } = usedAfter(config, known, 'seats', step.delta, now())
      const answer = this.#engine.tenants.use(id, 'seats', step.delta)
      expect(answer).toMatchObject({ allowed, used })
      if (used !== (known.used?.seats ?? 0)) {
        tenants.set(id, { ...known, used: { ...known.used, seats: used } })
      }
    }
  }

  #createSession(caller: SessionCaller, ttlMs: number): void {
    const { token, id } = this.#engine.sessions.create({ ...caller, ttlMs })
    const digest = createHash('sha256').update(token).digest('hex')
    const { tenant = '', subject, roles = [], permissions = [] } = caller
    this.#composition.credentials.sessions.set(digest, {
      principal: {
        ...NOBODY,
        type: 'session',
        id: subject,
        tenant,
        subject,
        sessionId: id,
        roles: distinct(roles),
        permissions: distinct(permissions),
        expiresAt: this.#composition.now() + ttlMs,
      },
      state: 'active',
      isRotated: false,
      networks: [],
    })
    this.sessions.push({ token, id, digest })
    this.texts.push(token)
  }

  #changeSession(step: Change): void {
    const { sessions } = this.#composition.credentials
    if (step.kind !== 'deleteSession' && step.kind !== 'revoke') return
    const chosen = this.sessions[step.which % this.sessions.length]
    const found = chosen && sessions.get(chosen.digest)
    if (chosen === undefined || found === undefined) return
    if (step.kind === 'deleteSession') {
      this.#engine.sessions.delete(chosen.token)
      sessions.delete(chosen.digest)
      return
    }
    const { subject, tenant } = found.principal
    const names = { token: chosen.token, session: chosen.id, subject, tenant, issuer: '' }
    if (step.by === 'token' || step.by === 'session') found.state = 'revoked'
    this.#revoke(step.by, names[step.by])
  }

  /** Also opaque sessions that somebody has now: none of them is from before the engine was opened. */
  #revoke(by: RevocationKind, name: string): void {
    if (name === '') return
    const { sessions, revocations } = this.#composition.credentials
    this.#engine.sessions.revoke({ [by]: name })
    revocations.add(by, name, this.#composition.now())
    if (by !== 'subject' && by !== 'tenant') return
    for (const session of sessions.values()) {
      if (session.principal[by] === name) session.state = 'revoked'
    }
  }

  #changeToken(step: Change): void {
    if (step.kind === 'createToken') {
      const token = signed(claimsAt(step.claims, this.#composition.now()), step.flaw)
      const { tokens } = this.#composition.credentials
      if (tokens.has(token.text)) return
      tokens.set(token.text, token)
      this.tokens.push(token)
      return
    }
    if (step.kind !== 'deleteToken' && step.kind !== 'revokeToken') return
    const token = this.tokens[step.which % this.tokens.length]
    if (token === undefined) return
    if (step.kind === 'deleteToken') {
      // One that has ended may have been forgotten before.
      const hasEnded = this.#composition.now() >= token.principal.expiresAt!
      const isForgotten = this.#engine.sessions.delete(token.text)
      if (!hasEnded) expect(isForgotten).toBe(token.isKnown)
      token.isKnown = false
      return
    }
    const { sub, tenant = '', sid, jti } = token.claims
    const session = sid ?? jti
    const names = { token: token.text, session, subject: sub, tenant, issuer: ISSUER }
    this.#revoke(step.by, names[step.by])
  }
}

const STRICTNESS = ['active', 'disabled', 'revoked'] as const

/** A key that is defined anew: what was said of it since it was defined only gets stricter. */
function redefined(before: KnownKey | undefined, key: Key): KnownKey {
  const { state = 'active', isSet = false, rotatedAt } = before ?? {}
  const kept: KnownKey = { ...key, isSet }
  if (isSet || state === 'revoked') {
    const own = STRICTNESS.indexOf(key.state ?? 'active')
    kept.state = STRICTNESS[Math.max(STRICTNESS.indexOf(state), own)]!
  }
  if (before !== undefined && rotatedAt !== undefined) kept.rotatedAt = endOf(before).endsAt
  return kept
}
