// The steps of evaluation.feature, which the specification keeps, and has replaced by evaluation_v2.feature.
import { expect } from 'vitest'
import type { StepTable } from './specification-steps.ts'
import type { World } from './specification-world.ts'

async function ask(world: World, type: string, key: string, text: string): Promise<void> {
  const fallback = type === 'string' ? text : JSON.parse(text)
  world.asked = { type, key, fallback }
  await world.evaluate()
}

function expectDetails(world: World, value: unknown, variant: unknown, reason: unknown): void {
  expect(world.details).toMatchObject({ value, variant, reason })
}

function expectError(world: World, errorCode: unknown): void {
  expect(world.details).toMatchObject({ reason: 'ERROR', errorCode })
}

function expectFields(world: World, words: string[]): void {
  const [first, second, third, ...values] = words
  expect(world.details!.value).toEqual({
    [first!]: JSON.parse(values[0]!),
    [second!]: values[1],
    [third!]: Number(values[2]),
  })
}

const FIELDS =
  'should be contain fields {}, {}, and {}, with values {}, {} and {number}, respectively'

export const LEGACY_STEPS: StepTable = {
  'a boolean flag with key {} is evaluated with default value {}': (world, [key, value]) =>
    ask(world, 'boolean', key!, value!),
  'a string flag with key {} is evaluated with default value {}': (world, [key, value]) =>
    ask(world, 'string', key!, value!),
  'an integer flag with key {} is evaluated with default value {number}': (world, [key, value]) =>
    ask(world, 'integer', key!, value!),
  'a float flag with key {} is evaluated with default value {number}': (world, [key, value]) =>
    ask(world, 'float', key!, value!),
  'an object flag with key {} is evaluated with a null default value': (world, [key]) =>
    ask(world, 'object', key!, 'null'),

  'a boolean flag with key {} is evaluated with details and default value {}': (
    world,
    [key, value],
  ) => ask(world, 'boolean', key!, value!),
  'a string flag with key {} is evaluated with details and default value {}': (
    world,
    [key, value],
  ) => ask(world, 'string', key!, value!),
  'an integer flag with key {} is evaluated with details and default value {number}': (
    world,
    [key, value],
  ) => ask(world, 'integer', key!, value!),
  'a float flag with key {} is evaluated with details and default value {number}': (
    world,
    [key, value],
  ) => ask(world, 'float', key!, value!),
  'an object flag with key {} is evaluated with details and a null default value': (world, [key]) =>
    ask(world, 'object', key!, 'null'),

  'the resolved boolean value should be {}': (world, [value]) => {
    expect(world.details!.value).toBe(JSON.parse(value!))
  },
  'the resolved string value should be {}': (world, [value]) => {
    expect(world.details!.value).toBe(value)
  },
  'the resolved integer value should be {number}': (world, [value]) => {
    expect(world.details!.value).toBe(Number(value))
  },
  'the resolved float value should be {number}': (world, [value]) => {
    expect(world.details!.value).toBe(Number(value))
  },
  [`the resolved object value ${FIELDS}`]: expectFields,
  [`the resolved object details value ${FIELDS}`]: expectFields,

  'the resolved boolean details value should be {}, the variant should be {}, and the reason should be {}':
    (world, [value, variant, reason]) => expectDetails(world, JSON.parse(value!), variant, reason),
  'the resolved string details value should be {}, the variant should be {}, and the reason should be {}':
    (world, [value, variant, reason]) => expectDetails(world, value, variant, reason),
  'the resolved integer details value should be {number}, the variant should be {}, and the reason should be {}':
    (world, [value, variant, reason]) => expectDetails(world, Number(value), variant, reason),
  'the resolved float details value should be {number}, the variant should be {}, and the reason should be {}':
    (world, [value, variant, reason]) => expectDetails(world, Number(value), variant, reason),
  'the variant should be {}, and the reason should be {}': (world, [variant, reason]) => {
    expect(world.details).toMatchObject({ variant, reason })
  },

  'context contains keys {}, {}, {}, {} with values {}, {}, {number}, {}': (world, words) => {
    const values = [words[4], words[5], Number(words[6]), JSON.parse(words[7]!)]
    values.forEach((value, index) => {
      world.context[words[index]!] = value
    })
  },
  'a flag with key {} is evaluated with default value {}': (world, [key, value]) =>
    ask(world, 'string', key!, value!),
  'the resolved string response should be {}': (world, [value]) => {
    expect(world.details!.value).toBe(value)
  },
  'the resolved flag value is {} when the context is empty': async (world, [value]) => {
    world.context = {}
    await world.evaluate()
    expect(world.details!.value).toBe(value)
  },

  'a non-existent string flag with key {} is evaluated with details and a fallback value {}': (
    world,
    [key, value],
  ) => ask(world, 'string', key!, value!),
  'a string flag with key {} is evaluated as an integer, with details and a fallback value {number}':
    (world, [key, value]) => ask(world, 'integer', key!, value!),
  'the default string value should be returned': world => {
    expect(world.details!.value).toBe(world.asked!.fallback)
  },
  'the default integer value should be returned': world => {
    expect(world.details!.value).toBe(world.asked!.fallback)
  },
  'the reason should indicate an error and the error code should indicate a missing flag with {}': (
    world,
    [code],
  ) => expectError(world, code),
  'the reason should indicate an error and the error code should indicate a type mismatch with {}':
    (world, [code]) => expectError(world, code),
}
