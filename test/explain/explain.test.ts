// What an explanation promises besides being right: whose it is, what it costs nobody else, and how it ends.
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { FRACTIONALS } from '../../src/explain/buckets.ts'
import type { EvaluationContext, Explanation, SluiceOptions } from '../../src/index.ts'
import { Sluice } from '../../src/index.ts'
import { INSTRUCTIONS } from '../../src/rules/instructions.ts'
import { file } from '../cli/helpers.ts'
import type { Json } from '../flags/rules.ts'

const SETS = `
flags:
  f:
    state: ENABLED
    variants: { on: true, off: false }
    defaultVariant: off
    targeting: { if: [{ in: [{ var: id }, { set: testers }] }, on] }
sets:
  testers: { file: testers.txt }
`

async function open(config: object, options: SluiceOptions = {}): Promise<Sluice> {
  const sluice = await Sluice.open(config, { shared: false, ...options })
  onTestFinished(() => sluice.close())
  return sluice
}

const variants = { on: true, off: false }

function flag(targeting?: Json) {
  const definition = { state: 'ENABLED', variants, defaultVariant: 'off' }
  return targeting === undefined ? definition : { ...definition, targeting }
}

/** The explanation of a flag with that rule. */
async function explain(
  targeting: Json,
  context: EvaluationContext = {},
  options: SluiceOptions = {},
): Promise<Explanation> {
  const sluice = await open({ flags: { f: flag(targeting) } }, options)
  return sluice.flag('f').explain(context)
}

