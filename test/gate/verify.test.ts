// Plans, features, permissions and gates of a ruleset that no compiler writes: each rule of the verifier with a fault that
// it refuses (assembly/gate/verify.ts), and faults by the thousand, each refused, or harmless to decide by.
import { beforeAll, describe, expect, it } from 'vitest'
import * as gate from '../../assembly/shared/gate.ts'
import { PERMISSION_MAX } from '../../assembly/shared/identity.ts'
import { MODE_PEEK, MODE_RESERVE, MODE_TAKE, PART_MAX } from '../../assembly/shared/layout.ts'
import { VERIFY_OK } from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { tenantOf } from '../../src/config/entities.ts'
import { Engine } from '../../src/engine/engine.ts'
import { resolveSizes } from '../../src/engine/options.ts'
import { publish } from '../../src/engine/publish.ts'
import { RulesetReader } from '../../src/engine/reader.ts'
import { Identity } from '../../src/identity/identity.ts'
import { compileConfig, randomBits } from '../engine/helpers.ts'
import { Ruleset } from '../engine/ruleset.ts'
import { VERIFY_NAMES } from '../engine/verify-cases.ts'
import { flagOf } from './helpers.ts'

const names = Array.from({ length: 40 }, (_, index) => `p:${index}`)
const CONFIG = {
  flags: { shown: flagOf('ui', 'new'), pro: flagOf('tenant.plan', 'pro') },
  limits: {
    rate: { rate: '1/s', burst: 3, key: 'key.id' },
    own: { rate: '1/s', burst: 3, key: 'country' },
  },
  quotas: { calls: { period: 'month', key: 'tenant.id' } },
  features: {
    orders: { type: 'boolean', flag: 'shown' },
    seats: { type: 'gauge', default: 1, addOns: 'sum' },
    theme: { type: 'config', default: { dark: true } },
    calls: { type: 'metered', quota: 'calls' },
  },
  plans: {
    free: { features: { seats: 3 }, limits: { rate: '2/s' }, quotas: { calls: 5 } },
    pro: { features: { orders: true, seats: 9, theme: 'x' }, quotas: { calls: 'unlimited' } },
  },
  gates: {
    all: {
      permission: `(${names.slice(0, 20).join(' and ')}) or (${names.slice(20).join(' and ')})`,
      entitlement: ['orders', 'seats'],
      features: ['theme', 'calls'],
      flags: ['shown', 'pro'],
      limits: ['rate', 'own'],
      quotas: ['calls'],
    },
    small: { credential: ['none', 'key'], limits: ['rate'] },
  },
}

let compiled: Uint8Array
beforeAll(async () => {
  compiled = await compileConfig(CONFIG)
})

/** The ruleset of the config, with the addresses of what can be spoiled. */
class Gates extends Ruleset {
  at(section: number, index: number, bytes: number): number {
    return this.section(section) + index * bytes
  }

  plan(index: number): number {
    return this.at(layout.HEADER_PLANS, index, gate.PLAN_BYTES)
  }

  /** By its type: there is one of each. */
  feature(type: number): number {
    const count = this.get(layout.HEADER_FEATURE_COUNT)
    const all = Array.from({ length: count }, (_, index) =>
      this.at(layout.HEADER_FEATURES, index, gate.FEATURE_BYTES),
    )
    return all.find(at => this.get(at + gate.FEATURE_TYPE) === type)!
  }

  get gate(): number {
    return this.section(layout.HEADER_GATES)
  }

  /** The first step of a kind of the first gate. */
  step(op: number): number {
    const first = this.get(this.gate + gate.GATE_FIRST_STEP)
    const count = this.get(this.gate + gate.GATE_STEP_COUNT)
    const all = Array.from({ length: count }, (_, index) =>
      this.at(layout.HEADER_STEPS, first + index, gate.STEP_BYTES),
    )
    return all.find(at => this.get(at + gate.STEP_OP) === op)!
  }

  /** Offset of the first permission's code. */
  get code(): number {
    return this.get(this.step(gate.STEP_PERMISSION) + gate.STEP_A)
  }

  word(index: number): number {
    return this.view.getUint16(this.code + 2 * index, true)
  }

  /** Where the code has an operator first. */
  get operator(): number {
    let index = 0
    while ((this.word(index) & (gate.PERMISSION_AND | gate.PERMISSION_OR)) === 0) index++
    return index
  }
}

const spoilt = (edit: (ruleset: Gates) => void) => {
  const ruleset = new Gates(compiled.slice())
  edit(ruleset)
  return VERIFY_NAMES.get(ruleset.verify())
}

