// The frame around the commands: help, version, mistakes, pipes.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from '../../src/cli/nearest.ts'
import { BOUND_RANGES } from '../../src/server/options.ts'
import { Child, cli, configFile, file } from './helpers.ts'

describe('sluice', () => {
  it('shows its help, with every command and exit code', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await cli(args)
      expect(code).toBe(0)
      for (const word of [
        'serve',
        'decide',
        'eval',
        'lint',
        'keys',
        'SLUICE_CONFIG',
        'Exit codes',
      ]) {
        expect(out).toContain(word)
      }
    }
  })

  it.each(['serve', 'decide', 'eval', 'explain', 'lint', 'keys'])(
    'shows the help of %s',
    async name => {
      for (const args of [
        [name, '--help'],
        ['help', name],
        [name, 'x', '-h'],
      ]) {
        const { code, out } = await cli(args)
        expect(code).toBe(0)
        expect(out).toMatch(new RegExp(`^Usage: sluice ${name}`))
        expect(out).toContain('Exit codes')
        expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(100)
      }
    },
  )

  it('documents every bound of the server with its default', async () => {
    const { out } = await cli(['serve', '--help'])
    for (const [name, { fallback }] of Object.entries(BOUND_RANGES)) {
      const option = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
      expect(out).toMatch(new RegExp(`--${option} .*\\(${fallback}, `))
    }
  })

  it('shows the version of the package', async () => {
    const manifest = join(import.meta.dirname, '../../package.json')
    const { version } = JSON.parse(readFileSync(manifest, 'utf8'))
    expect((await cli(['--version'])).out).toBe(version)
    expect((await cli(['-v'])).code).toBe(0)
  })

  it('without a command is a mistake', async () => {
    const { code, out, err } = await cli([])
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain('Usage')
  })

  it.each([
    ['sevre', 'serve'],
    ['evl', 'eval'],
    ['lnit', 'lint'],
    ['--versoin', '--version'],
  ])('guesses what %s was to be', async (word, guess) => {
    const { code, err } = await cli([word])
    expect(code).toBe(2)
    expect(err).toContain(`did you mean ${guess}?`)
  })

  it('does not guess wildly', async () => {
    const { code, err } = await cli(['deploy'])
    expect(code).toBe(2)
    expect(err).not.toContain('did you mean')
  })
})

describe('nearest', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
  ])('%s to %s takes %i edits', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits)
    expect(editDistance(to, from)).toBe(edits)
  })

  it('takes the first of the nearest, and none when all are far', () => {
    expect(nearest('chekout', ['banner', 'checkout', 'checkouts'])).toBe('checkout')
    expect(nearest('x', ['banner'])).toBeUndefined()
  })
})

describe('the executable', () => {
  it('exits with the code of its command', async () => {
    const good = new Child(['eval', 'banner', '--config', configFile()])
    expect(await good.code()).toBe(0)
    expect(good.out).toContain('value    true')
    const bad = new Child(['evl'])
    expect(await bad.code()).toBe(2)
    expect(bad.out).toBe('')
  })

  it('looks for sluice.yaml where it stands', async () => {
    const child = new Child(['eval', 'banner'], { cwd: dirname(configFile()) })
    expect(await child.code()).toBe(0)
    const empty = new Child(['eval', 'banner'], { cwd: dirname(file('other.yaml', '')) })
    expect(await empty.code()).toBe(3)
  })

  it('reads a context from a pipe', async () => {
    const child = new Child(['eval', 'plan', '--config', configFile(), '--context', '-'])
    child.process.stdin.end('{"plan":"pro"}')
    expect(await child.code()).toBe(0)
    expect(child.out).toContain('gold')
  })
})