describe('an explanation', () => {
  it("is plain data of the caller's own", async () => {
    const definition = { state: 'ENABLED', variants: { a: { list: [1] } }, defaultVariant: 'a' }
    const targeting = { if: [{ in: ['x', { var: 'tags' }] }, 'a'] }
    const sluice = await open({
      flags: { f: { ...definition, targeting, metadata: { team: 'x' } } },
    })
    const handle = sluice.flag('f')
    const context = { tags: ['x'] }
    const first = handle.explain(context)
    const second = handle.explain(context)
    expect(second).toEqual(first)
    const { value } = first as { value: unknown } as { value: { list: number[] } }
    value.list.push(2)
    first.metadata.team = 'y'
    expect(handle.explain(context)).toEqual(second)
    expect(handle.evaluate(context)).toMatchObject({
      value: { list: [1] },
      metadata: { team: 'x' },
    })
    expect(context).toEqual({ tags: ['x'] })
  })

  it('is of the version that is live', async () => {
    const sluice = await open({ flags: { f: flag({ var: 'a' }) } })
    const handle = sluice.flag('f')
    expect(handle.explain({ a: 'on' })).toMatchObject({ version: 1, variant: 'on' })
    await sluice.publish({ flags: { f: flag() } })
    expect(handle.explain({ a: 'on' })).toMatchObject({
      version: 2,
      variant: 'off',
      reason: 'STATIC',
    })
    await sluice.publish({ flags: {} })
    expect(handle.explain({ a: 'on' })).toMatchObject({ version: 3, errorCode: 'FLAG_NOT_FOUND' })
  })

  it('says where an answer without a rule comes from', async () => {
    const disabled = { ...flag(), state: 'DISABLED' }
    const noDefault = { state: 'ENABLED', variants }
    const broken = flag({ nope: [1] })
    const config = { flags: { plain: flag(), disabled, noDefault, broken } }
    const sluice = await open(config, { malformedRules: 'warning' })
    const decision = (key: string) => sluice.flag(key).explain({}).decidedBy
    expect(decision('plain')).toMatchObject({ path: 'defaultVariant', conditions: [] })
    expect(decision('noDefault').text).toContain('no default variant')
    expect(decision('disabled')).toMatchObject({ path: 'state' })
    expect(decision('broken')).toMatchObject({ path: 'targeting' })
    expect(decision('none')).toMatchObject({ path: '' })
    for (const key of ['plain', 'disabled', 'noDefault', 'broken', 'none']) {
      expect(sluice.flag(key).explain({})).toMatchObject({ clauses: [], steps: 0, stepsMax: 0 })
    }
  })

  it('has the same clauses whatever was evaluated', async () => {
    const condition = {
      and: [{ var: 'a' }, { or: [{ '>': [{ var: 'b' }, 1] }, { '!': { var: 'c' } }] }],
    }
    const sluice = await open({ flags: { f: flag({ if: [condition, 'on'] }) } })
    const outcomes = (context: EvaluationContext) =>
      sluice
        .flag('f')
        .explain(context)
        .clauses.map(({ path, outcome }) => [path, outcome])
    expect(outcomes({})).toEqual([
      ['targeting.if[0]', 'failed'],
      ['targeting.if[0].and[0]', 'failed'],
      ['targeting.if[0].and[1]', 'not evaluated'],
      ['targeting.if[0].and[1].or[0]', 'not evaluated'],
      ['targeting.if[0].and[1].or[1]', 'not evaluated'],
      ['targeting.if[0].and[1].or[1].!', 'not evaluated'],
    ])
    expect(outcomes({ a: 1, b: 2 }).map(([, outcome]) => outcome)).toEqual([
      ...['matched', 'matched', 'matched', 'matched'],
      ...['not evaluated', 'not evaluated'],
    ])
  })

  it('has what a JSON parser gives back', async () => {
    const rule = { if: [{ '<': [{ var: 'a' }, { var: 'b' }] }, 'on'] }
    const { clauses, attributes } = await explain(rule, {
      a: Number.NaN,
      b: Number.NEGATIVE_INFINITY,
    })
    expect(clauses[0]!.operands.map(({ value }) => value)).toEqual(['NaN', '-Infinity'])
    expect(attributes.read.map(({ value }) => value)).toEqual(['NaN', '-Infinity'])
  })

  it('names the attribute that cannot be encoded', async () => {
    const rule = { if: [{ '==': [{ var: 'a' }, { var: 'b' }] }, 'on', { var: 'c' }, 'on'] }
    const sluice = await open({ flags: { f: flag(rule) } }, { contextBytesMax: 1024 })
    const failing = (context: EvaluationContext) => {
      const fresh = sluice.flag('f').explain(context)
      expect(sluice.flag('f').explain(sluice.context(context))).toEqual(fresh)
      expect(fresh).toMatchObject({ errorCode: 'INVALID_CONTEXT', steps: 0, clauses: [] })
      return fresh.failure?.attribute
    }
    expect(failing({ a: 'x', b: '\ud800', c: '\ud800' })).toBe('b')
    expect(failing({ a: 'x'.repeat(600), b: 'x'.repeat(600) })).toBe('b')
    expect(failing({ a: 1, b: 2, c: 'x'.repeat(1025) })).toBe('c')
    let deep: unknown[] = []
    for (let level = 0; level < 40; level++) deep = [deep]
    expect(failing({ a: deep })).toBe('a')
  })

  it('says that the trace was full, and answers all the same', async () => {
    const rule = {
      if: [{ all: [{ var: 'list' }, { '<': [{ var: '' }, 1000] }] }, 'on', { var: 'late' }, 'off'],
    }
    const list = Array.from({ length: 1000 }, (_, index) => index)
    const explanation = await explain(rule, { list })
    expect(explanation).toMatchObject({ truncated: true, variant: 'on', failure: undefined })
    expect(explanation.steps).toBeGreaterThan(2048)
    expect(explanation.steps).toBeLessThanOrEqual(explanation.stepsMax)
    const [loop, body, late] = explanation.clauses
    expect(loop).toMatchObject({ outcome: 'unknown', result: undefined, loop: { items: 1000 } })
    expect(body).toMatchObject({ level: 1 })
    expect(late).toMatchObject({ path: 'targeting.if[2]', outcome: 'unknown' })
    expect(explanation.decidedBy.text).toContain('full')
  })
})

