// From `initialize` to `onClose`: what the SDK is told, what becomes of the engine, and who may come in between.
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Provider } from '@openfeature/server-sdk'
import {
  ErrorCode,
  OpenFeature,
  OpenFeatureError,
  ProviderEvents,
  ProviderStatus,
} from '@openfeature/server-sdk'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Sluice, SluiceError } from '../../src/index.ts'
import { SluiceProvider } from '../../src/openfeature/index.ts'
import { bind, ConfigFile, flag, freshDomain, provider, rejection, SMALL } from './helpers.ts'

const GOOD = { flags: { a: flag('one') } }
const BAD = { flags: { a: { state: 'MAYBE' } } }

const ask = (made: Provider) => made.resolveStringEvaluation('a', 'mine', {}, console)
const NOT_READY = { value: 'mine', reason: 'ERROR', errorCode: 'PROVIDER_NOT_READY' }

async function openSluice(config: object = GOOD): Promise<Sluice> {
  const sluice = await Sluice.open(config, SMALL)
  onTestFinished(() => sluice.close())
  return sluice
}

describe('a provider', () => {
  it('says what it is', async () => {
    const made = provider(GOOD)
    expect(made.metadata).toEqual({ name: 'sluice' })
    expect(Object.isFrozen(made.metadata)).toBe(true)
    expect(made.runsOn).toBe('server')
    const client = await bind(made)
    expect(client.metadata.providerMetadata.name).toBe('sluice')
  })

  it('opens nothing before initialize, and answers PROVIDER_NOT_READY', async () => {
    const open = vi.spyOn(Sluice, 'open')
    onTestFinished(() => open.mockRestore())
    const made = provider(GOOD)
    expect(await ask(made)).toMatchObject(NOT_READY)
    expect(open).not.toHaveBeenCalled()
    const around = new SluiceProvider(await openSluice())
    expect(await ask(around)).toMatchObject(NOT_READY)
    await around.initialize()
    expect(await ask(around)).toMatchObject({ value: 'one' })
  })

  it('answers PROVIDER_NOT_READY while it opens', async () => {
    const made = provider(GOOD)
    const ready = made.initialize()
    expect(await ask(made)).toMatchObject({
      ...NOT_READY,
      errorMessage: expect.stringMatching(/still opening/),
    })
    await ready
    expect(await ask(made)).toMatchObject({ value: 'one', reason: 'STATIC' })
  })

  it('opens one engine for calls of initialize at the same time, and after it', async () => {
    const open = vi.spyOn(Sluice, 'open')
    onTestFinished(() => open.mockRestore())
    const made = provider(GOOD)
    await Promise.all([made.initialize(), made.initialize(), made.initialize()])
    await made.initialize()
    expect(open).toHaveBeenCalledTimes(1)
  })

  it('serves several domains, and is closed with the last one', async () => {
    const made = provider(GOOD)
    const [one, two] = [freshDomain(), freshDomain()]
    // Bound at the same time: the SDK takes the second binding for ready at once, and the provider knows better.
    const first = bind(made, one)
    const second = await bind(made, two)
    expect(await second.getStringDetails('a', 'mine')).toMatchObject(NOT_READY)
    await first
    expect(await second.getStringValue('a', '')).toBe('one')
    await OpenFeature.setProviderAndWait(one, provider({ flags: { a: flag('other') } }))
    expect(await (await first).getStringValue('a', '')).toBe('other')
    expect(await second.getStringValue('a', '')).toBe('one')
    await OpenFeature.setProviderAndWait(two, provider(GOOD))
    expect(await ask(made)).toMatchObject(NOT_READY)
  })
})

