// Prepared contexts, snapshots and groups: the same answers as one flag and one context at a time, against one version.
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { Sluice } from '../../src/index.ts'
import { contexts, rulesOf, VARIANTS } from '../flags/rules.ts'

const open: Sluice[] = []
afterEach(() => {
  for (const sluice of open.splice(0)) sluice.close()
})

async function openSluice(config: object, options: object = {}): Promise<Sluice> {
  const sluice = await Sluice.open(config, { shared: false, ...options })
  open.push(sluice)
  return sluice
}

/** A flag that is `on` for one country. */
function byCountry(country: string) {
  return {
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    targeting: { if: [{ '==': [{ var: 'country' }, country] }, 'on', 'off'] },
  }
}

const EUROPE = { flags: { austria: byCountry('AT'), germany: byCountry('DE') } }

describe('a prepared context', () => {
  it('serves several flags', async () => {
    const sluice = await openSluice(EUROPE)
    const context = sluice.context({ country: 'DE' })
    expect(sluice.flag('austria').boolean(context, true)).toBe(false)
    expect(sluice.flag('germany').boolean(context, false)).toBe(true)
    expect(sluice.flag('germany').evaluate(context).reason).toBe('TARGETING_MATCH')
  })

  it('is read when a flag needs it, and not again', async () => {
    const sluice = await openSluice(EUROPE)
    let reads = 0
    const context = sluice.context({
      get country() {
        reads++
        return 'AT'
      },
      get email(): string {
        throw new Error('no flag reads this')
      },
    })
    expect(reads).toBe(0)
    for (let call = 0; call < 5; call++) {
      expect(sluice.flag('austria').boolean(context, false)).toBe(true)
      expect(sluice.flag('germany').boolean(context, true)).toBe(false)
    }
    expect(reads).toBe(1)
  })

  it('takes other attributes for the next request', async () => {
    const sluice = await openSluice(EUROPE)
    const context = sluice.context({ country: 'AT' })
    expect(sluice.flag('austria').boolean(context, false)).toBe(true)
    context.set({ country: 'DE' })
    expect(sluice.flag('austria').boolean(context, true)).toBe(false)
    expect(context.set({}).attributes).toEqual({})
    expect(sluice.flag('germany').boolean(context, true)).toBe(false)
  })

  it('keeps its own attributes beside more others than have room', async () => {
    const sluice = await openSluice(EUROPE, { contextsMax: 2 })
    const countries = ['AT', 'DE', 'CH', 'AT', 'IT']
    const prepared = countries.map(country => sluice.context({ country }))
    for (let round = 0; round < 3; round++) {
      const answers = prepared.map(context => sluice.flag('austria').boolean(context, false))
      expect(answers).toEqual([true, false, false, true, false])
      expect(sluice.flag('germany').boolean({ country: 'DE' }, false)).toBe(true)
    }
  })

  it('is encoded anew for a new config, which may read it otherwise', async () => {
    const sluice = await openSluice(EUROPE)
    const context = sluice.context({ plan: 'pro', country: 'AT' })
    expect(sluice.flag('austria').boolean(context, false)).toBe(true)
    const rule = { if: [{ '==': [{ var: 'plan' }, 'pro'] }, 'on', 'off'] }
    await sluice.publish({ flags: { austria: { ...byCountry(''), targeting: rule } } })
    expect(sluice.flag('austria').boolean(context, false)).toBe(true)
    context.set({ plan: 'free', country: 'AT' })
    expect(sluice.flag('austria').boolean(context, true)).toBe(false)
  })

  it('holds enough of an attribute for every flag that reads it', async () => {
    const starts = { if: [{ starts_with: [{ var: 'id' }, 'a'] }, 'on', 'off'] }
    const ends = { if: [{ ends_with: [{ var: 'id' }, 'xyz'] }, 'on', 'off'] }
    const some = {
      if: [{ some: [{ var: 'groups' }, { '==': [{ var: 'name' }, 'x'] }] }, 'on', 'off'],
    }
    const empty = { if: [{ var: 'groups' }, 'on', 'off'] }
    const flags = Object.fromEntries(
      Object.entries({ starts, ends, some, empty }).map(([key, targeting]) => [
        key,
        { ...byCountry(''), targeting },
      ]),
    )
    const sluice = await openSluice({ flags })
    const context = sluice.context({ id: 'a-long-one-xyz', groups: [{ name: 'w' }, { name: 'x' }] })
    for (const key of ['starts', 'empty', 'ends', 'some', 'starts']) {
      expect(sluice.flag(key).boolean(context, false), key).toBe(true)
    }
  })

  it('says what cannot be encoded, for the flags that read it', async () => {
    const sluice = await openSluice(
      {
        flags: {
          ...EUROPE.flags,
          whole: { ...byCountry(''), targeting: { in: [{ var: 'name' }, { var: 'names' }] } },
        },
      },
      { contextBytesMax: 1024 },
    )
    const context = sluice.context({ country: 'AT', name: 'x'.repeat(5000), names: ['x'] })
    expect(sluice.flag('whole').evaluate(context).errorCode).toBe('INVALID_CONTEXT')
    expect(sluice.flag('austria').boolean(context, false)).toBe(true)
  })

  it('is not filled by an attribute that fails again and again', async () => {
    const inList = { if: [{ in: ['x', { var: 'names' }] }, 'on', 'off'] }
    const flags = { ...EUROPE.flags, list: { ...byCountry(''), targeting: inList } }
    const sluice = await openSluice({ flags }, { contextBytesMax: 1024 })
    const context = sluice.context({ country: 'AT', names: ['a', 'b', '\ud800'] })
    for (let call = 0; call < 200; call++) {
      expect(sluice.flag('list').evaluate(context).errorMessage).toMatch(/lone surrogate/)
    }
    expect(sluice.flag('austria').boolean(context, false)).toBe(true)
  })

  it.each([undefined, null, 'AT', 5])('is made of an object, not of %s', async attributes => {
    const sluice = await openSluice(EUROPE)
    expect(() => sluice.context(attributes as never)).toThrow(TypeError)
    expect(() => sluice.context({}).set(attributes as never)).toThrow(TypeError)
  })
})