describe('loops', () => {
  const rows = [{ n: 1 }, { n: 5 }, { n: 3 }]

  it.each<[string, Json, number | undefined, number, number]>([
    ['some', { '>': [{ var: 'n' }, 2] }, 1, 2, 1],
    ['some', { '>': [{ var: 'n' }, 9] }, undefined, 3, 0],
    ['all', { '<': [{ var: 'n' }, 4] }, 1, 2, 1],
    ['all', { '<': [{ var: 'n' }, 9] }, undefined, 3, 3],
    ['none', { '==': [{ var: 'n' }, 1] }, 0, 1, 1],
    ['filter', { '>': [{ var: 'n' }, 2] }, undefined, 3, 2],
  ])('%s: %j', async (operator, body, decidedBy, itemsRun, itemsMatched) => {
    const { clauses } = await explain(
      { if: [{ [operator]: [{ var: 'rows' }, body] }, 'on'] },
      { rows },
    )
    const [loop, inner] = clauses
    const item = decidedBy === undefined ? undefined : rows[decidedBy]
    expect(loop!.loop).toEqual({ items: 3, itemsRun, itemsMatched, decidedBy, item })
    expect(inner!.item).toBe(decidedBy ?? 2)
    expect(inner!.operands[0]!.value).toBe(rows[inner!.item!]!.n)
  })

  it('of nothing', async () => {
    const rule: Json = { if: [{ all: [{ var: 'rows' }, { var: 'n' }] }, 'on'] }
    const { clauses } = await explain(rule, { rows: [] })
    expect(clauses[0]).toMatchObject({
      result: false,
      outcome: 'failed',
      loop: { items: 0, itemsRun: 0 },
    })
    expect(clauses[1]).toMatchObject({ outcome: 'not evaluated' })
    expect(clauses[1]).not.toHaveProperty('item')
  })

  it('inside each other', async () => {
    const inner: Json = { some: [{ var: 'sizes' }, { '>': [{ var: '' }, 10] }] }
    const rule: Json = { if: [{ some: [{ var: 'parcels' }, inner] }, 'on'] }
    const parcels = [{ sizes: [1, 2] }, { sizes: [3, 40, 5] }]
    const { clauses } = await explain(rule, { parcels })
    expect(clauses.map(({ path, item, loop }) => [path, item, loop?.decidedBy])).toEqual([
      ['targeting.if[0]', undefined, 1],
      ['targeting.if[0].some[1]', 1, 1],
      ['targeting.if[0].some[1].some[1]', 1, undefined],
    ])
  })

  it('that fail in an item', async () => {
    const rule: Json = { if: [{ some: [{ var: 'rows' }, { '<': [{ var: 'n' }, 2] }] }, 'on'] }
    const explanation = await explain(rule, { rows: [{ n: 7 }, { n: 'x' }, { n: 1 }] })
    expect(explanation.failure).toMatchObject({ path: 'targeting.if[0].some[1]', operator: '<' })
    expect(explanation.failure!.operands.map(({ value }) => value)).toEqual(['x', 2])
    expect(explanation.clauses).toMatchObject([
      { outcome: 'error', loop: { itemsRun: 2, decidedBy: undefined } },
      { outcome: 'error', item: 1 },
    ])
  })
})

