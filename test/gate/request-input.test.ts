// What a program, and no client of it, hands to gates by mistake: requests, names and options that are none. Each is a
// SluiceError that says what is wrong, and nothing is taken.
import { describe, expect, it } from 'vitest'
import type { Gate } from '../../src/gate/gate.ts'
import type { DecisionRequest } from '../../src/gate/types.ts'
import { Sluice, SluiceError } from '../../src/index.ts'
import { codeOf, rejectionOf } from '../limits/helpers.ts'
import { CONFIG, flagOf, openGates } from './helpers.ts'

const ACME = { tenant: 'acme', roles: ['writer'] }
const NOW_CALLS = ['decide', 'check', 'reserve', 'explain'] as const
const LATER_CALLS = ['decideAsync', 'checkAsync', 'reserveAsync'] as const

/** The codes of all calls that take one request. */
async function codesOf(gate: Gate, request: unknown): Promise<Set<string>> {
  const given = request as DecisionRequest
  const now = NOW_CALLS.map(call => codeOf(() => gate[call](given)))
  const later = LATER_CALLS.map(call => rejectionOf(gate[call](given)))
  const many = codeOf(() => gate.decideMany([given]))
  return new Set([...now, ...(await Promise.all(later)), many])
}

function messageOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof SluiceError) return error.message
  }
  return ''
}

describe('a request', () => {
  const NONE: [what: string, request: unknown][] = [
    ['undefined', undefined],
    ['null', null],
    ['a string', 'sk_live_x'],
    ['a number', 5],
    ['a boolean', true],
    ['bigint', 5n],
    ['symbol', Symbol('request')],
    ['function', () => ({})],
  ]

  it.each(NONE)('that is %s is ENTITY_INVALID', async (what, request) => {
    const { sluice } = await openGates(CONFIG)
    for (const name of ['orders', 'public']) {
      const gate = sluice.gate(name)
      expect(await codesOf(gate, request)).toEqual(new Set(['ENTITY_INVALID']))
      expect(messageOf(() => gate.decide(request as never))).toBe(
        `a request must be an object with \`credential\` and \`context\`, found ${what}`,
      )
    }
  })

  it.each([
    ['null', null],
    ['a string', 'sk_live_x'],
    ['an object', { length: 1, 0: 'sk_live_x' }],
    ['a number', 5],
  ])('whose credentials are %s is ENTITY_INVALID', async (what, credentials) => {
    const { sluice } = await openGates(CONFIG)
    const gate = sluice.gate('public')
    expect(await codesOf(gate, { credentials })).toEqual(new Set(['ENTITY_INVALID']))
    expect(messageOf(() => gate.decide({ credentials } as never))).toBe(
      `credentials must be a list, found ${what}`,
    )
  })

  it.each([5, null, {}, Symbol('x'), 5n])(
    'whose one credential in a list is no text is CREDENTIAL_MALFORMED',
    async credential => {
      const { sluice } = await openGates(CONFIG)
      const request = { credentials: [credential] } as never
      const gate = sluice.gate('public')
      for (const call of ['decide', 'check', 'reserve'] as const) {
        expect(gate[call](request).code).toBe('CREDENTIAL_MALFORMED')
      }
      for (const call of LATER_CALLS) {
        expect((await gate[call](request)).code).toBe('CREDENTIAL_MALFORMED')
      }
    },
  )

  const COSTS: [what: string, cost: unknown][] = [
    ['a bigint', 1n],
    ['a symbol', Symbol('cost')],
    ['an object', {}],
    ['an object that says it is a number', { valueOf: () => 1 }],
    ['an object that throws', Object.create(null)],
    ['a list', [1]],
    ['a text', '1'],
    ['a boolean', true],
  ]

  it.each(COSTS)('whose cost is %s is COST_INVALID, and takes nothing', async (_, cost) => {
    const { sluice } = await openGates(CONFIG)
    const { key, id } = sluice.keys.create(ACME)
    const codes = await codesOf(sluice.gate('orders'), { credential: key, cost })
    expect(codes).toEqual(new Set(['COST_INVALID']))
    expect(sluice.limit('per-key').peek(id).remaining).toBe(3)
  })

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['an object', {}],
    ['an object', { length: 1, 0: {}, map: () => [] }],
    ['a string', 'sk_live_x'],
  ])('of many that are %s is ENTITY_INVALID', async (what, requests) => {
    const { sluice } = await openGates(CONFIG)
    const call = () => sluice.gate('public').decideMany(requests as never)
    expect(codeOf(call)).toBe('ENTITY_INVALID')
    expect(messageOf(call)).toBe(`requests must be a list, found ${what}`)
  })
})

describe('the name of a gate or limit', () => {
  it.each([undefined, null, 5, {}, ['orders'], Symbol('orders')])(
    'that is no text names none',
    async name => {
      const { sluice } = await openGates(CONFIG)
      // A gate without a name would let everybody in.
      expect(codeOf(() => sluice.gate(name as never))).toBe('GATE_NOT_FOUND')
      expect(codeOf(() => sluice.limit(name as never))).toBe('LIMIT_NOT_FOUND')
      expect(codeOf(() => sluice.limitMetrics(name as never))).toBe('LIMIT_NOT_FOUND')
      expect(sluice.hasGate(name as never)).toBe(false)
    },
  )
})

