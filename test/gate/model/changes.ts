// What changes at run time: done to the engine, and to what the composition goes by.
import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Sluice } from '../../../src/index.ts'
import type { Composition } from './composition.ts'
import { distinct, hashOf, NOBODY } from './credentials.ts'
import type { Key } from './definition.ts'
import { TENANTS } from './names.ts'
import type { SessionCaller, Step } from './steps.ts'
import { usedAfter } from './tenant.ts'
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
        // What was revoked stays so.
        keys.set(id, keys.get(id)?.state === 'revoked' ? { ...key, state: 'revoked' } : key)
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
      keys.set(id, { ...key, state: 'disabled' })
    } else if (step.kind === 'enableKey' && !isFinal) {
      this.#engine.keys.enable(id)
      keys.set(id, { ...key, state: 'active' })
    } else if (step.kind === 'revokeKey') {
      this.#engine.keys.revoke(id)
      keys.set(id, { ...key, state: 'revoked' })
    }
  }

  #learnKey(text: string, key: Key): void {
    this.#composition.credentials.keys.set(key.id, key)
    this.texts.push(text)
    this.#keyIds.push(key.id)
  }

  #rotate(id: string, graceMs: number): void {
    const { keys } = this.#composition.credentials
    const old = keys.get(id)
    if (old === undefined || (old.state ?? 'active') !== 'active' || old.rotated !== undefined) {
      return
    }
    const made = this.#engine.keys.rotate(id, { graceMs })
    const graceUntil = new Date(this.#composition.now() + graceMs).toISOString()
    keys.set(id, { ...old, rotated: { to: made.id, graceUntil } })
    this.#learnKey(made.key, { ...old, id: made.id, hash: made.hash })
  }

  #changeTenant(step: Change & { tenant: number }): void {
    const id = TENANTS[step.tenant]!
    const { tenants, config, now } = this.#composition
    const known = tenants.get(id)
    if (step.kind === 'setTenant') {
      this.#engine.tenants.set(id, step.definition)
      tenants.set(id, step.definition)
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
      tenants.set(id, { ...known, used: { ...known.used, seats: used } })
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
      issuedMs: this.#composition.now(),
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
    const what = { token: chosen.token, session: chosen.id, subject, tenant }[step.by]
    if (what === '') return
    this.#engine.sessions.revoke({ [step.by]: what })
    for (const session of sessions.values()) {
      const { principal, issuedMs } = session
      // One that is named is void whenever it was issued; of others, those that were issued before.
      const isMeant =
        step.by === 'subject' || step.by === 'tenant'
          ? principal[step.by] === what && issuedMs < this.#composition.now()
          : session === found
      if (isMeant) session.state = 'revoked'
    }
  }
}
