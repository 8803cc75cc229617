// Everything bad that somebody can show a gate: each gets its documented code, and nothing of it says whether a key
// exists, or repeats a secret.
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { DECISION_CODES } from '../../src/gate/codes.ts'
import type { DecisionAnswer, DecisionRequest, GateContext } from '../../src/gate/types.ts'
import { createKey, keyChecksum } from '../../src/identity/key-format.ts'
import { Sluice, SluiceError } from '../../src/index.ts'
import { BUILDS } from '../engine/builds.ts'
import { codeOf } from '../limits/helpers.ts'
import { CONFIG, openGates, PEPPERS } from './helpers.ts'

/** Everything of an answer that is not this one decision's own name. */
function rest({ id, ...answer }: DecisionAnswer): string {
  expect(id).not.toBe('')
  return JSON.stringify(answer)
}

/** A key with the same id, another secret, and a checksum that is right. */
function withOtherSecret(key: string): string {
  const last = key.length - 6
  const secret = createKey({ prefix: 'sk', environment: 'live' }).key.slice(-36, -6)
  const text = key.slice(0, last - 30) + secret
  return text + keyChecksum(text)
}

/** The same character, or another one, so that the text differs at that place only. */
function withOther(text: string, place: number, other: string): string {
  return text.slice(0, place) + other + text.slice(place + 1)
}

const ACME = { tenant: 'acme', roles: ['writer'], subject: 'user-7' }