describe('options', () => {
  const NONE = [null, 5, 'text', true, () => ({})]

  it.each(NONE)('of verify that are %s are OPTION_INVALID', async options => {
    const { sluice } = await openGates(CONFIG)
    const { key } = sluice.keys.create(ACME)
    for (const credential of [key, 'unknown', undefined]) {
      expect(await rejectionOf(sluice.verify(credential, options as never))).toBe('OPTION_INVALID')
    }
  })

  it.each(NONE)('of open that are %s are OPTION_INVALID', async options => {
    expect(await rejectionOf(Sluice.open(CONFIG, options as never))).toBe('OPTION_INVALID')
  })

  it('of open that nobody knows are OPTION_INVALID, with the nearest that is known', async () => {
    const cases: [options: object, hint: string][] = [
      [{ nope: 1 }, 'there is no option "nope"'],
      [{ wach: false }, 'there is no option "wach"; did you mean \'watch\'?'],
      [{ KeysMax: 64 }, 'there is no option "KeysMax"; did you mean \'keysMax\'?'],
      [{ nope: undefined }, 'there is no option "nope"'],
      [JSON.parse('{"__proto__":1}'), 'there is no option "__proto__"'],
    ]
    for (const [options, message] of cases) {
      await expect(Sluice.open(CONFIG, options)).rejects.toMatchObject({
        code: 'OPTION_INVALID',
        message,
      })
    }
    const long = { ['x'.repeat(100_000)]: 1 }
    const error = await Sluice.open(CONFIG, long as never).catch((cause: SluiceError) => cause)
    expect((error as SluiceError).message.length).toBeLessThan(100)
  })

  const ATTACH: [what: string, options: unknown][] = [
    ['null', null],
    ['a number', 5],
    ['a text', 'clock'],
    ['a fetch that is no function', { fetch: 5 }],
    ['a clock that is no function', { clock: 5 }],
    ['a clock of null', { clock: null }],
    ['one that is only for open', { watch: false }],
  ]

  it.each(ATTACH)('of attach: %s is OPTION_INVALID', async (_, options) => {
    const { sluice } = await openGates(CONFIG, { shared: true, lanesMax: 2 })
    expect(codeOf(() => Sluice.attach(sluice.handle, options as never))).toBe('OPTION_INVALID')
    // And has taken no lane.
    Sluice.attach(sluice.handle, { clock: () => 0 }).close()
  })
})

describe('what a decision says of a name like `__proto__`', () => {
  it('is there, as of any other', async () => {
    const names = ['__proto__', 'constructor', 'toString']
    const own = <Value>(value: Value) =>
      Object.fromEntries(names.map(name => [name, value] as const))
    const { sluice } = await openGates({
      flags: own(flagOf('country', 'DE')),
      features: own({ type: 'boolean', default: true }),
      tenants: { acme: {} },
      gates: { it: { features: names, flags: names } },
    })
    const { key } = sluice.keys.create({ tenant: 'acme' })
    const decision = sluice.gate('it').decide({ credential: key, context: { country: 'DE' } })
    const answer = decision.toJSON()
    for (const [found, value] of [
      [answer.features, { state: 'enabled', value: true }],
      [answer.flags, { value: true, reason: 'TARGETING_MATCH' }],
    ] as const) {
      expect(Object.keys(found)).toEqual(names)
      for (const name of names) expect(found[name]).toMatchObject(value)
    }
    expect(Object.keys(JSON.parse(JSON.stringify(answer)).features)).toEqual(names)
  })
})

describe('a cost that is more than counts', () => {
  it('is in the answer what it counts as', async () => {
    const max = 2_147_483_647
    const { sluice } = await openGates({
      quotas: { calls: { period: 'month', key: 'key.id', limit: 10 } },
      gates: { it: { tenant: ['none'], quotas: { calls: 3 } } },
    })
    const { key } = sluice.keys.create()
    const costOf = (cost: number) =>
      sluice.gate('it').check({ credential: key, cost }).toJSON().limits[0]?.cost
    expect(costOf(2)).toBe(6)
    expect(costOf(Math.floor(max / 3))).toBeLessThanOrEqual(max)
    expect(costOf(Math.ceil(max / 3))).toBe(max)
    expect(costOf(max)).toBe(max)
  })
})

describe('explaining a limit that has nothing left', () => {
  it('fails its step, as it decides', async () => {
    const { sluice } = await openGates(CONFIG)
    const { key, id } = sluice.keys.create(ACME)
    sluice.limit('per-key').take(id, 3)
    const { decision, steps } = sluice.gate('orders').explain({ credential: key })
    expect(decision.code).toBe('LIMITED')
    expect(steps.find(({ step }) => step === 'limit per-key')).toEqual({
      step: 'limit per-key',
      verdict: 'failed',
      code: 'LIMITED',
    })
  })
})
