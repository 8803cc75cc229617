// A large config is compiled by a worker thread. Nothing but the thread may be different: the same answers, problems,
// events and limits as for a small one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PublishEvent } from '../../src/index.ts'
import { Sluice, SluiceError } from '../../src/index.ts'

const compiledHere = vi.hoisted(() => ({ count: 0 }))
vi.mock('../../src/compiled-source.ts', async original => {
  const actual = await original<typeof import('../../src/compiled-source.ts')>()
  const compileSource: typeof actual.compileSource = (...given) => {
    compiledHere.count++
    return actual.compileSource(...given)
  }
  return { ...actual, compileSource }
})

const COUNT = 1500

/** Flags that each ask for a country of their own; together beyond the size from which a worker compiles. */
function largeConfig(changes: object = {}, more: object = {}) {
  const flags = Object.fromEntries(
    Array.from({ length: COUNT }, (_, index) => {
      const targeting = {
        if: [{ in: [{ var: 'country' }, [`c${index}`, `d${index}`]] }, 'on', 'off'],
      }
      const variants = { on: true, off: false }
      return [`flag-${index}`, { state: 'ENABLED', variants, defaultVariant: 'off', targeting }]
    }),
  )
  const limits = { login: { algorithm: 'gcra', rate: '1/h', burst: 5 } }
  return { flags: { ...flags, ...changes }, limits, ...more }
}

const NEW = { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' }

let folder: string
let file: string
let sluice: Sluice
let events: PublishEvent[]
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-large-'))
  file = join(folder, 'sluice.json')
  writeFileSync(file, JSON.stringify(largeConfig()))
  sluice = await Sluice.open(file, { shared: false, watch: false })
  events = []
  sluice.on('publish', event => events.push(event))
  compiledHere.count = 0
})
afterEach(() => {
  sluice.close()
  rmSync(folder, { recursive: true })
})

const rejection = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error as SluiceError,
  )

describe('a large config', () => {
  it('is reloaded by another thread, and tells what changed', async () => {
    expect(sluice.flag('flag-7').boolean({ country: 'c7' }, false)).toBe(true)
    writeFileSync(file, JSON.stringify(largeConfig({ 'flag-7': NEW, added: NEW })))
    await sluice.reload()
    expect(compiledHere.count).toBe(0)
    expect(sluice.version).toBe(2)
    expect([...events[0]!.flagsChanged].sort()).toEqual(['added', 'flag-7'])
    expect(sluice.flag('flag-7').boolean({}, false)).toBe(true)
    expect(sluice.flag('flag-8').boolean({ country: 'd8' }, false)).toBe(true)
    expect(sluice.flag('flag-8').boolean({ country: 'c7' }, true)).toBe(false)
  })

  it('keeps what was taken from its limits', async () => {
    expect(sluice.limit('login').take('ada', 5).allowed).toBe(true)
    await sluice.reload()
    expect(compiledHere.count).toBe(0)
    expect(sluice.limit('login').take('ada').allowed).toBe(false)
    expect(sluice.limit('login').take('bob').allowed).toBe(true)
  })

  it('that is wrong is refused with file, line and column, and the one before serves on', async () => {
    const wrong = { ...NEW, targeting: { if: [{ nonsense: [1] }, 'on'] } }
    writeFileSync(file, JSON.stringify(largeConfig({ 'flag-3': wrong }), null, 2))
    const error = await rejection(sluice.reload())
    expect(error).toBeInstanceOf(SluiceError)
    expect(error!.code).toBe('CONFIG_INVALID')
    expect(error!.problems[0]).toMatchObject({
      code: 'SCHEMA_OPERATOR_UNKNOWN',
      position: { file, line: expect.any(Number), column: expect.any(Number) },
    })
    expect(sluice.version).toBe(1)
    expect(sluice.flag('flag-3').boolean({ country: 'c3' }, false)).toBe(true)
    // The next is still one for the other thread.
    writeFileSync(file, JSON.stringify(largeConfig()))
    await sluice.reload()
    expect(compiledHere.count).toBe(0)
    expect(sluice.version).toBe(2)
    expect(events.at(-1)!.flagsChanged).toEqual([])
  })

  it('may be an object', async () => {
    await sluice.publish(largeConfig({ added: NEW }))
    expect(compiledHere.count).toBe(0)
    expect(events[0]!.flagsChanged).toEqual(['added'])
  })

  it('that is no JSON is told as it is for a small one', async () => {
    const error = await rejection(
      sluice.publish(largeConfig({ added: { ...NEW, metadata: { f() {} } } })),
    )
    expect(error!.problems[0]).toMatchObject({
      code: 'VALUE_NOT_JSON',
      path: ['flags', 'added', 'metadata', 'f'],
    })
    expect(sluice.version).toBe(1)
  })

  it('obeys the options of the one that opened', async () => {
    sluice.close()
    sluice = await Sluice.open(largeConfig(), { shared: false, stepsMax: 10 })
    const loop = { some: [{ var: 'list' }, { var: '' }] }
    const error = await rejection(
      sluice.publish(largeConfig({ added: { ...NEW, targeting: { if: [loop, 'on'] } } })),
    )
    expect(error!.problems[0]!.code).toBe('STEPS_EXCEEDED')
  })

  it('whose engine is closed meanwhile is refused with CLOSED', async () => {
    const published = rejection(sluice.publish(largeConfig()))
    await new Promise(resolve => setImmediate(resolve))
    sluice.close()
    expect((await published)!.code).toBe('CLOSED')
  })

  it('makes way for a small one, which is compiled here again', async () => {
    await sluice.publish({ flags: { small: NEW } })
    expect(compiledHere.count).toBe(0)
    await sluice.publish({ flags: { small: NEW } })
    expect(compiledHere.count).toBe(1)
  })
})
