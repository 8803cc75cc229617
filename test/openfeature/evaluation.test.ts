// What a client gets for a flag: every type, reason, variant, error code, and whose the values are.
import type { Client, EvaluationContext, JsonValue } from '@openfeature/server-sdk'
import { OpenFeature } from '@openfeature/server-sdk'
import { beforeAll, describe, expect, it } from 'vitest'
import { SluiceProvider } from '../../src/openfeature/index.ts'
import { flag, SMALL } from './helpers.ts'

const pro = { if: [{ '===': [{ var: 'plan' }, 'pro'] }, 'high', null] }
const pair = (low: unknown, high: unknown, targeting: object = {}) => ({
  state: 'ENABLED',
  variants: { low, high },
  defaultVariant: 'low',
  targeting,
})
const DEEP = { list: [1, { x: [] }], text: 'ü', none: null, on: false }

const CONFIG = {
  metadata: { flagSetId: 'shop', release: 7 },
  flags: {
    boolean: pair(false, true, pro),
    string: pair('', 'größer', pro),
    integer: pair(0, 42, pro),
    float: pair(-0.5, 1e21, pro),
    object: pair({}, DEEP, pro),
    fixed: flag(true, { metadata: { team: 'web', release: 8, hot: true } }),
    off: { ...pair(false, true, pro), state: 'DISABLED' },
    open: { state: 'ENABLED', variants: { low: 1, high: 2 }, targeting: pro },
    bare: { state: 'ENABLED', variants: { low: 1 } },
    split: pair('a', 'b', { fractional: [['high', 1]] }),
    named: pair('a', 'b', { var: 'pick' }),
    broken: pair('a', 'b', { nope: [1] }),
    whole: pair('a', 'b', { if: [{ in: ['x', { var: 'text' }] }, 'high', null] }),
    numbers: pair('a', 'b', { if: [{ '==': [{ var: 'text' }, 5] }, 'high', null] }),
    nested: pair('a', 'b', { if: [{ '===': [{ var: 'user.address.0.city' }, 'Graz'] }, 'high'] }),
    dated: pair('a', 'b', { if: [{ '<': [{ var: 'at' }, '2026-06-01'] }, 'high', null] }),
  },
}

let client: Client
beforeAll(async () => {
  const provider = new SluiceProvider(CONFIG, { ...SMALL, malformedRules: 'warning' })
  await OpenFeature.setProviderAndWait('evaluation', provider)
  client = OpenFeature.getClient('evaluation')
  return () => provider.onClose()
})

describe('each type', () => {
  const TYPES: [
    key: string,
    ask: (context: EvaluationContext) => Promise<{ value: unknown }>,
    low: unknown,
    high: unknown,
  ][] = [
    ['boolean', context => client.getBooleanDetails('boolean', true, context), false, true],
    ['string', context => client.getStringDetails('string', 'x', context), '', 'größer'],
    ['integer', context => client.getNumberDetails('integer', 1, context), 0, 42],
    ['float', context => client.getNumberDetails('float', 1, context), -0.5, 1e21],
    ['object', context => client.getObjectDetails('object', { a: 1 }, context), {}, DEEP],
  ]

  it.each(TYPES)('%s, by its rule and by its default', async (flagKey, ask, low, high) => {
    const flagMetadata = CONFIG.metadata
    const matched = {
      flagKey,
      value: high,
      variant: 'high',
      reason: 'TARGETING_MATCH',
      flagMetadata,
    }
    expect(await ask({ plan: 'pro' })).toEqual(matched)
    const fallen = { flagKey, value: low, variant: 'low', reason: 'DEFAULT', flagMetadata }
    expect(await ask({})).toEqual(fallen)
  })

  it('has the plain values too', async () => {
    const context = { plan: 'pro' }
    expect(await client.getBooleanValue('boolean', false, context)).toBe(true)
    expect(await client.getStringValue('string', '', context)).toBe('größer')
    expect(await client.getNumberValue('integer', 0, context)).toBe(42)
    expect(await client.getObjectValue('object', {}, context)).toEqual(DEEP)
  })

  const MISMATCHES: [string, (key: string) => Promise<unknown>, string[]][] = [
    ['boolean', key => client.getBooleanDetails(key, true), ['string', 'integer', 'object']],
    ['string', key => client.getStringDetails(key, 'mine'), ['boolean', 'integer', 'object']],
    ['number', key => client.getNumberDetails(key, 9), ['boolean', 'string', 'object']],
    ['object', key => client.getObjectDetails(key, [9]), ['boolean', 'string', 'integer']],
  ]

  it.each(MISMATCHES)('%s asked of other types is TYPE_MISMATCH', async (type, ask, keys) => {
    const mine = { boolean: true, string: 'mine', number: 9, object: [9] }[type]
    for (const flagKey of keys) {
      const message = new RegExp(`^flag '${flagKey}' gives a \\w+, not a ${type}$`)
      expect(await ask(flagKey)).toEqual({
        flagKey,
        value: mine,
        reason: 'ERROR',
        errorCode: 'TYPE_MISMATCH',
        errorMessage: expect.stringMatching(message),
        flagMetadata: CONFIG.metadata,
      })
    }
  })
})