describe('attributes', () => {
  it.each<[string, Json, unknown, string | undefined]>([
    ['a word', { '==': [{ var: 'a' }, 'pro'] }, 'pro', undefined],
    ['a longer word', { '==': [{ var: 'a' }, 'pro'] }, 'professional', 'first 4 characters'],
    ['a prefix', { starts_with: [{ var: 'a' }, 'x'] }, 'xyz', 'first character'],
    ['a suffix', { ends_with: [{ var: 'a' }, 'yz'] }, 'xyz', 'last 2 characters'],
    ['a whole', { '===': [{ var: 'a' }, 'pro'] }, 'professional', undefined],
    ['an object', { '===': [{ var: 'a' }, 1] }, { x: 1 }, 'only whether it has properties'],
    ['an empty object', { '===': [{ var: 'a' }, 1] }, {}, undefined],
  ])('%s', async (_name, condition, value, part) => {
    const { attributes } = await explain({ if: [condition, 'on'] }, { a: value })
    expect(attributes.read[0]!.part).toBe(part)
    expect(attributes.read).toHaveLength(1)
    expect(attributes.missing).toEqual([])
  })

  it('of a prepared context are read as far as any flag needs them', async () => {
    const sluice = await open({
      flags: {
        short: flag({ if: [{ '==': [{ var: 'a' }, 'x'] }, 'on'] }),
        long: flag({ if: [{ '==': [{ var: 'a' }, 'xyz'] }, 'on'] }),
      },
    })
    const context = { a: 'abcdefgh' }
    const read = (given: Parameters<ReturnType<Sluice['flag']>['explain']>[0]) =>
      sluice.flag('short').explain(given).attributes.read[0]
    expect(read(context)).toMatchObject({ value: 'ab', part: 'first 2 characters' })
    expect(read(sluice.context(context))).toMatchObject({
      value: 'abcd',
      part: 'first 4 characters',
    })
  })

  it('are those that the evaluation came to', async () => {
    const rule = {
      if: [{ var: 'a' }, 'on', { var: ['b.c', 1] }, 'off', { var: '$flagd.timestamp' }, 'on'],
    }
    const first = await explain(rule, { a: 1, b: { c: 2 } })
    expect(first.attributes).toEqual({ read: [{ path: 'a', value: 1 }], missing: [] })
    const second = await explain(rule, { b: { c: null } })
    expect(second.attributes).toEqual({ read: [{ path: 'b.c', value: null }], missing: ['a'] })
  })
})

