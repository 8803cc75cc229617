// What the provider tells while it runs: another config live, one that could not go live, and the way back.
import type { Client } from '@openfeature/server-sdk'
import { OpenFeature, ProviderEvents, ProviderStatus } from '@openfeature/server-sdk'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Sluice, SluiceError } from '../../src/index.ts'
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

const { Ready, Error: Failed, Stale, ConfigurationChanged: Changed } = ProviderEvents
const GOOD = { flags: { a: flag('one'), b: flag('x') } }

/** A client of a provider of a file, with everything it is told from the start. */
async function watched(content: object, options: object = {}) {
  const file = await ConfigFile.create(content)
  const domain = freshDomain()
  const client = OpenFeature.getClient(domain)
  const recorder = new Recorder(client)
  const made = provider(file.path, options)
  await OpenFeature.setProviderAndWait(domain, made)
  return { file, client, recorder, made, domain }
}

/** Long enough for whatever was emitted to have reached every handler. */
const settled = () => new Promise(resolve => setTimeout(resolve, 20))

describe('at the start', () => {
  it('READY is told once, by the SDK, and nothing else', async () => {
    const { recorder, made } = await watched(GOOD)
    await settled()
    expect(recorder.names).toEqual([Ready])
    expect(recorder.seen[0]).toMatchObject({ providerName: made.metadata.name })
  })

  it('ERROR is told once', async () => {
    const domain = freshDomain()
    const client = OpenFeature.getClient(domain)
    const recorder = new Recorder(client)
    await rejection(OpenFeature.setProviderAndWait(domain, provider({ flags: 1 })))
    await settled()
    expect(recorder.names).toEqual([Failed])
    expect(recorder.seen[0]!.message).toContain('SCHEMA_TYPE')
  })

  it('a handler that comes later is told the status it finds', async () => {
    const { client } = await watched(GOOD)
    const ready = vi.fn()
    client.addHandler(Ready, ready)
    expect(ready).toHaveBeenCalledTimes(1)
  })
})

describe('a changed file', () => {
  it('is CONFIGURATION_CHANGED with the flags that are others now', async () => {
    const { file, client, recorder } = await watched(GOOD)
    await file.write({ flags: { a: flag('two'), c: flag('y') } })
    const event = await recorder.until(Changed)
    expect([...event.flagsChanged!].sort()).toEqual(['a', 'b', 'c'])
    expect(event.metadata).toEqual({ version: 2 })
    expect(recorder.names).toEqual([Ready, Changed])
    expect(await client.getStringValue('a', '')).toBe('two')
    expect(await client.getStringDetails('b', '')).toMatchObject({ errorCode: 'FLAG_NOT_FOUND' })
  })

  it('evaluates anew inside the handler', async () => {
    const { file, client } = await watched(GOOD)
    const seen = new Promise<string>(resolve => {
      client.addHandler(Changed, () => void client.getStringValue('a', '').then(resolve))
    })
    await file.write({ flags: { a: flag('two') } })
    expect(await seen).toBe('two')
  })

  it('is told to the handlers of the API too', async () => {
    const { file, domain } = await watched(GOOD)
    const seen = new Promise(resolve => OpenFeature.addHandler(Changed, resolve))
    onTestFinished(() => OpenFeature.clearHandlers())
    await file.write({ flags: { a: flag('two') } })
    expect(await seen).toMatchObject({
      domain,
      providerName: 'sluice',
      flagsChanged: ['b', 'a'].sort(),
    })
  })

  it('with other metadata of the set changes every flag', async () => {
    const { file, client, recorder } = await watched(GOOD)
    await file.write({ ...GOOD, metadata: { release: 2 } })
    expect((await recorder.until(Changed)).flagsChanged).toEqual(['a', 'b'])
    expect((await client.getStringDetails('a', '')).flagMetadata).toEqual({ release: 2 })
  })
})

