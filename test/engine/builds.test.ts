// Every build of the evaluators decides the same: WebAssembly on shared and on unshared memory, not optimised with
// assertions, and translated to JavaScript. What is true of the JavaScript alone is in builds-javascript.test.ts.
import { describe, expect, it, onTestFinished } from 'vitest'
import type { EvaluationContext, Sluice, SluiceOptions } from '../../src/index.ts'
import { BUILDS, openWith, type TestedBuild } from './builds.ts'
import { RULE_CASES } from './builds-rules.ts'
import { flag, THREE_RULES } from './helpers.ts'

async function open(
  build: TestedBuild,
  config: object,
  options: SluiceOptions = {},
): Promise<Sluice> {
  const sluice = await openWith(build, config, { clock: () => 0, ...options })
  onTestFinished(() => sluice.close())
  return sluice
}

const gcra = (rate: string, burst: number) => ({ algorithm: 'gcra', rate, burst })

describe.each(BUILDS)('flags on the build $name', build => {
  it('have the rules decide, whatever the operator', async () => {
    const flags = Object.fromEntries(
      RULE_CASES.map(([name, rule]) => [name, flag({ if: [rule, 'on', 'off'] })]),
    )
    const sluice = await open(build, { flags })
    const wrong = RULE_CASES.flatMap(([name, , whenTrue, whenFalse]) => {
      const isNot = (variant: string) => (context: object) =>
        sluice.flag(name).evaluate(context as EvaluationContext).variant !== variant
      const contexts = [...whenTrue.filter(isNot('on')), ...whenFalse.filter(isNot('off'))]
      return contexts.map(context => ({ name, context }))
    })
    expect(wrong).toEqual([])
  })

  it('put each subject into its bucket', async () => {
    const weights = ['a', 'b', 'c', 'd'].map((name, index) => [name, 1 + index * 7])
    const variants = { a: 1, b: 2, c: 3, d: 4 }
    const sluice = await open(build, {
      flags: {
        plain: flag({ fractional: weights }, variants),
        own: flag({ fractional: [{ cat: ['ü', { var: 'id' }] }, ...weights] }, variants),
      },
    })
    const counts = new Map<string, number>()
    for (let index = 0; index < 1000; index++) {
      const context = { targetingKey: `user-${index}`, id: index * index }
      for (const key of ['plain', 'own']) {
        const { variant } = sluice.flag(key).evaluate(context)
        const name = `${key} ${variant}`
        counts.set(name, (counts.get(name) ?? 0) + 1)
      }
    }
    expect(Object.fromEntries([...counts].sort())).toEqual({
      'own a': 21,
      'own b': 169,
      'own c': 349,
      'own d': 461,
      'plain a': 26,
      'plain b': 181,
      'plain c': 313,
      'plain d': 480,
    })
  })

  it('give all kinds of answers', async () => {
    const deep = Array.from({ length: 40 }).reduce<unknown[]>(inner => [inner], [])
    const sluice = await open(build, {
      flags: {
        fixed: { state: 'ENABLED', variants: { only: { a: [1] } }, defaultVariant: 'only' },
        off: { state: 'DISABLED', variants: { only: 1 }, defaultVariant: 'only' },
        ...THREE_RULES.flags,
        odd: flag({ if: [{ '<': [{ var: 'x' }, 'text'] }, 'none', 'on'] }),
      },
    })
    const answer = (key: string, context: object) => {
      const { variant, reason, errorCode } = sluice.flag(key).evaluate(context as EvaluationContext)
      return [variant, reason, errorCode]
    }
    expect(answer('fixed', {})).toEqual(['only', 'STATIC', undefined])
    expect(answer('off', {})).toEqual([undefined, 'DISABLED', undefined])
    expect(answer('new-checkout', { email: 'a@example.com' })).toEqual([
      'on',
      'TARGETING_MATCH',
      undefined,
    ])
    expect(answer('odd', { x: 1 })).toEqual([undefined, 'ERROR', 'GENERAL'])
    expect(answer('odd', { x: 'a' })).toEqual([undefined, 'ERROR', 'GENERAL'])
    expect(answer('odd', { x: '\ud800' })).toEqual([undefined, 'ERROR', 'INVALID_CONTEXT'])
    expect(answer('odd', { x: deep })).toEqual([undefined, 'ERROR', 'INVALID_CONTEXT'])
    expect(answer('gone', {})).toEqual([undefined, 'ERROR', 'FLAG_NOT_FOUND'])
    expect(sluice.flag('fixed').booleanDetails({}, true)).toMatchObject({
      value: true,
      errorCode: 'TYPE_MISMATCH',
    })
  })

  it('change with the config, all at once', async () => {
    const config = (name: string) => ({
      flags: { a: flag({ if: [{ in: [{ var: 'x' }, [name]] }, 'on', 'off'] }) },
      metadata: { name },
    })
    const sluice = await open(build, config('0'))
    const handle = sluice.flag('a')
    for (let version = 1; version <= 20; version++) {
      expect(sluice.version).toBe(version)
      expect(handle.boolean({ x: String(version - 1) }, false)).toBe(true)
      expect(handle.boolean({ x: String(version) }, true)).toBe(false)
      await sluice.publish(config(String(version)))
    }
    await expect(sluice.publish({ flags: { a: flag({ nonsense: [] }) } })).rejects.toThrow(
      'nonsense',
    )
    expect(handle.evaluate({ x: '20' })).toMatchObject({ value: true, metadata: { name: '20' } })
    sluice.close()
    expect(sluice.version).toBe(-1)
    expect(() => handle.evaluate({})).toThrow('closed')
  })
})

