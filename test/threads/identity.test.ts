// Keys, sessions, tenants and overrides that one thread changes, and another decides by: what was changed before a
// decision began counts in it, no decision mixes two states, and a thread that dies while it writes holds nobody up.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import * as layout from '../../assembly/shared/identity.ts'
import type { Sluice } from '../../src/index.ts'
import { Inspection, openSluice, Thread } from './helpers.ts'

const [STOP, STATE, CALLS] = [0, 1, 2]

const PLANS = ['a1', 'a2', 'b1', 'b2']
const CONFIG = {
  features: { orders: { type: 'boolean' }, mark: { type: 'config' } },
  plans: Object.fromEntries(PLANS.map(plan => [plan, { features: { orders: true } }])),
  tenants: { acme: { plan: 'a1' } },
  gates: { any: {}, orders: { entitlement: 'orders' }, marked: { features: ['mark'] } },
}
const ACME = { tenant: 'acme', subject: 'user-7' }

/** One ms after the epoch of the clock, so that what was made at the opening was made before. */
const open = () => openSluice(CONFIG, { clock: () => 1 })

async function start(sluice: Sluice) {
  const buffer = new SharedArrayBuffer(16)
  const words = new Int32Array(buffer)
  const thread = new Thread('identity.js', { handle: sluice.handle, words: buffer })
  expect(await thread.answer()).toBe('started')
  /** Waits until the thread has begun and ended a decision after this. */
  const comeRound = () => {
    const enough = Atomics.load(words, CALLS) + 2
    for (let calls = enough - 2; calls < enough; calls = Atomics.load(words, CALLS)) {
      Atomics.wait(words, CALLS, calls, 1_000)
    }
  }
  const stop = async <Answer>() => {
    Atomics.store(words, STOP, 1)
    return (await thread.answer<{ value: Answer }>()).value
  }
  return { thread, words, comeRound, stop }
}

/** What takes a credential's leave and gives it back; and what the gate then says. */
interface Change {
  readonly gate: string
  readonly code: string
  readonly credentials: string[]
  /** Of a round. */
  off(round: number): void
  on(round: number): void
}

const ROUNDS = 50

const CHANGES: Record<string, (sluice: Sluice) => Change> = {
  'a key that is disabled and enabled': sluice => {
    const { key, id } = sluice.keys.create(ACME)
    return {
      gate: 'any',
      code: 'CREDENTIAL_DISABLED',
      credentials: [key],
      off: () => sluice.keys.disable(id),
      on: () => sluice.keys.enable(id),
    }
  },
  'a key that is removed and added': sluice => {
    const { key, id, hash } = sluice.keys.create(ACME)
    return {
      gate: 'any',
      code: 'CREDENTIAL_INVALID',
      credentials: [key],
      off: () => sluice.keys.delete(id),
      on: () => sluice.keys.set({ id, hash, ...ACME }),
    }
  },
  'keys that are revoked, one after the other': sluice => {
    const keys = Array.from({ length: ROUNDS + 1 }, () => sluice.keys.create(ACME))
    return {
      gate: 'any',
      code: 'CREDENTIAL_REVOKED',
      credentials: keys.map(({ key }) => key),
      off: round => sluice.keys.revoke(keys[round]!.id),
      on: () => {},
    }
  },
  'keys that are rotated, one after the other': sluice => {
    const keys = Array.from({ length: ROUNDS + 1 }, () => sluice.keys.create(ACME))
    return {
      gate: 'any',
      code: 'CREDENTIAL_ROTATED',
      credentials: keys.map(({ key }) => key),
      off: round => sluice.keys.rotate(keys[round]!.id),
      on: () => {},
    }
  },
  'sessions that are deleted, one after the other': sluice => {
    const tokens = Array.from({ length: ROUNDS + 1 }, () => sluice.sessions.create(ACME).token)
    return {
      gate: 'any',
      code: 'CREDENTIAL_INVALID',
      credentials: tokens,
      off: round => sluice.sessions.delete(tokens[round]!),
      on: () => {},
    }
  },
  'sessions that are revoked by their subjects': sluice => {
    const tokens = Array.from({ length: ROUNDS + 1 }, (_, round) => {
      return sluice.sessions.create({ ...ACME, subject: `user-${round}` }).token
    })
    return {
      gate: 'any',
      code: 'CREDENTIAL_REVOKED',
      credentials: tokens,
      off: round =>
        sluice.sessions.revoke({ subject: `user-${round}`, notBefore: Date.now() + 9_999 }),
      on: () => {},
    }
  },
  'a tenant that is suspended and taken up again': sluice => ({
    gate: 'any',
    code: 'TENANT_SUSPENDED',
    credentials: [sluice.keys.create(ACME).key],
    off: () => sluice.tenants.set('acme', { plan: 'a1', state: 'suspended' }),
    on: () => sluice.tenants.set('acme', { plan: 'a1' }),
  }),
  'a tenant that is forgotten and defined': sluice => ({
    gate: 'any',
    code: 'TENANT_UNKNOWN',
    credentials: [sluice.keys.create(ACME).key],
    off: () => sluice.tenants.delete('acme'),
    on: () => sluice.tenants.set('acme', { plan: 'a1' }),
  }),
  'an override that is given and taken back': sluice => ({
    gate: 'orders',
    code: 'FEATURE_LOCKED',
    credentials: [sluice.keys.create(ACME).key],
    off: () => sluice.tenants.override('acme', 'orders', false),
    on: () => sluice.tenants.override('acme', 'orders', undefined),
  }),
}