describe('a changed file that cannot go live', () => {
  it('is STALE: the last good config serves on, and the next good one is READY', async () => {
    const errors: SluiceError[] = []
    const onError = (error: SluiceError) => void errors.push(error)
    const { file, client, recorder } = await watched(GOOD, { onError })
    await file.write('{\n  "flags": {\n')
    const stale = await recorder.until(Stale)
    expect(stale.message).toMatch(/sluice\.json:\d+:\d+: error JSON_SYNTAX/)
    expect(stale.metadata).toEqual({ code: 'CONFIG_INVALID' })
    expect(client.providerStatus).toBe(ProviderStatus.STALE)
    const details = await client.getStringDetails('a', '')
    expect(details).toMatchObject({ value: 'one', reason: 'STATIC' })
    expect(errors).toHaveLength(1)
    expect(errors[0]).toBeInstanceOf(SluiceError)
    expect(errors[0]!.problems[0]).toMatchObject({ code: 'JSON_SYNTAX' })

    // Another fault is told again, with its own message.
    await file.write({ flags: { a: { state: 'MAYBE' } } })
    expect((await recorder.until(Stale, 2)).message).toContain('SCHEMA_ENUM')
    expect(client.providerStatus).toBe(ProviderStatus.STALE)

    const atChange: string[] = []
    client.addHandler(Changed, () => void atChange.push(client.providerStatus))
    await file.write({ flags: { a: flag('mended') } })
    expect([...(await recorder.until(Changed)).flagsChanged!].sort()).toEqual(['a', 'b'])
    expect(client.providerStatus).toBe(ProviderStatus.READY)
    expect(atChange).toEqual([ProviderStatus.READY])
    expect(await client.getStringValue('a', '')).toBe('mended')
    expect(recorder.names).toEqual([Ready, Stale, Stale, Ready, Changed])

    await file.write({ flags: { a: flag('later') } })
    await recorder.until(Changed, 2)
    expect(recorder.names).toEqual([Ready, Stale, Stale, Ready, Changed, Changed])
  })

  it('and is put back as it was is READY, and no change', async () => {
    const { file, client, recorder } = await watched(GOOD)
    await file.write('nonsense')
    await recorder.until(Stale)
    await file.write(GOOD)
    await recorder.until(Ready, 2)
    await settled()
    expect(recorder.names).toEqual([Ready, Stale, Ready])
    expect(client.providerStatus).toBe(ProviderStatus.READY)
  })

  it('for its size is STALE too', async () => {
    const { file, recorder } = await watched(GOOD, { flagsMax: 2 })
    await file.write({ flags: { ...GOOD.flags, c: flag(1) } })
    expect(await recorder.until(Stale)).toMatchObject({
      message: expect.stringContaining('flagsMax'),
      metadata: { code: 'CAPACITY_EXCEEDED' },
    })
  })

  it('is a process warning without onError, and so is what onError throws', async () => {
    const warning = () => new Promise<Error>(resolve => process.once('warning', resolve))
    const { file } = await watched(GOOD, { onError: undefined })
    const first = warning()
    await file.write('nonsense')
    expect(await first).toMatchObject({ name: 'SluiceWarning', code: 'CONFIG_INVALID' })
    const onError = () => {
      throw new Error('of the listener')
    }
    const other = await watched(GOOD, { onError })
    const second = warning()
    await other.file.write('nonsense')
    expect((await second).message).toBe('of the listener')
    expect(other.client.providerStatus).toBe(ProviderStatus.STALE)
  })
})

