// The steps of flagd's test bed. A step that is not known here is an error.
import { expect } from 'vitest'
import type { EvaluationDetails, Sluice } from '../../src/index.ts'
import type { Scenario } from './published.ts'

type TypeName = 'Boolean' | 'String' | 'Integer' | 'Float' | 'Object'

/** A value as the test bed writes it. */
function parse(type: string, text: string): unknown {
  switch (type) {
    case 'String':
      return text
    case 'Boolean':
      return text === 'true'
    case 'Integer':
    case 'Float':
      return Number(text)
    case 'Object':
      return JSON.parse(text.replaceAll('\\"', '"'))
  }
  throw new Error(`the type ${type} is not known`)
}

function evaluate(
  sluice: Sluice,
  key: string,
  type: TypeName,
  context: Record<string, unknown>,
  fallback: unknown,
): EvaluationDetails<unknown> {
  const flag = sluice.flag(key)
  switch (type) {
    case 'Boolean':
      return flag.booleanDetails(context, fallback as boolean)
    case 'String':
      return flag.stringDetails(context, fallback as string)
    case 'Object':
      return flag.objectDetails(context, fallback as never)
    default:
      return flag.numberDetails(context, fallback as number)
  }
}

/** Runs a scenario's steps against the flags of the test bed. */
export function runScenario(sluice: Sluice, { steps }: Scenario): void {
  const context: Record<string, unknown> = {}
  let flag: { key: string; type: TypeName; fallback: unknown } | undefined
  let details: EvaluationDetails<unknown> | undefined
  const words: [pattern: RegExp, step: (...words: string[]) => void][] = [
    [/^an evaluator$/, () => {}],
    [
      /^a (\w+)-flag with key "(.*)" and a fallback value "(.*)"$/,
      (type, key, fallback) => {
        flag = { key: key!, type: type as TypeName, fallback: parse(type!, fallback!) }
      },
    ],
    [
      /^a context containing a key "(.*)", with type "(.*)" and with value "(.*)"$/,
      (name, type, value) => {
        context[name!] = parse(type!, value!)
      },
    ],
    [
      /^a context containing a nested property with outer key "(.*)" and inner key "(.*)", with value "(.*)"$/,
      (outer, inner, value) => {
        // The table's cells have no types: what reads as a number is one.
        context[outer!] = { [inner!]: /^\d+$/.test(value!) ? Number(value) : value }
      },
    ],
    [
      /^a context containing a targeting key with value "(.*)"$/,
      value => {
        context.targetingKey = value
      },
    ],
    [
      /^the flag was evaluated with details$/,
      () => {
        details = evaluate(sluice, flag!.key, flag!.type, context, flag!.fallback)
      },
    ],
    [
      /^the resolved details value should be "(.*)"$/,
      value => expect(details!.value).toEqual(parse(flag!.type, value!)),
    ],
    [/^the reason should be "(.*)"$/, reason => expect(details!.reason).toBe(reason)],
    [/^the error-code should be "(.*)"$/, code => expect(details!.errorCode).toBe(code)],
    [/^the resolved metadata is empty$/, () => expect(details!.metadata).toEqual({})],
    [/^the resolved metadata should contain$/, () => {}],
    [/^\| key\s+\| metadata_type \| value \|$/, () => {}],
    [
      /^\| (\w+)\s+\| (\w+)\s+\| (\S+)\s+\|$/,
      (name, type, value) => expect(details!.metadata[name!]).toEqual(parse(type!, value!)),
    ],
  ]
  for (const line of steps) {
    const text = line.replace(/^(Given|When|Then|And) /, '')
    const known = words.find(([pattern]) => pattern.test(text))
    if (known === undefined) throw new Error(`the step is not known: ${line}`)
    known[1](...known[0].exec(text)!.slice(1))
  }
  expect(details, 'something was evaluated').toBeDefined()
}
