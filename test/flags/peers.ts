// The others that evaluate JsonLogic, each by the same two steps.
import { LogicEngine } from 'json-logic-engine'
import jsonLogic from 'json-logic-js'
import type { Peer } from './model/differences.ts'
import type { Json } from './rules.ts'

/** Takes a rule; what comes back evaluates it. @throws where the rule cannot be loaded */
export type Load = (rule: Json) => (data: Json) => unknown

// Writing to the console is not what is compared.
jsonLogic.add_operation('log', (value: unknown) => value)

export const PEERS: Readonly<Record<Peer, Load>> = {
  compiled: rule => new LogicEngine().build(rule) as (data: Json) => unknown,
  interpreted: rule => {
    // Of its own for each rule, as in flagd: after 500 rules an engine changes its way.
    const engine = new LogicEngine()
    return data => engine.run(rule, data)
  },
  'json-logic-js': rule => data => jsonLogic.apply(rule as never, data),
}
