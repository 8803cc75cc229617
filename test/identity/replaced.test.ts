// A config that replaces what the one before had: the room of what goes is there for what comes.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { PublishEvent, SluiceOptions } from '../../src/index.ts'
import { openGates } from '../gate/helpers.ts'
import { rejectionOf } from '../limits/helpers.ts'

const hashOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('base64url')}`
const keys = (prefix: string, count: number, parts = {}) =>
  Array.from({ length: count }, (_, index) => {
    return { id: `${prefix}-${index}`, hash: hashOf(`${prefix} secret ${index}`), ...parts }
  })
const tenants = (prefix: string, count: number, make: (index: number) => object = () => ({})) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`${prefix}${index}`, make(index)]),
  )
const limits = { calls: { rate: '5/h', key: 'tenant.id' } }
const numbers = (rate: string) => ({ overrides: { limits: { calls: rate } } })

describe('a config with nothing of the one before', () => {
  const gates = { any: { tenant: ['none', 'active'] } }

  it.each<[string, object, object, SluiceOptions]>([
    ['keys', { keys: keys('a', 64) }, { keys: keys('b', 64) }, {}],
    ['tenants', { tenants: tenants('a', 16) }, { tenants: tenants('b', 16) }, {}],
    [
      'tenants of keys',
      { tenants: tenants('a', 16), keys: keys('a', 1, { tenant: 'a1' }) },
      { tenants: tenants('b', 16), keys: keys('a', 1, { tenant: 'b1' }) },
      {},
    ],
    [
      'texts',
      { keys: keys('a', 60, { subject: 'a'.repeat(256), permissions: ['a'.repeat(128)] }) },
      { keys: keys('b', 60, { subject: 'b'.repeat(256), permissions: ['b'.repeat(128)] }) },
      {},
    ],
    [
      'keys of limits with numbers of their own',
      { limits, tenants: tenants('a', 64, () => numbers('7/h')) },
      { limits, tenants: tenants('b', 64, () => numbers('7/h')) },
      { tenantsMax: 64, exceptionsMax: 64 },
    ],
    [
      'different numbers',
      { limits, tenants: tenants('a', 16, index => numbers(`${index + 6}/h`)) },
      { limits, tenants: tenants('a', 16, index => numbers(`${index + 6}/d`)) },
      { limitsMax: 6 },
    ],
  ])('goes live: %s', async (_, before, after, options) => {
    const { sluice } = await openGates({ gates, ...before }, options)
    for (const config of [after, before, after]) await sluice.publish({ gates, ...config })
    expect(sluice.version).toBe(4)
    const names = Object.keys((after as { tenants?: object }).tenants ?? {})
    expect(sluice.tenants.ids().sort()).toEqual(names.sort())
    const known = (after as { keys?: { id: string }[] }).keys ?? []
    for (const { id } of known) expect(sluice.keys.get(id)?.state).toBe('active')
  })

  it('takes what has gone from everybody', async () => {
    const { sluice } = await openGates({ gates, keys: keys('a', 64) })
    const gate = sluice.gate('any')
    expect(gate.decide({ credential: 'a secret 7' }).code).toBe('ALLOWED')
    await sluice.publish({ gates, keys: [...keys('a', 3), ...keys('b', 61)] })
    expect(gate.decide({ credential: 'a secret 2' }).code).toBe('ALLOWED')
    expect(gate.decide({ credential: 'a secret 7' }).code).toBe('CREDENTIAL_INVALID')
    expect(gate.decide({ credential: 'b secret 60' }).code).toBe('ALLOWED')
    sluice.keys.revoke('b-1')
    await sluice.publish({ gates, keys: keys('a', 1) })
    expect(gate.decide({ credential: 'b secret 60' }).code).toBe('CREDENTIAL_INVALID')
    expect(sluice.keys.get('b-1')?.state).toBe('revoked')
  })
})

describe('a config that could not be loaded whole', () => {
  it('is told of with the next one', async () => {
    const flag = (defaultVariant: string) => ({
      flags: { f: { state: 'ENABLED', variants: { a: 'a', b: 'b' }, defaultVariant } },
    })
    const { sluice } = await openGates(flag('a'))
    const events: PublishEvent[] = []
    sluice.on('publish', event => events.push(event))
    for (let index = 0; index < 60; index++) sluice.keys.create({ subject: `at run time ${index}` })
    const tooMany = sluice.publish({ ...flag('b'), keys: keys('c', 9) })
    expect(await rejectionOf(tooMany)).toBe('CAPACITY_EXCEEDED')
    await sluice.publish(flag('b'))
    expect(events.map(({ flagsChanged }) => flagsChanged)).toEqual([['f']])
  })
})

describe('overrides of limits that go and come', () => {
  it('take no room while they are gone', async () => {
    const config = { limits: { it: { rate: '5/h' }, other: { rate: '5/h' } } }
    const { sluice } = await openGates(config, { exceptionsMax: 64 })
    for (let round = 0; round < 20; round++) {
      for (let key = 0; key < 10; key++) sluice.setOverride('it', `${round} ${key}`, '9/h')
      await sluice.publish({ limits: { other: { rate: '5/h' } } })
      await sluice.publish(config)
      expect(sluice.limit('it').peek(`${round} 1`).limit).toBe(5)
    }
  })
})
