// Coming and going: threads that attach to an engine, close it, or find it closed.
import { describe, expect, it } from 'vitest'
import { LANE_ATTACHED, LANE_STATE, LANE_VACATED } from '../../assembly/shared/layout.ts'
import { Sluice, SluiceError, type SluiceHandle, type SluiceOptions } from '../../src/index.ts'
import { Inspection, openSluice, Thread } from './helpers.ts'

const CONFIG = {
  flags: {
    banner: {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'off',
      targeting: { if: [{ '==': [{ var: 'plan' }, 'gold'] }, 'on'] },
    },
    plain: { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' },
  },
  limits: { tokens: { algorithm: 'gcra', rate: '1/s', burst: 3 } },
}

const open = (options?: SluiceOptions) => openSluice(CONFIG, options)

/** Runs a command in a worker; what it answered, or the code of its error. */
function tell(thread: Thread, command: string, argument?: unknown): Promise<unknown> {
  thread.send({ command, argument })
  return thread.answer()
}

/** The code of the SluiceError that the work throws. */
function codeOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof SluiceError) return error.code
    throw error
  }
  return undefined
}

describe('the handle', () => {
  it('survives workerData', async () => {
    const sluice = await open()
    const thread = new Thread('attach.js', { handle: sluice.handle })
    expect(await thread.answer()).toBe(1)
    expect(await tell(thread, 'evaluate')).toBe(true)
  })

  it('survives postMessage', async () => {
    const sluice = await open()
    const thread = new Thread('attach.js', {})
    expect(await tell(thread, 'attach', sluice.handle)).toBe(1)
    expect(await tell(thread, 'evaluate')).toBe(true)
  })

  it('gives the same counters to all threads', async () => {
    const sluice = await open()
    const limit = sluice.limit('tokens')
    const thread = new Thread('attach.js', { handle: sluice.handle })
    await thread.answer()
    expect(limit.take('key').allowed).toBe(true)
    expect(await tell(thread, 'take')).toBe(true)
    expect(limit.take('key').allowed).toBe(true)
    expect(await tell(thread, 'take')).toBe(false)
    expect(limit.take('key').allowed).toBe(false)
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an empty object', {}],
    ['a memory alone', { memory: new WebAssembly.Memory({ initial: 1 }) }],
  ])('is refused with HANDLE_INVALID if it is %s', (_, handle) => {
    expect(codeOf(() => Sluice.attach(handle as SluiceHandle))).toBe('HANDLE_INVALID')
  })

  it('is refused with HANDLE_INVALID if its memory is smaller than any of Sluice', async () => {
    const { module } = (await open()).handle
    const memory = new WebAssembly.Memory({ initial: 0 })
    expect(codeOf(() => Sluice.attach({ sluice: 1, memory, module }))).toBe('HANDLE_INVALID')
  })

  it('is refused with HANDLE_INVALID if its module is another one', async () => {
    const { memory } = (await open()).handle
    const module = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))
    expect(codeOf(() => Sluice.attach({ sluice: 1, memory, module }))).toBe('HANDLE_INVALID')
  })

  it('is refused with HANDLE_INVALID if its memory is not one of Sluice', async () => {
    const { module } = (await open()).handle
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true })
    expect(codeOf(() => Sluice.attach({ sluice: 1, memory, module }))).toBe('HANDLE_INVALID')
  })

  it('is refused with OPTION_INVALID where nobody can attach', async () => {
    const sluice = await open({ shared: false })
    expect(codeOf(() => sluice.handle)).toBe('OPTION_INVALID')
  })

  it('does not let a thread publish that only attached', async () => {
    const sluice = await open()
    const thread = new Thread('attach.js', { handle: sluice.handle })
    await thread.answer()
    expect(await tell(thread, 'reload')).toBe('HANDLE_INVALID')
    expect(await tell(thread, 'publish')).toBe('HANDLE_INVALID')
    expect(sluice.version).toBe(1)
  })
})