describe('a clause in words', () => {
  const ids = Array.from({ length: 20 }, (_, index) => `id-${index}`)
  let sluice: Sluice
  beforeAll(async () => {
    sluice = await Sluice.open({ flags: {} }, { shared: false })
  })
  afterAll(() => sluice.close())

  it.each<[Json, string]>([
    [{ '==': [{ var: 'plan' }, 'pro'] }, 'plan == "pro"'],
    [{ '!==': [{ var: 'user.name' }, null] }, 'user.name !== null'],
    [{ '<': [1, { var: 'a' }, 3] }, '1 < a < 3'],
    [{ '<': [{ '<': [1, 2] }, 3] }, '(1 < 2) < 3'],
    [{ in: [{ var: 'country' }, ['DE', 'FR']] }, 'country in ["DE", "FR"]'],
    [{ in: ['x', { var: 'text' }] }, '"x" in text'],
    [{ in: [{ var: 'id' }, ids] }, 'id in a set of 20'],
    [{ in: [{ cat: [{ var: 'a' }, 'x'] }, ids] }, 'cat(a, "x") in a set of 20'],
    [{ starts_with: [{ var: 'a' }, { var: 'b' }] }, 'a starts with b'],
    [{ ends_with: [{ var: 'email' }, '@x.example'] }, 'email ends with "@x.example"'],
    [{ sem_ver: [{ var: 'v' }, '^', '1.2.0'] }, 'sem_ver(v ^ "1.2.0")'],
    [{ var: ['a', 'b'] }, 'a ?? "b"'],
    [{ var: { var: 'name' } }, 'var(name)'],
    [{ var: '' }, '(the whole context)'],
    [{ var: 'a\\.b.c' }, 'a\\.b.c'],
    [{ '>': [{ '+': [{ var: 'a' }, 1, { '*': [2, 3] }] }, 5] }, '(a + 1 + (2 * 3)) > 5'],
    [{ '>': [{ '-': [{ var: 'a' }] }, 5] }, '-(a) > 5'],
    [{ '>': [{ max: [{ var: 'a' }, 1] }, 5] }, 'max(a, 1) > 5'],
    [{ '==': [{ substr: [{ var: 'a' }, 0, 2] }, 'x'] }, 'substr(a, 0, 2) == "x"'],
    [{ missing: ['a', 'b'] }, 'missing("a", "b")'],
    [{ missing: { merge: [{ var: 'names' }, 'b'] } }, 'missing(merge(names, "b"))'],
    [{ merge: [{ missing: ['a'] }, { var: 'b' }] }, 'merge(missing("a"), b)'],
    [{ missing_some: [1, ['a', 'b']] }, 'missing_some(1, ["a", "b"])'],
    [{ '!': [{ var: 'a' }] }, 'not a'],
    [{ '!!': { '==': [{ var: 'a' }, 1] } }, '!!(a == 1)'],
    [{ and: [{ var: 'a' }, { or: [{ var: 'b' }, { var: 'c' }] }] }, 'a and (b or c)'],
    [{ if: [{ var: 'a' }, 1, { var: 'b' }] }, 'if(a, 1, b)'],
    [{ some: [{ var: 'rows' }, { in: ['x', { var: 'tags' }] }] }, 'some(rows, "x" in item.tags)'],
    [
      { reduce: [{ var: 'rows' }, { '+': [{ var: 'accumulator' }, { var: 'current.n' }] }, 0] },
      'reduce(rows, accumulator + current.n, 0)',
    ],
    [{ fractional: [['on', 1]] }, 'fractional(targetingKey)'],
    [{ fractional: [{ var: 'company' }, ['on', { var: 'w' }]] }, 'fractional(company)'],
    [{ '==': [[1, { var: 'a' }], 1] }, '[1, a] == 1'],
    [true, 'true'],
  ])('%j', async (condition, text) => {
    const targeting: Json = { if: [{ or: [false, condition] }, 'on'] }
    await sluice.publish({ flags: { f: flag(targeting) } })
    const { clauses } = sluice.flag('f').explain({})
    const clause = clauses.find(({ path }) => path === 'targeting.if[0].or[1]')
    expect(clause?.text).toBe(text)
  })

  it('is cut where it is long', async () => {
    const words = Array.from({ length: 200 }, (_, index) => ({ var: `attribute-${index}` }))
    await sluice.publish({ flags: { f: flag({ if: [{ in: ['x', words] }, 'on'] }) } })
    const [{ text, operands }] = sluice.flag('f').explain({}).clauses as [Explanation['clauses'][0]]
    expect(text.length).toBeLessThanOrEqual(400)
    expect(text.endsWith('…')).toBe(true)
    expect(operands[1]!.value).toHaveLength(200)
  })
})

describe('buckets', () => {
  it('are looked for behind every instruction that picks by a hash', () => {
    const names = INSTRUCTIONS.filter(({ opcode }) => FRACTIONALS.has(opcode)).map(
      ({ name }) => name,
    )
    expect(names).toEqual(
      INSTRUCTIONS.map(({ name }) => name).filter(name => name.includes('FRACTIONAL')),
    )
  })

  it.each<[string, Json, object]>([
    ['no text', 7, { unit: null, hash: undefined, problem: 'id is no string: 7' }],
    ['an empty text', '', { unit: '', hash: 0, bucket: 0, chosen: 'on', problem: undefined }],
    ['none', null, { unit: null, problem: 'id is null or missing', chosen: null }],
  ])('of a unit that is %s', async (_name, id, expected) => {
    const rule: Json = { fractional: [{ var: 'id' }, ['on', 1], ['off', 1]] }
    const { buckets } = await explain(rule, { id })
    expect(buckets).toMatchObject([expected])
  })

  it.each<[string, Json, string]>([
    ['no number', '5', 'the weight "5" is no whole number'],
    ['a fraction', 0.5, 'the weight 0.5 is no whole number'],
    ['too much', 2 ** 31, 'the weights sum up to 2147483648'],
    ['nothing', 0, 'the weights sum up to 0'],
    ['less than nothing', -3, 'the weights sum up to 0'],
  ])('of a weight that is %s', async (_name, weight, problem) => {
    const rule: Json = { fractional: [['on', { var: 'weight' }]] }
    const { buckets } = await explain(rule, { targetingKey: 'x', weight })
    expect(buckets).toMatchObject([{ unit: 'fx', bucket: undefined, chosen: null, problem }])
  })

  it('are told of each one that ran', async () => {
    const half = (key: string): Json => ({ fractional: [{ var: key }, ['on', 1], ['off', 0]] })
    const rule: Json = { if: [{ '==': [half('a'), 'off'] }, 'off', half('b')] }
    const { buckets } = await explain(rule, { a: 'x', b: 'y' })
    expect(buckets.map(({ path, unit, chosen }) => [path, unit, chosen])).toEqual([
      ['targeting.if[0].==[0]', 'x', 'on'],
      ['targeting.if[2]', 'y', 'on'],
    ])
  })
})

