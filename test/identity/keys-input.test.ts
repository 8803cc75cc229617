// What callers hand to `sluice.keys` by mistake, and which credentials it hashes: those that a request can show. What it
// tells of a key is one state of it, and once the engine is closed nothing at all.
import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { tenantOf } from '../../src/config/entities.ts'
import { Engine } from '../../src/engine/engine.ts'
import { resolveSizes } from '../../src/engine/options.ts'
import { RulesetReader } from '../../src/engine/reader.ts'
import { Identity } from '../../src/identity/identity.ts'
import { createKey, parseKey } from '../../src/identity/key-format.ts'
import { Sluice, type SluiceError } from '../../src/index.ts'
import { BUILDS } from '../engine/builds.ts'
import { NOW, openGates, PEPPERS } from '../gate/helpers.ts'
import { codeOf, rejectionOf, SMALL } from '../limits/helpers.ts'

const CONFIG = { tenants: { acme: {} }, gates: { any: {} } }
const HASH = `sha256:${'0'.repeat(64)}`
const MAX = 8_192

/** What is no text, as a caller without types may pass it. */
const NO_TEXT: [what: string, value: unknown][] = [
  ['undefined', undefined],
  ['null', null],
  ['a number', 5],
  ['a bigint', 5n],
  ['a symbol', Symbol('id')],
  ['an object', { toString: () => 'a' }],
  ['a list', ['a']],
]

describe('an id', () => {
  const METHODS = ['get', 'delete', 'disable', 'enable', 'revoke', 'rotate'] as const

  it.each([...NO_TEXT, ['half of a surrogate pair', '\ud800']])(
    'that is %s is ENTITY_INVALID',
    async (_, id) => {
      const { sluice } = await openGates(CONFIG)
      // As which a lone surrogate is written.
      sluice.keys.set({ id: '\ufffd', hash: HASH })
      for (const method of METHODS) {
        const call = () => sluice.keys[method](id as string)
        expect(codeOf(call), method).toBe('ENTITY_INVALID')
      }
      expect(sluice.keys.get('\ufffd')).toMatchObject({ id: '\ufffd', state: 'active' })
    },
  )
})

describe('options', () => {
  it.each([null, 5, 'text', 5n, Symbol('x'), [], true])(
    'that are no object are ENTITY_INVALID',
    async options => {
      const { sluice } = await openGates(CONFIG)
      const { id } = sluice.keys.create()
      expect(codeOf(() => sluice.keys.create(options as never))).toBe('ENTITY_INVALID')
      expect(codeOf(() => sluice.keys.rotate(id, options as never))).toBe('ENTITY_INVALID')
      expect(sluice.keys.get(id)).toMatchObject({ rotated: false })
    },
  )

  it('that are a long text are refused at once', async () => {
    const { sluice } = await openGates(CONFIG)
    for (const options of ['x'.repeat(100_000), new Array(100_000).fill('x')]) {
      const start = performance.now()
      expect(codeOf(() => sluice.keys.create(options as never))).toBe('ENTITY_INVALID')
      // It took 2 s.
      expect(performance.now() - start).toBeLessThan(200)
    }
  })

  it.each([1n, Symbol('x'), {}, '2026-01-01', true, Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    'with an end that is no Unix ms are ENTITY_INVALID',
    async expiresAt => {
      const { sluice } = await openGates(CONFIG)
      const call = () => sluice.keys.create({ expiresAt: expiresAt as number })
      expect(codeOf(call)).toBe('ENTITY_INVALID')
    },
  )

  it('with null for an end make a key that does not end, as `get` says it', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key, id } = sluice.keys.create({ expiresAt: null as never })
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
    expect(sluice.keys.get(id)?.expiresAt).toBeNull()
    const ended = sluice.keys.create({ expiresAt: 0 })
    expect(sluice.gate('any').decide({ credential: ended.key }).code).toBe('CREDENTIAL_EXPIRED')
  })

  it('with an id or a hash do not say what the key is known by', async () => {
    const { sluice } = await openGates(CONFIG)
    const { id, key } = sluice.keys.create({ id: 'mine', hash: HASH } as never)
    expect(sluice.keys.get('mine')).toBeUndefined()
    expect(sluice.keys.get(id)?.id).toBe(id)
    expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
  })
})

describe('definitions to load', () => {
  it.each([undefined, null, 5, {}, { [Symbol.iterator]: 5 }, Symbol('x'), () => []])(
    'that cannot be gone through are ENTITY_INVALID',
    async definitions => {
      const { sluice } = await openGates(CONFIG)
      expect(await rejectionOf(sluice.keys.load(definitions as never))).toBe('ENTITY_INVALID')
    },
  )

  it('that are no keys are ENTITY_INVALID', async () => {
    const { sluice } = await openGates(CONFIG)
    for (const definitions of ['keys', [null], [5], [{}]]) {
      expect(await rejectionOf(sluice.keys.load(definitions as never))).toBe('ENTITY_INVALID')
    }
    expect(await sluice.keys.load([])).toBe(0)
  })
})

describe('labels and texts of keys', () => {
  it('that are none are told so', () => {
    for (const labels of [undefined, null, 5, {}]) {
      expect(codeOf(() => createKey(labels as never))).toBe('OPTION_INVALID')
    }
    for (const [, text] of NO_TEXT) expect(parseKey(text as string)).toBeUndefined()
  })
})

