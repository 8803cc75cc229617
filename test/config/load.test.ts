// What goes in and what comes out when all is well, and that no name can do harm.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { emptyConfig } from '../../src/config/types.ts'
import { brief, flag, loadText, temporaryFolder } from './helpers.ts'

const whole = `
$schema: https://sluice.dev/schema/v0/sluice.json
flags:
  new-checkout:
    state: ENABLED
    variants: { on: true, off: false }
    defaultVariant: off
    targeting:
      if: [{ $ref: staff }, 'on', null]
    metadata: { owner: payments }
$evaluators:
  staff: { ends_with: [{ var: email }, '@example.com'] }
metadata: { version: 3 }
limits:
  per-key: { rate: 100/s, burst: 200, key: key.id }
sets: { team: [anna, ben] }
fractional: 3
`

describe('a config that is well', () => {
  it('comes out as it is written, with the algorithm of a limit filled in', async () => {
    const { config, files, problems } = await loadText(whole)
    expect(problems).toEqual([])
    expect(files).toHaveLength(1)
    expect(config).toEqual({
      ...emptyConfig(),
      flags: {
        'new-checkout': {
          state: 'ENABLED',
          variants: { on: true, off: false },
          defaultVariant: 'off',
          targeting: { if: [{ $ref: 'staff' }, 'on', null] },
          metadata: { owner: 'payments' },
        },
      },
      evaluators: { staff: { ends_with: [{ var: 'email' }, '@example.com'] } },
      metadata: { version: 3 },
      limits: { 'per-key': { algorithm: 'gcra', rate: '100/s', burst: 200, key: 'key.id' } },
      sets: { team: { ids: ['anna', 'ben'] } },
      fractionalVersion: 3,
    })
  })

  it('is the same from YAML, from JSON, from JSON in a YAML file and from an object', async () => {
    const object = { flags: { a: flag() }, limits: { b: { rate: '1/s', algorithm: 'gcra' } } }
    const json = JSON.stringify(object)
    const loaded = [
      await loadConfig(object),
      await loadText(json, 'sluice.json'),
      await loadText(json, 'sluice.yaml'),
      await loadText(`\uFEFF${json}`, 'sluice.json'),
      await loadText(`# JSON is YAML\n${json}`, 'sluice.yml'),
    ]
    for (const { config, problems } of loaded) {
      expect(problems).toEqual([])
      expect(config).toEqual({ ...emptyConfig(), ...object })
    }
  })

  it('may have its flags in a list, each with its key', async () => {
    const { config, problems } = await loadConfig({ flags: [{ key: 'a', ...flag() }] })
    expect(problems).toEqual([])
    expect(config.flags).toEqual({ a: flag() })
  })

  it('reads words, dates and numbers as YAML 1.2 does: on, no and 1.10 as a name are strings', async () => {
    const { config, problems } = await loadText(
      'flags: { f: { state: ENABLED, variants: { on: no, 1.10: yes, true: 2026-01-01 } } }',
    )
    expect(problems).toEqual([])
    expect(config.flags.f?.variants).toEqual({ on: 'no', '1.10': 'yes', true: '2026-01-01' })
  })

  it('may repeat a value with an alias', async () => {
    const { config, problems } = await loadText(
      'flags:\n  a: { state: ENABLED, variants: &v { on: 1 } }\n  b: { state: DISABLED, variants: *v }',
    )
    expect(problems).toEqual([])
    expect(config.flags.b).toEqual({ state: 'DISABLED', variants: { on: 1 } })
  })
})

describe('names that are properties of every object', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

  it.each([
    [
      'YAML',
      'sluice.yaml',
      (name: string) => `flags: { ${name}: { state: ENABLED, variants: { ${name}: 1 } } }`,
    ],
    [
      'JSON',
      'sluice.json',
      (name: string) => `{"flags":{"${name}":{"state":"ENABLED","variants":{"${name}":1}}}}`,
    ],
  ])('are names like any other in %s', async (_, file, textOf) => {
    for (const name of names) {
      const { config, problems } = await loadText(textOf(name), file)
      expect(problems).toEqual([])
      expect(Object.keys(config.flags)).toEqual([name])
      expect(config.flags[name]?.variants[name]).toBe(1)
      expect(Object.getPrototypeOf(config.flags)).toBe(null)
    }
    expect(Object.prototype).not.toHaveProperty('state')
  })

  it('are not found where nobody defined them', async () => {
    const { config, problems } = await loadConfig({
      flags: { a: flag({ defaultVariant: 'toString' }) },
    })
    expect(problems.map(problem => problem.code)).toEqual(['DEFAULT_VARIANT_UNKNOWN'])
    expect(config.flags.constructor).toBe(undefined)
  })
})