describe('sets', () => {
  it('are told by their size: their members are hashed', async () => {
    const path = file('sluice.yaml', SETS)
    writeFileSync(join(dirname(path), 'testers.txt'), 'ada\neve\n')
    const sluice = await Sluice.open(path, { shared: false, watch: false })
    onTestFinished(() => sluice.close())
    const { clauses, attributes } = sluice.flag('f').explain({ id: 'eve' })
    expect(clauses[0]).toMatchObject({ text: 'id in a set of 2', result: true, operator: 'in' })
    expect(clauses[0]!.operands[1]).toEqual({
      text: 'a set of 2',
      value: undefined,
      literal: false,
    })
    expect(attributes.read).toEqual([{ path: 'id', value: 'eve' }])
  })
})

describe('explaining', () => {
  it('holds the version no longer than it takes, even where the context throws', async () => {
    const sluice = await open({ flags: { f: flag({ var: 'a' }) } })
    const context = {
      get a(): string {
        throw new Error('from the context')
      },
    }
    for (let version = 1; version < 6; version++) {
      expect(() => sluice.flag('f').explain(context)).toThrow('from the context')
      expect(sluice.flag('f').explain({ a: 'on' }).version).toBe(version)
      // A version that is held cannot be replaced by the one after the next.
      await sluice.publish({ flags: { f: flag({ var: 'a' }) } })
    }
  })

  it('leaves evaluations as they were', async () => {
    const sluice = await open({ flags: { f: flag({ if: [{ '==': [{ var: 'a' }, 'x'] }, 'on'] }) } })
    const handle = sluice.flag('f')
    const prepared = sluice.context({ a: 'x' })
    for (const context of [{ a: 'x' }, prepared]) {
      expect(handle.boolean(context, false)).toBe(true)
      expect(handle.explain({ a: 'y' }).value).toBe(false)
      expect(handle.explain(context).value).toBe(true)
      expect(handle.boolean(context, false)).toBe(true)
    }
    prepared.set({ a: 'y' })
    expect(handle.explain(prepared).value).toBe(false)
  })

  it('throws where evaluating does', async () => {
    const sluice = await open({ flags: { f: flag({ var: 'a' }) } })
    const handle = sluice.flag('f')
    expect(() => handle.explain(null as never)).toThrow(TypeError)
    sluice.close()
    expect(() => handle.explain({})).toThrow(expect.objectContaining({ code: 'CLOSED' }))
  })

  it.each(['js', 'debug'] as const)('is the same with evaluators: %s', async evaluators => {
    const rule: Json = {
      if: [
        { some: [{ var: 'rows' }, { in: [{ var: 'n' }, ['x', 'y']] }] },
        { fractional: [{ var: 'id' }, ['on', 50], ['off', 50]] },
        { '<': [{ var: 'n' }, 5] },
        'on',
      ],
    }
    const contexts = [{}, { n: 'x' }, { n: 3 }, { rows: [{ n: 'a' }, { n: 'y' }], id: 'ö-1' }]
    const config = { flags: { f: flag(rule) } }
    const reference = await open(config)
    const other = await open(config, { evaluators, shared: evaluators === 'debug' })
    for (const context of contexts) {
      expect(other.flag('f').explain(context)).toEqual(reference.flag('f').explain(context))
    }
  })
})