describe.each(BUILDS)('a credential on the build $name', ({ options }) => {
  const MALFORMED: [what: string, credential: unknown][] = [
    ['an empty text', ''],
    ['a text longer than credentialBytesMax', 'x'.repeat(8_193)],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['a text with an umlaut', 'sk_live_übermut'],
    ['a text beyond the first plane', '😀'],
    ['a lone surrogate', '\ud800'],
    ['a text of the greatest length with one character that is not ASCII', `é${'x'.repeat(8_191)}`],
    ['a number', 5],
    ['a bigint', 5n],
    ['a boolean', true],
    ['null', null],
    ['an object', {}],
    ['an object that says it is a text', { length: 55, toString: () => 'sk_live_x' }],
    ['a list', ['sk_live_x']],
    ['a function', () => 'sk_live_x'],
    ['a symbol', Symbol('sk_live_x')],
    ['bytes', new TextEncoder().encode('sk_live_x')],
  ]

  it.each(MALFORMED)('that is %s is CREDENTIAL_MALFORMED', async (_, credential) => {
    const { sluice } = await openGates(CONFIG, options)
    const request = { credential } as DecisionRequest
    const decision = sluice.gate('any').decide(request)
    expect(decision.code).toBe('CREDENTIAL_MALFORMED')
    expect(decision.status).toBe(401)
    expect((await sluice.gate('any').decideAsync(request)).code).toBe('CREDENTIAL_MALFORMED')
    expect((await sluice.verify(credential as string)).code).toBe('CREDENTIAL_MALFORMED')
  })

  it('that is missing is CREDENTIAL_MISSING, unless the gate lets anybody in', async () => {
    const { sluice } = await openGates(CONFIG, options)
    for (const request of [{}, { credential: undefined }, { credentials: [] }]) {
      expect(sluice.gate('orders').decide(request).code).toBe('CREDENTIAL_MISSING')
      expect(sluice.gate('public').decide(request).code).toBe('ALLOWED')
    }
  })

  it('that is one of two is CREDENTIAL_AMBIGUOUS, even if both are the same', async () => {
    const { sluice } = await openGates(CONFIG, options)
    const [one, two] = [sluice.keys.create(ACME).key, sluice.keys.create(ACME).key]
    const gate = sluice.gate('any')
    const requests: DecisionRequest[] = [
      { credential: one, credentials: [two] },
      { credential: one, credentials: [one] },
      { credentials: [one, two] },
      { credentials: [one, one] },
      { credentials: [one, ''] },
      { credential: '', credentials: [one] },
    ]
    for (const request of requests) expect(gate.decide(request).code).toBe('CREDENTIAL_AMBIGUOUS')
    expect(gate.decide({ credentials: [one] }).code).toBe('ALLOWED')
    expect(gate.decide({ credential: two, credentials: [] }).code).toBe('ALLOWED')
  })

  it('that is cut off anywhere, or goes on, is CREDENTIAL_INVALID', async () => {
    const { sluice } = await openGates(CONFIG, options)
    const { key } = sluice.keys.create(ACME)
    const gate = sluice.gate('any')
    expect(gate.decide({ credential: key }).code).toBe('ALLOWED')
    for (let length = 1; length < key.length; length++) {
      expect(gate.decide({ credential: key.slice(0, length) }).code).toBe('CREDENTIAL_INVALID')
      expect(gate.decide({ credential: key.slice(length) }).code).toBe('CREDENTIAL_INVALID')
    }
    for (const credential of [`${key}x`, `x${key}`, ` ${key}`, `${key}\n`, `${key}\0`, key + key])
      expect(gate.decide({ credential }).code).toBe('CREDENTIAL_INVALID')
    expect(gate.decide({ credential: `Bearer ${key}` }).code).toBe('CREDENTIAL_INVALID')
    expect(gate.decide({ credential: key.toUpperCase() }).code).toBe('CREDENTIAL_INVALID')
  })

  it('that has another character anywhere is CREDENTIAL_INVALID', async () => {
    const { sluice } = await openGates(CONFIG, options)
    const { key } = sluice.keys.create(ACME)
    const gate = sluice.gate('any')
    for (let place = 0; place < key.length; place++) {
      for (const other of ['0', 'A', 'z', '_', '!', '\x7f', '\0']) {
        const credential = withOther(key, place, other)
        if (credential === key) continue
        expect(gate.decide({ credential }).code, credential).toBe('CREDENTIAL_INVALID')
      }
    }
    expect(gate.decide({ credential: key }).code).toBe('ALLOWED')
  })

  it('of the greatest length is only CREDENTIAL_INVALID', async () => {
    const { sluice } = await openGates(CONFIG, options)
    expect(sluice.gate('any').decide({ credential: 'x'.repeat(8_192) }).code).toBe(
      'CREDENTIAL_INVALID',
    )
  })

  it('is told the same, byte by byte, whether its id exists or not', async () => {
    const { sluice } = await openGates(CONFIG, options)
    const { key, id } = sluice.keys.create(ACME)
    const session = sluice.sessions.create({ subject: 'user-7', tenant: 'acme' }).token
    const states = (['disable', 'revoke'] as const).map(change => {
      const made = sluice.keys.create(ACME)
      sluice.keys[change](made.id)
      return made.key
    })
    const expired = sluice.keys.create({ ...ACME, expiresAt: Date.parse('2026-01-01') }).key
    const credentials = [
      createKey({ prefix: 'sk', environment: 'live' }).key,
      withOther(key, 20, key[20] === 'a' ? 'b' : 'a'),
      id,
      'no key at all',
      ...[key, session, expired, ...states].map(withOtherSecret),
    ]
    for (const name of ['orders', 'any', 'public']) {
      const gate = sluice.gate(name)
      const answers = credentials.map(credential => rest(gate.decide({ credential }).toJSON()))
      expect(new Set(answers).size).toBe(1)
      expect(answers[0]).toContain('CREDENTIAL_INVALID')
      const explained = credentials.map(credential => {
        const { decision, steps } = gate.explain({ credential })
        return rest(decision) + JSON.stringify(steps)
      })
      expect(new Set(explained).size).toBe(1)
    }
    const verified = await Promise.all(credentials.map(credential => sluice.verify(credential)))
    expect(new Set(verified.map(answer => JSON.stringify(answer))).size).toBe(1)
  })

  it('is told what has become of it only if all of it is right', async () => {
    const { sluice, at } = await openGates(CONFIG, options)
    const gate = sluice.gate('any')
    const make = (parts: object = {}) => sluice.keys.create({ ...ACME, ...parts })
    const [disabled, revoked, rotated] = [make(), make(), make()]
    const expired = make({ expiresAt: Date.parse('2026-06-01T00:00:01Z') })
    sluice.keys.disable(disabled.id)
    sluice.keys.revoke(revoked.id)
    sluice.keys.rotate(rotated.id, { graceMs: 1_000 })
    at(1_000)
    const cases = [
      [disabled.key, 'CREDENTIAL_DISABLED'],
      [revoked.key, 'CREDENTIAL_REVOKED'],
      [expired.key, 'CREDENTIAL_EXPIRED'],
      [rotated.key, 'CREDENTIAL_ROTATED'],
    ] as const
    for (const [credential, code] of cases) {
      expect(gate.decide({ credential }).code).toBe(code)
      expect(gate.decide({ credential }).status).toBe(401)
      const other = gate.decide({ credential: withOtherSecret(credential) })
      expect(other.code).toBe('CREDENTIAL_INVALID')
      expect(other.principal.id).toBe('')
    }
  })

  it('confirmed at each call is refused and told the same', async () => {
    const { sluice } = await openGates(CONFIG, { ...options, confirm: 'always' })
    const { key } = sluice.keys.create(ACME)
    for (let round = 0; round < 3; round++) {
      expect(sluice.gate('any').decide({ credential: key }).code).toBe('ALLOWED')
      const other = sluice.gate('any').decide({ credential: withOtherSecret(key) })
      expect(other.code).toBe('CREDENTIAL_INVALID')
    }
  })
})

