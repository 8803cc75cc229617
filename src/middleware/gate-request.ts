// What a gate is asked about one request, gathered from the functions of the options.
import type { DecisionRequest, GateContext } from '../gate/types.ts'
import type { Credentials } from './gate-options.ts'

/** Credential, context, cost and source, in this order, as the functions gave them. */
export type Gathered = readonly [
  credentials: Credentials | Promise<Credentials>,
  context: GateContext | undefined | Promise<GateContext | undefined>,
  cost: number | Promise<number>,
  source: string | undefined | Promise<string | undefined>,
]

/**
 * Calls the functions, one after the other, and returns what they gave: as it is, or a promise of it where one of them
 * takes time. Throws what they throw.
 */
export function gather(
  ...functions: { [Index in keyof Gathered]: () => Gathered[Index] }
): DecisionRequest | Promise<DecisionRequest> {
  const found: unknown[] = []
  try {
    for (const call of functions) found.push(call())
  } catch (error) {
    // Nobody will wait for those that are under way: should they fail, too, it must not end the process.
    for (const answer of found) void Promise.resolve(answer).catch(() => undefined)
    throw error
  }
  const isLater = found.some(answer => answer instanceof Promise)
  return isLater ? Promise.all(found).then(requestOf) : requestOf(found)
}

function requestOf(found: readonly unknown[]): DecisionRequest {
  const [credentials, context, cost, source] = found as [
    Credentials,
    GateContext | undefined,
    number,
    string | undefined,
  ]
  return {
    cost,
    ...(typeof credentials === 'string' && { credential: credentials }),
    ...(Array.isArray(credentials) && { credentials }),
    ...(context !== undefined && { context }),
    ...(source !== undefined && { source }),
  }
}
