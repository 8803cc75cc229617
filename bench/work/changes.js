/**
 * One key, tenant, override or session changed, many times over, among many.
 */

import { definitionOf, idOf, keyText } from './api-keys.js'
import { keyDefinition, tenantDefinition, tenantId } from './entities.js'
import { seededRandom } from './random.js'
import { quantile } from './statistics.js'

/** Changes of each kind that compile the way. */
const WARM = 50

/**
 * @param {any} sluice
 * @param {{ keyCount: number, tenantCount: number, changes: number }} sizes
 */
export function changesOf(sluice, { keyCount, tenantCount, changes }) {
  const random = seededRandom(0x63_68)
  /** @param {number} below */
  const draw = below => Math.floor(random() * below)
  const keyOf = () => idOf(keyText(draw(keyCount)))
  const tenantOf = () => tenantId(draw(tenantCount))
  let added = keyCount
  let tenants = tenantCount

  /** For each kind of change: what is drawn and made outside the clock, and the change. @type {Record<string, [() => any, (made: any) => unknown]>} */
  const kinds = {
    'key added': [
      () => definitionOf(keyText(added++), { tenant: tenantOf(), roles: ['reader'] }),
      definition => sluice.keys.set(definition),
    ],
    'key made and added': [
      () => ({ tenant: tenantOf(), roles: ['reader'] }),
      options => sluice.keys.create(options),
    ],
    'key replaced': [
      () => ({ ...keyDefinition(draw(keyCount), tenantCount), permissions: ['orders:list'] }),
      definition => sluice.keys.set(definition),
    ],
    'key disabled': [keyOf, id => sluice.keys.disable(id)],
    'key enabled': [keyOf, id => sluice.keys.enable(id)],
    'key rotated': [keyOf, id => sluice.keys.rotate(id, { graceMs: 60_000 })],
    'tenant added': [() => tenantId(tenants++), id => sluice.tenants.set(id, { plan: 'pro' })],
    'tenant replaced': [
      () => [tenantOf(), tenantDefinition(10)],
      ([id, definition]) => sluice.tenants.set(id, definition),
    ],
    'override set': [tenantOf, id => sluice.tenants.override(id, 'seats', 7)],
    'session made': [
      () => ({ subject: `user-${draw(1e6)}`, tenant: tenantOf(), ttlMs: 3_600_000 }),
      options => sluice.sessions.create(options),
    ],
    'session revoked': [
      () => sluice.sessions.create({ subject: `user-${draw(1e6)}` }).token,
      token => sluice.sessions.revoke({ token }),
    ],
    // Last: a key that was revoked stays so, and one that was deleted is nobody's.
    'key revoked': [() => idOf(keyText(added - 1 - draw(changes))), id => sluice.keys.revoke(id)],
    'key deleted': [() => idOf(keyText(--added)), id => sluice.keys.delete(id)],
  }

  /** Milliseconds of each kind: rows of a table. */
  const timesOf = () =>
    Object.entries(kinds).map(([name, [make, change]]) => {
      const milliseconds = []
      for (let count = 0; count < changes; count++) {
        const made = make()
        const start = performance.now()
        change(made)
        const took = performance.now() - start
        if (count >= WARM) milliseconds.push(took)
      }
      const nanoseconds = milliseconds.map(time => time * 1e6)
      const reading = { p50: quantile(nanoseconds, 0.5), p99: quantile(nanoseconds, 0.99) }
      return { name, reading: { ...reading, max: Math.max(...nanoseconds) } }
    })

  return { timesOf, check: () => checkChanges(sluice, keyText(draw(keyCount)), tenantOf()) }
}

/** Each change holds from the next decision on. @param {any} sluice @param {string} key @param {string} tenant */
function checkChanges(sluice, key, tenant) {
  const gate = sluice.gate('orders')
  /** @param {string} credential @param {string} expected */
  const expect = (credential, expected) => {
    const { code } = gate.decide({ credential })
    if (code !== expected) throw new Error(`identity: expected ${expected}, found ${code}`)
  }
  expect(key, 'ALLOWED')
  sluice.keys.disable(idOf(key))
  expect(key, 'CREDENTIAL_DISABLED')
  sluice.keys.enable(idOf(key))
  expect(key, 'ALLOWED')
  const made = sluice.keys.create({ tenant, roles: ['reader'] })
  expect(made.key, 'ALLOWED')
  sluice.keys.revoke(made.id)
  expect(made.key, 'CREDENTIAL_REVOKED')
  sluice.keys.delete(made.id)
  expect(made.key, 'CREDENTIAL_INVALID')
  const session = sluice.sessions.create({
    subject: 'user-1',
    tenant,
    permissions: ['orders:read'],
  })
  expect(session.token, 'ALLOWED')
  sluice.sessions.revoke({ token: session.token })
  expect(session.token, 'CREDENTIAL_REVOKED')
  sluice.tenants.override(tenant, 'seats', 9)
  const { value } = sluice.tenants.feature(tenant, 'seats')
  if (value !== 9) throw new Error(`identity: expected an override of 9, found ${value}`)
}
