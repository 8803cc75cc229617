// Everything bad that a caller or a config can hand to the library: a clear error of a documented code, and what was
// running goes on.
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { check, Sluice, SluiceError } from '../../src/index.ts'

const GOOD = {
  flags: {
    greeting: {
      state: 'ENABLED',
      variants: { hi: 'hello', bye: 'goodbye' },
      defaultVariant: 'hi',
      targeting: { if: [{ ends_with: [{ var: 'email' }, '@a.example'] }, 'bye', null] },
    },
  },
  limits: { 'per-key': { algorithm: 'gcra', rate: '1/h', burst: 3 } },
}

let sluice: Sluice
beforeEach(async () => {
  sluice = await Sluice.open(GOOD, { contextBytesMax: 2048, keyBytesMax: 256, shared: false })
})
afterEach(() => sluice.close())

async function rejection(promise: Promise<unknown>): Promise<SluiceError> {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (!(error instanceof SluiceError)) throw new Error(`expected a SluiceError, found ${error}`)
  return error
}

function thrown(call: () => unknown): SluiceError {
  try {
    call()
  } catch (error) {
    if (error instanceof SluiceError) return error
    throw error
  }
  throw new Error('expected a SluiceError')
}

/** Loops inside each other over the same list. */
function nest(loops: number): unknown {
  return loops === 0 ? true : { some: [{ var: 'list' }, nest(loops - 1)] }
}

/** A config with one flag, with some of its parts replaced. */
function flagWith(parts: object): object {
  return { flags: { it: { ...GOOD.flags.greeting, ...parts } } }
}

describe('a config that must not go live', () => {
  const rule = (targeting: unknown) => flagWith({ targeting })
  const limit = (parts: object) => ({
    limits: { it: { algorithm: 'gcra', rate: '1/s', ...parts } },
  })
  const CASES: [name: string, config: object, code: string][] = [
    ['a state that is none', flagWith({ state: 'MAYBE' }), 'SCHEMA_ENUM'],
    ['no variants', flagWith({ variants: {} }), 'SCHEMA_LENGTH'],
    ['variants of two types', flagWith({ variants: { hi: 1, bye: 'x' } }), 'SCHEMA_VARIANTS_MIXED'],
    [
      'a default variant that does not exist',
      flagWith({ defaultVariant: 'x' }),
      'DEFAULT_VARIANT_UNKNOWN',
    ],
    ['an unknown operator', rule({ equals: [1, 2] }), 'SCHEMA_OPERATOR_UNKNOWN'],
    ['two operators in one rule', rule({ '!': [1], '!!': [1] }), 'SCHEMA_RULE_SHAPE'],
    ['a set that nobody defined', rule({ in: [{ var: 'id' }, { set: 'beta' }] }), 'SET_UNKNOWN'],
    ['loops inside each other without bounds', rule(nest(3)), 'STEPS_EXCEEDED'],
    [
      'a reference to nothing',
      rule({ if: [{ $ref: 'nobody' }, 'hi', 'bye'] }),
      'EVALUATOR_UNKNOWN',
    ],
    [
      'an evaluator that refers to itself',
      { ...GOOD, $evaluators: { me: { '!': [{ $ref: 'me' }] } } },
      'EVALUATOR_CYCLE',
    ],
    [
      'evaluators that refer to each other',
      { ...GOOD, $evaluators: { a: { '!': [{ $ref: 'b' }] }, b: { '!': [{ $ref: 'a' }] } } },
      'EVALUATOR_CYCLE',
    ],
    [
      'weights beyond 2^31',
      rule({
        fractional: [
          ['hi', 2 ** 31 - 1],
          ['bye', 1],
        ],
      }),
      'WEIGHTS_TOO_LARGE',
    ],
    ['a rate of zero', limit({ rate: '0/s' }), 'RATE_INVALID'],
    ['a negative rate', limit({ rate: '-1/s' }), 'RATE_INVALID'],
    ['a rate over no time', limit({ rate: '1/0s' }), 'RATE_INVALID'],
    ['a rate that is no rate', limit({ rate: 'fast' }), 'RATE_INVALID'],
    ['a rate over a month', limit({ rate: '1/month' }), 'RATE_INVALID'],
    ['a burst of zero', limit({ burst: 0 }), 'SCHEMA_RANGE'],
    ['a negative burst', limit({ burst: -1 }), 'SCHEMA_RANGE'],
    ['a rate that no quantum holds', limit({ rate: '1000000007/s' }), 'RATE_NOT_EXACT'],
    [
      'a burst that does not fit',
      limit({ rate: '1/36500d', burst: 2 ** 31 - 1 }),
      'RATE_NOT_EXACT',
    ],
    ['an unknown section', { ...GOOD, flagz: {} }, 'SECTION_UNKNOWN'],
    ['nothing at all', {}, 'CONFIG_EMPTY'],
  ]

  it.each(CASES)('%s', async (_name, config, code) => {
    const error = await rejection(sluice.publish(config))
    expect(error.code).toBe('CONFIG_INVALID')
    expect(error.problems.map(problem => problem.code)).toContain(code)
    expect(error.message).toContain(code)
    // The config of before still serves.
    expect(sluice.version).toBe(1)
    expect(sluice.flag('greeting').string({ email: 'x@a.example' }, '')).toBe('goodbye')
  })

  it('names all problems at once', async () => {
    const config = { flags: flagWith({ state: 'MAYBE' }), limits: { it: { rate: '0/s' } }, x: 1 }
    const { problems } = await check({
      ...config,
      ...flagWith({ state: 'MAYBE', defaultVariant: 'x' }),
    })
    const codes = problems.map(problem => problem.code)
    expect(codes).toContain('SCHEMA_ENUM')
    expect(codes).toContain('RATE_INVALID')
    expect(codes).toContain('SECTION_UNKNOWN')
  })

  it('a rule nested ten thousand deep', async () => {
    let targeting: unknown = { var: 'x' }
    for (let depth = 0; depth < 10_000; depth++) targeting = { '!': [targeting] }
    const error = await rejection(sluice.publish(rule(targeting)))
    expect(error.problems[0]!.code).toBe('NESTING_TOO_DEEP')
  })

  it('evaluators that double twenty times', async () => {
    const $evaluators: Record<string, unknown> = { e0: { '==': [{ var: 'a' }, { var: 'b' }] } }
    for (let index = 1; index <= 20; index++) {
      const before = { $ref: `e${index - 1}` }
      $evaluators[`e${index}`] = { and: [before, before] }
    }
    const flags = { it: { ...GOOD.flags.greeting, targeting: { $ref: 'e20' } } }
    const error = await rejection(sluice.publish({ flags, $evaluators }))
    expect(error.problems.map(problem => problem.code)).toContain('RULE_TOO_LARGE')
  })
})