const HUGE = 0xffff_ffff
type Case = [what: string, edit: (ruleset: Gates) => unknown, expected?: string]

function refuses(cases: Case[]): void {
  it.each(cases)('%s', (_, edit, expected = 'VERIFY_GATE') => {
    expect(spoilt(edit)).toBe(expected)
  })
}

describe('the ruleset of the config', () => {
  it('is one that is accepted', () => {
    expect(spoilt(() => {})).toBe('VERIFY_OK')
  })
})

describe('a plan', () => {
  const { PLAN_NAME, PLAN_HASH, PLAN_CELLS, CELL_TYPE, CELL_BYTES } = gate
  refuses([
    ['has a name', r => r.set(r.plan(0) + PLAN_NAME, HUGE), 'VERIFY_STRING'],
    ['has a hash that is not 0', r => r.set64(r.plan(0) + PLAN_HASH, 0n)],
    [
      'has another hash than the one before',
      r => r.set64(r.plan(1) + PLAN_HASH, r.view.getBigUint64(r.plan(0) + PLAN_HASH, true)),
    ],
    ['has a greater hash than the one before', r => r.set64(r.plan(1) + PLAN_HASH, 1n)],
    ['has its values in the data', r => r.set(r.plan(1) + PLAN_CELLS, HUGE - 7)],
    ['has no values in the header', r => r.set(r.plan(1) + PLAN_CELLS, 0)],
    [
      'has values of types that there are',
      r => r.set(r.get(r.plan(1) + PLAN_CELLS) + CELL_BYTES + CELL_TYPE, gate.VALUE_NULL + 1),
    ],
  ])
})

describe('a feature', () => {
  const metered = (r: Gates) => r.feature(gate.FEATURE_METERED)
  const gauge = (r: Gates) => r.feature(gate.FEATURE_GAUGE)
  refuses([
    ['has a name', r => r.set(gauge(r) + gate.FEATURE_NAME, HUGE), 'VERIFY_STRING'],
    ['has a type', r => r.set(gauge(r) + gate.FEATURE_TYPE, gate.FEATURE_METERED + 1)],
    [
      'has a default of a type',
      r => r.set(gauge(r) + gate.FEATURE_DEFAULT_TYPE, gate.VALUE_NULL + 1),
    ],
    ['has a policy of add-ons', r => r.set(gauge(r) + gate.FEATURE_ADD_ONS, gate.ADD_ONS_MAX + 1)],
    ['is hidden by a flag that there is', r => r.set(gauge(r) + gate.FEATURE_FLAG, 2)],
    ['is metered by a limit that there is', r => r.set(metered(r) + gate.FEATURE_LIMIT, 99)],
    ['has limits by plan in the data', r => r.set(metered(r) + gate.FEATURE_BY_PLAN, HUGE - 1)],
    [
      'has limits by plan that there are',
      r => r.set(r.get(r.step(gate.STEP_LIMIT) + gate.STEP_B) + 4, 99),
    ],
  ])
})

describe('a permission', () => {
  const permission = (r: Gates) => r.step(gate.STEP_PERMISSION)
  const first = (r: Gates) => r.section(layout.HEADER_PERMISSIONS)
  refuses([
    ['has a name', r => r.set(first(r), HUGE), 'VERIFY_STRING'],
    ['has its code in the data', r => r.set(permission(r) + gate.STEP_A, HUGE - 1)],
    ['has no code that wraps round', r => r.set(permission(r) + gate.STEP_B, 2 ** 31)],
    ['has a code', r => r.set(permission(r) + gate.STEP_B, 0)],
    ['asks for bits that there are', r => r.set16(r.code, names.length)],
    ['has one operator at a time', r => r.set16(r.code + 2 * r.operator, 0xc002)],
    ['has no bits that mean nothing', r => r.set16(r.code + 2 * r.operator, 0x8402)],
    ['has no operator of nothing', r => r.set16(r.code + 2 * r.operator, gate.PERMISSION_AND)],
    ['has operators of what is there', r => r.set16(r.code, gate.PERMISSION_OR | 1)],
    [
      'leaves one boolean',
      r => r.set(permission(r) + gate.STEP_B, r.get(permission(r) + gate.STEP_B) - 1),
    ],
    [
      'needs no more than a word',
      r => {
        const count = r.get(permission(r) + gate.STEP_B)
        expect(count).toBeGreaterThan(gate.PERMISSION_DEPTH_MAX)
        for (let index = 0; index < count - 1; index++) r.set16(r.code + 2 * index, 0)
        r.set16(r.code + 2 * (count - 1), gate.PERMISSION_AND | (count - 1))
      },
    ],
  ])

  it('is one of so many at most', () => {
    const code = spoilt(r => r.set(layout.HEADER_PERMISSION_COUNT, PERMISSION_MAX + 1))
    expect(code).not.toBe('VERIFY_OK')
  })
})

