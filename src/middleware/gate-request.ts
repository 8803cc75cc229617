// What a gate is asked about one request, gathered from the functions of the options.
import type { DecisionRequest, GateContext } from '../gate/types.ts'
import type { Credentials } from './gate-options.ts'

type Later<Value> = Value | Promise<Value>

/** Where what is asked comes from. */
export interface Sources {
  credentials(): Later<Credentials>
  context(): Later<GateContext | undefined>
  cost(): Later<number>
  source(): Later<string | undefined>
}

/**
 * Calls the functions, one after the other, and returns what they gave: as it is, or a promise of it where one of them
 * takes time. Throws what they throw.
 */
export function gather(sources: Sources): DecisionRequest | Promise<DecisionRequest> {
  const found: unknown[] = []
  try {
    found.push(sources.credentials())
    found.push(sources.context())
    found.push(sources.cost())
    found.push(sources.source())
  } catch (error) {
    // Nobody will wait for those that are under way: should they fail, too, it must not end the process.
    for (const answer of found) void Promise.resolve(answer).catch(() => undefined)
    throw error
  }
  return found.some(isThenable) ? Promise.all(found).then(requestOf) : requestOf(found)
}

function isThenable(value: unknown): boolean {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function'
}

function requestOf(found: readonly unknown[]): DecisionRequest {
  const [credentials, context, cost, source] = found as [
    Credentials,
    GateContext | undefined,
    number,
    unknown,
  ]
  const list = typeof credentials === 'string' ? [credentials] : (credentials ?? [])
  // What is no text would be taken for no credential, which some gates let pass.
  if (!Array.isArray(list) || list.some(credential => typeof credential !== 'string')) {
    throw new TypeError('the credential of a request must be a text, or a list of them')
  }
  return {
    cost,
    credentials: list,
    ...(context !== undefined && { context }),
    // Nobody is called nothing: all of whom that is said would be counted as one.
    ...(typeof source === 'string' && source !== '' && { source }),
  }
}