describe.each(BUILDS)('limits on the build $name', build => {
  it('count in exact arithmetic, and say what is left and when', async () => {
    let now = 0
    const sluice = await open(
      build,
      { limits: { odd: gcra('7/3s', 5), slow: gcra('1/99d', 9) } },
      { clock: () => now },
    )
    const peek = (name: string, cost: number) => sluice.limit(name).peek('key', cost).toJSON()
    // after ms, limit, cost | allowed, remaining, reset in ms, retry in ms
    const ROWS = [
      [0, 'odd', 3, true, 2, 1285.715, 0],
      [0, 'odd', 2, true, 0, 2142.858, 0],
      [0, 'odd', 1, false, 0, 2142.858, 428.572],
      [428, 'odd', 1, false, 0, 1714.858, 0.572],
      [1, 'odd', 1, true, 0, 2142.429, 0],
      [0, 'odd', 6, false, 0, 2142.429, null],
      [0, 'slow', 8, true, 1, 68_428_800_000, 0],
      [1, 'slow', 2, false, 1, 68_428_799_999, 8_553_599_999],
      [0, 'slow', 1, true, 0, 76_982_399_999, 0],
      // The counts of time are beyond 32 bits all along; now they are near the end of what is counted.
      [315_000_000_000, 'slow', 9, true, 0, 76_982_400_000, 0],
      [1_000_000, 'slow', 9, false, 0, 76_981_400_000, 76_981_400_000],
      [0, 'odd', 4, true, 1, 1714.286, 0],
    ] as const
    for (const [afterMs, name, cost, allowed, remaining, resetMs, retryMs] of ROWS) {
      now += afterMs
      const answer = sluice.limit(name).take('key', cost).toJSON()
      const expected = { allowed, remaining, resetMs, retryMs }
      expect(answer, `${name}, ${cost} at ${now} ms`).toMatchObject(expected)
    }
    expect(peek('odd', 1)).toMatchObject({ allowed: true, code: 'ALLOWED', remaining: 1 })
    expect(peek('odd', 2)).toMatchObject({ allowed: false, code: 'LIMITED', remaining: 1 })
    expect(peek('odd', 6)).toMatchObject({ code: 'COST_EXCEEDS_LIMIT', retryMs: null })
  })

  it('know many keys apart, and one key again', async () => {
    const sluice = await open(build, { limits: { three: gcra('1/h', 3) } })
    const limit = sluice.limit('three')
    const names = Array.from({ length: 3000 }, (_, index) => `${'k'.repeat(index % 19)}é${index}`)
    for (let round = 1; round <= 4; round++) {
      const allowed = names.filter(name => limit.take(name).allowed)
      expect(allowed).toHaveLength(round <= 3 ? names.length : 0)
    }
    for (let cost = 1; cost <= 3; cost++) expect(limit.take('hot').remaining).toBe(3 - cost)
    expect(limit.take('hot').allowed).toBe(false)
    expect(sluice.limitMetrics('three')).toMatchObject({ evicted: 0, tokensLeaked: 0 })
  })

  it('forget the smallest debts of a full table, and count them', async () => {
    const sluice = await open(build, { limits: { it: gcra('1/h', 9) } }, { limitKeysMax: 64 })
    const limit = sluice.limit('it')
    for (let index = 0; index < 2000; index++) limit.take(`key-${index}`, 2)
    const { evicted, tokensLeaked } = sluice.limitMetrics('it')
    expect(evicted).toBeGreaterThan(1800)
    expect(tokensLeaked).toBe(2 * evicted)
  })

  it('keep their counters through a publish', async () => {
    const sluice = await open(build, { limits: { it: gcra('1/h', 3), gone: gcra('1/h', 1) } })
    sluice.limit('it').take('key', 2)
    await sluice.publish({ limits: { it: gcra('1/h', 3) } })
    expect(sluice.limit('it').peek('key', 0).remaining).toBe(1)
    await sluice.publish({ limits: { it: gcra('2/h', 3) } })
    expect(sluice.limit('it').peek('key', 0).remaining).toBe(1)
    expect(() => sluice.limit('gone').take('key')).toThrow('gone')
    expect(() => sluice.limit('it').take('')).toThrow('empty')
    expect(() => sluice.limit('it').take('key', -1)).toThrow('cost')
  })
})