describe('a folder', () => {
  it('is read in the order of names, without hidden files, other files and subfolders', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'b.json'), JSON.stringify({ flags: { b: flag() } }))
    await writeFile(join(folder, 'a.yaml'), 'limits: { a: { rate: 1/s } }')
    await writeFile(join(folder, 'c.yml'), 'metadata: { c: 1 }')
    await writeFile(join(folder, '.hidden.yaml'), '][')
    await writeFile(join(folder, 'README.md'), '][')
    await mkdir(join(folder, 'd.yaml'))
    const { config, files, problems } = await loadConfig(folder)
    expect(problems).toEqual([])
    expect(files).toEqual(['a.yaml', 'b.json', 'c.yml'].map(name => join(folder, name)))
    expect(Object.keys(config.flags)).toEqual(['b'])
    expect(Object.keys(config.limits)).toEqual(['a'])
    expect(config.metadata).toEqual({ c: 1 })
  })

  it('defines each name in one file only', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), `flags:\n  x: ${JSON.stringify(flag())}`)
    await writeFile(
      join(folder, 'b.json'),
      JSON.stringify({ flags: [{ key: 'x', ...flag() }] }, null, 1),
    )
    const { problems } = await loadConfig(folder)
    expect(problems.map(brief)).toEqual(["4:11 KEY_DUPLICATE 'x' is defined twice"])
    expect(problems[0]?.position?.file).toBe(join(folder, 'b.json'))
    expect(problems[0]?.found).toBe(`the same name at ${join(folder, 'a.yaml')}:2:3`)
  })

  it('reports a link to nothing, and an empty folder', async () => {
    const folder = await temporaryFolder()
    expect((await loadConfig(folder)).problems.map(problem => problem.code)).toEqual([
      'FOLDER_INVALID',
    ])
    await symlink(join(folder, 'nothing'), join(folder, 'a.yaml'))
    expect((await loadConfig(folder)).problems.map(problem => problem.code)).toEqual([
      'FILE_NOT_FOUND',
    ])
  })
})

describe('locate', () => {
  it('finds values, and the nearest value above a path that leads nowhere', async () => {
    const { locate } = await loadText(whole)
    const place = (...path: (string | number)[]) => {
      const position = locate(path)
      return `${position?.line}:${position?.column}`
    }
    expect(place('flags', 'new-checkout', 'state')).toBe('5:12')
    expect(place('flags', 'new-checkout', 'targeting', 'if', 1)).toBe('9:29')
    expect(place('flags', 'new-checkout', 'targeting', 'if', 0, '$ref')).toBe('9:20')
    expect(place('flags', 'new-checkout', 'targeting', 'if', 7, 'x')).toBe('9:11')
    expect(place('evaluators', 'staff', 'ends_with', 1)).toBe('12:40')
    expect(place('$evaluators', 'staff', 'ends_with', 1)).toBe('12:40')
    expect(place('limits', 'per-key', 'rate')).toBe('15:20')
    expect(place('limits', 'nobody')).toBe('15:3')
    expect(place('sets', 'team')).toBe('16:15')
    expect(place('sets', 'team', 1)).toBe('16:22')
    expect(place('sets', 'nobody')).toBe('16:7')
    expect(place('fractional')).toBe('17:13')
    expect(place('fractionalVersion')).toBe('17:13')
    expect(place()).toBe('2:1')
  })

  it('finds values of a flag in a list, in JSON, in a folder and behind an alias', async () => {
    const folder = await temporaryFolder()
    const list = {
      flags: [
        { key: 'a', ...flag() },
        { key: 'b', ...flag({ targeting: {} }) },
      ],
    }
    await writeFile(join(folder, 'a.json'), JSON.stringify(list, null, 2))
    await writeFile(
      join(folder, 'b.yaml'),
      'flags:\n  c: { state: ENABLED, variants: &v { on: 1 } }\n  d: { state: ENABLED, variants: *v }',
    )
    const { locate, problems } = await loadConfig(folder)
    expect(problems).toEqual([])
    expect(locate(['flags', 'b', 'targeting'])).toEqual({
      file: join(folder, 'a.json'),
      line: 18,
      column: 20,
    })
    expect(locate(['flags', 'd', 'variants'])).toMatchObject({ line: 3, column: 34 })
    expect(locate(['flags', 'd', 'variants', 'on'])).toMatchObject({ line: 2, column: 43 })
  })

  it('finds nothing in an object', async () => {
    expect((await loadConfig({ flags: {} })).locate(['flags'])).toBe(undefined)
  })
})

describe('whatever is in a file or an object', () => {
  const word = fc.constantFrom(
    ...[
      'flags',
      'limits',
      'sets',
      'file',
      'fractional',
      '$evaluators',
      'metadata',
      'state',
      'ENABLED',
      'variants',
      'on',
      'if',
      'var',
      '$ref',
    ],
    ...[
      'rate',
      '1/s',
      '<<',
      '&a',
      '*a',
      '!!str',
      '!x',
      '---',
      '...',
      '%YAML 1.1',
      '#',
      '|',
      '>',
      '?',
      '-',
      ':',
    ],
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '\n',
      '\n  ',
      '\n    ',
      ' ',
      ': ',
      '- ',
      '__proto__',
      '.inf',
      '\\',
      '~',
    ],
  )

  it('loadConfig returns, and its problems have codes and positions', async () => {
    const folder = await temporaryFolder()
    const texts = fc.oneof(
      fc.array(word, { maxLength: 40 }).map(words => words.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.json().map(json => `{"flags":${json}}`),
    )
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('a.yaml', 'a.json'), async (text, name) => {
        const file = join(folder, name)
        await writeFile(file, text)
        const { problems } = await loadConfig(file)
        for (const problem of problems) {
          expect(problem.code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
          expect(problem.position?.line).toBeGreaterThan(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('loadConfig returns for objects of any kind', async () => {
    const section = fc.constantFrom(
      ...['flags', 'limits', 'sets', 'fractional', '$evaluators', 'metadata', 'x'],
    )
    const objects = fc.dictionary(
      section,
      fc.anything({ withBigInt: true, withDate: true, withMap: true }),
    )
    await fc.assert(
      fc.asyncProperty(fc.oneof(objects, fc.object(), fc.array(fc.anything())), async object => {
        const { problems } = await loadConfig(object)
        expect(problems.every(problem => problem.position === undefined)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
