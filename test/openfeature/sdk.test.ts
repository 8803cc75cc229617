// The provider among the other parts of the SDK: hooks, tracking, contexts of several levels, several providers in one.
import type { EvaluationContext, Hook, TrackingEventDetails } from '@openfeature/server-sdk'
import {
  AsyncLocalStorageTransactionContextPropagator,
  FirstMatchStrategy,
  MultiProvider,
  NOOP_TRANSACTION_CONTEXT_PROPAGATOR,
  OpenFeature,
  ProviderEvents,
  ProviderStatus,
} from '@openfeature/server-sdk'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Sluice } from '../../src/index.ts'
import type { SluiceProviderOptions } from '../../src/openfeature/index.ts'
import { SluiceProvider } from '../../src/openfeature/index.ts'
import {
  bind,
  ConfigFile,
  flag,
  freshDomain,
  provider,
  Recorder,
  rejection,
  SMALL,
} from './helpers.ts'

const CONFIG = {
  metadata: { flagSetId: 'shop' },
  flags: {
    a: flag('one'),
    level: {
      state: 'ENABLED',
      variants: Object.fromEntries(
        ['none', 'api', 'transaction', 'client', 'call', 'hook'].map(name => [name, name]),
      ),
      defaultVariant: 'none',
      targeting: { var: 'level' },
    },
  },
}

afterEach(() => {
  OpenFeature.setContext({})
  OpenFeature.clearHooks()
  OpenFeature.setTransactionContextPropagator(NOOP_TRANSACTION_CONTEXT_PROPAGATOR)
})

describe('hooks', () => {
  it('of the provider run innermost, with what the flag gave', async () => {
    const order: string[] = []
    const hook = (name: string): Hook => ({
      before: () => void order.push(`before ${name}`),
      after: (_, { value }) => void order.push(`after ${name} ${value}`),
      error: (_, error) => void order.push(`error ${name} ${(error as { code: string }).code}`),
      finally: (_, { reason }) => void order.push(`finally ${name} ${reason}`),
    })
    OpenFeature.addHooks(hook('api'))
    const client = await bind(provider(CONFIG, { hooks: [hook('provider')] }))
    client.addHooks(hook('client'))
    await client.getStringValue('a', '', {}, { hooks: [hook('call')] })
    const names = ['api', 'client', 'call', 'provider']
    const back = names.toReversed()
    expect(order.splice(0)).toEqual([
      ...names.map(name => `before ${name}`),
      ...back.map(name => `after ${name} one`),
      ...back.map(name => `finally ${name} STATIC`),
    ])
    await client.getNumberValue('a', 0, {}, { hooks: [hook('call')] })
    expect(order).toEqual([
      ...names.map(name => `before ${name}`),
      ...back.map(name => `error ${name} TYPE_MISMATCH`),
      ...back.map(name => `finally ${name} ERROR`),
    ])
  })

  it('may change the context', async () => {
    const hooks: Hook[] = [{ before: () => ({ level: 'hook' }) }]
    const client = await bind(provider(CONFIG, { hooks }))
    expect(await client.getStringValue('level', '', { level: 'call' })).toBe('hook')
  })

  it('are copied, and none by default', async () => {
    const hooks: Hook[] = []
    const made = new SluiceProvider(CONFIG, { hooks })
    hooks.push({ before: () => {} })
    expect(made.hooks).toEqual([])
    expect(new SluiceProvider(CONFIG).hooks).toEqual([])
  })

  it('that throw give the default and spoil nothing', async () => {
    const before = () => {
      throw new Error('no')
    }
    const client = await bind(provider(CONFIG))
    const details = await client.getStringDetails('a', 'mine', {}, { hooks: [{ before }] })
    expect(details).toMatchObject({ value: 'mine', errorCode: 'GENERAL', errorMessage: 'no' })
    expect(await client.getStringValue('a', 'mine')).toBe('one')
  })
})

