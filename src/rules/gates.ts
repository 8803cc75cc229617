// From plans, features and gates to their records in a ruleset (assembly/shared/gate.ts draws them).
import * as layout from '../../assembly/shared/gate.ts'
import { PERMISSION_MAX } from '../../assembly/shared/identity.ts'
import { isByTenant } from '../config/check-entities.ts'
import type { Config, FeatureDefinition, GateDefinition } from '../config/types.ts'
import { nameHash } from '../identity/names.ts'
import { compilePermission, parsePermission } from '../identity/permission.ts'
import type { AttributeTable } from './attributes.ts'
import { trueVariants, writeValue } from './features.ts'
import type { CompiledFlag } from './flag.ts'
import { FACT_PATHS, GateCompiler } from './gate.ts'
import type { FeatureDetails, IdentityDetails } from './identity.ts'
import type { CompiledLimit } from './limit.ts'
import type { DataPool } from './pool.ts'

/** The sections of a ruleset that gates run on. */
export interface GateSections {
  readonly plans: Uint8Array
  readonly features: Uint8Array
  readonly gates: Uint8Array
  readonly steps: Uint8Array
  readonly permissions: Uint8Array
  /** Offset of the string of the details. */
  readonly identity: number
}

/** What gates refer to. */
export interface GateWorld {
  readonly config: Config
  readonly pool: DataPool
  readonly attributes: AttributeTable
  /** In the order of the ruleset's records. */
  readonly flags: readonly CompiledFlag[]
  readonly limits: readonly CompiledLimit[]
}

const TYPES: Readonly<Record<FeatureDefinition['type'], number>> = {
  boolean: layout.FEATURE_BOOLEAN,
  gauge: layout.FEATURE_GAUGE,
  config: layout.FEATURE_CONFIG,
  metered: layout.FEATURE_METERED,
}
const ADD_ONS = {
  replace: layout.ADD_ONS_REPLACE,
  sum: layout.ADD_ONS_SUM,
  max: layout.ADD_ONS_MAX,
} as const

export class GatesCompiler {
  readonly #world: GateWorld
  readonly #features: readonly (readonly [string, FeatureDefinition])[]
  readonly #plans: readonly string[]
  readonly #permissions: string[] = []
  readonly #bits = new Map<string, number>()
  readonly #steps: number[] = []
  readonly #tables = new Map<string, number>()