describe('a change of one thread holds in the next decision of another', () => {
  it.each(Object.entries(CHANGES))('%s', async (name, make) => {
    const sluice = await open()
    const { gate, code, credentials, off, on } = make(sluice)
    const { thread, words, comeRound, stop } = await start(sluice)
    thread.send({ command: 'watch', gate, code, credentials })
    let longestMs = 0
    const change = (act: (round: number) => void, round: number) => {
      Atomics.add(words, STATE, 1)
      const before = performance.now()
      act(round)
      longestMs = Math.max(longestMs, performance.now() - before)
      Atomics.add(words, STATE, 1)
      comeRound()
    }
    for (let round = 0; round < ROUNDS; round++) {
      change(off, round)
      change(on, round)
    }
    const { seen, faults } = await stop<{ seen: Record<string, number>; faults: string[] }>()
    expect(faults).toEqual([])
    // All rounds were seen from both sides.
    expect(seen.ALLOWED).toBeGreaterThanOrEqual(ROUNDS - 1)
    expect(seen.refused).toBeGreaterThanOrEqual(ROUNDS)
    console.info(`${name}: the longest change took ${longestMs.toFixed(3)} ms`)
  })

  it('whichever of them it is that changes', async () => {
    const sluice = await open()
    const { thread } = await start(sluice)
    const call = async (part: string, method: string, ...given: unknown[]) => {
      thread.send({ command: 'call', part, method, given })
      const { value, code } = await thread.answer<{ value?: unknown; code?: string }>()
      expect(code).toBeUndefined()
      return value as never
    }
    const gate = sluice.gate('any')
    const { key, id }: { key: string; id: string } = await call('keys', 'create', ACME)
    expect(gate.decide({ credential: key }).code).toBe('ALLOWED')
    await call('keys', 'disable', id)
    expect(gate.decide({ credential: key }).code).toBe('CREDENTIAL_DISABLED')
    await call('keys', 'enable', id)
    await call('tenants', 'set', 'acme', { state: 'suspended' })
    expect(gate.decide({ credential: key }).code).toBe('TENANT_SUSPENDED')
    await call('tenants', 'set', 'acme', {})
    const { token }: { token: string } = await call('sessions', 'create', ACME)
    expect(gate.decide({ credential: token }).code).toBe('ALLOWED')
    await call('sessions', 'revoke', { token })
    expect(gate.decide({ credential: token }).code).toBe('CREDENTIAL_REVOKED')
    await call('tenants', 'override', 'acme', 'orders', true)
    expect(sluice.gate('orders').decide({ credential: key }).code).toBe('ALLOWED')
    await call('keys', 'delete', id)
    expect(gate.decide({ credential: key }).code).toBe('CREDENTIAL_INVALID')
  })
})