describe('tracking', () => {
  type Track = [string, EvaluationContext, TrackingEventDetails]

  async function tracked(onTrack?: SluiceProviderOptions['onTrack']) {
    return bind(provider(CONFIG, { onTrack }))
  }

  it('reaches onTrack with the merged context, frozen, and the details', async () => {
    const calls: Track[] = []
    const client = await tracked((...call) => void calls.push(call))
    OpenFeature.setContext({ region: 'eu', level: 'api' })
    client.setContext({ level: 'client' })
    client.track('bought', { targetingKey: 'ada' }, { value: 9.5, currency: 'EUR' })
    client.track('left')
    expect(calls).toEqual([
      [
        'bought',
        { region: 'eu', level: 'client', targetingKey: 'ada' },
        { value: 9.5, currency: 'EUR' },
      ],
      ['left', { region: 'eu', level: 'client' }, {}],
    ])
    expect(Object.isFrozen(calls[0]![1])).toBe(true)
  })

  it('does nothing without it, and throws nothing when it throws', async () => {
    ;(await tracked()).track('bought')
    const throwing = vi.fn(() => {
      throw new Error('no')
    })
    ;(await tracked(throwing)).track('bought')
    expect(throwing).toHaveBeenCalledTimes(1)
  })

  it('waits for the provider: the SDK drops what comes before', async () => {
    const onTrack = vi.fn()
    const domain = freshDomain()
    const ready = OpenFeature.setProviderAndWait(domain, provider(CONFIG, { onTrack }))
    const client = OpenFeature.getClient(domain)
    client.track('early')
    await ready
    client.track('late')
    expect(onTrack.mock.calls.map(([name]) => name)).toEqual(['late'])
  })
})

describe('contexts', () => {
  it('are merged: API, transaction, client, call, hook', async () => {
    OpenFeature.setTransactionContextPropagator(new AsyncLocalStorageTransactionContextPropagator())
    const client = await bind(provider(CONFIG))
    const ask = (context?: EvaluationContext, hooks: Hook[] = []) =>
      new Promise<string>((resolve, reject) => {
        const evaluate = () =>
          void client.getStringValue('level', '', context, { hooks }).then(resolve, reject)
        OpenFeature.setTransactionContext(transaction, evaluate)
      })
    let transaction = {}
    expect(await ask()).toBe('none')
    OpenFeature.setContext({ level: 'api' })
    expect(await ask()).toBe('api')
    transaction = { level: 'transaction' }
    expect(await ask()).toBe('transaction')
    client.setContext({ level: 'client' })
    expect(await ask()).toBe('client')
    expect(await ask({ level: 'call' })).toBe('call')
    expect(await ask({ level: 'call' }, [{ before: () => ({ level: 'hook' }) }])).toBe('hook')
  })
})

describe('several providers in one', () => {
  const multi = (...parts: SluiceProvider[]) =>
    new MultiProvider(
      parts.map(part => ({ provider: part })),
      new FirstMatchStrategy(),
      { error() {}, warn() {}, info() {}, debug() {} },
    )

  async function multiClient(made: MultiProvider) {
    const domain = freshDomain()
    await OpenFeature.setProviderAndWait(domain, made)
    return OpenFeature.getClient(domain)
  }

  it('the first that has the flag answers', async () => {
    const first = provider({ flags: { mine: flag('first') } })
    const second = provider({ flags: { mine: flag('second'), other: flag('other') } })
    const client = await multiClient(multi(first, second))
    expect(await client.getStringValue('mine', '')).toBe('first')
    expect(await client.getStringValue('other', '')).toBe('other')
    expect(await client.getStringDetails('none', 'x')).toMatchObject({
      value: 'x',
      reason: 'ERROR',
    })
  })

  it('the same one twice is opened once', async () => {
    const made = provider(CONFIG)
    const client = await multiClient(multi(made, made))
    expect(await client.getStringValue('a', '')).toBe('one')
  })

  it('changes of each are told', async () => {
    const sluice = await Sluice.open(CONFIG, SMALL)
    const client = await multiClient(multi(new SluiceProvider(sluice), provider(CONFIG)))
    const recorder = new Recorder(client)
    await sluice.publish({ flags: {} })
    const event = await recorder.until(ProviderEvents.ConfigurationChanged)
    expect([...event.flagsChanged!].sort()).toEqual(['a', 'level'])
    sluice.close()
  })

  it('one that cannot open fails the whole', async () => {
    const error = await rejection(multiClient(multi(provider(CONFIG), provider({ flags: 1 }))))
    expect(error.message).toContain('SCHEMA_TYPE')
  })

  it('one that is mended after it failed serves, though the SDK keeps the status of the whole', async () => {
    const file = await ConfigFile.create({ flags: 1 })
    const domain = freshDomain()
    const made = provider(file.path)
    await rejection(OpenFeature.setProviderAndWait(domain, multi(made, provider(CONFIG))))
    const client = OpenFeature.getClient(domain)
    const ready = new Promise(resolve => made.events.addHandler(ProviderEvents.Ready, resolve))
    await file.write({ flags: { late: flag('here') } })
    await ready
    expect(await client.getStringValue('late', '')).toBe('here')
    expect(client.providerStatus).toBe(ProviderStatus.ERROR)
  })
})
