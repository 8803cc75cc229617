// One gate, from its definition to the steps of its program.
import * as layout from '../../assembly/shared/gate.ts'
import { TYPE_JWT, TYPE_KEY, TYPE_NONE, TYPE_SESSION } from '../../assembly/shared/identity.ts'
import { ALGORITHM_CONCURRENCY } from '../../assembly/shared/limit.ts'
import type { Config, GateDefinition, TenantStateName } from '../config/types.ts'
import type { GatesCompiler } from './gates.ts'
import type { GateDetails, GateLimit } from './identity.ts'
import type { CompiledLimit } from './limit.ts'

/** What the credential says of the caller, by the paths of the attributes as the ruleset has them. */
export const FACT_PATHS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'tenant.id': layout.FACT_TENANT_ID,
    'tenant.plan': layout.FACT_TENANT_PLAN,
    'tenant.state': layout.FACT_TENANT_STATE,
    'principal.type': layout.FACT_PRINCIPAL_TYPE,
    'principal.id': layout.FACT_PRINCIPAL_ID,
    'principal.subject': layout.FACT_PRINCIPAL_SUBJECT,
    'key.id': layout.FACT_KEY_ID,
    'key.environment': layout.FACT_KEY_ENVIRONMENT,
    'session.id': layout.FACT_SESSION_ID,
    'session.issuer': layout.FACT_SESSION_ISSUER,
    targetingKey: layout.FACT_TARGETING_KEY,
  }).map(([path, fact]) => [JSON.stringify(path.split('.')), fact]),
)

/** Whether an attribute is what the credential says, and not the context. */
export function isFact(path: readonly string[]): boolean {
  const fact = FACT_PATHS.get(JSON.stringify(path))
  return fact !== undefined && fact !== layout.FACT_TARGETING_KEY
}

/** Whose keys limits count that have one of these alone as their key. */
const KEY_SOURCES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    'tenant.id': layout.KEY_OF_TENANT,
    'principal.id': layout.KEY_OF_PRINCIPAL,
    'principal.subject': layout.KEY_OF_SUBJECT,
    'key.id': layout.KEY_OF_KEY,
    'session.id': layout.KEY_OF_SESSION,
  }),
)

const CREDENTIALS = {
  none: 1 << TYPE_NONE,
  key: 1 << TYPE_KEY,
  session: (1 << TYPE_SESSION) | (1 << TYPE_JWT),
} as const

const STATES: Readonly<Record<TenantStateName, number>> = {
  none: layout.TENANT_STATE_NONE,
  active: layout.TENANT_STATE_ACTIVE,
  trial: layout.TENANT_STATE_TRIAL,
  grace: layout.TENANT_STATE_GRACE,
  past_due: layout.TENANT_STATE_PAST_DUE,
  suspended: layout.TENANT_STATE_SUSPENDED,
}

/** The fields of one step: op, a, b, c, d, e. */
type Step = [number, number, number, number, number, number]

/** A gate, compiled. */
export interface CompiledGate {
  readonly steps: readonly Step[]
  readonly details: GateDetails
  /** The flags that it evaluates, those that can hide features among them. */
  readonly flagIndexes: readonly number[]
}

export class GateCompiler {
  readonly #gates: GatesCompiler
  readonly #config: Config
  readonly #steps: Step[] = []
  readonly #words: string[] = []
  readonly #flagIndexes = new Set<number>()

  constructor(gates: GatesCompiler, config: Config) {
    this.#gates = gates
    this.#config = config
  }

  compile(gate: GateDefinition): CompiledGate {
    this.#credential(gate)
    this.#tenant(gate)
    if (gate.permission !== undefined) this.#permission(gate.permission)
    const features = this.#features(gate)
    const flags = [...new Set(gate.flags)]
    flags.forEach((key, slot) => {
      const index = this.#gates.flagIndex(key)
      this.#flagIndexes.add(index)
      this.#add([layout.STEP_FLAG, index, slot, 0, 0, 0], `flag ${key}`)
    })
    const limits = Object.entries({ ...gate.limits, ...gate.quotas }).map(([name, factor], part) =>
      this.#limit(name, factor, part),
    )
    const { permission } = gate
    const details: GateDetails = {
      features,
      flags,
      limits,
      ...(permission !== undefined && { permission }),
      steps: this.#words,
    }
    return { steps: this.#steps, details, flagIndexes: [...this.#flagIndexes] }
  }

  #add(step: Step, words: string): void {
    this.#steps.push(step)
    this.#words.push(words)
  }

  #credential({ credential }: GateDefinition): void {
    const mask = credential.reduce((bits, type) => bits | CREDENTIALS[type], 0)
    this.#add([layout.STEP_CREDENTIAL, mask, 0, 0, 0, 0], `credential ${credential.join(', ')}`)
  }

  #tenant(gate: GateDefinition): void {
    const states = gate.tenant ?? defaultStates(gate)
    const mask = states.reduce((bits, state) => bits | (1 << STATES[state]), 0)
    this.#add([layout.STEP_TENANT, mask, 0, 0, 0, 0], `tenant ${states.join(', ')}`)
  }

  #permission(text: string): void {
    const { offset, count } = this.#gates.permission(text)
    this.#add([layout.STEP_PERMISSION, offset, count, 0, 0, 0], `permission ${text}`)
  }

  /** Those that are required come first, so that the first that fails is one of them. */
  #features({ entitlement, features }: GateDefinition): string[] {
    const names = [...new Set([...entitlement, ...features])]
    names.forEach((name, slot) => {
      const isRequired = entitlement.includes(name)
      const index = this.#gates.featureIndex(name)
      const flag = this.#config.features[name]?.flag
      if (flag !== undefined) this.#flagIndexes.add(this.#gates.flagIndex(flag))
      const words = `${isRequired ? 'entitlement' : 'feature'} ${name}`
      this.#add([layout.STEP_FEATURE, index, slot, Number(isRequired), 0, 0], words)
    })
    return names
  }

  #limit(name: string, factor: number, part: number): GateLimit {
    const { base, table, limit } = this.#gates.limit(name)
    const source = keySource(limit)
    this.#add([layout.STEP_LIMIT, base, table, factor, source, part], `limit ${name}`)
    return {
      name,
      factor,
      ...(source === layout.KEY_OF_HOST && { key: limit.details.key }),
      ...(limit.variant.algorithm === ALGORITHM_CONCURRENCY && { isSlots: true as const }),
    }
  }
}

/** Without a tenant there is no plan: a gate that asks for what plans give asks for a tenant, unless it says otherwise. */
function defaultStates({ entitlement, credential }: GateDefinition): TenantStateName[] {
  const states: TenantStateName[] = ['active', 'trial', 'grace']
  if (entitlement.length === 0 || credential.includes('none')) states.push('none')
  return states
}

function keySource({ details: { key } }: CompiledLimit): number {
  const [part] = key
  if (key.length !== 1 || part === undefined || part.prefix !== undefined) return layout.KEY_OF_HOST
  return KEY_SOURCES.get(part.path.join('.')) ?? layout.KEY_OF_HOST
}