describe('a step', () => {
  const { STEP_OP, STEP_A, STEP_B, STEP_D, STEP_E } = gate
  const feature = (r: Gates) => r.step(gate.STEP_FEATURE)
  const flag = (r: Gates) => r.step(gate.STEP_FLAG)
  const limit = (r: Gates) => r.step(gate.STEP_LIMIT)
  refuses([
    ['is of a kind that there is', r => r.set(flag(r) + STEP_OP, gate.STEP_LIMIT + 1)],
    ['is of a feature that there is', r => r.set(feature(r) + STEP_A, 4)],
    ['has a slot for its feature', r => r.set(feature(r) + STEP_B, 4)],
    ['is of a flag that there is', r => r.set(flag(r) + STEP_A, 2)],
    ['has a slot for its flag', r => r.set(flag(r) + STEP_B, 2)],
    ['is of a limit that there is', r => r.set(limit(r) + STEP_A, 99)],
    ['has its limits by plan in the data', r => r.set(limit(r) + STEP_B, HUGE - 1)],
    ['has a key that somebody says', r => r.set(limit(r) + STEP_D, gate.KEY_OF_SESSION + 1)],
    ['has the part of its place', r => r.set(limit(r) + STEP_E, 1)],
    ['of a limit comes last', r => r.set(limit(r) + STEP_OP, gate.STEP_TENANT)],
    [
      'before the limits is none',
      r => r.set(flag(r) + STEP_OP, gate.STEP_LIMIT).set(flag(r) + STEP_B, 0),
    ],
  ])
})

describe('a gate', () => {
  const list = (r: Gates, field: number) => r.get(r.gate + field)
  refuses([
    ['has a name', r => r.set(r.gate + gate.GATE_NAME, HUGE), 'VERIFY_STRING'],
    ['has details', r => r.set(r.gate + gate.GATE_DETAILS, HUGE), 'VERIFY_STRING'],
    [
      'has slots for its features',
      r => r.set(r.gate + gate.GATE_FEATURE_COUNT, gate.GATE_FEATURE_MAX + 1),
    ],
    ['has slots for its flags', r => r.set(r.gate + gate.GATE_FLAG_COUNT, gate.GATE_FLAG_MAX + 1)],
    ['has no more steps than there are', r => r.set(r.gate + gate.GATE_STEP_COUNT, 99)],
    [
      'has no more steps than can be noted',
      r => r.set(r.gate + gate.GATE_STEP_COUNT, gate.STEP_MAX + 1),
    ],
    ['has no steps that wrap round', r => r.set(r.gate + gate.GATE_FIRST_STEP, HUGE)],
    ['has no more limits than parts', r => r.set(r.gate + gate.GATE_LIMIT_COUNT, PART_MAX + 1)],
    ['has no more limits than steps', r => r.set(r.gate + gate.GATE_LIMIT_COUNT, PART_MAX)],
    ['has its attributes in the data', r => r.set(r.gate + gate.GATE_ATTRIBUTES, HUGE - 7)],
    ['has no attributes that wrap round', r => r.set(r.gate + gate.GATE_ATTRIBUTE_COUNT, 2 ** 30)],
    ['has attributes that there are', r => r.set16(list(r, gate.GATE_ATTRIBUTES), 99)],
    ['has its facts in the data', r => r.set(r.gate + gate.GATE_FACTS, HUGE - 7)],
    ['has no facts that wrap round', r => r.set(r.gate + gate.GATE_FACT_COUNT, 2 ** 30)],
    ['places facts that there are', r => r.set16(list(r, gate.GATE_FACTS) + 2, gate.FACT_COUNT)],
    ['places facts where attributes are', r => r.set16(list(r, gate.GATE_FACTS), 99)],
    ['comes with what the host reads', r => r.set(layout.HEADER_IDENTITY, HUGE), 'VERIFY_STRING'],
  ])
})

const CASES = Number(process.env.SLUICE_FUZZ_RUNS ?? 4_000)
const NASTY = [0, 1, 2, 5, 31, 32, 33, 64, 0xff, 0x4001, 0x8002, 0xc001, 2 ** 29, 2 ** 30, 2 ** 31]
const NASTIER = NASTY.concat([HUGE, HUGE - 1, HUGE - 7, 0x7ff8_0000, 0x8002_0000])