describe.each(BUILDS)('a credential that is hashed on the build $name', ({ options }) => {
  const hmac = (text: string) => createHmac('sha256', PEPPERS.secrets.p1).update(text)
  const FORMS: [what: string, peppers: object | undefined, hashOf: (text: string) => string][] = [
    ['under a pepper', PEPPERS, text => `hmac-sha256:p1:${hmac(text).digest('base64url')}`],
    [
      'without a pepper',
      undefined,
      text => `sha256:${createHash('sha256').update(text).digest('base64url')}`,
    ],
  ]

  it.each(FORMS)('%s may have any length that a request may show', async (_, peppers, hashOf) => {
    const { sluice } = await openGates(CONFIG, { ...options, peppers: peppers as never })
    const lengths = [1, 7, 8, 63, 64, 65, 8_159, 8_160, 8_161, 8_163, 8_191, MAX]
    for (const length of lengths) {
      const text = Array.from({ length }, (_, place) => String.fromCharCode(place % 128)).join('')
      expect(sluice.keys.hash(text), `${length}`).toBe(hashOf(text))
      sluice.keys.set({ id: `of ${length}`, hash: hashOf(text) })
      const { code, principal } = sluice.gate('any').decide({ credential: text })
      expect([code, principal.id]).toEqual(['ALLOWED', `of ${length}`])
    }
  })

  it.each(FORMS)('%s is one that a request can show', async (_, peppers) => {
    const { sluice } = await openGates(CONFIG, { ...options, peppers: peppers as never })
    const texts = ['', 'x'.repeat(MAX + 1), 'x'.repeat(1_000_000), 'ü', '😀', '\ud800', 'x\x80']
    for (const credential of [...texts, ...NO_TEXT.map(([, value]) => value)]) {
      const call = () => sluice.keys.hash(credential as string)
      expect(codeOf(call)).toBe('ENTITY_INVALID')
      const shown = sluice.gate('any').decide({ credential: credential as string })
      expect(['CREDENTIAL_MALFORMED', 'CREDENTIAL_MISSING']).toContain(shown.code)
    }
  })

  it('may be as long as the option says', async () => {
    const { sluice } = await openGates(CONFIG, { ...options, credentialBytesMax: 257 })
    const longest = 'x'.repeat(257)
    expect(sluice.keys.hash(longest)).toBe(`hmac-sha256:p1:${hmac(longest).digest('base64url')}`)
    try {
      sluice.keys.hash('secret'.repeat(100))
      expect.unreachable()
    } catch (error) {
      expect((error as SluiceError).message).toBe(
        'a credential must have 1 to 257 characters of ASCII (option credentialBytesMax)',
      )
    }
  })
})

describe('a key that is read', () => {
  it('is read with the lock, so that no other thread is writing it', () => {
    const sizes = { ...SMALL, keysMax: 64, sessionsMax: 64, tenantsMax: 16 }
    const engine = Engine.open(resolveSizes(sizes as object), new Uint8Array(16), 0, false)
    const identity = new Identity(engine, new RulesetReader(engine), () => 0, undefined)
    const read = tenantOf({}, [], 'acme')
    if (!('definition' in read)) throw new Error('the tenant is one')
    identity.tenants.set(read.definition)
    const { id } = identity.keys.create({ tenant: 'acme', permissions: ['p'] })
    const { credentials, store } = identity
    const holders = new Set<number>()
    const watched = <Arguments extends unknown[], Result>(
      method: (...given: Arguments) => Result,
    ) => {
      return (...given: Arguments) => {
        holders.add(Atomics.load(engine.i32, store.base >> 2))
        return method.apply(credentials, given)
      }
    }
    Object.assign(credentials, {
      find: watched(credentials.find),
      facts: watched(credentials.facts),
    })
    expect(identity.keys.get(id)).toMatchObject({ id, tenant: 'acme', permissions: ['p'] })
    expect(holders).toEqual(new Set([engine.lane]))
    expect(Atomics.load(engine.i32, store.base >> 2)).toBe(0)
    engine.close()
  })
})

describe('once the engine is closed', () => {
  it.each(['opened', 'attached'])('everything is CLOSED on a thread that %s it', async how => {
    const { sluice: opened } = await openGates(CONFIG, { shared: true, lanesMax: 2 })
    const sluice = how === 'opened' ? opened : Sluice.attach(opened.handle, { clock: () => NOW })
    const { id, key, hash } = sluice.keys.create({ tenant: 'acme' })
    const { keys } = sluice
    sluice.close()
    const calls: Record<string, () => unknown> = {
      create: () => keys.create(),
      hash: () => keys.hash(key),
      set: () => keys.set({ id, hash }),
      'set of what is none': () => keys.set({}),
      get: () => keys.get(id),
      'get of another': () => keys.get('another'),
      delete: () => keys.delete(id),
      disable: () => keys.disable(id),
      enable: () => keys.enable(id),
      revoke: () => keys.revoke(id),
      rotate: () => keys.rotate(id),
    }
    for (const [name, call] of Object.entries(calls)) expect(codeOf(call), name).toBe('CLOSED')
    expect(await rejectionOf(keys.load([]))).toBe('CLOSED')
    expect(await rejectionOf(keys.load([{ id, hash }]))).toBe('CLOSED')
  })
})