  constructor(world: GateWorld) {
    this.#world = world
    this.#features = Object.entries(world.config.features)
    this.#plans = Object.keys(world.config.plans).sort((left, right) =>
      nameHash(left) < nameHash(right) ? -1 : 1,
    )
  }

  /** @throws RangeError for more different permissions than a set has bits, which the config's checks have counted */
  compile(): GateSections {
    const gates = Object.entries(this.#world.config.gates).map(([name, gate]) =>
      this.#gate(name, gate),
    )
    const plans = this.#planRecords()
    const features = this.#featureRecords()
    const identity = this.#world.pool.string(JSON.stringify(this.#details()))
    const permissions = Uint32Array.from(this.#permissions, name => this.#world.pool.string(name))
    return {
      plans,
      features,
      gates: concatenate(gates),
      steps: bytesOf(this.#steps),
      permissions: new Uint8Array(permissions.buffer),
      identity,
    }
  }

  featureIndex(name: string): number {
    return this.#features.findIndex(([feature]) => feature === name)
  }

  flagIndex(key: string): number {
    return this.#world.flags.findIndex(flag => flag.key === key)
  }

  /** The code of a permission's expression: where it stands, and how many words it has. */
  permission(text: string): { offset: number; count: number } {
    const parsed = parsePermission(text)
    if ('problem' in parsed) throw new RangeError(parsed.problem.message)
    const code = compilePermission(parsed.expression, name => this.#bit(name))
    const { pool } = this.#world
    const offset = pool.allocate(code.length * 2)
    code.forEach((word, index) => {
      pool.setUint16(offset + 2 * index, word)
    })
    return { offset, count: code.length }
  }

  #bit(name: string): number {
    let bit = this.#bits.get(name)
    if (bit === undefined) {
      bit = this.#permissions.length
      if (bit === PERMISSION_MAX) {
        throw new RangeError(`gates can require ${PERMISSION_MAX} different permissions`)
      }
      this.#permissions.push(name)
      this.#bits.set(name, bit)
    }
    return bit
  }

  /** The record of a limit, and the records that apply by plan: an offset, 0 for none, or LIMIT_NOT_INCLUDED. */
  limit(name: string): { base: number; table: number; limit: CompiledLimit } {
    const { limits, config, pool } = this.#world
    const base = limits.findIndex(limit => limit.name === name)
    const limit = limits[base]!
    const isPlanOnly = config.limits[name]?.planOnly === true
    const byPlan = this.#plans.map(plan => this.#limitOfPlan(name, plan, base, isPlanOnly))
    const nobodys = isPlanOnly ? layout.LIMIT_NOT_INCLUDED : base
    if (nobodys === base && byPlan.every(index => index === base)) return { base, table: 0, limit }
    let table = this.#tables.get(name)
    if (table === undefined) {
      table = pool.allocate(4 * (1 + byPlan.length))
      const offset = table
      const entries = [nobodys, ...byPlan]
      entries.forEach((index, place) => {
        pool.setUint32(offset + 4 * place, index)
      })
      this.#tables.set(name, table)
    }
    return { base, table, limit }
  }

  #limitOfPlan(name: string, plan: string, base: number, isPlanOnly: boolean): number {
    const { limits, config } = this.#world
    const { limits: ownLimits, quotas } = config.plans[plan]!
    if (ownLimits[name] === 0 || quotas[name] === 0) return layout.LIMIT_NOT_INCLUDED
    const own = limits.findIndex(limit => limit.name === name && limit.details.plan === plan)
    if (own !== -1) return own
    return isPlanOnly ? layout.LIMIT_NOT_INCLUDED : base
  }

  #gate(name: string, gate: GateDefinition): Uint8Array {
    const compiled = new GateCompiler(this, this.#world.config).compile(gate)
    const { pool, attributes, flags } = this.#world
    const firstStep = this.#steps.length / (layout.STEP_BYTES / 4)
    this.#steps.push(...compiled.steps.flat())
    const read = new Set(
      compiled.flagIndexes.flatMap(index =>
        flags[index]!.attributes.map(([attribute]) => attribute),
      ),
    )
    const paths = attributes.paths()
    const facts: [number, number][] = []
    for (const attribute of [...read]) {
      const fact = FACT_PATHS.get(paths[attribute]!)
      if (fact === undefined) continue
      facts.push([attribute, fact])
      // The context's own targeting key comes before the credential's.
      if (fact !== layout.FACT_TARGETING_KEY) read.delete(attribute)
    }
    const plan = [...read].sort((left, right) => left - right)
    const fields = [
      pool.string(name),
      pool.string(JSON.stringify(compiled.details)),
      firstStep,
      compiled.steps.length,
      compiled.details.features.length,
      compiled.details.flags.length,
      compiled.details.limits.length,
      this.#pairs(plan.map(attribute => [attribute, 0])),
      plan.length,
      this.#pairs(facts),
      facts.length,
      0,
    ]
    return bytesOf(fields)
  }

  #pairs(pairs: readonly (readonly [number, number])[]): number {
    const { pool } = this.#world
    const offset = pool.allocate(pairs.length * 4)
    pairs.forEach(([first, second], index) => {
      pool.setUint16(offset + 4 * index, first)
      pool.setUint16(offset + 4 * index + 2, second)
    })
    return offset
  }

  #planRecords(): Uint8Array {
    const { config, pool } = this.#world
    const records = new Uint8Array(this.#plans.length * layout.PLAN_BYTES)
    const view = new DataView(records.buffer)
    this.#plans.forEach((plan, index) => {
      const base = index * layout.PLAN_BYTES
      const cells = new Uint8Array(this.#features.length * layout.CELL_BYTES)
      const cellView = new DataView(cells.buffer)
      this.#features.forEach(([name], place) => {
        writeValue(cellView, place * layout.CELL_BYTES, config.plans[plan]!.features[name])
      })
      const offset = pool.allocate(cells.length)
      pool.setBytes(offset, cells)
      view.setBigUint64(base + layout.PLAN_HASH, nameHash(plan), true)
      view.setUint32(base + layout.PLAN_NAME, pool.string(plan), true)
      view.setUint32(base + layout.PLAN_CELLS, offset, true)
    })
    return records
  }

  #featureRecords(): Uint8Array {
    const { pool, flags } = this.#world
    const records = new Uint8Array(this.#features.length * layout.FEATURE_BYTES)
    const view = new DataView(records.buffer)
    this.#features.forEach(([name, { type, default: fallback, flag, quota, addOns }], index) => {
      const base = index * layout.FEATURE_BYTES
      const set = (field: number, value: number) => view.setUint32(base + field, value, true)
      view.setBigUint64(base + layout.FEATURE_HASH, nameHash(name), true)
      set(layout.FEATURE_NAME, pool.string(name))
      set(layout.FEATURE_TYPE, TYPES[type])
      writeValue(view, base + layout.FEATURE_DEFAULT, fallback)
      set(layout.FEATURE_ADD_ONS, ADD_ONS[addOns ?? 'replace'])
      const hiding = flag === undefined ? -1 : this.flagIndex(flag)
      set(layout.FEATURE_FLAG, hiding === -1 ? layout.NO_FLAG : hiding)
      if (hiding !== -1) {
        view.setBigUint64(base + layout.FEATURE_FLAG_TRUE, trueVariants(flags[hiding]!), true)
      }
      if (type !== 'metered' || quota === undefined) return
      const { base: limit, table } = this.limit(quota)
      set(layout.FEATURE_LIMIT, limit)
      set(layout.FEATURE_BY_PLAN, table)
      set(layout.FEATURE_BY_TENANT, isByTenant(this.#world.config.limits[quota]?.key) ? 1 : 0)
    })
    return records
  }

  #details(): IdentityDetails {
    const { config } = this.#world
    const features = this.#features.map(
      ([name, { type, default: fallback, quota, addOns }]): FeatureDetails => {
        const values = this.#plans.map(plan => config.plans[plan]!.features[name])
        return {
          name,
          type,
          ...(fallback !== undefined && { default: fallback }),
          ...(quota !== undefined && { quota }),
          ...(addOns !== undefined && { addOns }),
          values,
        }
      },
    )
    const { roles, issuers, credentials } = config
    return {
      roles,
      issuers,
      plans: this.#plans,
      features,
      ...(credentials.failures !== undefined && { failures: credentials.failures }),
    }
  }
}

function bytesOf(words: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(words).buffer)
}

function concatenate(records: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(records.flatMap(record => [...record]))
}
