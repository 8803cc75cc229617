// The memory that keys, sessions and tenants stand in: it is used again, and neither a lack of room nor a thread that
// died leaves anything half-written.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as layout from '../../assembly/shared/identity.ts'
import type { Sluice } from '../../src/index.ts'
import { NOW, openGates } from '../gate/helpers.ts'
import { codeOf } from '../limits/helpers.ts'
import { Inspection } from '../threads/helpers.ts'

const CONFIG = {
  features: { seats: { type: 'gauge', default: 5 }, theme: { type: 'config' } },
  plans: { pro: { features: { seats: 20 } }, free: {} },
  gates: { any: {} },
} as const

const open = (options = {}) => openGates(CONFIG, { shared: true, lanesMax: 2, ...options })

/** What the region has given out: records that are in use, and the bytes of the heap up to its highest block. */
function usage(sluice: Sluice) {
  const inspection = new Inspection(sluice)
  const { base, heap } = inspection.map.identity
  const field = (offset: number) => inspection.u32(base + offset)
  return {
    keys: field(layout.IDENTITY_KEYS_USED),
    sessions: field(layout.IDENTITY_SESSIONS_USED),
    tenants: field(layout.IDENTITY_TENANTS_USED),
    heapBytes: field(layout.IDENTITY_HEAP_FREE) - heap,
    foreign: field(layout.IDENTITY_FOREIGN),
    sets: field(layout.IDENTITY_PERMISSION_SETS),
  }
}