describe('a decision that races with changes', () => {
  const CHANGE_COUNT = 30_000

  it('is by one state of the key, and one of its tenant', async () => {
    const sluice = await open()
    const { key, id, hash } = sluice.keys.create()
    const define = (tenant: string) => {
      const subject = `subject of ${tenant} ${'s'.repeat(tenant === 'a' ? 9 : 200)}`
      sluice.keys.set({ id, hash, tenant, subject, permissions: [`p:${tenant}`] })
    }
    const buy = (plan: string) => {
      const value = `${plan} ${'x'.repeat(plan.endsWith('1') ? 10 : 300)}`
      sluice.tenants.set(plan[0]!, { plan, overrides: { features: { mark: { value } } } })
    }
    for (const plan of PLANS) buy(plan)
    define('a')
    const { thread, words, comeRound, stop } = await start(sluice)
    thread.send({ command: 'whole', credential: key })
    while (Atomics.load(words, CALLS) === 0) await delay(0)
    let other = ''
    for (let change = 0; change < CHANGE_COUNT; change++) {
      define(change % 2 === 0 ? 'b' : 'a')
      buy(PLANS[change % PLANS.length]!)
      // What is freed is used again, by something else.
      if (change % 3 === 0)
        other = sluice.keys.create({ subject: 'z'.repeat(change % 250) || 'z' }).id
      if (change % 3 === 1) sluice.keys.delete(other)
      if (change % 7 === 0) sluice.tenants.delete('a')
      if (change % 11 === 0) {
        sluice.keys.delete(id)
        define('a')
      }
      if (change % 3 === 0) sluice.keys.delete(other)
    }
    comeRound()
    const { seen, faults } = await stop<{ seen: string[]; faults: string[] }>()
    expect(faults).toEqual([])
    expect(seen.filter(each => each.startsWith('ALLOWED')).length).toBeGreaterThan(2)
  })
})

describe('a thread that is ended while it writes', () => {
  it('holds nobody up for ever, wherever it was', async () => {
    const sluice = await open()
    const { key } = sluice.keys.create({ subject: 'user-7' })
    for (let round = 0; round < 12; round++) {
      const { thread } = await start(sluice)
      thread.send({ command: 'churn', index: round })
      expect(await thread.answer()).toBe('writing')
      await delay(round)
      await thread.terminate()
      const before = performance.now()
      sluice.tenants.set('shared', {})
      const { key: next, id } = sluice.keys.create({ tenant: 'shared' })
      expect(sluice.gate('any').decide({ credential: next }).code).toBe('ALLOWED')
      expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
      expect(sluice.keys.delete(id)).toBe(true)
      // Of the order of the time after which a lock counts as that of a dead thread.
      expect(performance.now() - before).toBeLessThan(10_000)
    }
  })

  /** What a thread answers within ten seconds. */
  async function decideElsewhere(sluice: Sluice, credential: string): Promise<unknown> {
    const { thread } = await start(sluice)
    thread.send({ command: 'decide', gate: 'any', credential })
    const late = delay(10_000, { code: 'nothing within ten seconds' }, { ref: false })
    const answer = await Promise.race([thread.answer<{ value?: string; code?: string }>(), late])
    return answer.code ?? (answer as { value?: string }).value
  }

  /** As if a thread had been ended in the middle of the record: it has the lock, and the sequence is odd. */
  function die(sluice: Sluice, record: number): void {
    const inspection = new Inspection(sluice)
    const { base } = inspection.map.identity
    inspection.setU32(base + layout.IDENTITY_LOCK, inspection.lane(9))
    inspection.setU32(base + layout.IDENTITY_WRITING, record)
    inspection.setU32(record, inspection.u32(record) + 1)
  }

  it('lets who looks up the key that it wrote go on', async () => {
    const sluice = await open()
    const { key } = sluice.keys.create()
    die(sluice, new Inspection(sluice).map.identity.keys)
    // DEFECT: `CredentialTable.admit` tries for ever: nobody takes the lock over.
    expect(await decideElsewhere(sluice, key)).toBe('CREDENTIAL_INVALID')
  })

  it('lets who has seen the key before go on', async () => {
    const sluice = await open()
    const { key } = sluice.keys.create()
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
    die(sluice, new Inspection(sluice).map.identity.keys)
    expect(await decideElsewhere(sluice, key)).toBe('CREDENTIAL_INVALID')
  })

  it('leaves no tenant in a state that nobody gave it', async () => {
    const sluice = await open()
    sluice.tenants.set('acme', { plan: 'a1', state: 'suspended' })
    const { key } = sluice.keys.create(ACME)
    die(sluice, new Inspection(sluice).map.identity.tenants)
    // DEFECT: the evaluators take the lock over for a key that is new to them, and forget what was being written: the
    // tenant is never mended. (One that is mended is taken for active: test/identity/store.test.ts.)
    expect(await decideElsewhere(sluice, key)).toBe('TENANT_UNKNOWN')
  })
})