describe('a limit of a prepared context', () => {
  const limit = (key?: string) => ({ rate: '1/h', burst: 2, ...(key !== undefined && { key }) })
  const CONFIG = {
    ...EUROPE,
    limits: { user: limit('targetingKey'), tenant: limit('tenant.id'), bare: limit() },
  }

  it('takes from the bucket of the attribute that is its key', async () => {
    const sluice = await openSluice(CONFIG)
    const context = sluice.context({ targetingKey: 'ada', tenant: { id: 7 }, country: 'AT' })
    expect(sluice.limit('user').take(context, 2).allowed).toBe(true)
    expect(sluice.limit('user').take('ada').allowed).toBe(false)
    expect(sluice.limit('user').peek(context).remaining).toBe(0)
    expect(sluice.limit('tenant').take(context).remaining).toBe(1)
    expect(sluice.limit('tenant').peek('7').remaining).toBe(1)
    expect(sluice.flag('austria').boolean(context, false)).toBe(true)
    context.set({ targetingKey: 'bob', tenant: { id: 7 } })
    expect(sluice.limit('user').take(context).allowed).toBe(true)
    expect(sluice.limit('tenant').take(context).remaining).toBe(0)
  })

  it('follows the config to another key', async () => {
    const sluice = await openSluice(CONFIG)
    const context = sluice.context({ targetingKey: 'ada', email: 'a@b.example' })
    const user = sluice.limit('user')
    user.take(context)
    await sluice.publish({ ...CONFIG, limits: { ...CONFIG.limits, user: limit('email') } })
    user.take(context)
    expect(user.peek('ada').remaining).toBe(1)
    expect(user.peek('a@b.example').remaining).toBe(1)
  })

  it('is the same on another thread', async () => {
    const sluice = await openSluice(CONFIG, { shared: true })
    const other = Sluice.attach(sluice.handle)
    expect(other.limit('tenant').take(other.context({ tenant: { id: 'x' } }), 2).allowed).toBe(true)
    expect(sluice.limit('tenant').take('x').allowed).toBe(false)
    other.close()
  })

  it.each([
    ['a limit without a key', 'bare', { targetingKey: 'ada' }],
    ['no such attribute', 'user', {}],
    ['an attribute on the way that is none', 'tenant', { tenant: null }],
    ['null', 'user', { targetingKey: null }],
    ['a list', 'user', { targetingKey: ['ada'] }],
    ['an object', 'user', { targetingKey: {} }],
    ['no number', 'user', { targetingKey: Number.NaN }],
    ['a boolean', 'user', { targetingKey: true }],
    ['an empty text', 'user', { targetingKey: '' }],
    ['a lone surrogate', 'user', { targetingKey: '\ud800' }],
    ['a text that is too long', 'user', { targetingKey: 'x'.repeat(2000) }],
  ])('refuses %s, and takes nothing', async (_name, name, attributes) => {
    const sluice = await openSluice(CONFIG)
    const context = sluice.context(attributes as never)
    for (const ask of [
      () => sluice.limit(name).take(context),
      () => sluice.limit(name).peek(context),
    ]) {
      expect(ask).toThrow(expect.objectContaining({ code: 'KEY_INVALID' }))
    }
  })

  it('still takes no plain object', async () => {
    const sluice = await openSluice(CONFIG)
    const ask = () => sluice.limit('user').take({ targetingKey: 'ada' } as never)
    expect(ask).toThrow(expect.objectContaining({ code: 'KEY_INVALID' }))
  })
})