describe('sizes', () => {
  const SIZES: [option: string, options: object, config: object][] = [
    ['flagsMax', { flagsMax: 1 }, { flags: { a: GOOD.flags.greeting, b: GOOD.flags.greeting } }],
    [
      'attributesMax',
      { attributesMax: 1 },
      flagWith({ targeting: { '==': [{ var: 'one' }, { var: 'two' }] } }),
    ],
    [
      'limitsMax',
      { limitsMax: 1 },
      { limits: { a: { algorithm: 'gcra', rate: '1/s' }, b: { algorithm: 'gcra', rate: '1/s' } } },
    ],
    ['keyBytesMax', { keyBytesMax: 16 }, { flags: { ['k'.repeat(17)]: GOOD.flags.greeting } }],
    [
      'rulesetBytesMax',
      { rulesetBytesMax: 65_536 },
      flagWith({ variants: { hi: 'x'.repeat(70_000) }, targeting: {} }),
    ],
  ]

  it.each(SIZES)(
    '%s is named by the error when the config exceeds it',
    async (option, options, config) => {
      const error = await rejection(Sluice.open(config, { ...options, shared: false }))
      expect(error.code).toBe('CAPACITY_EXCEEDED')
      expect(error.message).toContain(option)
    },
  )

  it.each([0, -1, 1.5, Number.NaN, 1e12, '5'])('must be integers in range: %s', async value => {
    const error = await rejection(Sluice.open(GOOD, { lanesMax: value as number }))
    expect(error.code).toBe('OPTION_INVALID')
    expect(error.message).toContain('lanesMax must be an integer from 1 to 1024')
  })

  it('of the largest table is one that works', async () => {
    // Addresses beyond 1 GiB, which a signed shift would make negative.
    const sizes = { limitKeysMax: 67_108_864, shared: false }
    const large = await Sluice.open(GOOD, sizes)
    expect(large.limit('per-key').take('k', 3).allowed).toBe(true)
    expect(large.limit('per-key').take('k').allowed).toBe(false)
    large.close()
  })

  it('must fit 2 GiB together', async () => {
    const sizes = { lanesMax: 1024, contextBytesMax: 16 * 1024 ** 2 }
    expect((await rejection(Sluice.open(GOOD, sizes))).code).toBe('OPTION_INVALID')
  })
})

