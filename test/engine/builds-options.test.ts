// How a build is asked for, and what it then cannot do.
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Sluice, SluiceError, type SluiceOptions } from '../../src/index.ts'
import { BUILDS, openWith } from './builds.ts'

const CONFIG = {
  flags: { plain: { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' } },
  limits: { it: { algorithm: 'gcra', rate: '1/s', burst: 2 } },
}

async function open(options: SluiceOptions): Promise<Sluice> {
  const sluice = await Sluice.open(CONFIG, options)
  onTestFinished(() => sluice.close())
  return sluice
}

/** The code of the SluiceError that opening or what follows fails with. */
async function codeOf(work: () => unknown): Promise<string | undefined> {
  try {
    await work()
  } catch (error) {
    if (error instanceof SluiceError) return error.code
    throw error
  }
  return undefined
}

describe('the option evaluators', () => {
  it('is WebAssembly if left out, on shared memory', async () => {
    const sluice = await open({})
    expect(sluice.evaluators).toBe('wasm')
    expect(sluice.handle.memory).toBeInstanceOf(WebAssembly.Memory)
  })

  it('is JavaScript if left out where the host has no WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined)
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    expect((await open({})).evaluators).toBe('js')
    expect(await codeOf(() => open({ evaluators: 'wasm' }))).toBe('OPTION_INVALID')
    expect(await codeOf(() => open({ shared: true }))).toBe('OPTION_INVALID')
  })

  // A policy may forbid to compile what is there. Whoever has set it must hear of that, not only feel it.
  it('stays WebAssembly if that fails', async () => {
    vi.stubGlobal('WebAssembly', { ...WebAssembly, Memory: undefined })
    onTestFinished(() => {
      vi.unstubAllGlobals()
    })
    await expect(open({})).rejects.toThrow(TypeError)
  })

  it('says what was asked for', async () => {
    for (const build of BUILDS) {
      const sluice = await openWith(build, CONFIG)
      expect(sluice.evaluators).toBe(build.options.evaluators)
      sluice.close()
    }
  })

  it.each<[string, SluiceOptions]>([
    ['a name that is none', { evaluators: 'asm' as 'js' }],
    ['no text', { evaluators: true as unknown as 'js' }],
    ['null', { evaluators: null as unknown as 'js' }],
    ['JavaScript for several threads', { evaluators: 'js', shared: true }],
    ['the debug build for one thread', { evaluators: 'debug', shared: false }],
  ])('refuses %s with OPTION_INVALID', async (_, options) => {
    expect(await codeOf(() => open(options))).toBe('OPTION_INVALID')
  })
})

describe('an engine in JavaScript', () => {
  it('has no handle, and says why', async () => {
    const sluice = await open({ evaluators: 'js' })
    expect(await codeOf(() => sluice.handle)).toBe('OPTION_INVALID')
    expect(() => sluice.handle).toThrow("evaluators: 'js'")
  })

  it('has a memory and counters of its own', async () => {
    const [one, other] = [await open({ evaluators: 'js' }), await open({ evaluators: 'js' })]
    expect(one.limit('it').take('key', 2).remaining).toBe(0)
    expect(other.limit('it').take('key').remaining).toBe(1)
    one.close()
    expect(other.limit('it').take('key').remaining).toBe(0)
  })
})

describe('an engine of the debug build', () => {
  it('is attached to with the same build', async () => {
    const sluice = await open({ evaluators: 'debug', clock: () => 0 })
    const attached = Sluice.attach(sluice.handle, { clock: () => 0 })
    onTestFinished(() => attached.close())
    expect(attached.flag('plain').boolean({}, false)).toBe(true)
    expect(attached.limit('it').take('key').remaining).toBe(1)
    expect(sluice.limit('it').take('key').remaining).toBe(0)
  })
})