describe('closing', () => {
  it('closes the engine that the provider opened, once, and may be repeated', async () => {
    const close = vi.spyOn(Sluice.prototype, 'close')
    onTestFinished(() => close.mockRestore())
    const made = provider(GOOD)
    await made.onClose()
    await bind(made)
    await Promise.all([made.onClose(), made.onClose()])
    await made.onClose()
    expect(close).toHaveBeenCalledTimes(1)
    expect(await ask(made)).toMatchObject(NOT_READY)
  })

  it('leaves an engine that was given open, and stops listening to it', async () => {
    const sluice = await openSluice()
    const made = new SluiceProvider(sluice)
    const changed = vi.fn()
    made.events.addHandler(ProviderEvents.ConfigurationChanged, changed)
    await made.initialize()
    await made.onClose()
    await sluice.publish({ flags: { a: flag('two') } })
    expect(sluice.flag('a').string({}, '')).toBe('two')
    expect(changed).not.toHaveBeenCalled()
    expect(await ask(made)).toMatchObject(NOT_READY)
  })

  it('leaves the provider as it was before: it can be initialized again', async () => {
    const made = provider(GOOD)
    for (let round = 1; round <= 3; round++) {
      await made.initialize()
      expect(await ask(made)).toMatchObject({ value: 'one' })
      await made.onClose()
    }
    const around = new SluiceProvider(await openSluice())
    await around.initialize()
    await around.onClose()
    await around.initialize()
    expect(await ask(around)).toMatchObject({ value: 'one' })
  })

  it('while it opens waits for the engine and closes it; initialize rejects', async () => {
    const open = vi.spyOn(Sluice, 'open')
    onTestFinished(() => open.mockRestore())
    const made = provider(GOOD)
    const ready = rejection(made.initialize())
    await made.onClose()
    expect(await ready).toMatchObject({ code: 'PROVIDER_NOT_READY' })
    const sluice: Sluice = await open.mock.results[0]!.value
    expect(sluice.version).toBe(-1)
    const around = new SluiceProvider(await openSluice())
    const joined = rejection(around.initialize())
    await around.onClose()
    expect(await joined).toMatchObject({ code: 'PROVIDER_NOT_READY' })
  })

  it('while it opens leaves a later initialize alone', async () => {
    const made = provider(GOOD)
    const first = rejection(made.initialize())
    const closing = made.onClose()
    await made.initialize()
    await closing
    await first
    expect(await ask(made)).toMatchObject({ value: 'one' })
  })

  it('under running evaluations gives each an answer, and throws in none', async () => {
    const made = provider(GOOD)
    const client = await bind(made)
    // Each has hooks of its own length, so the close comes at another point of each.
    const slow = (turns: number) => ({
      async before() {
        for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      },
    })
    const running = Array.from({ length: 100 }, (_, index) =>
      client.getStringDetails('a', 'mine', {}, { hooks: [slow(index)] }),
    )
    for (let turn = 0; turn < 50; turn++) await Promise.resolve()
    await made.onClose()
    const answers = await Promise.all(running)
    const values = new Set(answers.map(({ value, errorCode }) => `${value} ${errorCode}`))
    expect(values).toEqual(new Set(['one undefined', 'mine PROVIDER_NOT_READY']))
  })

  it('by the API reaches every provider', async () => {
    const made = [provider(GOOD), provider(GOOD), provider(GOOD)]
    await OpenFeature.setProviderAndWait(made[0]!)
    await bind(made[1]!)
    await bind(made[2]!)
    await OpenFeature.clearProviders()
    for (const each of made) expect(await ask(each)).toMatchObject(NOT_READY)
    await OpenFeature.setProviderAndWait(made[0]!)
    expect(await OpenFeature.getClient().getStringValue('a', '')).toBe('one')
    await OpenFeature.clearProviders()
  })
})

