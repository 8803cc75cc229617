// The second engine: the flags and the limits of a config, and nothing that a gate knows beside them.
import type { LimitDefinition, LimitNumbers } from '../../../src/config/types.ts'
import {
  type Limit,
  type PreparedContext,
  Sluice,
  SluiceError,
  type SluiceOptions,
} from '../../../src/index.ts'
import type { Gate, GateConfig, Numbers } from './definition.ts'

const UNLIMITED = 2_147_483_647

/** The plan of the second engine under which a limit has numbers that a tenant has of its own. */
export function ownPlan(numbers: Numbers): string {
  return `own ${JSON.stringify(numbers)}`
}

/**
 * Opens it.
 * @param own by limit, the numbers that tenants may have of their own in the course of the test
 */
export function openSeparate(
  config: GateConfig,
  own: Record<string, readonly Numbers[]>,
  options: SluiceOptions,
): Promise<Sluice> {
  const limits: Record<string, LimitDefinition> = {}
  const add = (name: string, definition: LimitDefinition) => {
    limits[name] = { ...definition, plans: plansOf(config, name, own[name] ?? []) }
  }
  for (const [name, definition] of Object.entries(config.limits)) add(name, definition)
  for (const [name, definition] of Object.entries(config.quotas)) {
    const limit = definition.limit ?? smallestOfPlans(config, name)
    add(name, { ...definition, algorithm: 'quota', limit })
  }
  return Sluice.open({ flags: config.flags, limits }, options)
}

const asLimitNumbers = (numbers: Numbers): LimitNumbers =>
  numbers === 'unlimited' ? UNLIMITED : numbers

function plansOf(config: GateConfig, name: string, own: readonly Numbers[]) {
  const plans: Record<string, LimitNumbers> = {}
  for (const [plan, { limits = {}, quotas = {} }] of Object.entries(config.plans)) {
    const numbers = limits[name] ?? quotas[name]
    if (numbers !== undefined && numbers !== 0) plans[plan] = asLimitNumbers(numbers)
  }
  for (const numbers of own) {
    if (numbers !== 0) plans[ownPlan(numbers)] = asLimitNumbers(numbers)
  }
  return plans
}

function smallestOfPlans(config: GateConfig, name: string): number {
  const numbers = Object.values(config.plans)
    .map(({ quotas = {} }) => quotas[name])
    .filter(found => found !== undefined && found !== 0)
    .map(found => Number(asLimitNumbers(found)))
  return Math.min(...numbers)
}

/** Names of limits and their factors. */
export function factorsOf({ limits = [], quotas = {} }: Gate): Record<string, number> {
  const factors = Array.isArray(limits) ? Object.fromEntries(limits.map(name => [name, 1])) : limits
  return { ...factors, ...quotas }
}

/** Why the limit cannot count by the attributes, if it cannot. */
export function keyFault(
  limit: Limit,
  key: LimitDefinition['key'],
  attributes: Record<string, unknown>,
  context: PreparedContext,
): 'LIMIT_KEY_MISSING' | 'LIMIT_KEY_INVALID' | undefined {
  for (const part of [key ?? []].flat()) {
    const path = (typeof part === 'string' ? part : part.ip).split('.')
    const value = path.reduce<unknown>((found, name) => Object(found)[name], attributes)
    if (value === undefined || value === '') return 'LIMIT_KEY_MISSING'
  }
  try {
    limit.peek(context, 0)
    return undefined
  } catch (error) {
    if (error instanceof SluiceError && error.code === 'KEY_INVALID') return 'LIMIT_KEY_INVALID'
    throw error
  }
}
