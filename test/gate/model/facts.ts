// What the credential says of the caller, as attributes in the caller's context.
import type { GateContext, PlanAnswer, PrincipalAnswer } from '../../../src/gate/types.ts'

/** By path; undefined where the credential does not say it. */
export type Facts = Record<string, string | undefined>

/** All of them: what is left out would be the caller's to say. */
export function factsOf(principal: PrincipalAnswer, plan: PlanAnswer): Facts {
  const orNone = (text: string) => (text === '' ? undefined : text)
  return {
    'tenant.id': orNone(principal.tenant),
    'tenant.plan': orNone(plan.id),
    'tenant.state': plan.state === 'none' ? undefined : plan.state,
    'principal.type': principal.type === 'none' ? undefined : principal.type,
    'principal.id': orNone(principal.id),
    'principal.subject': orNone(principal.subject),
    'key.id': orNone(principal.keyId),
    'key.environment': orNone(principal.environment),
    'session.id': orNone(principal.sessionId),
    'session.issuer': orNone(principal.issuer),
  }
}

/** The caller's context with the facts in place of what it says at the same paths. */
export function contextOf(context: GateContext, facts: Facts): GateContext {
  const attributes: Record<string, unknown> = { ...context }
  for (const [path, value] of Object.entries(facts)) {
    const [object = '', property = ''] = path.split('.')
    const known = attributes[object]
    const isObject = typeof known === 'object' && known !== null && !Array.isArray(known)
    const properties: Record<string, unknown> = isObject ? { ...known } : {}
    if (value === undefined) delete properties[property]
    else properties[property] = value
    attributes[object] = properties
  }
  const { targetingKey = facts['principal.subject'] ?? facts['principal.id'] } = context
  return { ...attributes, ...(targetingKey !== undefined && { targetingKey }) }
}