describe('an engine that was given', () => {
  it('and is closed already is PROVIDER_FATAL', async () => {
    const sluice = await openSluice()
    sluice.close()
    const domain = freshDomain()
    const error = await rejection(
      OpenFeature.setProviderAndWait(domain, new SluiceProvider(sluice)),
    )
    expect(error).toMatchObject({
      code: 'PROVIDER_FATAL',
      message: expect.stringMatching(/was closed/),
    })
    expect(OpenFeature.getClient(domain).providerStatus).toBe(ProviderStatus.FATAL)
  })

  it('and closed later is found out by the next evaluation: FATAL, told once', async () => {
    const sluice = await openSluice()
    const made = new SluiceProvider(sluice)
    const client = await bind(made)
    const failed = vi.fn()
    client.addHandler(ProviderEvents.Error, failed)
    sluice.close()
    expect(client.providerStatus).toBe(ProviderStatus.READY)
    const answers = await Promise.all([
      client.getStringDetails('a', 'mine'),
      client.getStringDetails('a', 'mine'),
    ])
    for (const answer of answers) expect(answer).toMatchObject({ errorCode: 'PROVIDER_FATAL' })
    expect(client.providerStatus).toBe(ProviderStatus.FATAL)
    expect(await ask(made)).toMatchObject({ errorCode: 'PROVIDER_FATAL' })
    await new Promise(setImmediate)
    expect(failed).toHaveBeenCalledTimes(1)
    expect(failed.mock.calls[0]![0]).toMatchObject({ errorCode: 'PROVIDER_FATAL' })
  })

  it('can be one that is attached to the memory of another, as in a worker', async () => {
    const sluice = await Sluice.open(GOOD)
    onTestFinished(() => sluice.close())
    const attached = Sluice.attach(sluice.handle)
    onTestFinished(() => attached.close())
    const client = await bind(new SluiceProvider(attached))
    expect(await client.getStringValue('a', '')).toBe('one')
    await sluice.publish({ flags: { a: flag('two') } })
    expect(await client.getStringValue('a', '')).toBe('two')
    sluice.close()
    expect(await client.getStringDetails('a', 'mine')).toMatchObject({
      errorCode: 'PROVIDER_FATAL',
    })
  })
})

