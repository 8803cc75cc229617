// Configs that change under running handles.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PublishEvent } from '../../src/index.ts'
import { Sluice, SluiceError } from '../../src/index.ts'

function flag(value: string, more: object = {}) {
  return { state: 'ENABLED', variants: { only: value }, defaultVariant: 'only', ...more }
}

const limits = (rate: string, burst: number) => ({ it: { algorithm: 'gcra', rate, burst } })

describe('handles', () => {
  it('show the new config after a publish, and keep what did not change', async () => {
    const sluice = await Sluice.open({ flags: { a: flag('one'), b: flag('x') } })
    const a = sluice.flag('a')
    expect(a.string({}, '')).toBe('one')
    await sluice.publish({ flags: { a: flag('two'), c: flag('y') } })
    expect(a.string({}, '')).toBe('two')
    expect(sluice.flag('b').evaluate({}).errorCode).toBe('FLAG_NOT_FOUND')
    expect(sluice.flagKeys()).toEqual(['a', 'c'])
    expect(sluice.version).toBe(2)
    sluice.close()
  })

  it('survive many versions, each seen at once', async () => {
    const sluice = await Sluice.open({ flags: { a: flag('0') } })
    const a = sluice.flag('a')
    for (let version = 1; version <= 50; version++) {
      await sluice.publish({ flags: { a: flag(String(version)) }, metadata: { version } })
      expect(a.evaluate({})).toMatchObject({ value: String(version), metadata: { version } })
    }
    sluice.close()
  })

  it('tell which flags changed', async () => {
    const $evaluators = { rule: { '==': [{ var: 'x' }, 1] } }
    const uses = flag('v', { targeting: { if: [{ $ref: 'rule' }, 'only', null] } })
    const before = {
      flags: { same: flag('s'), other: flag('o'), gone: flag('g'), uses },
      $evaluators,
    }
    const sluice = await Sluice.open(before)
    const events: PublishEvent[] = []
    sluice.on('publish', event => events.push(event))
    const changed = { rule: { '==': [{ var: 'x' }, 2] } }
    const flags = { same: flag('s'), other: flag('p'), fresh: flag('f'), uses }
    await sluice.publish({ flags, $evaluators: changed })
    expect(events).toHaveLength(1)
    expect(events[0]!.version).toBe(2)
    expect([...events[0]!.flagsChanged].sort()).toEqual(['fresh', 'gone', 'other', 'uses'])
    sluice.close()
  })

  it('give interned details: the same object each time, frozen, metadata merged', async () => {
    const a = { ...flag('one'), metadata: { team: 'edge', tier: 1 } }
    const sluice = await Sluice.open({ flags: { a }, metadata: { team: 'all', version: '7' } })
    const details = sluice.flag('a').evaluate({})
    expect(sluice.flag('a').evaluate({ x: 1 })).toBe(details)
    expect(Object.isFrozen(details)).toBe(true)
    expect(details.metadata).toEqual({ team: 'edge', tier: 1, version: '7' })
    sluice.close()
  })
})