describe('reasons', () => {
  const ask = (key: string, context?: EvaluationContext) =>
    client.getNumberDetails(key, 77, context)

  it('STATIC without targeting', async () => {
    expect(await client.getBooleanDetails('fixed', false)).toMatchObject({
      value: true,
      variant: 'only',
      reason: 'STATIC',
    })
  })

  it('DISABLED: the default of the call, and no variant', async () => {
    const details = await client.getBooleanDetails('off', true, { plan: 'pro' })
    expect(details).toEqual({
      flagKey: 'off',
      value: true,
      reason: 'DISABLED',
      flagMetadata: CONFIG.metadata,
    })
  })

  it('DEFAULT without a default variant: the default of the call, and no variant', async () => {
    for (const key of ['open', 'bare']) {
      const details = await ask(key)
      expect(details).toMatchObject({ value: 77, reason: 'DEFAULT' })
      expect(details).not.toHaveProperty('variant')
      expect(details).not.toHaveProperty('errorCode')
    }
    expect(await ask('open', { plan: 'pro' })).toMatchObject({ value: 2, variant: 'high' })
  })

  it('TARGETING_MATCH for a rollout too; without a targetingKey the default, and no error', async () => {
    const split = (context: EvaluationContext) => client.getStringDetails('split', '', context)
    expect(await split({ targetingKey: 'u' })).toMatchObject({
      value: 'b',
      reason: 'TARGETING_MATCH',
    })
    expect(await split({})).toMatchObject({ value: 'a', reason: 'DEFAULT' })
  })
})

describe('errors', () => {
  const CASES: [code: string, key: string, context: EvaluationContext, message: RegExp][] = [
    ['FLAG_NOT_FOUND', 'nobody', {}, /there is no flag 'nobody'/],
    ['FLAG_NOT_FOUND', '__proto__', {}, /__proto__/],
    ['FLAG_NOT_FOUND', '', {}, /there is no flag ''/],
    ['PARSE_ERROR', 'broken', {}, /could not be compiled/],
    ['INVALID_CONTEXT', 'whole', { text: 'x'.repeat(3000) }, /contextBytesMax/],
    ['INVALID_CONTEXT', 'whole', { text: '\ud800' }, /lone surrogate/],
    ['GENERAL', 'named', { pick: 'medium' }, /no variant/],
    ['GENERAL', 'numbers', { text: 'five' }, /cannot compare/],
  ]

  it.each(CASES)('%s for the flag %j', async (errorCode, key, context, message) => {
    expect(await client.getStringDetails(key, 'mine', context)).toEqual({
      flagKey: key,
      value: 'mine',
      reason: 'ERROR',
      errorCode,
      errorMessage: expect.stringMatching(message),
      flagMetadata: CONFIG.metadata,
    })
  })

  it('GENERAL for a context that throws when it is read', async () => {
    const user = {
      get address(): never {
        throw new Error('not today')
      },
    }
    const details = await client.getStringDetails('nested', 'mine', { user: user as never })
    expect(details).toMatchObject({
      value: 'mine',
      errorCode: 'GENERAL',
      errorMessage: 'the evaluation failed: not today',
    })
  })

  it('leave the default of the call as it is, whatever it is', async () => {
    const mine = { mutable: [1] }
    const details = await client.getObjectDetails('nobody', mine)
    expect(details.value).toBe(mine)
    expect(Object.isFrozen(mine)).toBe(false)
    expect(await client.getObjectValue('nobody', null)).toBe(null)
    expect(await client.getNumberValue('nobody', Number.NaN)).toBe(Number.NaN)
  })
})

describe('contexts', () => {
  it('may hold dates, objects and lists', async () => {
    const nested = (city: string) =>
      client.getStringValue('nested', '', { user: { address: [{ city }] } })
    expect([await nested('Graz'), await nested('Linz')]).toEqual(['b', 'a'])
    const dated = (at: string) => client.getStringValue('dated', '', { at: new Date(at) })
    expect([await dated('2026-05-31'), await dated('2026-06-02')]).toEqual(['b', 'a'])
  })

  it('may hold what no rule can see', async () => {
    const context = { at: null, text: undefined, run: () => 1 } as unknown as EvaluationContext
    expect(await client.getStringDetails('whole', '', context)).toMatchObject({ value: 'a' })
  })

  it('are not changed, and need not be given', async () => {
    const context = Object.freeze({ plan: 'pro', list: Object.freeze([1]) as unknown as number[] })
    expect(await client.getNumberValue('integer', 1, context)).toBe(42)
    expect(context).toEqual({ plan: 'pro', list: [1] })
    expect(await client.getNumberValue('integer', 1)).toBe(0)
  })
})

describe('ownership', () => {
  it('objects are frozen to the bottom, and the same each time', async () => {
    const plan = 'pro'
    const ask = () => client.getObjectValue<{ list: JsonValue[] }>('object', { list: [] }, { plan })
    const value = await ask()
    expect(await ask()).toBe(value)
    expect(() => value.list.push(1)).toThrow(TypeError)
    expect(() => Object.assign(value, { more: 1 })).toThrow(TypeError)
    const copy = structuredClone(value)
    copy.list.push(2)
    expect(await ask()).toEqual(DEEP)
  })

  it('the metadata of the set lies below that of the flag, frozen', async () => {
    const { flagMetadata } = await client.getBooleanDetails('fixed', false)
    expect(flagMetadata).toEqual({ flagSetId: 'shop', release: 8, team: 'web', hot: true })
    expect(() => Object.assign(flagMetadata, { team: 'me' })).toThrow(TypeError)
  })

  it('details are a fresh object each time, which hooks and callers may change', async () => {
    const details = await client.getBooleanDetails('fixed', false)
    details.value = false
    expect(await client.getBooleanDetails('fixed', false)).toMatchObject({ value: true })
  })
})