describe('contexts', () => {
  const flag = () => sluice.flag('greeting')

  it.each([
    ['over the byte limit', 'x'.repeat(5000)],
    ['with a lone high surrogate', `\ud800@a.example`],
    ['with a lone low surrogate', '\udc00'],
  ])('an attribute %s that the rule reads whole', async (_name, email) => {
    const targeting = { if: [{ in: ['@a', { var: 'email' }] }, 'bye', null] }
    await sluice.publish(flagWith({ targeting }))
    const details = sluice.flag('it').evaluate({ email })
    expect(details).toMatchObject({
      value: undefined,
      reason: 'ERROR',
      errorCode: 'INVALID_CONTEXT',
    })
    expect(sluice.flag('it').string({ email }, 'the default')).toBe('the default')
    expect(sluice.flag('it').string({ email: 'x@a.example' }, '')).toBe('goodbye')
  })

  it('only what a rule reads counts: the tail of a megabyte is read without the rest', () => {
    const email = `${'x'.repeat(1_000_000)}@a.example`
    expect(flag().string({ email, other: 'y'.repeat(1_000_000) }, '')).toBe('goodbye')
  })

  it('a tail that would tear a surrogate pair apart is taken with the whole pair', () => {
    expect(flag().string({ email: `😀@a.example` }, '')).toBe('goodbye')
    expect(flag().string({ email: '😀😀😀😀😀😀😀😀😀' }, '')).toBe('hello')
  })

  it.each([
    ['a number', 5],
    ['a boolean', true],
    ['null', null],
    ['undefined', undefined],
    ['an object', {}],
    ['an array', ['x@a.example']],
    ['a function', () => 'x@a.example'],
    ['a symbol', Symbol('x')],
    ['a bigint', 5n],
    ['a date', new Date(0)],
    ['an invalid date', new Date(Number.NaN)],
  ])('an attribute that is %s where the rule wants a string gives the default', (_name, email) => {
    expect(flag().evaluate({ email })).toMatchObject({ variant: 'hi', reason: 'DEFAULT' })
  })

  it('no bit pattern of a NaN is mistaken for a pointer', async () => {
    const targeting = {
      if: [{ in: [{ var: 'n' }, ['a']] }, 'bye', { in: ['a', { var: 'n' }] }, 'bye', null],
    }
    await sluice.publish(flagWith({ targeting }))
    const word = new BigUint64Array([0xfff9_0000_0000_2000n])
    const [n] = new Float64Array(word.buffer)
    expect(Number.isNaN(n)).toBe(true)
    expect(sluice.flag('it').evaluate({ n }).errorCode).toBeUndefined()
  })

  it('arrays nested too deep, and arrays that contain themselves', async () => {
    const targeting = { if: [{ in: ['a', { var: 'list' }] }, 'bye', null] }
    await sluice.publish(flagWith({ targeting }))
    const list: unknown[] = []
    list.push(list)
    expect(sluice.flag('it').evaluate({ list }).errorCode).toBe('INVALID_CONTEXT')
    expect(sluice.flag('it').evaluate({ list: new Array(100_000).fill(1) }).errorCode).toBe(
      'INVALID_CONTEXT',
    )
    expect(sluice.flag('it').string({ list: ['a'] }, '')).toBe('goodbye')
  })
})

describe('flags', () => {
  it('an unknown key is FLAG_NOT_FOUND, and found once it is published', async () => {
    const flag = sluice.flag('it')
    expect(flag.evaluate({})).toMatchObject({ reason: 'ERROR', errorCode: 'FLAG_NOT_FOUND' })
    expect(flag.boolean({}, true)).toBe(true)
    await sluice.publish(flagWith({}))
    expect(flag.string({}, '')).toBe('hello')
  })

  it.each(['', '\ud800', 'k'.repeat(100_000), '__proto__', 'constructor'])(
    'a key of %j is not found',
    key => {
      expect(sluice.flag(key.slice(0)).evaluate({}).errorCode).toBe('FLAG_NOT_FOUND')
    },
  )

  it('asking for keys that do not exist keeps none of them', () => {
    expect(sluice.flag('greeting')).toBe(sluice.flag('greeting'))
    expect(sluice.flag('made-up')).not.toBe(sluice.flag('made-up'))
  })

  it('another type than asked for is TYPE_MISMATCH', () => {
    expect(sluice.flag('greeting').numberDetails({}, 7)).toMatchObject({
      value: 7,
      variant: undefined,
      reason: 'ERROR',
      errorCode: 'TYPE_MISMATCH',
    })
    expect(sluice.flag('greeting').number({}, 7)).toBe(7)
  })

  it('lenient validation keeps the config and gives PARSE_ERROR for the flag', async () => {
    const config = {
      flags: { ...GOOD.flags, it: { ...GOOD.flags.greeting, targeting: { nope: [1] } } },
    }
    const lenient = await Sluice.open(config, { malformedRules: 'warning', shared: false })
    expect(lenient.flag('it').evaluate({})).toMatchObject({
      reason: 'ERROR',
      errorCode: 'PARSE_ERROR',
    })
    expect(lenient.flag('greeting').string({}, '')).toBe('hello')
    lenient.close()
  })
})

