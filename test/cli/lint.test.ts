import { describe, expect, it } from 'vitest'
import { BROKEN_TEXT, CONFIG_TEXT, cli, configFile, file } from './helpers.ts'

describe('sluice lint', () => {
  it('has nothing to say about a good config', async () => {
    const { code, out, err } = await cli(['lint', configFile()])
    expect(out).toBe('')
    expect(err).toBe('1 file, 0 errors, 0 warnings')
    expect(code).toBe(0)
  })

  it('gives each problem a line with its place', async () => {
    const path = file('sluice.yaml', BROKEN_TEXT)
    const { code, out, err } = await cli(['lint', path])
    const lines = out.split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^.+sluice\.yaml:9:\d+: error [A-Z_]+: .+silver/)
    expect(err).toBe('1 file, 1 error, 0 warnings')
    expect(code).toBe(1)
  })

  it('as JSON too', async () => {
    const path = file('sluice.yaml', BROKEN_TEXT)
    const { code, out } = await cli(['lint', '--json', path])
    const { files, problems } = JSON.parse(out)
    expect(files).toEqual([path])
    expect(problems).toMatchObject([
      { severity: 'error', path: ['flags', 'plan', 'defaultVariant'], position: { line: 9 } },
    ])
    expect(code).toBe(1)
  })

  it('checks several files, and fails if one does', async () => {
    const broken = file('broken.yaml', BROKEN_TEXT)
    const { code, out } = await cli(['lint', '--json', configFile(), broken])
    expect(JSON.parse(out).files).toHaveLength(2)
    expect(code).toBe(1)
  })

  it('reports a file that does not parse', async () => {
    const { code, out } = await cli(['lint', file('sluice.yaml', 'flags: [')])
    expect(out).toContain('error')
    expect(code).toBe(1)
  })

  it('does not take a file that is not there for a good one', async () => {
    const { code, out } = await cli(['lint', '/nowhere/sluice.yaml'])
    expect(code).toBe(1)
    expect(out).toContain('/nowhere/sluice.yaml')
  })

  it('takes the config from the environment where no file is given', async () => {
    const env = { SLUICE_CONFIG: configFile() }
    expect((await cli(['lint'], { env })).code).toBe(0)
  })

  it('passes a malformed rule with a warning where flagd would', async () => {
    const rule = "targeting: { if: [{ '==': [{ var: plan }, pro] }, gold] }"
    const path = file('sluice.yaml', CONFIG_TEXT.replace(rule, 'targeting: { nope: [1] }'))
    expect((await cli(['lint', path])).code).toBe(1)
    const lenient = await cli(['lint', path, '--malformed-rules', 'warning'])
    expect(lenient.out).toContain('warning')
    expect(lenient.code).toBe(0)
    expect((await cli(['lint', path, '--malformed-rules', 'maybe'])).code).toBe(2)
  })

  it('with --strict fails for a warning', async () => {
    const path = file(
      'sluice.yaml',
      CONFIG_TEXT.replace('state: DISABLED', 'state: DISABLED\n    stat: x'),
    )
    expect(await cli(['lint', path])).toMatchObject({ code: 0, err: '1 file, 0 errors, 1 warning' })
    expect((await cli(['lint', path, '--strict'])).code).toBe(1)
    expect((await cli(['lint', configFile(), '--strict'])).code).toBe(0)
  })

  it('shows what flags cost and read, the most costly first', async () => {
    const { code, out } = await cli(['lint', configFile(), '--flags'])
    const [head, plan, ...others] = out.split('\n')
    expect(head).toBe('flag     steps  attributes')
    expect(plan).toMatch(/^plan +[1-9]\d* {2}plan$/)
    expect(others).toEqual(['banner       0', 'retired      0'])
    expect(code).toBe(0)
  })

  it('shows them for each config by itself', async () => {
    const [one, two] = [configFile(), configFile()]
    const { out } = await cli(['lint', '--flags', one, two])
    const lines = out.split('\n')
    expect(lines).toHaveLength(10)
    expect([lines[0], lines[5]]).toEqual([`${one}:`, `${two}:`])
  })

  it('has them in its JSON', async () => {
    const path = configFile()
    const { flags } = JSON.parse((await cli(['lint', '--json', path])).out)
    expect(flags).toEqual([
      { config: path, key: 'banner', steps: 0, attributes: [] },
      { config: path, key: 'plan', steps: expect.any(Number), attributes: ['plan'] },
      { config: path, key: 'retired', steps: 0, attributes: [] },
    ])
  })

  it('holds flags to a budget of steps', async () => {
    const { code, out } = await cli(['lint', configFile(), '--steps-max', '1'])
    expect(out).toMatch(/^.+sluice\.yaml:10:\d+: error STEPS_EXCEEDED: /)
    expect(code).toBe(1)
    expect((await cli(['lint', configFile(), '--steps-max', '100'])).code).toBe(0)
  })

  it.each(['0', '-1', 'many', '1e3', '99999999999'])('does not take %s steps', async steps => {
    const { code, err } = await cli(['lint', configFile(), `--steps-max=${steps}`])
    expect(err).toContain('See: sluice lint --help')
    expect(code).toBe(2)
  })
})