describe('a tenant', () => {
  const CASES: [what: string, tenant: string | undefined, gate: string, code: string][] = [
    ['on no plan passes a gate that asks for none', 'planless', 'keys', 'ALLOWED'],
    ['on no plan has no feature', 'planless', 'orders', 'FEATURE_LOCKED'],
    ['on a plan without the feature', 'tiny', 'orders', 'FEATURE_LOCKED'],
    ['that nobody defined', 'nobody', 'keys', 'TENANT_UNKNOWN'],
    ['that nobody defined, where every state may pass', 'nobody', 'any', 'TENANT_UNKNOWN'],
    ['that there is none of, where the gate asks for one', undefined, 'orders', 'TENANT_REQUIRED'],
    ['that there is none of, elsewhere', undefined, 'keys', 'ALLOWED'],
    ['that is suspended', 'suspended', 'keys', 'TENANT_SUSPENDED'],
    ['that has not paid', 'overdue', 'keys', 'TENANT_PAST_DUE'],
  ]

  it.each(CASES)('%s', async (_, tenant, gate, code) => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({
      roles: ['writer'],
      ...(tenant !== undefined && { tenant }),
    })
    const decision = sluice.gate(gate).decide({ credential: key })
    expect(decision.code).toBe(code)
    expect(decision.status).toBe(DECISION_CODES[decision.code].status)
  })

  it('on no plan has an empty name for it, and its defaults', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ tenant: 'planless', roles: ['writer'] })
    const { plan } = sluice.gate('orders').decide({ credential: key }).toJSON()
    expect(plan).toEqual({ id: '', state: 'active', trialEndsAt: null, graceEndsAt: null })
    expect(sluice.tenants.get('planless')?.features.seats).toMatchObject({
      value: 1,
      source: 'default',
    })
  })
})