describe('a config that cannot go live at first', () => {
  const FATAL: [name: string, source: string | object, options: object, code: string][] = [
    ['an object', BAD, {}, 'CONFIG_INVALID'],
    ['a path that is not watched', '/nowhere/sluice.yaml', { watch: false }, 'CONFIG_INVALID'],
    [
      'an object too large',
      { flags: { a: flag(1), b: flag(2) } },
      { flagsMax: 1 },
      'CAPACITY_EXCEEDED',
    ],
    ['a size out of its range', GOOD, { flagsMax: 0 }, 'OPTION_INVALID'],
    ['a watched path and a size out of its range', '/nowhere', { flagsMax: 0 }, 'OPTION_INVALID'],
    ['an option of the wrong type', GOOD, { watch: 'yes' }, 'OPTION_INVALID'],
  ]

  it.each(FATAL)('%s: FATAL, with the cause', async (_name, source, options, code) => {
    const domain = freshDomain()
    const made = provider(source, options)
    const error = await rejection(OpenFeature.setProviderAndWait(domain, made))
    expect(error).toBeInstanceOf(OpenFeatureError)
    expect(error.code).toBe(ErrorCode.PROVIDER_FATAL)
    expect(error.cause).toBeInstanceOf(SluiceError)
    expect(error.cause).toMatchObject({ code, message: error.message })
    const client = OpenFeature.getClient(domain)
    expect(client.providerStatus).toBe(ProviderStatus.FATAL)
    const fatal = { value: 'mine', reason: 'ERROR', errorCode: 'PROVIDER_FATAL' }
    expect(await client.getStringDetails('a', 'mine')).toMatchObject(fatal)
    expect(await ask(made)).toMatchObject(fatal)
    expect((await rejection(made.initialize())).code).toBe('PROVIDER_FATAL')
  })

  it.each([
    ['an invalid file', BAD, {}, 'PARSE_ERROR'],
    ['no file', undefined, {}, 'PARSE_ERROR'],
    ['a file too large', { flags: { a: flag(1), b: flag(2) } }, { flagsMax: 1 }, 'GENERAL'],
  ])('%s that is watched: ERROR, and ready by itself', async (_name, content, options, code) => {
    const file = await ConfigFile.create(content)
    const domain = freshDomain()
    const made = provider(file.path, options)
    const error = await rejection(OpenFeature.setProviderAndWait(domain, made))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(code === 'GENERAL' ? /flagsMax/ : /sluice\.json/)
    expect(error.cause).toBeInstanceOf(SluiceError)
    const client = OpenFeature.getClient(domain)
    expect(client.providerStatus).toBe(ProviderStatus.ERROR)
    const waiting = { ...NOT_READY, errorMessage: expect.stringMatching(/waiting for a config/) }
    expect(await client.getStringDetails('a', 'mine')).toMatchObject(waiting)
    const ready = new Promise(resolve => client.addHandler(ProviderEvents.Ready, resolve))
    await file.write(GOOD)
    await ready
    expect(client.providerStatus).toBe(ProviderStatus.READY)
    expect(await client.getStringValue('a', '')).toBe('one')
    await made.initialize()
    // From now on it is a watched config like any other, which its one engine follows.
    const open = vi.spyOn(Sluice, 'open')
    onTestFinished(() => open.mockRestore())
    const changed = new Promise(resolve =>
      client.addHandler(ProviderEvents.ConfigurationChanged, resolve),
    )
    await file.write({ flags: { a: flag('two') } })
    expect(await changed).toMatchObject({ flagsChanged: ['a'] })
    expect(await client.getStringValue('a', '')).toBe('two')
    await new Promise(resolve => setTimeout(resolve, 200))
    expect(open).not.toHaveBeenCalled()
  })

  it('that is mended between the two looks is not missed', async () => {
    const file = await ConfigFile.create(BAD)
    const { open } = Sluice
    const spy = vi.spyOn(Sluice, 'open').mockImplementationOnce(async (...given) => {
      const outcome = await rejection(open.apply(Sluice, given))
      await file.write(GOOD)
      throw outcome
    })
    onTestFinished(() => spy.mockRestore())
    const client = await bind(provider(file.path))
    expect(await client.getStringValue('a', '')).toBe('one')
  })

  it('that lacks the file of a set is ready when that file is there', async () => {
    const file = await ConfigFile.create({ ...GOOD, sets: { staff: { file: 'staff.txt' } } })
    const domain = freshDomain()
    const error = await rejection(OpenFeature.setProviderAndWait(domain, provider(file.path)))
    expect(error.message).toContain('SET_FILE_NOT_FOUND')
    const client = OpenFeature.getClient(domain)
    const ready = new Promise(resolve => client.addHandler(ProviderEvents.Ready, resolve))
    await writeFile(join(dirname(file.path), 'staff.txt'), 'anna\n')
    await ready
    expect(await client.getStringValue('a', '')).toBe('one')
  })

  it('told each time it changes and still cannot', async () => {
    const file = await ConfigFile.create(BAD)
    const errors: SluiceError[] = []
    const onError = (error: SluiceError) => void errors.push(error)
    const domain = freshDomain()
    const made = provider(file.path, { onError })
    await rejection(OpenFeature.setProviderAndWait(domain, made))
    // The rejection told this one.
    expect(errors).toEqual([])
    const client = OpenFeature.getClient(domain)
    const told = new Promise(resolve =>
      client.addHandler(ProviderEvents.Error, details => {
        if (details?.errorCode !== undefined) resolve(details)
      }),
    )
    await file.write('{')
    expect(await told).toMatchObject({
      errorCode: 'PARSE_ERROR',
      message: expect.stringMatching(/JSON_SYNTAX/),
    })
    expect(client.providerStatus).toBe(ProviderStatus.ERROR)
    expect(errors).toHaveLength(1)
    expect(errors[0]!.problems[0]).toMatchObject({ code: 'JSON_SYNTAX', position: { line: 1 } })
    expect((await rejection(made.initialize())).code).toBe('PARSE_ERROR')
  })

  it('closed while it waits opens nothing any more', async () => {
    const file = await ConfigFile.create(BAD)
    const made = provider(file.path)
    await rejection(made.initialize())
    await made.onClose()
    const open = vi.spyOn(Sluice, 'open')
    onTestFinished(() => open.mockRestore())
    await file.write(GOOD)
    // Longer than the watch waits for quiet.
    await new Promise(resolve => setTimeout(resolve, 400))
    expect(open).not.toHaveBeenCalled()
    await made.initialize()
    expect(await ask(made)).toMatchObject({ value: 'one' })
  })
})
