import { describe, expect, it } from 'vitest'
import { BROKEN_TEXT, cli, configFile, file } from './helpers.ts'

const evaluate = (args: readonly string[], stdin = '') =>
  cli(['eval', '--config', configFile(), ...args], { stdin })

describe('sluice eval', () => {
  it('shows value, variant and reason', async () => {
    const { code, out, err } = await evaluate(['plan', '--context', '{"plan":"pro"}'])
    expect(out).toBe('value    "gold"\nvariant  gold\nreason   TARGETING_MATCH')
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  it('as JSON too', async () => {
    const { code, out } = await evaluate(['banner', '--json'])
    expect(JSON.parse(out)).toEqual({
      key: 'banner',
      value: true,
      variant: 'on',
      reason: 'STATIC',
      metadata: {},
    })
    expect(code).toBe(0)
  })

  it('takes the context from a file and from standard input', async () => {
    const context = '{"plan":"pro"}'
    const path = file('context.json', context)
    expect((await evaluate(['plan', '--context', `@${path}`])).out).toContain('gold')
    expect((await evaluate(['plan', '--context', '-'], context)).out).toContain('gold')
  })

  it('leaves the value to the caller where the flag has none', async () => {
    const plain = await evaluate(['retired'])
    expect(plain.out).toBe("value    (the caller's default)\nreason   DISABLED")
    expect(plain.code).toBe(0)
    const json = await evaluate(['retired', '--json'])
    expect(JSON.parse(json.out)).toEqual({ key: 'retired', reason: 'DISABLED', metadata: {} })
    const withDefault = await evaluate(['retired', '--default', 'false'])
    expect(withDefault.out).toBe('value    false\nreason   DISABLED')
  })

  it('fails for a flag that is not there, and names the nearest', async () => {
    const { code, out, err } = await evaluate(['baner', '--default', '1', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      value: 1,
      reason: 'ERROR',
      errorCode: 'FLAG_NOT_FOUND',
    })
    expect(err).toContain('did you mean banner?')
    expect(code).toBe(1)
  })

  it('fails for a value of another type, and falls back', async () => {
    const { code, out, err } = await evaluate(['plan', '--type', 'number', '--default', '7'])
    expect(out).toBe('value    7\nreason   ERROR')
    expect(err).toContain('TYPE_MISMATCH')
    expect(code).toBe(1)
    expect((await evaluate(['plan', '--type', 'string'])).code).toBe(0)
    expect((await evaluate(['banner', '--type', 'boolean'])).code).toBe(0)
  })

  it.each([
    ['no flag', []],
    ['two flags', ['banner', 'plan']],
    ['a context that is no JSON', ['banner', '--context', '{']],
    ['a context that is a list', ['banner', '--context', '[]']],
    ['a context that is null', ['banner', '--context', 'null']],
    ['a context file that is not there', ['banner', '--context', '@/nowhere/at/all']],
    ['a type that is none', ['banner', '--type', 'integer']],
    ['a default of another type', ['banner', '--type', 'boolean', '--default', '7']],
    ['a default that is no JSON', ['banner', '--default', 'x']],
    ['an unknown option', ['banner', '--nope']],
    ['an option without its value', ['banner', '--context']],
  ])('exits 2 for %s', async (_name, args) => {
    const { code, out, err } = await evaluate(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('sluice eval --help')
  })

  it('exits 3 for a config that does not fit, and names the option', async () => {
    const { code, err } = await evaluate(['banner', '--flags-max', '2'])
    expect(code).toBe(3)
    expect(err).toContain('flagsMax')
    expect((await evaluate(['banner', '--flags-max', '3'])).code).toBe(0)
    expect((await evaluate(['banner', '--flags-max', '0'])).code).toBe(2)
  })

  it('exits 3 for a config that is invalid or not there', async () => {
    const broken = await cli(['eval', 'plan', '--config', file('sluice.yaml', BROKEN_TEXT)])
    expect(broken.code).toBe(3)
    expect(broken.err).toContain('silver')
    expect(broken.out).toBe('')
    const missing = await cli(['eval', 'plan', '--config', '/nowhere/sluice.yaml'])
    expect(missing.code).toBe(3)
    expect(missing.err).toContain('/nowhere/sluice.yaml')
  })

  it('takes the config from the environment', async () => {
    const env = { SLUICE_CONFIG: configFile() }
    expect((await cli(['eval', 'banner'], { env })).code).toBe(0)
  })
})