describe('an engine that was given', () => {
  async function around(config: object = GOOD) {
    const sluice = await Sluice.open(config, SMALL)
    onTestFinished(() => sluice.close())
    const domain = freshDomain()
    const client: Client = OpenFeature.getClient(domain)
    const recorder = new Recorder(client)
    await OpenFeature.setProviderAndWait(domain, new SluiceProvider(sluice, { onError() {} }))
    return { sluice, client, recorder }
  }

  it('tells what the application publishes', async () => {
    const { sluice, recorder } = await around()
    await sluice.publish({ flags: { a: flag('two'), b: flag('x') } })
    expect((await recorder.until(Changed)).flagsChanged).toEqual(['a'])
    expect(recorder.names).toEqual([Ready, Changed])
  })

  it('says nothing where only limits changed', async () => {
    const { sluice, recorder } = await around()
    await sluice.publish({ ...GOOD, limits: { it: { algorithm: 'gcra', rate: '1/s' } } })
    await sluice.publish({ flags: { ...GOOD.flags, a: flag('two') } })
    const event = await recorder.until(Changed)
    expect(event).toMatchObject({ flagsChanged: ['a'], metadata: { version: 3 } })
    expect(recorder.names).toEqual([Ready, Changed])
  })

  it('whose publish rejects is not stale: the caller knows', async () => {
    const { sluice, client, recorder } = await around()
    await rejection(sluice.publish({ flags: 1 }))
    await settled()
    expect(recorder.names).toEqual([Ready])
    expect(client.providerStatus).toBe(ProviderStatus.READY)
  })

  it('that has trouble in its watch is reported, and not stale', async () => {
    const sluice = await Sluice.open(GOOD, SMALL)
    onTestFinished(() => sluice.close())
    const on = vi.spyOn(sluice, 'on')
    const onError = vi.fn()
    const client = await bind(new SluiceProvider(sluice, { onError }))
    const [, listener] = on.mock.calls.find(([name]) => name === 'error')!
    const trouble = new SluiceError('CONFIG_INVALID', 'Error: EMFILE: too many open files, watch')
    ;(listener as (error: SluiceError) => void)(trouble)
    expect(onError).toHaveBeenCalledWith(trouble)
    expect(client.providerStatus).toBe(ProviderStatus.READY)
  })
})

describe('two providers', () => {
  it('in two domains keep their flags and events apart', async () => {
    const one = await watched(GOOD)
    const two = await watched({ flags: { a: flag('zwei') } })
    expect(await one.client.getStringValue('a', '')).toBe('one')
    expect(await two.client.getStringValue('a', '')).toBe('zwei')
    await one.file.write('nonsense')
    await one.recorder.until(Stale)
    await two.file.write({ flags: { a: flag('drei') } })
    await two.recorder.until(Changed)
    expect(one.recorder.names).toEqual([Ready, Stale])
    expect(two.recorder.names).toEqual([Ready, Changed])
    expect([one.client.providerStatus, two.client.providerStatus]).toEqual(['STALE', 'READY'])
    expect(await one.client.getStringValue('a', '')).toBe('one')
    expect(await two.client.getStringValue('a', '')).toBe('drei')
  })

  it('of which one replaces the other: only the new one is heard', async () => {
    const one = await watched(GOOD)
    const file = await ConfigFile.create({ flags: { a: flag('new') } })
    await OpenFeature.setProviderAndWait(one.domain, provider(file.path))
    expect(one.recorder.names).toEqual([Ready, Ready])
    await one.file.write({ flags: { a: flag('unseen') } })
    await file.write({ flags: { a: flag('newer') } })
    await one.recorder.until(Changed)
    await settled()
    expect(one.recorder.names).toEqual([Ready, Ready, Changed])
    expect(await one.client.getStringValue('a', '')).toBe('newer')
  })

  it('around one engine both tell its changes', async () => {
    const sluice = await Sluice.open(GOOD, SMALL)
    onTestFinished(() => sluice.close())
    const clients = [await bind(new SluiceProvider(sluice)), await bind(new SluiceProvider(sluice))]
    const recorders = clients.map(client => new Recorder(client))
    await sluice.publish({ flags: { a: flag('two') } })
    for (const recorder of recorders) await recorder.until(Changed)
    for (const client of clients) expect(await client.getStringValue('a', '')).toBe('two')
  })
})