/** Where the fields of gates stand, and what they lead to: ranges of the ruleset. */
function ranges(r: Gates): [start: number, end: number][] {
  const section = (field: number, count: number, bytes: number): [number, number] => {
    const start = r.section(field)
    return [start, start + r.get(count) * bytes]
  }
  const cells = r.get(layout.HEADER_FEATURE_COUNT) * gate.CELL_BYTES
  const table = r.get(r.step(gate.STEP_LIMIT) + gate.STEP_B)
  const within = (field: number, count: number): [number, number] => {
    const start = r.get(r.gate + field)
    return [start, start + r.get(r.gate + count) * layout.FLAG_ATTRIBUTE_BYTES]
  }
  return [
    section(layout.HEADER_PLANS, layout.HEADER_PLAN_COUNT, gate.PLAN_BYTES),
    section(layout.HEADER_FEATURES, layout.HEADER_FEATURE_COUNT, gate.FEATURE_BYTES),
    section(layout.HEADER_GATES, layout.HEADER_GATE_COUNT, gate.GATE_BYTES),
    section(layout.HEADER_STEPS, layout.HEADER_STEP_COUNT, gate.STEP_BYTES),
    section(layout.HEADER_PERMISSIONS, layout.HEADER_PERMISSION_COUNT, 4),
    [r.code, r.code + 2 * r.get(r.step(gate.STEP_PERMISSION) + gate.STEP_B)],
    [r.get(r.plan(0) + gate.PLAN_CELLS), r.get(r.plan(0) + gate.PLAN_CELLS) + cells],
    [table, table + 12],
    within(gate.GATE_ATTRIBUTES, gate.GATE_ATTRIBUTE_COUNT),
    within(gate.GATE_FACTS, gate.GATE_FACT_COUNT),
  ]
}

describe.each(['unshared', 'debug'] as const)('faults by the thousand on the build %s', build => {
  it('are refused, or harmless to decide by', { timeout: 120_000 + CASES * 10 }, async () => {
    const sizes = {
      flagsMax: 8,
      attributesMax: 16,
      rulesetBytesMax: 65_536,
      limitsMax: 16,
      lanesMax: 1,
    }
    const engine = Engine.open(
      resolveSizes({ ...sizes, keysMax: 64, sessionsMax: 64, limitKeysMax: 64 }),
      new Uint8Array(16).fill(7),
      0,
      build,
    )
    const identity = new Identity(engine, new RulesetReader(engine), () => 0, undefined)
    const read = tenantOf(
      { plan: 'pro', addOns: [{ features: { seats: 2, theme: ['a'] } }], used: { seats: 1 } },
      [],
      'acme',
    )
    if (!('definition' in read)) throw new Error('the tenant is one')
    identity.tenants.set(read.definition)
    const { key } = identity.keys.create({ tenant: 'acme', permissions: ['p:*'] })
    const room = engine.lane + engine.map.laneCredential
    const place = (text: string) => engine.u8.set(Buffer.from(text), room)
    place(key)
    expect(identity.credentials.admit(key.length)).toBe(true)

    const random = randomBits(20_260_601)
    const below = (limit: number) => random() % limit
    const codes = new Set<number>()
    let accepted = 0
    for (let index = 0; index < CASES; index++) {
      const ruleset = new Gates(compiled.slice())
      const places = ranges(ruleset)
      for (let faults = 1 + below(2); faults > 0; faults--) {
        const [start, end] = places[below(places.length)]!
        const at = start + 2 * below((end - start) >> 1)
        const value = below(2) === 0 ? NASTIER[below(NASTIER.length)]! : below(64)
        if (below(3) === 0) ruleset.set16(at, value & 0xffff)
        else if (below(2) === 0) ruleset.set(at & ~3, value)
        else ruleset.set(at & ~3, (ruleset.get(at & ~3) + [1, -1, 8, -8][below(4)]!) >>> 0)
      }
      if (ruleset.verify() !== VERIFY_OK) continue
      accepted++
      const version = await publish(engine, ruleset.bytes)
      const base = engine.region(version)
      for (let which = 0; which < ruleset.get(layout.HEADER_GATE_COUNT); which++) {
        const address = base + ruleset.section(layout.HEADER_GATES) + which * gate.GATE_BYTES
        for (const mode of [MODE_TAKE, MODE_PEEK | gate.DECIDE_EXPLAIN, MODE_RESERVE]) {
          for (const credential of [key, '']) {
            place(credential)
            const { decide } = engine.evaluators
            codes.add(decide(engine.lane, base, version, address, mode, credential.length, 1, 0))
          }
        }
      }
    }
    expect(accepted).toBeGreaterThan(CASES / 20)
    expect(accepted).toBeLessThan(CASES)
    // Decisions get somewhere.
    expect(codes.size).toBeGreaterThan(5)
    engine.close()
  })
})