describe('a context', () => {
  const boom = () => {
    throw new Error('boom')
  }
  const HUGE = 'x'.repeat(1_000_000)
  // Made when they are needed: a test runner that prints their names would look into them.
  const revoked = () => {
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    return proxy
  }
  const endless = () => {
    const list: unknown[] = []
    list.push(list)
    return { country: list }
  }

  const ODD: [what: string, context: () => unknown, code: string][] = [
    ['null', () => null, 'ALLOWED'],
    ['a number', () => 5, 'ALLOWED'],
    ['a text', () => 'country', 'ALLOWED'],
    ['without a prototype', () => Object.create(null), 'ALLOWED'],
    ['a proxy that says what it likes', () => new Proxy({}, { get: () => 'DE' }), 'ALLOWED'],
    ['with a megabyte that nobody reads', () => ({ other: HUGE }), 'ALLOWED'],
    ['with a megabyte', () => ({ country: HUGE }), 'ALLOWED'],
    ['with an attribute of another type', () => ({ country: 5 }), 'ALLOWED'],
    ['with an object', () => ({ country: {} }), 'ALLOWED'],
    ['with a function', () => ({ country: boom }), 'ALLOWED'],
    ['with a lone surrogate', () => ({ country: '\ud800' }), 'CONTEXT_INVALID'],
    ['with a list that holds itself', endless, 'CONTEXT_INVALID'],
  ]

  it.each(ODD)('that is %s gets %s', async (what, context, code) => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create(ACME)
    const gate = sluice.gate('orders')
    const decision = gate.decide({ credential: key, context: context() as GateContext })
    // How much of a long text a rule looks at depends on the rule.
    expect([code, 'CONTEXT_INVALID'], what).toContain(decision.code)
    expect(gate.decide({ credential: key, context: { country: 'DE' } }).code).toBe('ALLOWED')
  })

  const THROWING: [what: string, context: () => GateContext][] = [
    ['a getter that throws', () => Object.defineProperty({}, 'country', { get: boom })],
    ['a proxy that throws', () => new Proxy({}, { get: boom })],
    ['a proxy that was revoked', revoked],
  ]

  it.each(THROWING)(
    'with %s gives the caller its own error, and takes nothing',
    async (_, context) => {
      const { sluice } = await openGates(CONFIG)
      const { key, id } = sluice.keys.create(ACME)
      const gate = sluice.gate('orders')
      expect(() => gate.decide({ credential: key, context: context() })).toThrow(/boom|revoked/)
      expect(sluice.limit('per-key').peek(id).remaining).toBe(3)
      expect(gate.decide({ credential: key, context: { country: 'DE' } }).code).toBe('ALLOWED')
    },
  )

  const ADDRESSES: [what: string, ip: unknown][] = [
    ['no address', 'somewhere'],
    ['empty', ''],
    ['a number', 167_772_161],
    ['null', null],
    ['an object', { toString: () => '10.0.0.1' }],
    ['a list', ['10.0.0.1']],
    ['with a zone', 'fe80::1%eth0'],
    ['with a port', '10.0.0.1:80'],
    ['with leading zeroes', '010.0.0.1'],
    ['short', '10.1'],
    ['hexadecimal', '0x0a000001'],
    ['with spaces', ' 10.0.0.1'],
    ['a network', '10.0.0.1/8'],
    ['compatible, and not mapped', '::10.0.0.1'],
    ['a megabyte', '1'.repeat(1_000_000)],
  ]

  it.each(ADDRESSES)('whose ip is %s is in no network', async (_, ip) => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create({ ...ACME, networks: ['10.0.0.0/8'] })
    const decision = sluice.gate('any').decide({ credential: key, context: { ip } as GateContext })
    expect(decision.code).toBe('NETWORK_DENIED')
    expect(decision.status).toBe(403)
  })

  it('whose ip or source is too long, or torn, to count failures by is refused all the same', async () => {
    const { sluice } = await openGates({ ...CONFIG, credentials: { failures: 'failures' } })
    const gate = sluice.gate('any')
    for (const from of ['x'.repeat(1_000_000), '\ud800']) {
      expect(gate.decide({ credential: 'unknown', source: from }).allow).toBe(false)
      expect(gate.decide({ credential: 'unknown', context: { ip: from } }).allow).toBe(false)
    }
    expect(gate.decide({ credential: 'unknown', source: 'a' }).code).toBe('CREDENTIAL_INVALID')
  })
})