describe('limits', () => {
  it.each(['', 'k'.repeat(1_000_000), 'k'.repeat(257), 'é'.repeat(129), '\ud800', 'a\udc00'])(
    'a key that is none',
    key => {
      expect(thrown(() => sluice.limit('per-key').take(key)).code).toBe('KEY_INVALID')
      expect(thrown(() => sluice.limit('per-key').peek(key)).code).toBe('KEY_INVALID')
    },
  )

  it.each([5, null, undefined, {}, Symbol('k')])('a key that is no string: %s', key => {
    expect(thrown(() => sluice.limit('per-key').take(key as string)).code).toBe('KEY_INVALID')
  })

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '1', null])(
    'a cost of %s',
    cost => {
      expect(thrown(() => sluice.limit('per-key').take('k', cost as number)).code).toBe(
        'COST_INVALID',
      )
      expect(sluice.limit('per-key').peek('k', 0).remaining).toBe(3)
    },
  )

  it('a key of the greatest length, and keys of one to five characters, are all different keys', () => {
    const keys = ['k'.repeat(256), 'a', 'b', 'ab', 'ba', 'abc', 'abcd', 'abce', 'abcde', '😀', '�']
    for (const key of keys) expect(sluice.limit('per-key').take(key, 3).allowed, key).toBe(true)
    for (const key of keys) expect(sluice.limit('per-key').take(key).allowed, key).toBe(false)
  })

  it('an unknown limit', () => {
    expect(thrown(() => sluice.limit('nope').take('k')).code).toBe('LIMIT_NOT_FOUND')
    expect(sluice.hasLimit('nope')).toBe(false)
  })
})

describe('files', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('a missing file, a folder without configs', async () => {
    const missing = await rejection(Sluice.open(join(folder, 'nope.yaml')))
    expect(missing.problems[0]!.code).toBe('FILE_NOT_FOUND')
    expect((await rejection(Sluice.open(folder))).code).toBe('CONFIG_INVALID')
  })

  it('a file that is there but cannot be read', async () => {
    // Permissions stop nobody who is root; a link that leads to itself stops everybody.
    const loop = join(folder, 'loop.yaml')
    await symlink(loop, loop)
    const [problem] = (await rejection(Sluice.open(loop, { watch: false }))).problems
    expect(problem!.code).toBe('FILE_UNREADABLE')
    expect(problem!.message).toContain('loop.yaml')
    const inside = join(folder, 'sluice.yaml')
    await writeFile(inside, 'flags: {}')
    const below = await rejection(Sluice.open(join(inside, 'x.yaml'), { watch: false }))
    expect(below.problems[0]!.code).toBe('FILE_NOT_FOUND')
  })

  it('says where: file, line, column, expected, found', async () => {
    const file = join(folder, 'sluice.yaml')
    await writeFile(file, 'limits:\n  per-key: { algorithm: gcra, rate: 0/s }\n')
    const [problem] = (await rejection(Sluice.open(file))).problems
    expect(problem).toMatchObject({ code: 'RATE_INVALID', path: ['limits', 'per-key', 'rate'] })
    expect(problem!.position).toEqual({ file, line: 2, column: 37 })
    expect(problem!.expected).toBeDefined()
    expect(problem!.found).toContain('0')
  })

  it('points into the rule of a flag, whoever finds the fault', async () => {
    const file = join(folder, 'sluice.yaml')
    const lines = [
      'flags:',
      '  it:',
      '    state: ENABLED',
      '    variants: { "on": true }',
      '    targeting:',
      '      if:',
      '        - { "$ref": nobody }',
      '        - "on"',
    ]
    await writeFile(file, `${lines.join('\n')}\n`)
    const [problem] = (await rejection(Sluice.open(file))).problems
    expect(problem).toMatchObject({ code: 'EVALUATOR_UNKNOWN', position: { line: 7 } })
  })
})

describe('after close', () => {
  it('every use says CLOSED', async () => {
    const flag = sluice.flag('greeting')
    const limit = sluice.limit('per-key')
    sluice.close()
    sluice.close()
    expect(thrown(() => flag.evaluate({})).code).toBe('CLOSED')
    expect(thrown(() => limit.take('k')).code).toBe('CLOSED')
    expect((await rejection(sluice.reload())).code).toBe('CLOSED')
  })
})