/** Entries of the index, by kind. */
function entries(sluice: Sluice): Record<number, number> {
  const inspection = new Inspection(sluice)
  const { index, indexSets } = inspection.map.identity
  const counts: Record<number, number> = {}
  for (let entry = 0; entry < indexSets * layout.INDEX_SET_ENTRIES; entry++) {
    const word = inspection.u32(index + entry * 8)
    if (word === 0) continue
    const kind = (word >>> layout.INDEX_KIND_SHIFT) & 15
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

describe('20,000 times, made and removed again,', () => {
  const ROUNDS = 20_000

  it('keys take no more memory than those that there are at once', async () => {
    const { sluice } = await open()
    const gate = sluice.gate('any')
    const context = { ip: '10.0.0.1' }
    for (let round = 0; round < ROUNDS; round++) {
      const { key, id } = sluice.keys.create({
        tenant: `tenant-${round % 7}`,
        subject: `user ${round} ${'x'.repeat(round % 200)}`,
        roles: [`role-${round % 11}`],
        permissions: round % 3 === 0 ? [`p:${round}`] : [],
        networks: round % 5 === 0 ? ['10.0.0.0/8', `192.0.2.${round % 255}`] : [],
      })
      if (round % 101 === 1)
        expect(gate.decide({ credential: key, context }).code).toBe('TENANT_UNKNOWN')
      if (round % 4 === 0) sluice.keys.delete(sluice.keys.rotate(id).id)
      expect(sluice.keys.delete(id)).toBe(true)
    }
    const { keys, tenants, heapBytes, sets } = usage(sluice)
    expect(keys).toBeLessThanOrEqual(2)
    expect(tenants).toBeLessThanOrEqual(1)
    expect(sets).toBe(0)
    expect(heapBytes).toBeLessThan(16_384)
    expect(entries(sluice)).toEqual({})
  })

  it('keys of other formats, too', async () => {
    const { sluice } = await open()
    for (let round = 0; round < ROUNDS; round++) {
      const id = `imported-${round}-${'x'.repeat(round % 40)}`
      sluice.keys.set({ id, hash: sluice.keys.hash(`secret ${round}`) })
      if (round % 100 === 0) {
        expect(sluice.gate('any').decide({ credential: `secret ${round}` }).code).toBe('ALLOWED')
      }
      sluice.keys.set({ id, hash: sluice.keys.hash(`other ${round}`), subject: 'user' })
      expect(sluice.keys.delete(id)).toBe(true)
    }
    expect(usage(sluice)).toMatchObject({ keys: 1, foreign: 0 })
    expect(entries(sluice)).toEqual({})
  })

  it('sessions take no more memory than those that there are at once', async () => {
    const { sluice } = await open()
    for (let round = 0; round < ROUNDS; round++) {
      const { token } = sluice.sessions.create({
        subject: `user ${round}`,
        tenant: `tenant-${round % 7}`,
        permissions: [`p:${round % 13}`],
      })
      if (round % 100 === 0) sluice.gate('any').decide({ credential: token })
      expect(sluice.sessions.delete(token)).toBe(true)
    }
    expect(usage(sluice).heapBytes).toBeLessThan(16_384)
    expect(usage(sluice).sets).toBe(0)
    expect(entries(sluice)).toEqual({})
  })

  it('sessions that end by themselves, too', async () => {
    const { sluice, at } = await open()
    for (let round = 0; round < ROUNDS; round++) {
      at(round)
      sluice.sessions.create({ subject: `user ${round}`, tenant: `tenant-${round}`, ttlMs: 4 })
    }
    const { sessions, heapBytes } = usage(sluice)
    expect(sessions).toBeLessThanOrEqual(64)
    expect(heapBytes).toBeLessThan(65_536)
  })

  it('tenants take no more memory than those that there are at once', async () => {
    const { sluice } = await open()
    for (let round = 0; round < ROUNDS; round++) {
      const id = `tenant ${round} ${'x'.repeat(round % 90)}`
      sluice.tenants.set(id, {
        plan: 'pro',
        overrides: { features: { theme: { value: { text: 'x'.repeat(round % 300) } } } },
        addOns: Array.from({ length: round % 4 }, () => ({ features: { seats: 1, theme: ['a'] } })),
        used: { seats: 1 },
      })
      sluice.tenants.override(id, 'theme', 'x'.repeat(round % 150))
      sluice.tenants.use(id, 'seats', 1)
      expect(sluice.tenants.delete(id)).toBe(true)
    }
    const { tenants, heapBytes } = usage(sluice)
    expect(tenants).toBe(1)
    expect(heapBytes).toBeLessThan(16_384)
    expect(entries(sluice)).toEqual({})
  })
})

describe('sets of permissions', () => {
  const long = Array.from({ length: 255 }, (_, index) => `p${index}:${'x'.repeat(100)}`)
  const config = { ...CONFIG, gates: { a: { permission: 'z:a' }, b: { permission: 'z:b' } } }

  it.each([8_192, 256])('are shared, however long: in %i bytes', async credentialBytesMax => {
    const { sluice } = await openGates(config, {
      shared: true,
      lanesMax: 2,
      credentialBytesMax,
      identityBytesMax: 131_072,
    })
    const codes = (credential: string) =>
      ['a', 'b'].map(gate => sluice.gate(gate).decide({ credential }).code)
    const first = [['z:a'], ['z:b']].map(own =>
      sluice.keys.create({ permissions: [...long, ...own] }),
    )
    const { heapBytes } = usage(sluice)
    const others = Array.from({ length: 60 }, (_, index) => {
      return sluice.keys.create({ permissions: [...long, index % 2 === 0 ? 'z:a' : 'z:b'] })
    })
    expect(usage(sluice).heapBytes).toBe(heapBytes)
    // They differ at their end only.
    for (const [index, { key }] of [...first, ...others].entries()) {
      const [allowed, denied] = ['ALLOWED', 'PERMISSION_DENIED']
      expect(codes(key)).toEqual(index % 2 === 0 ? [allowed, denied] : [denied, allowed])
    }
    for (const { id } of [...first, ...others]) sluice.keys.delete(id)
    expect(usage(sluice).sets).toBe(0)
    expect(entries(sluice)).toEqual({})
  })
})

describe('when there is no room', () => {
  /** Fills the heap with tenants and then, into what they leave, the subjects of keys, so that nothing more fits. */
  function fill(sluice: Sluice): string[] {
    const ids: string[] = []
    const addOns = Array.from({ length: 40 }, () => ({ features: { theme: 'x'.repeat(100) } }))
    for (let count = 0; count < 8; count++) {
      if (codeOf(() => sluice.tenants.set(`full-${count}`, { addOns })) !== 'nothing') break
    }
    for (const length of [250, 120, 50, 20, 1]) {
      const create = () => ids.push(sluice.keys.create({ subject: 'x'.repeat(length) }).id)
      while (codeOf(create) === 'nothing');
    }
    return ids
  }

  it('for records, nothing of what did not fit is left', async () => {
    const { sluice } = await open()
    for (let count = 0; count < 64; count++) sluice.keys.create({ subject: `user-${count}` })
    const before = usage(sluice)
    const index = entries(sluice)
    for (let count = 0; count < 100; count++) {
      const made = () =>
        sluice.keys.create({
          tenant: `tenant-${count}`,
          subject: `other-${count}`,
          roles: [`role-${count}`],
          networks: ['10.0.0.0/8'],
        })
      expect(codeOf(made)).toBe('CAPACITY_EXCEEDED')
    }
    const after = usage(sluice)
    expect({ ...after, heapBytes: 0, tenants: 0 }).toEqual({ ...before, heapBytes: 0, tenants: 0 })
    expect(after.heapBytes - before.heapBytes).toBeLessThan(4_096)
    expect(entries(sluice)).toEqual(index)
  })

  it('for texts, nothing of what did not fit is left, and what there is stays', async () => {
    const { sluice } = await open({ keysMax: 1_024 })
    sluice.tenants.set('full', {})
    const { key, id } = sluice.keys.create({
      tenant: 'full',
      subject: 'user-7',
      permissions: ['a'],
    })
    fill(sluice)
    const index = entries(sluice)
    const [keys, ids] = [sluice.keys.get(id), sluice.tenants.ids()]
    const long = 'y'.repeat(250)
    const calls: (() => unknown)[] = [
      () => sluice.keys.create({ subject: long, tenant: 'z'.repeat(120), permissions: ['p:new'] }),
      () => sluice.keys.set({ id, hash: '0'.repeat(64), subject: long, roles: ['new'] }),
      () => sluice.keys.set({ id: 'w'.repeat(120), hash: '1'.repeat(64), subject: long }),
      () => sluice.sessions.create({ subject: long, tenant: 'v'.repeat(120) }),
      () => sluice.tenants.set('u'.repeat(120), { addOns: [{ features: { theme: long } }] }),
      () => sluice.tenants.set('full', { addOns: [{ features: { theme: long } }] }),
      () => sluice.tenants.override('full', 'theme', `${long}${long}`),
    ]
    for (let round = 0; round < 30; round++) {
      for (const call of calls) expect(codeOf(call), call.toString()).toBe('CAPACITY_EXCEEDED')
    }
    expect(sluice.keys.get(id)).toEqual(keys)
    expect(sluice.tenants.ids()).toEqual(ids)
    expect(sluice.gate('any').decide({ credential: key }).principal.subject).toBe('user-7')
    // The credential was seen by now.
    const { [layout.KIND_KEY_SEEN]: seen, ...rest } = entries(sluice)
    expect(seen).toBe(1)
    expect(rest).toEqual(index)
    const addOns = [{ features: { theme: 'x'.repeat(500) } }]
    for (const tenant of ids) sluice.tenants.delete(tenant)
    expect(
      codeOf(() => sluice.tenants.set('again', { addOns })),
      'and then there is room',
    ).toBe('nothing')
  })

  it('for a large text, small ones that were given back make it together', async () => {
    const { sluice } = await open({ keysMax: 1_024 })
    const large = Array.from({ length: 250 }, (_, index) => `p${index}:${'x'.repeat(100)}`)
    const create = () => sluice.keys.create({ permissions: large })
    for (let round = 0; round < 3; round++) {
      const ids = fill(sluice)
      expect(ids.length).toBeGreaterThan(20)
      expect(codeOf(create)).toBe('CAPACITY_EXCEEDED')
      for (const id of ids) sluice.keys.delete(id)
      for (const id of sluice.tenants.ids()) sluice.tenants.delete(id)
      const { key, id } = create()
      expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
      sluice.keys.delete(id)
    }
    expect(usage(sluice)).toMatchObject({ keys: expect.any(Number), sets: 0 })
    expect(entries(sluice)).toEqual({})
  })

  it('a tenant that is refused in the place of one that was removed spoils nothing', async () => {
    const { sluice } = await open({ keysMax: 1_024 })
    const inspection = new Inspection(sluice)
    // Two free records: the second is linked to the first.
    for (const id of ['a', 'b', 'c']) sluice.tenants.set(id, {})
    sluice.tenants.set('full', {})
    fill(sluice)
    sluice.tenants.delete('a')
    sluice.tenants.delete('b')
    const low = Array.from({ length: 64 }, (_, word) => inspection.u32(4 * word))
    for (let round = 0; round < 10; round++) {
      const id = `${'z'.repeat(120)}${round}`
      expect(codeOf(() => sluice.tenants.set(id, {}))).toBe('CAPACITY_EXCEEDED')
    }
    // DEFECT: the free record's link is taken for the address of a text, and what stands there is overwritten.
    expect(Array.from({ length: 64 }, (_, word) => inspection.u32(4 * word))).toEqual(low)
    sluice.tenants.set('a', {})
    sluice.tenants.set('b', {})
    expect(sluice.tenants.ids().sort().slice(0, 3)).toEqual(['a', 'b', 'c'])
  })
})

it('a credential that the index has no place for is recognised all the same', async () => {
  const { sluice } = await open()
  const made = Array.from({ length: 3 }, (_, index) => {
    return sluice.keys.create({ subject: `user-${index}` })
  })
  const inspection = new Inspection(sluice)
  const { index, indexSets } = inspection.map.identity
  // Entries of something that nobody asks for, which make way for nothing.
  for (let entry = 0; entry < indexSets * layout.INDEX_SET_ENTRIES; entry++) {
    const address = index + entry * 8
    if (inspection.u32(address) !== 0) continue
    inspection.setU32(address, (layout.KIND_TENANT << layout.INDEX_KIND_SHIFT) | 1)
    inspection.setU32(address + 4, 0xdeadbeef)
  }
  const gate = sluice.gate('any')
  for (let call = 0; call < 30; call++) {
    // Now and then the same one again.
    const which = Math.floor(call / 2) % 3
    const { allow, principal } = gate.decide({ credential: made[which]!.key })
    expect([allow, principal.subject]).toEqual([true, `user-${which}`])
  }
  expect(entries(sluice)[layout.KIND_KEY_SEEN], 'none was noted').toBeUndefined()
  const { id, key } = made[0]!
  sluice.keys.disable(id)
  expect(gate.decide({ credential: key }).code).toBe('CREDENTIAL_DISABLED')
})

describe('a thread that died while it wrote', () => {
  /** As if it had been ended in the middle of a record: it has the lock, and the record's sequence is odd. */
  function die(sluice: Sluice, record: number): void {
    const inspection = new Inspection(sluice)
    const { base } = inspection.map.identity
    inspection.setU32(base + layout.IDENTITY_LOCK, inspection.lane(1))
    inspection.setU32(base + layout.IDENTITY_WRITING, record)
    inspection.setU32(record, inspection.u32(record) + 1)
  }
  const keyRecord = (sluice: Sluice) => new Inspection(sluice).map.identity.keys
  const tenantRecord = (sluice: Sluice) => new Inspection(sluice).map.identity.tenants

  it('stops the next writer for a moment only', async () => {
    const { sluice } = await open()
    const { id } = sluice.keys.create()
    die(sluice, keyRecord(sluice))
    const other = sluice.keys.create()
    expect(sluice.gate('any').decide({ credential: other.key }).code).toBe('ALLOWED')
    expect(sluice.keys.get(other.id)?.state).toBe('active')
    sluice.keys.delete(id)
  })

  it('stops readers of the key for a moment only, and the key is nobody’s', async () => {
    const { sluice } = await open()
    const { key } = sluice.keys.create()
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
    die(sluice, keyRecord(sluice))
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('CREDENTIAL_INVALID')
  })

  it('stops readers of the tenant for a moment only', async () => {
    const { sluice } = await open()
    sluice.tenants.set('acme', { plan: 'pro' })
    const { key } = sluice.keys.create({ tenant: 'acme' })
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
    die(sluice, tenantRecord(sluice))
    // DEFECT: the tenant, half-written, is then said to be active, whatever it was.
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('TENANT_UNKNOWN')
    sluice.tenants.set('acme', { plan: 'pro' })
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
  })

  it('lets who asks about the tenant go on', async () => {
    const { sluice } = await open()
    sluice.tenants.set('acme', { plan: 'pro' })
    die(sluice, tenantRecord(sluice))
    sluice.tenants.get('acme')
    sluice.tenants.set('acme', { plan: 'free' })
    expect(sluice.tenants.get('acme')?.plan).toBe('free')
  })
})

describe('random changes', () => {
  // Few names, so that they meet.
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'x'.repeat(60), 'ü'.repeat(30))
  const change = fc.oneof(
    fc.record({
      what: fc.constant('key' as const),
      id: name,
      tenant: fc.option(name, { nil: undefined }),
      subject: fc.option(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
          .filter(text => text.isWellFormed()),
        { nil: undefined },
      ),
      permissions: fc.uniqueArray(fc.constantFrom('p:a', 'p:b', 'p:c'), { maxLength: 3 }),
      secret: fc.nat(5),
    }),
    fc.record({
      what: fc.constantFrom('disable', 'enable', 'revoke', 'remove', 'rotate'),
      id: name,
    }),
    fc.record({
      what: fc.constant('tenant' as const),
      id: name,
      plan: fc.constantFrom('pro', 'free', undefined),
      used: fc.nat(30),
    }),
    fc.record({
      what: fc.constantFrom('forget', 'use', 'override'),
      id: name,
      count: fc.integer({ min: -9, max: 9 }),
    }),
    fc.record({
      what: fc.constant('session' as const),
      slot: fc.nat(7),
      subject: name,
      tenant: fc.option(name, { nil: undefined }),
    }),
    fc.record({ what: fc.constantFrom('end', 'show'), slot: fc.nat(7) }),
  )
  type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never

  interface ModelKey {
    secret: string
    tenant: string
    subject: string
    permissions: string[]
    state: 'active' | 'disabled' | 'revoked'
    isRotated: boolean
  }
  interface ModelTenant {
    plan: string
    used: number
    seats: number | undefined
  }

  /** What the run-time calls are to come to, in maps. */
  class Model {
    readonly keys = new Map<string, ModelKey>()
    readonly tenants = new Map<string, ModelTenant>()
    readonly sessions = new Map<number, { token: string; tenant: string; subject: string }>()

    seatsOf({ plan, seats }: ModelTenant): number {
      return seats ?? (plan === 'pro' ? 20 : 5)
    }

    code(tenant: string): string {
      return tenant === '' || this.tenants.has(tenant) ? 'ALLOWED' : 'TENANT_UNKNOWN'
    }

    codeOfKey({ state, isRotated, tenant }: ModelKey): string {
      if (state !== 'active') return `CREDENTIAL_${state.toUpperCase()}`
      return isRotated ? 'CREDENTIAL_ROTATED' : this.code(tenant)
    }
  }

  function apply(sluice: Sluice, model: Model, change: Change): void {
    switch (change.what) {
      case 'key': {
        const { id, tenant = '', subject = '', permissions } = change
        // A credential is ASCII.
        const secret = `secret ${encodeURIComponent(id)} ${change.secret}`
        const hash = sluice.keys.hash(secret)
        sluice.keys.set({
          id,
          hash,
          permissions,
          ...(tenant !== '' && { tenant }),
          ...(subject !== '' && { subject }),
        })
        // What was said at run time is not taken back by a definition.
        const { state = 'active', isRotated = false } = model.keys.get(id) ?? {}
        model.keys.set(id, {
          secret,
          tenant,
          subject,
          permissions: [...permissions].sort(),
          state,
          isRotated,
        })
        return
      }
      case 'disable':
      case 'enable':
      case 'revoke':
      case 'rotate':
      case 'remove':
        changeKey(sluice, model, change as { what: KeyChange; id: string })
        return
      case 'tenant': {
        const { id, plan, used } = change
        sluice.tenants.set(id, { ...(plan !== undefined && { plan }), used: { seats: used } })
        // What was used before stays.
        const kept = model.tenants.get(id)?.used ?? used
        model.tenants.set(id, { plan: plan ?? '', used: kept, seats: undefined })
        return
      }
      case 'forget':
      case 'use':
      case 'override':
        changeTenant(sluice, model, change as { what: string; id: string; count: number })
        return
      case 'session': {
        const { slot, subject, tenant = '' } = change
        if (model.sessions.has(slot)) return
        const { token } = sluice.sessions.create({ subject, tenant })
        model.sessions.set(slot, { token, tenant, subject })
        return
      }
      case 'end': {
        const session = model.sessions.get(change.slot)
        if (session === undefined) return
        expect(sluice.sessions.delete(session.token)).toBe(true)
        expect(sluice.gate('any').decide({ credential: session.token }).code).toBe(
          'CREDENTIAL_INVALID',
        )
        model.sessions.delete(change.slot)
      }
    }
  }

  type KeyChange = 'disable' | 'enable' | 'revoke' | 'rotate' | 'remove'
  function changeKey(sluice: Sluice, model: Model, { what, id }: { what: KeyChange; id: string }) {
    const key = model.keys.get(id)
    if (what === 'remove') {
      expect(sluice.keys.delete(id)).toBe(key !== undefined)
      model.keys.delete(id)
      return
    }
    if (key === undefined) {
      expect(codeOf(() => sluice.keys[what](id))).toBe('KEY_NOT_FOUND')
      return
    }
    if (what === 'rotate') {
      if (key.state === 'revoked' || key.isRotated) {
        expect(codeOf(() => sluice.keys.rotate(id))).toBe('ENTITY_INVALID')
        return
      }
      const next = sluice.keys.rotate(id)
      expect(sluice.keys.get(next.id)?.subject).toBe(key.subject)
      sluice.keys.delete(next.id)
      key.isRotated = true
      return
    }
    const code = codeOf(() => sluice.keys[what](id))
    const isRefused = key.state === 'revoked' && what !== 'revoke'
    expect(code).toBe(isRefused ? 'ENTITY_INVALID' : 'nothing')
    if (!isRefused)
      key.state = ({ disable: 'disabled', enable: 'active', revoke: 'revoked' } as const)[what]
  }

  function changeTenant(
    sluice: Sluice,
    model: Model,
    { what, id, count }: { what: string; id: string; count: number },
  ) {
    const tenant = model.tenants.get(id)
    if (what === 'forget') {
      expect(sluice.tenants.delete(id)).toBe(tenant !== undefined)
      model.tenants.delete(id)
      return
    }
    const seats = count < 0 ? undefined : count
    const call = () =>
      what === 'use'
        ? sluice.tenants.use(id, 'seats', count)
        : sluice.tenants.override(id, 'seats', seats)
    if (tenant === undefined) {
      expect(codeOf(call)).toBe('TENANT_NOT_FOUND')
      return
    }
    const answer = call()
    if (what === 'override') {
      tenant.seats = seats
      return
    }
    const after = Math.max(tenant.used + count, 0)
    const allowed = count <= 0 || after <= model.seatsOf(tenant)
    if (allowed) tenant.used = after
    expect(answer).toEqual({ allowed, used: tenant.used, value: model.seatsOf(tenant) })
  }

  function compare(sluice: Sluice, model: Model): void {
    const gate = sluice.gate('any')
    for (const [id, key] of model.keys) {
      const { tenant, subject, permissions, state, secret } = key
      expect(sluice.keys.get(id)).toMatchObject({
        tenant,
        subject,
        permissions,
        state,
        rotated: key.isRotated,
      })
      const decision = gate.decide({ credential: secret })
      expect(decision.code).toBe(model.codeOfKey(key))
      expect(decision.principal).toMatchObject({ tenant, subject, permissions, keyId: id })
    }
    for (const { token, tenant, subject } of model.sessions.values()) {
      const decision = gate.decide({ credential: token })
      expect(decision.code).toBe(model.code(tenant))
      expect(decision.principal).toMatchObject({ tenant, subject, type: 'session' })
    }
    expect(sluice.tenants.ids().sort()).toEqual([...model.tenants.keys()].sort())
    for (const [id, tenant] of model.tenants) {
      expect(sluice.tenants.get(id)).toMatchObject({
        plan: tenant.plan,
        features: { seats: { used: tenant.used, value: model.seatsOf(tenant) } },
      })
    }
  }

  it('come to what a map would hold, and leave nothing when all is removed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 60 }), async changes => {
        const { sluice } = await open()
        const model = new Model()
        for (const one of changes) {
          apply(sluice, model, one)
          compare(sluice, model)
        }
        for (const id of model.keys.keys()) sluice.keys.delete(id)
        for (const { token } of model.sessions.values()) sluice.sessions.delete(token)
        for (const id of model.tenants.keys()) sluice.tenants.delete(id)
        expect(entries(sluice)).toEqual({})
        expect(usage(sluice)).toMatchObject({ foreign: 0, sets: 0 })
        sluice.close()
      }),
      { numRuns: 150, seed: NOW % 2 ** 31 },
    )
  })
})
