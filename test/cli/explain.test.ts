import { describe, expect, it } from 'vitest'
import type { Explanation } from '../../src/index.ts'
import { BROKEN_TEXT, Child, cli, configFile, file } from './helpers.ts'

const explain = (args: readonly string[], stdin = '') =>
  cli(['explain', configFile(), ...args], { stdin })

describe('sluice explain', () => {
  it('shows why', async () => {
    const { code, out, err } = await explain(['plan', '--context', '{"plan":"pro"}'])
    expect(out).toMatch(/\n {2}steps {4}\d+ of at most \d+$/)
    expect(out.slice(0, out.lastIndexOf('\n'))).toBe(`plan, version 1

  if[0]  ✓ plan == "pro"  plan = "pro"

  read     plan = "pro"

  value    "gold"
  variant  gold
  reason   TARGETING_MATCH
  because  targeting.if[0] holds, so targeting.if[1] decides`)
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  it('as JSON too, on one line', async () => {
    const { code, out } = await explain(['plan', '--json'])
    expect(out).not.toContain('\n')
    const explanation = JSON.parse(out) as Explanation
    expect(explanation).toMatchObject({
      key: 'plan',
      version: 1,
      variant: 'basic',
      reason: 'DEFAULT',
      decidedBy: { path: 'defaultVariant', conditions: [] },
      attributes: { read: [], missing: ['plan'] },
    })
    expect(explanation.clauses).toHaveLength(1)
    expect(code).toBe(0)
  })

  it('takes the config by position, by option and from the environment', async () => {
    const path = configFile()
    const env = { SLUICE_CONFIG: path }
    const outcomes = [
      await cli(['explain', path, 'banner']),
      await cli(['explain', 'banner', '--config', path]),
      await cli(['explain', 'banner'], { env }),
    ]
    for (const { code, out } of outcomes) {
      expect(out).toContain('the flag has no targeting')
      expect(code).toBe(0)
    }
  })

  it('takes the context from a file and from standard input', async () => {
    const context = '{"plan":"pro"}'
    const path = file('context.json', context)
    expect((await explain(['plan', '--context', `@${path}`])).out).toContain('gold')
    expect((await explain(['plan', '--context', '-'], context)).out).toContain('gold')
  })

  it('explains an error, and fails', async () => {
    const { code, out, err } = await explain(['baner'])
    expect(out).toContain('FLAG_NOT_FOUND')
    expect(out).toContain('because  the config has no flag of that key')
    expect(err).toContain('sluice explain: there is no flag baner; did you mean banner?')
    expect(code).toBe(1)
    const context = JSON.stringify({ plan: '\ud800' })
    const json = await explain(['plan', '--context', context, '--json'])
    expect(JSON.parse(json.out)).toMatchObject({
      errorCode: 'INVALID_CONTEXT',
      failure: { attribute: 'plan' },
    })
    expect(json.code).toBe(1)
  })

  it('has nothing against a flag that is disabled', async () => {
    const { code, out } = await explain(['retired'])
    expect(out).toContain('because  the flag is disabled')
    expect(code).toBe(0)
  })

  it.each([
    ['three names', ['banner', 'plan']],
    ['a config that is named twice', ['banner', '--config', 'sluice.yaml']],
    ['a context that is no JSON', ['banner', '--context', '{']],
    ['a context that is a list', ['banner', '--context', '[]']],
    ['a context that is null', ['banner', '--context', 'null']],
    ['a context file that is not there', ['banner', '--context', '@/nowhere/at/all']],
    ['an unknown option', ['banner', '--type', 'string']],
    ['an option without its value', ['banner', '--context']],
    ['a size that is none', ['banner', '--flags-max', '0']],
  ])('exits 2 for %s', async (_name, args) => {
    const { code, out, err } = await explain(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('sluice explain --help')
  })

  it('exits 2 without a flag', async () => {
    expect((await cli(['explain'])).code).toBe(2)
  })

  it('exits 3 for a config that is invalid or not there', async () => {
    const broken = await cli(['explain', file('sluice.yaml', BROKEN_TEXT), 'plan'])
    expect(broken.code).toBe(3)
    expect(broken.err).toContain('silver')
    expect(broken.out).toBe('')
    const missing = await cli(['explain', '/nowhere/sluice.yaml', 'plan'])
    expect(missing.code).toBe(3)
    expect((await explain(['banner', '--flags-max', '2'])).code).toBe(3)
  })

  it('has a help that fits the terminal', async () => {
    const { code, out } = await cli(['explain', '--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/^Usage: sluice explain/)
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
    expect((await cli(['--help'])).out).toMatch(/^ {2}explain {2}show why/m)
    expect((await cli(['explian'])).err).toContain('did you mean explain?')
  })

  it('runs in the executable', async () => {
    const child = new Child(['explain', configFile(), 'plan', '--context', '-'])
    child.process.stdin.end('{"plan":"pro"}')
    expect(await child.code()).toBe(0)
    expect(child.out).toContain('✓ plan == "pro"')
  })
})