describe('a call', () => {
  it.each([-1, 0.5, Number.NaN, 2 ** 31, '1', {}])(
    'with a cost of %s is COST_INVALID',
    async cost => {
      const { sluice } = await openGates(CONFIG)
      const { key, id } = sluice.keys.create(ACME)
      const request = { credential: key, cost: cost as number }
      for (const method of ['decide', 'check', 'reserve', 'explain'] as const) {
        expect(codeOf(() => sluice.gate('orders')[method](request))).toBe('COST_INVALID')
      }
      expect(sluice.limit('per-key').peek(id).remaining).toBe(3)
    },
  )

  it.each(['', 'nope', '__proto__', 'constructor', '\ud800', 'x'.repeat(100_000)])(
    'of a gate that there is none of is GATE_NOT_FOUND: %.20s',
    async name => {
      const { sluice } = await openGates(CONFIG)
      expect(sluice.hasGate(name)).toBe(false)
      expect(codeOf(() => sluice.gate(name).decide({}))).toBe('GATE_NOT_FOUND')
      expect(codeOf(() => sluice.gate(name).explain({}))).toBe('GATE_NOT_FOUND')
    },
  )

  it('after the engine was closed is CLOSED', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key, id } = sluice.keys.create(ACME)
    const gate = sluice.gate('orders')
    gate.decide({ credential: key })
    sluice.close()
    expect(codeOf(() => gate.decide({ credential: key }))).toBe('CLOSED')
    expect(codeOf(() => sluice.keys.create())).toBe('CLOSED')
    expect(codeOf(() => sluice.keys.revoke(id))).toBe('CLOSED')
    expect(codeOf(() => sluice.sessions.create({ subject: 'a' }))).toBe('CLOSED')
    expect(codeOf(() => sluice.tenants.set('a', {}))).toBe('CLOSED')
    await expect(sluice.verify(key)).rejects.toMatchObject({ code: 'CLOSED' })
  })
})

describe('nothing of a credential or pepper', () => {
  const secretsOf = (key: string) => [key.slice(-36), key.slice(-36, -6), PEPPERS.secrets.p1]

  it('is in what a decision, an explanation or a verification says', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key, id } = sluice.keys.create(ACME)
    const { token } = sluice.sessions.create({ subject: 'user-7', tenant: 'acme' })
    for (const credential of [key, token, withOtherSecret(key), `${key}x`]) {
      const gate = sluice.gate('orders')
      const decision = gate.decide({ credential, context: { country: 'DE' } })
      const said = [
        JSON.stringify(decision),
        inspect(decision, { depth: 8, showHidden: true }),
        inspect(gate, { depth: 3 }),
        JSON.stringify(gate.explain({ credential })),
        JSON.stringify(await sluice.verify(credential)),
        JSON.stringify(sluice.keys.get(id)),
        JSON.stringify(sluice.tenants.get('acme')),
      ].join()
      for (const secret of [...secretsOf(key), ...secretsOf(token)]) {
        expect(said).not.toContain(secret)
      }
    }
  })

  it('is in an error of the calls that are given one', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key, hash, id } = createKeyOf(sluice)
    const gate = sluice.gate('orders')
    const calls: (() => unknown)[] = [
      () => gate.decide({ credential: key, cost: -1 }),
      () => sluice.keys.set({ id: key, hash }),
      () => sluice.keys.set({ id, hash: key }),
      () => sluice.keys.set({ id, hash: `sha256:${key}` }),
      () => sluice.keys.set({ id, hash, subject: key, networks: [key] }),
      () => sluice.keys.set({ id, hash, tenant: key, roles: [key], [key]: 1 }),
      () => sluice.keys.revoke(key),
      () => sluice.keys.rotate(key),
      () => sluice.sessions.revoke({ token: key, session: key }),
      () => sluice.sessions.create({ subject: '', prefix: key } as never),
      () => sluice.tenants.use(key, 'seats', 1),
    ]
    for (const call of calls) {
      let said = ''
      try {
        call()
      } catch (error) {
        expect(error).toBeInstanceOf(SluiceError)
        const { message, problems, stack } = error as SluiceError
        said = message + stack + JSON.stringify(problems)
      }
      expect(said, call.toString()).not.toBe('')
      for (const secret of secretsOf(key)) expect(said, call.toString()).not.toContain(secret)
    }
  })

  it('is in the errors of a config that has whole keys in it', async () => {
    const { key } = createKey({ prefix: 'sk', environment: 'live' })
    const keys = [{ id: key, hash: key }, { id: 'a', hash: `sha256:${key}` }, key]
    const error = await Sluice.open({ ...CONFIG, keys }, { shared: false }).catch(
      (cause: unknown) => cause,
    )
    expect(error).toBeInstanceOf(SluiceError)
    const { message, problems } = error as SluiceError
    expect(problems.map(({ code }) => code)).toContain('KEY_SECRET')
    for (const secret of secretsOf(key)) {
      expect(message + JSON.stringify(problems)).not.toContain(secret)
    }
  })
})

function createKeyOf(sluice: Sluice) {
  return sluice.keys.create(ACME)
}