describe('a snapshot', () => {
  it('stays with its version', async () => {
    const sluice = await openSluice(EUROPE)
    using snapshot = sluice.pin()
    await sluice.publish({ flags: { austria: byCountry('IT') } })
    const context = { country: 'AT' }
    expect(snapshot.version).toBe(1)
    expect(sluice.version).toBe(2)
    expect(snapshot.boolean('austria', context, false)).toBe(true)
    expect(sluice.flag('austria').boolean(context, true)).toBe(false)
    expect(snapshot.evaluate('germany', context).variant).toBe('off')
    expect(sluice.flag('germany').evaluate(context).errorCode).toBe('FLAG_NOT_FOUND')
    expect(snapshot.booleanDetails('austria', sluice.context(context), false).value).toBe(true)
    expect(snapshot.stringDetails('austria', context, 'x').errorCode).toBe('TYPE_MISMATCH')
    expect(snapshot.evaluate('no-flag', context).errorCode).toBe('FLAG_NOT_FOUND')
  })

  it('makes the config after next wait until it is released', async () => {
    const sluice = await openSluice(EUROPE)
    const snapshot = sluice.pin()
    await sluice.publish({ flags: { austria: byCountry('IT') } })
    let isLive = false
    const published = sluice.publish({ flags: { austria: byCountry('FR') } }).then(() => {
      isLive = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect(isLive).toBe(false)
    expect(snapshot.boolean('austria', { country: 'AT' }, false)).toBe(true)
    snapshot.release()
    await published
    expect(sluice.version).toBe(3)
    expect(() => snapshot.boolean('austria', {}, false)).toThrow(
      expect.objectContaining({ code: 'CLOSED' }),
    )
  })

  it('is counted: each holds, and is released once', async () => {
    const sluice = await openSluice(EUROPE)
    const [first, second] = [sluice.pin(), sluice.pin()]
    first!.release()
    first!.release()
    await sluice.publish({ flags: { austria: byCountry('IT') } })
    expect(second!.boolean('austria', { country: 'AT' }, false)).toBe(true)
    second!.release()
    await sluice.publish({ flags: { austria: byCountry('IT') } })
    await sluice.publish({ flags: { austria: byCountry('IT') } })
  })

  it('cannot be had of a closed engine, or used after it is closed', async () => {
    const sluice = await openSluice(EUROPE)
    const snapshot = sluice.pin()
    sluice.close()
    expect(() => sluice.pin()).toThrow(expect.objectContaining({ code: 'CLOSED' }))
    expect(() => snapshot.evaluate('austria', {})).toThrow(
      expect.objectContaining({ code: 'CLOSED' }),
    )
    snapshot.release()
  })
})

describe('a group of flags', () => {
  it('has all flags of the config, sorted, and follows it', async () => {
    const sluice = await openSluice(EUROPE)
    const group = sluice.flagGroup()
    expect(group.keys).toEqual(['austria', 'germany'])
    expect(group.evaluate({ country: 'DE' }).map(({ value }) => value)).toEqual([false, true])
    expect(group.version).toBe(1)
    await sluice.publish({ flags: { italy: byCountry('IT') } })
    expect(group.evaluate({ country: 'IT' }).map(({ value }) => value)).toEqual([true])
    expect(group.keys).toEqual(['italy'])
    expect(group.version).toBe(2)
  })

  it('has the flags that were asked for, in that order, whether they exist or not', async () => {
    const sluice = await openSluice(EUROPE)
    const group = sluice.flagGroup(['germany', 'none', 'austria', 'germany'])
    const answers = group.evaluate({ country: 'DE' })
    expect(answers.map(({ errorCode }) => errorCode)).toEqual([
      undefined,
      'FLAG_NOT_FOUND',
      undefined,
      undefined,
    ])
    expect(answers.map(({ value }) => value)).toEqual([true, undefined, false, true])
  })

  it('gives the same array each time, with interned details in it', async () => {
    const sluice = await openSluice(EUROPE)
    const group = sluice.flagGroup()
    const first = group.evaluate({ country: 'AT' })
    const [austria] = first
    const second = group.evaluate(sluice.context({ country: 'DE' }))
    expect(second).toBe(first)
    expect(austria!.value).toBe(true)
    expect(second[0]!.value).toBe(false)
    expect(group.evaluate({ country: 'AT' })[0]).toBe(austria)
    expect(austria).toBe(sluice.flag('austria').evaluate({ country: 'AT' }))
  })

  it('answers for the flags that do not read what cannot be encoded', async () => {
    const lone = { if: [{ '==': [{ var: 'name' }, 'a name'] }, 'on', 'off'] }
    const flags = { ...EUROPE.flags, lone: { ...byCountry(''), targeting: lone } }
    const sluice = await openSluice({ flags })
    const context = { country: 'AT', name: '\ud800' }
    for (const given of [context, sluice.context(context)]) {
      const answers = sluice.flagGroup().evaluate(given)
      expect(answers.map(({ value }) => value)).toEqual([true, false, undefined])
      expect(answers[2]!.errorCode).toBe('INVALID_CONTEXT')
    }
  })

  it('knows disabled, static and malformed flags', async () => {
    const flags = {
      disabled: { ...byCountry('AT'), state: 'DISABLED' },
      malformed: { ...byCountry('AT'), targeting: { unknown: [1] } },
      none: { state: 'ENABLED', variants: { on: true } },
      static: { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' },
    }
    const sluice = await openSluice({ flags }, { malformedRules: 'warning' })
    const answers = sluice.flagGroup().evaluate({})
    expect(answers.map(({ reason }) => reason)).toEqual(['DISABLED', 'ERROR', 'DEFAULT', 'STATIC'])
    expect(answers[1]!.errorCode).toBe('PARSE_ERROR')
    for (const [index, key] of Object.keys(flags).entries()) {
      expect(sluice.flag(key).evaluate({})).toEqual(answers[index])
    }
  })

  it('may ask for a flag more often than there is room for flags', async () => {
    const sluice = await openSluice({ flags: { austria: byCountry('AT') } }, { flagsMax: 1 })
    const prepared = sluice.context({ country: 'AT' })
    const keys = new Array<string>(5000).fill('austria')
    const group = sluice.flagGroup([...keys, 'none'])
    expect(sluice.flag('austria').boolean(prepared, false)).toBe(true)
    for (const [country, value] of [
      ['AT', true],
      ['DE', false],
      ['AT', true],
    ] as const) {
      const answers = group.evaluate({ country })
      expect(new Set(answers.slice(0, -1).map(details => details.value))).toEqual(new Set([value]))
      expect(answers.at(-1)!.errorCode).toBe('FLAG_NOT_FOUND')
      // What is prepared stands behind the outcomes.
      expect(sluice.flag('austria').boolean(prepared, false)).toBe(true)
    }
  })

  it('goes on after a context that cannot be encoded', async () => {
    const lone = { if: [{ '==': [{ var: 'name' }, 'a name'] }, 'on', 'off'] }
    const flags = { ...EUROPE.flags, lone: { ...byCountry(''), targeting: lone } }
    const group = (await openSluice({ flags })).flagGroup()
    const values = (context: Record<string, unknown>) =>
      group.evaluate(context).map(({ value }) => value)
    expect(values({ country: 'AT', name: 'a name' })).toEqual([true, false, true])
    expect(values({ country: 'DE', name: '\ud800' })).toEqual([false, true, undefined])
    expect(values({ country: 'AT', name: 'a name' })).toEqual([true, false, true])
  })

  it('is empty where there are no flags', async () => {
    const sluice = await openSluice({ limits: { a: { algorithm: 'gcra', rate: '1/s' } } })
    expect(sluice.flagGroup().evaluate({})).toEqual([])
  })
})

describe('every way to evaluate', () => {
  const rule = rulesOf({ defaults: true, variablesOnTheRight: true, arraysNegated: true })
  const variants = Object.fromEntries(VARIANTS.map(name => [name, name]))

  it('gives the same answers', async () => {
    const sluice = await openSluice({ flags: {} }, { malformedRules: 'warning', contextsMax: 2 })
    const property = fc.asyncProperty(
      fc.array(rule, { minLength: 1, maxLength: 6 }),
      fc.array(contexts, { minLength: 3, maxLength: 3 }),
      async (rules, given) => {
        const flags = Object.fromEntries(
          rules.map((targeting, index) => [
            `flag-${index}`,
            { state: 'ENABLED', variants, defaultVariant: 'off', targeting },
          ]),
        )
        await sluice.publish({ flags })
        const keys = Object.keys(flags)
        const group = sluice.flagGroup(keys)
        const prepared = given.map(attributes => sluice.context(attributes))
        using snapshot = sluice.pin()
        for (const [index, context] of [...given.entries(), ...given.entries()]) {
          const expected = keys.map(key => sluice.flag(key).evaluate(context))
          const ready = prepared[index]!
          expect(keys.map(key => sluice.flag(key).evaluate(ready))).toEqual(expected)
          expect(keys.map(key => snapshot.evaluate(key, ready))).toEqual(expected)
          expect([...group.evaluate(context)]).toEqual(expected)
          expect([...group.evaluate(ready)]).toEqual(expected)
        }
      },
    )
    await fc.assert(property, { numRuns: 400, seed: 20261122 })
  })
})
