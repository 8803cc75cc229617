// The steps of the specification's scenarios (evaluation_v2, metadata, hooks, contextMerging). A step that is not here
// fails its scenario.
import type { FlagValue } from '@openfeature/server-sdk'
import { expect } from 'vitest'
import { LEGACY_STEPS } from './specification-steps-legacy.ts'
import type { World } from './specification-world.ts'

/** A scenario's step: its words without the keyword, and the rows of its table. */
export interface Step {
  readonly text: string
  readonly table: readonly (readonly string[])[]
}

type Run = (world: World, words: string[], table: Step['table']) => void | Promise<void>

/** Words of a step, with `{}` for a text in quotes, `{word}` for words, `{number}` for a number. */
export type StepTable = Readonly<Record<string, Run>>

/** A value as a scenario writes it. */
export function parseValue(type: string, text: string): FlagValue {
  switch (type.toLowerCase()) {
    case 'boolean':
    case 'object':
      return JSON.parse(text)
    case 'integer':
    case 'float':
      return Number(text)
    case 'string':
      return text
  }
  throw new Error(`there is no type ${type}`)
}

const STEPS: StepTable = {
  'a {word} provider': (world, [state]) => world.provide(state!),
  'a {word}-flag with key {} and a fallback value {}': (world, [type, key, text]) => {
    world.asked = { type: type!, key: key!, fallback: parseValue(type!, text!) }
  },
  'a context containing a key {}, with type {} and with value {}': (world, [key, type, text]) => {
    world.context[key!] = parseValue(type!, text!)
  },
  'a context containing a key {} with null value': (world, [key]) => {
    world.context[key!] = null
  },
  'the flag was evaluated with details': world => world.evaluate(),

  'the resolved details value should be {}': (world, [text]) => {
    expect(world.details!.value).toEqual(parseValue(world.asked!.type, text!))
  },
  'the reason should be {}': (world, [reason]) => {
    expect(world.details!.reason).toBe(reason)
  },
  'the error-code should be {}': (world, [code]) => {
    expect(world.details!.errorCode).toBe(code)
  },
  'the flag key should be {}': (world, [key]) => {
    expect(world.details!.flagKey).toBe(key)
  },
  'the variant should be {}': (world, [variant]) => {
    expect(world.details!.variant).toBe(variant)
  },
  'the provider status should be {}': (world, [status]) => {
    expect(world.client.providerStatus).toBe(status)
  },

  'the resolved metadata should contain': (world, _words, [head, ...rows]) => {
    expect(head).toEqual(['key', 'metadata_type', 'value'])
    for (const [key, type, text] of rows) {
      expect(world.details!.flagMetadata[key!]).toBe(parseValue(type!, text!))
    }
  },
  'the resolved metadata is empty': world => {
    expect(world.details!.flagMetadata).toEqual({})
  },

  // It can wait for the answer, and does not have it yet.
  'the flag was evaluated with details asynchronously': world => {
    world.pending = world.evaluate()
  },
  'the evaluation should complete without blocking': async world => {
    expect(world.details).toBeUndefined()
    await world.pending
    expect(world.details!.errorCode).toBeUndefined()
  },

  'evaluation options containing specific hooks': world => {
    world.hooks = [world.recordingHook('first'), world.recordingHook('second')]
  },
  'the flag was evaluated with details using the evaluation options': world => world.evaluate(),
  'the specified hooks should execute during evaluation': world => {
    const ran = new Set(world.calls.map(({ name, stage }) => `${name} ${stage}`))
    for (const name of ['first', 'second']) {
      for (const stage of ['before', 'after', 'finally']) expect(ran).toContain(`${name} ${stage}`)
    }
  },
  'the hook order should be maintained': world => {
    const order = (stage: string) =>
      world.calls.filter(call => call.stage === stage).map(({ name }) => name)
    expect(order('before')).toEqual(['first', 'second'])
    expect(order('after')).toEqual(['second', 'first'])
    expect(order('finally')).toEqual(['second', 'first'])
  },

  'an evaluation context with modifiable data': world => {
    world.context = { list: [1, { deep: true }], name: 'ada' }
  },
  'the original evaluation context should remain unmodified': world => {
    expect(world.context).toEqual({ list: [1, { deep: true }], name: 'ada' })
  },
  // The scenario is tagged 1.4.15.1: flag metadata must be immutable. The object around it is the SDK's own.
  'the evaluation details should be immutable': world => {
    expect(Object.isFrozen(world.details!.flagMetadata)).toBe(true)
  },

  'a client with added hook': world => {
    world.client.addHooks(world.recordingHook('client'))
  },
  'the {} hook should have been executed': (world, [stage]) => {
    expect(world.calls.map(call => call.stage)).toContain(stage)
  },
  'the {} hooks should be called with evaluation details': (world, [stages], [head, ...rows]) => {
    expect(head).toEqual(['data_type', 'key', 'value'])
    for (const stage of stages!.split(', ')) {
      const call = world.calls.find(candidate => candidate.stage === stage)
      expect(call, stage).toBeDefined()
      const { flagKey, value, variant, reason, errorCode } = call!.details!
      const found = { flag_key: flagKey, value, variant, reason, error_code: errorCode }
      for (const [type, key, text] of rows) {
        const expected = text === 'null' ? undefined : parseValue(type!, text!)
        expect(found[key as keyof typeof found], `${stage} ${key}`).toBe(expected)
      }
    }
  },

  'a stable provider with retrievable context is registered': world => world.provide('retrieving'),
  'A context entry with key {} and value {} is added to the {} level': (world, words) => {
    const [key, value, level] = words
    world.addContext(level!, key!, value!)
  },
  'A table with levels of increasing precedence': (world, _words, table) => {
    world.levels = table.map(([level]) => level!)
  },
  'Context entries for each level from API level down to the {} level, with key {} and value {}': (
    world,
    [last, key],
  ) => {
    const end = world.levels.indexOf(last!)
    expect(end).toBeGreaterThanOrEqual(0)
    for (const level of world.levels.slice(0, end + 1)) world.addContext(level, key!, level)
  },
  'Some flag was evaluated': world => {
    world.asked = { type: 'String', key: 'string-flag', fallback: '' }
    return world.evaluate()
  },
  'The merged context contains an entry with key {} and value {}': (world, [key, value]) => {
    expect(world.retrieving!.context[key!]).toBe(value)
  },
}

const ESCAPES = /[\\^$.*+?()[\]|/-]/g
const PLACES: Readonly<Record<string, string>> = {
  '{}': '"((?:[^"\\\\]|\\\\.)*)"',
  '{word}': '([A-Za-z][A-Za-z ]*?)',
  '{number}': '(-?[\\d.]+)',
}

const PATTERNS = Object.entries({ ...STEPS, ...LEGACY_STEPS }).map(([words, run]) => {
  const source = words
    .split(/(\{\w*\})/)
    .map(part => PLACES[part] ?? part.replaceAll(ESCAPES, '\\$&'))
  return { pattern: new RegExp(`^${source.join('')}$`), run }
})

/** @throws Error for a step that is unknown, or that two definitions fit. */
export async function runStep(world: World, { text, table }: Step): Promise<void> {
  const found = PATTERNS.filter(({ pattern }) => pattern.test(text))
  if (found.length !== 1) throw new Error(`${found.length} definitions of the step: ${text}`)
  const [{ pattern, run }] = found as [(typeof PATTERNS)[number]]
  const words = pattern
    .exec(text)!
    .slice(1)
    .map(word => word.replaceAll(/\\(.)/g, '$1'))
  await run(world, words, table)
}