describe('lanes', () => {
  it('given back with a snapshot that nobody released hold no publisher up', async () => {
    const sluice = await open()
    const other = Sluice.attach(sluice.handle)
    expect(other.pin().version).toBe(1)
    other.close()
    for (let version = 2; version < 6; version++) {
      await sluice.publish(CONFIG)
      expect(sluice.version).toBe(version)
    }
  })

  it('with a snapshot make the config after next wait', async () => {
    const sluice = await open()
    const other = Sluice.attach(sluice.handle)
    const snapshot = other.pin()
    await sluice.publish({ ...CONFIG, flags: { plain: CONFIG.flags.plain } })
    const published = sluice.publish(CONFIG)
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(sluice.version).toBe(2)
    expect(snapshot.boolean('banner', { plan: 'gold' }, false)).toBe(true)
    expect(other.flag('banner').evaluate({}).errorCode).toBe('FLAG_NOT_FOUND')
    snapshot.release()
    await published
    expect(sluice.version).toBe(3)
    other.close()
  })

  it('are given back by close, so that threads may come and go without end', async () => {
    const sluice = await open({ lanesMax: 2 })
    for (let round = 0; round < 100; round++) {
      const attached = Sluice.attach(sluice.handle)
      expect(attached.flag('banner').boolean({ plan: 'gold' }, false)).toBe(true)
      attached.close()
    }
  })

  it('are given back by another thread too', async () => {
    const sluice = await open({ lanesMax: 2 })
    const inspection = new Inspection(sluice)
    const state = () => inspection.u32(inspection.lane(1) + LANE_STATE)
    const thread = new Thread('attach.js', { handle: sluice.handle })
    await thread.answer()
    expect(state()).toBe(LANE_ATTACHED)
    expect(await tell(thread, 'close')).toBe('closed')
    expect(state()).toBe(LANE_VACATED)
  })

  it('run out with LANES_EXHAUSTED, which names the option to raise', async () => {
    const sluice = await open({ lanesMax: 3 })
    const { handle } = sluice
    const [first] = [Sluice.attach(handle), Sluice.attach(handle)]
    expect(() => Sluice.attach(handle)).toThrow(/all 3 lanes.*lanesMax/)
    expect(codeOf(() => Sluice.attach(handle))).toBe('LANES_EXHAUSTED')
    // Nobody else is disturbed, and one that closes makes room.
    expect(sluice.flag('banner').boolean({ plan: 'gold' }, false)).toBe(true)
    first?.close()
    Sluice.attach(handle).close()
  })

  it('hold nothing of the thread before', async () => {
    const sluice = await open({ lanesMax: 2 })
    const former = Sluice.attach(sluice.handle)
    expect(former.flag('banner').boolean({ plan: 'gold' }, false)).toBe(true)
    former.close()
    const next = Sluice.attach(sluice.handle)
    expect(next.flag('banner').boolean({}, true)).toBe(false)
    next.close()
  })

  it('are given back once, however often close is called', async () => {
    const sluice = await open({ lanesMax: 2 })
    const former = Sluice.attach(sluice.handle)
    former.close()
    const next = Sluice.attach(sluice.handle)
    former.close()
    expect(codeOf(() => Sluice.attach(sluice.handle))).toBe('LANES_EXHAUSTED')
    next.close()
  })
})

describe('a closed engine', () => {
  it('lets nobody attach: CLOSED', async () => {
    const sluice = await open()
    const { handle } = sluice
    sluice.close()
    expect(codeOf(() => Sluice.attach(handle))).toBe('CLOSED')
    const thread = new Thread('attach.js', { handle })
    expect(await thread.answer()).toBe('CLOSED')
  })

  it('answers nothing on the thread that closed it: CLOSED', async () => {
    const sluice = await open()
    const [banner, plain] = [sluice.flag('banner'), sluice.flag('plain')]
    const limit = sluice.limit('tokens')
    expect(banner.boolean({}, true)).toBe(false)
    expect(plain.boolean({}, false)).toBe(true)
    expect(limit.take('key').allowed).toBe(true)
    sluice.close()
    expect(codeOf(() => banner.boolean({}, true))).toBe('CLOSED')
    expect(codeOf(() => plain.evaluate({}))).toBe('CLOSED')
    expect(codeOf(() => limit.take('key'))).toBe('CLOSED')
    expect(codeOf(() => limit.peek('key'))).toBe('CLOSED')
    expect(codeOf(() => sluice.flagKeys())).toBe('CLOSED')
    expect(codeOf(() => sluice.metadata)).toBe('CLOSED')
    expect(sluice.version).toBe(-1)
    await expect(sluice.publish(CONFIG)).rejects.toMatchObject({ code: 'CLOSED' })
  })

  it('answers nothing on the threads that attached: CLOSED', async () => {
    const sluice = await open()
    const thread = new Thread('attach.js', { handle: sluice.handle })
    await thread.answer()
    expect(await tell(thread, 'evaluate')).toBe(true)
    expect(await tell(thread, 'take')).toBe(true)
    sluice.close()
    expect(await tell(thread, 'evaluate')).toBe('CLOSED')
    expect(await tell(thread, 'take')).toBe('CLOSED')
    expect(await tell(thread, 'close')).toBe('closed')
  })
})

describe('an attached thread that has closed', () => {
  it('leaves the engine open for the others', async () => {
    const sluice = await open()
    Sluice.attach(sluice.handle).close()
    expect(sluice.flag('banner').boolean({ plan: 'gold' }, false)).toBe(true)
    const thread = new Thread('attach.js', { handle: sluice.handle })
    expect(await thread.answer()).toBe(1)
  })
})

describe('an attached thread that has closed', () => {
  it('is told CLOSED, and leaves the lane to whoever has it now', async () => {
    const sluice = await open()
    const former = Sluice.attach(sluice.handle)
    const banner = former.flag('banner')
    const limit = former.limit('tokens')
    expect(banner.boolean({ plan: 'tin' }, true)).toBe(false)
    former.close()
    const next = Sluice.attach(sluice.handle)
    expect(codeOf(() => banner.boolean({ plan: 'tin' }, true))).toBe('CLOSED')
    expect(codeOf(() => limit.take('key'))).toBe('CLOSED')
    expect(codeOf(() => former.flagKeys())).toBe('CLOSED')
    expect(former.version).toBe(-1)
    former.close()
    expect(next.flag('banner').boolean({ plan: 'gold' }, false)).toBe(true)
    next.close()
    sluice.close()
  })
})
