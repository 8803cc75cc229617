// What the tenants and keys of a config need is known before it goes live: a config that there is no room for changes
// nothing at all.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as layout from '../../assembly/shared/identity.ts'
import { checkEntityFiles } from '../../src/check-entities.ts'
import { tenantValueBytesMax, tenantValuesMax } from '../../src/config/bounds.ts'
import { loadConfig } from '../../src/config/load.ts'
import { HEAP_SLACK } from '../../src/identity/heap.ts'
import type { Sluice, SluiceOptions } from '../../src/index.ts'
import { brief, loadText, temporaryFolder } from '../config/helpers.ts'
import { openGates } from '../gate/helpers.ts'
import { rejectionOf } from '../limits/helpers.ts'
import { Inspection } from '../threads/helpers.ts'

const hashOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('base64url')}`

const CONFIG = {
  limits: { calls: { rate: '5/s', key: 'tenant.id' } },
  quotas: { month: { period: 'month', key: 'tenant.id', limit: 5 } },
  features: {
    seats: { type: 'gauge' },
    rooms: { type: 'gauge' },
    theme: { type: 'config' },
    größe: { type: 'config' },
  },
  plans: { pro: {} },
}

/** Bytes of the heap up to its highest block, and the records that are in use. */
function usage(sluice: Sluice) {
  const inspection = new Inspection(sluice)
  const { base, heap } = inspection.map.identity
  const field = (offset: number) => inspection.u32(base + offset)
  return {
    bytes: field(layout.IDENTITY_HEAP_FREE) - heap,
    keys: field(layout.IDENTITY_KEYS_USED),
    tenants: field(layout.IDENTITY_TENANTS_USED),
  }
}

const texts = fc
  .oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'grapheme', maxLength: 12 }))
  .map(text => `-${text.toWellFormed().replaceAll(/\p{Cc}/gu, '-')}`)
const tenantIds = fc.constantFrom('acme', 'a'.repeat(100), 'größe', 'x')
const keys = fc.uniqueArray(
  fc
    .record(
      {
        id: texts,
        tenant: tenantIds,
        subject: texts,
        roles: fc.array(fc.constantFrom('writer', 'reader', 'größe'), { maxLength: 4 }),
        permissions: fc.array(fc.constantFrom('a:b', 'c:*', 'd'), { maxLength: 3 }),
        networks: fc.array(fc.constantFrom('10.0.0.0/8', '2001:db8::/32', '192.0.2.1')),
      },
      { requiredKeys: ['id'] },
    )
    .map(key => ({ ...key, hash: hashOf(key.id) })),
  { selector: ({ id }) => id, maxLength: 12 },
)
const values = fc.dictionary(
  fc.constantFrom('theme', 'größe'),
  fc.oneof(
    fc.constantFrom<unknown>(1, true, null, '', 'text', [], { a: [1] }, 'x'.repeat(510)),
    fc.string({ maxLength: 100 }).map(text => [text.toWellFormed()]),
  ),
)
const gauges = fc.dictionary(fc.constantFrom('seats', 'rooms'), fc.nat())
const tenants = fc.dictionary(
  tenantIds,
  fc.record(
    {
      plan: fc.constant('pro'),
      overrides: fc.record({ features: values.map(own => wrapped(own)) }),
      addOns: fc.array(fc.record({ features: fc.oneof(values, gauges) }), { maxLength: 3 }),
      used: gauges,
    },
    { requiredKeys: [] },
  ),
)

function wrapped(own: Record<string, unknown>): Record<string, { value: unknown }> {
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { value }]))
}

describe('what is needed', () => {
  const options = { peppers: undefined as never, shared: true }

  it('is what is taken, to the byte', async () => {
    const empty = usage((await openGates(CONFIG, options)).sluice).bytes
    await fc.assert(
      fc.asyncProperty(keys, tenants, async (keys, own) => {
        const folder = await temporaryFolder()
        const lines = Object.entries(own).map(([id, tenant]) => JSON.stringify({ id, ...tenant }))
        await writeFile(join(folder, 'tenants.ndjson'), lines.join('\n'))
        const config = { ...CONFIG, keys, tenants: { file: join(folder, 'tenants.ndjson') } }
        const { needs } = await checkEntityFiles((await loadConfig(config)).config)
        const { sluice } = await openGates(config, options)
        const { bytes, keys: keyCount, tenants: tenantCount } = usage(sluice)
        sluice.close()
        expect(keyCount).toBe(needs.keys)
        expect(tenantCount).toBe(needs.tenants)
        expect(bytes - empty).toBe(needs.bytes - HEAP_SLACK)
      }),
      { seed: 5, numRuns: 100 },
    )
  })
})

describe('a config that there is no room for', () => {
  const good = { ...CONFIG, flags: {}, gates: {}, tenants: { old: { plan: 'pro' } } }

  /** Opens with a good config, reloads a folder of files, and says what became of it. */
  async function reload(files: Record<string, string>, options: SluiceOptions) {
    const folder = await temporaryFolder()
    const config = join(folder, 'sluice.json')
    await writeFile(config, JSON.stringify(good))
    const { sluice } = await openGates(config, { watch: false, shared: true, ...options })
    const before = { version: sluice.version, ...usage(sluice) }
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
    await writeFile(
      config,
      JSON.stringify({
        ...good,
        tenants: { file: 'tenants.ndjson' },
        keys: { file: 'keys.ndjson' },
      }),
    )
    const code = await rejectionOf(sluice.reload())
    expect({ version: sluice.version, ...usage(sluice) }).toEqual(before)
    expect(sluice.tenants.get('old')?.plan).toBe('pro')
    return code
  }

  const many = (count: number, make: (index: number) => object) =>
    Array.from({ length: count }, (_, index) => JSON.stringify(make(index))).join('\n')
  const tenant = (index: number) => ({ id: `t${index}` })
  const key = (index: number) => ({ id: `k${index}`, hash: hashOf(`k${index}`) })
  const numbers = (limit: string | number) => ({ overrides: { limits: { calls: limit } } })

  it.each<[string, string, string, SluiceOptions]>([
    ['tenants', many(17, tenant), '', { tenantsMax: 16 }],
    [
      'tenants that keys name',
      '',
      many(17, index => ({ ...key(index), tenant: `t${index}` })),
      { tenantsMax: 16 },
    ],
    ['keys', '', many(65, key), { keysMax: 64 }],
    [
      'texts',
      '',
      many(60, index => ({
        ...key(index),
        permissions: Array.from({ length: 10 }, (_, own) => `p${index}:${own}${'x'.repeat(90)}`),
        subject: 'x'.repeat(200),
      })),
      {},
    ],
    [
      'values',
      many(16, index => ({
        ...tenant(index),
        overrides: { features: { theme: 'x'.repeat(500), größe: 'y'.repeat(500) } },
        addOns: Array.from({ length: 8 }, () => ({ features: { theme: 'z'.repeat(500) } })),
      })),
      '',
      {},
    ],
    [
      'tenants with numbers of limits',
      many(65, index => ({ ...tenant(index), ...numbers('7/s') })),
      '',
      { exceptionsMax: 64, tenantsMax: 128 },
    ],
    [
      'numbers of limits',
      many(15, index => ({ ...tenant(index), ...numbers(`${index + 2}/s`) })),
      '',
      { limitsMax: 5 },
    ],
    [
      'the id of a tenant with numbers',
      many(1, () => ({ id: 'x'.repeat(65), ...numbers('7/s') })),
      '',
      { keyBytesMax: 64 },
    ],
  ])('does not go live: %s', async (_, tenantLines, keyLines, options) => {
    const files = { 'tenants.ndjson': tenantLines, 'keys.ndjson': keyLines }
    expect(await reload(files, options)).toBe('CAPACITY_EXCEEDED')
  })

  it('would go live with a little more room', async () => {
    const { sluice } = await openGates(
      {
        ...good,
        tenants: Object.fromEntries(
          Array.from({ length: 16 }, (_, index) => [`t${index}`, numbers(`${index + 2}/s`)]),
        ),
      },
      { tenantsMax: 16, exceptionsMax: 64, limitsMax: 18 },
    )
    expect(sluice.limit('calls').peek('t9').limit).toBe(11)
  })
})

describe('a tenant', () => {
  const values = (count: number, value: unknown) => ({
    ...CONFIG,
    features: Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`f${index}`, { type: 'config' }]),
    ),
    tenants: {
      t: {
        overrides: { features: { f0: { value } } },
        addOns: Array.from({ length: Math.ceil((count - 1) / 40) }, (_, index) => ({
          features: Object.fromEntries(
            Array.from({ length: Math.min(40, count - 1 - 40 * index) }, (_, own) => [
              `f${own}`,
              own,
            ]),
          ),
        })),
      },
    },
  })
  const problemsOf = async (config: object) => {
    const { problems } = await loadText(JSON.stringify(config, null, 1))
    return problems.map(problem => brief(problem).replace(/^\d+:\d+ /, ''))
  }
  const text = (bytes: number) => 'é'.repeat((bytes - 2) / 2)

  it('can have as many values of its own, and as long ones, as its record', async () => {
    expect([tenantValuesMax, tenantValueBytesMax]).toEqual([layout.ROW_MAX, layout.VALUE_BYTES_MAX])
    const most = values(tenantValuesMax, text(tenantValueBytesMax))
    expect(await problemsOf(most)).toEqual([])
    const { sluice } = await openGates(most, { identityBytesMax: 131_072 })
    expect(sluice.tenants.feature('t', 'f0')?.value).toBe(text(tenantValueBytesMax))
    expect(sluice.tenants.feature('t', 'f39')?.source).toBe('add-on')
  })

  it('cannot have more of them, or longer ones', async () => {
    expect(await problemsOf(values(tenantValuesMax + 1, 1))).toEqual([
      "SCHEMA_LENGTH 't' has too many values of features, with those of its add-ons",
    ])
    expect(await problemsOf(values(1, text(tenantValueBytesMax + 2)))).toEqual([
      "SCHEMA_LENGTH 'value' is too long",
    ])
    const { sluice } = await openGates(CONFIG)
    for (const { tenants } of [values(1025, 1), values(1, [text(512)])]) {
      expect(() => sluice.tenants.set('t', tenants.t)).toThrow(
        expect.objectContaining({ code: 'ENTITY_INVALID' }),
      )
    }
  })

  it.each(['inline', 'a file'])('may have periods of its own: %s', async place => {
    const own = {
      plan: 'pro',
      overrides: { quotas: { month: { limit: 9, anchor: '2026-05-20' } } },
    }
    const folder = await temporaryFolder()
    const file = join(folder, 'tenants.ndjson')
    await writeFile(file, JSON.stringify({ id: 'acme', ...own }))
    const config = { ...CONFIG, tenants: place === 'inline' ? { acme: own } : { file } }
    const { sluice } = await openGates(config)
    const day = 86_400_000
    expect(sluice.limit('month').take('acme', 9).toJSON()).toMatchObject({
      limit: 9,
      resetMs: 19 * day,
    })
    expect(sluice.limit('month').take('other', 5).resetMs).toBe(30 * day)
  })
})