describe('counters', () => {
  const clock = () => 0

  it('stay when the rate stays, whatever else changes', async () => {
    const sluice = await Sluice.open({ limits: limits('1/h', 5) }, { clock })
    const limit = sluice.limit('it')
    limit.take('key', 4)
    await sluice.publish({
      flags: { a: flag('x') },
      limits: { other: limits('9/s', 9).it, ...limits('1/h', 5) },
    })
    expect(limit.peek('key').remaining).toBe(1)
    await sluice.publish({ limits: limits('1/h', 10) })
    expect(limit.peek('key')).toMatchObject({ remaining: 6, limit: 10 })
    await sluice.publish({ limits: limits('1/h', 2) })
    expect(limit.take('key')).toMatchObject({ allowed: false, remaining: 0 })
    sluice.close()
  })

  it('are carried over when the rate changes', async () => {
    const sluice = await Sluice.open({ limits: limits('1/h', 5) }, { clock })
    const limit = sluice.limit('it')
    limit.take('key', 3)
    await sluice.publish({ limits: limits('7/min', 5) })
    expect(limit.peek('key').remaining).toBe(2)
    expect(limit.take('key', 2).allowed).toBe(true)
    expect(limit.take('key').allowed).toBe(false)
    sluice.close()
  })

  it('come back to nobody: a limit that takes a gone one’s number finds no debts of it', async () => {
    const sluice = await Sluice.open({ limits: limits('1/h', 1) }, { clock, limitsMax: 1 })
    sluice.limit('it').take('key')
    // Each publish needs a number of its own, and there are only three.
    for (let round = 1; round <= 6; round++) {
      const name = `it-${round}`
      await sluice.publish({ limits: { [name]: limits(`1/${round}d`, 1).it } })
      expect(sluice.limit(name).take('key').allowed, `round ${round}`).toBe(true)
      expect(sluice.limit(name).take('key').allowed).toBe(false)
      expect(sluice.limitMetrics(name)).toMatchObject({ admitted: 1, refused: 1 })
    }
    sluice.close()
  })

  it('are carried over by a limit whose numbers change more often than there are ids', async () => {
    const sluice = await Sluice.open({ limits: limits('1/h', 5) }, { clock, limitsMax: 1 })
    sluice.limit('it').take('key', 3)
    // The key is not asked about in between: what it has used lies under the numbers of long ago.
    for (let round = 1; round <= 6; round++) {
      await sluice.publish({ limits: limits(`1/${round}d`, 5) })
    }
    expect(sluice.limit('it').peek('key').remaining).toBe(2)
    sluice.close()
  })

  it('are not used up by configs that never went live', async () => {
    const sluice = await Sluice.open({ limits: limits('1/h', 1) }, { clock, limitsMax: 1 })
    for (let round = 1; round <= 5; round++) {
      const bad = { limits: limits(`${round}/s`, 1), flags: { a: { state: 'WRONG' } } }
      await expect(sluice.publish(bad)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    }
    await sluice.publish({ limits: limits('9/s', 1) })
    expect(sluice.limit('it').take('key').allowed).toBe(true)
    sluice.close()
  })

  it('of a limit that is gone answer LIMIT_NOT_FOUND, and the result of before stays harmless', async () => {
    const sluice = await Sluice.open({ limits: limits('1/h', 5) }, { clock })
    const limit = sluice.limit('it')
    const result = limit.take('key')
    await sluice.publish({ flags: { a: flag('x') }, limits: { other: limits('1/s', 1).it } })
    expect(() => limit.take('key')).toThrow(SluiceError)
    expect(sluice.limit('other').take('key').allowed).toBe(true)
    expect(result.limit).toBe(1)
    sluice.close()
  })
})

describe('a watched file', () => {
  let folder: string
  let file: string
  let sluice: Sluice | undefined

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'))
    file = join(folder, 'sluice.json')
    await writeFile(file, JSON.stringify({ flags: { a: flag('one') } }))
  })
  afterEach(async () => {
    sluice?.close()
    await rm(folder, { recursive: true })
  })

  /** The next event of that name; the test's own timeout bounds the wait. */
  function next(name: 'publish' | 'error'): Promise<unknown> {
    return new Promise(resolve => {
      sluice!.on(name, resolve as never)
    })
  }

  it('is reloaded in place when it is written or replaced', async () => {
    sluice = await Sluice.open(file)
    const a = sluice.flag('a')
    let published = next('publish')
    await writeFile(file, JSON.stringify({ flags: { a: flag('two') } }))
    await published
    expect(a.string({}, '')).toBe('two')
    published = next('publish')
    await writeFile(`${file}.new`, JSON.stringify({ flags: { a: flag('three') } }))
    await rename(`${file}.new`, file)
    await published
    expect(a.string({}, '')).toBe('three')
  })

  it('that breaks keeps the last good version serving, and says where it broke', async () => {
    sluice = await Sluice.open(file)
    const failed = next('error')
    await writeFile(file, '{\n  "flags": {\n')
    const error = (await failed) as SluiceError
    expect(error).toBeInstanceOf(SluiceError)
    expect(error.code).toBe('CONFIG_INVALID')
    expect(error.problems[0]!.position!.file).toBe(file)
    expect(sluice.flag('a').string({}, '')).toBe('one')
    expect(sluice.version).toBe(1)
    const mended = next('publish')
    await writeFile(file, JSON.stringify({ flags: { a: flag('mended') } }))
    await mended
    expect(sluice.flag('a').string({}, '')).toBe('mended')
  })

  it('that breaks while nobody listens warns, and does not end the process', async () => {
    sluice = await Sluice.open(file)
    const warned = new Promise<Error>(resolve => process.once('warning', resolve))
    await writeFile(file, 'nonsense')
    expect((await warned).name).toBe('SluiceWarning')
    expect(sluice.flag('a').string({}, '')).toBe('one')
  })

  it('is read again by reload, which rejects for a bad one', async () => {
    sluice = await Sluice.open(file, { watch: false })
    await writeFile(file, JSON.stringify({ flags: { a: flag('two') } }))
    expect(sluice.flag('a').string({}, '')).toBe('one')
    await sluice.reload()
    expect(sluice.flag('a').string({}, '')).toBe('two')
    await rm(file)
    await expect(sluice.reload()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    expect(sluice.flag('a').string({}, '')).toBe('two')
    await writeFile(file, '{}')
  })
})
