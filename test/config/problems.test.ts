// Every way to get a file or an object wrong, with the line that a person gets to read.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { formatProblem } from '../../src/problems.ts'
import { brief, flag, loadText, temporaryFolder } from './helpers.ts'

async function problemsOf(text: string | Uint8Array, name?: string): Promise<string[]> {
  return (await loadText(text, name)).problems.map(brief)
}

describe('a file', () => {
  it('that is not there, or not readable as text', async () => {
    const folder = await temporaryFolder()
    const missing = join(folder, 'no.yaml')
    const { problems, config, files } = await loadConfig(missing)
    expect(problems.map(brief)).toEqual([`FILE_NOT_FOUND there is no file ${missing}`])
    expect([Object.keys(config.flags), files]).toEqual([[], []])
    expect(await problemsOf(Uint8Array.of(0x61, 0xff))).toEqual([
      expect.stringMatching(/^1:1 FILE_ENCODING .* is not text in UTF-8$/),
    ])
  })

  it('that is too large', async () => {
    const problems = await problemsOf(Buffer.alloc(64 * 1024 * 1024 + 1, ' '))
    expect(problems).toEqual([expect.stringMatching(/^FILE_TOO_LARGE .* is too large$/)])
  })

  it('in the place of a folder', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a'), '')
    const { problems } = await loadConfig(join(folder, 'a', 'b.yaml'))
    expect(problems.map(problem => problem.code)).toEqual(['FILE_NOT_FOUND'])
  })

  it.each([
    ['', '1:1 FILE_EMPTY the file is empty'],
    ['\n# only a comment\n', '1:1 FILE_EMPTY the file is empty'],
    ['null', '1:1 FILE_EMPTY the file is empty'],
    ['[1]', '1:1 SCHEMA_TYPE the config must be an object'],
    ['text', '1:1 SCHEMA_TYPE the config must be an object'],
    ['{}', '1:1 CONFIG_EMPTY the config has none of the sections that decide anything'],
    [
      'metadata: { a: 1 }',
      '1:1 CONFIG_EMPTY the config has none of the sections that decide anything',
    ],
  ])('with %j', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([problem])
  })
})

describe('YAML', () => {
  it.each([
    [
      'flags:\n  a: [1',
      '2:8 YAML_SYNTAX flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['flags:\n\ta: 1', '2:1 YAML_SYNTAX tabs are not allowed as indentation'],
    ['flags: {}\n---\nflags: {}', '2:1 YAML_DOCUMENTS a config file holds one YAML document'],
    ['flags: !vault x', '1:8 YAML_TAG_UNKNOWN unresolved tag: !vault'],
    ['flags: !!binary aGk=', '1:8 YAML_TAG_UNKNOWN unresolved tag: tag:yaml.org,2002:binary'],
    ['flags: {}\nflags: {}', "2:1 KEY_DUPLICATE 'flags' is defined twice"],
    ['metadata: { a: 1, "a": 2 }\nflags: {}', "1:19 KEY_DUPLICATE 'a' is defined twice"],
    ['flags: *nobody', "1:8 YAML_ALIAS the alias '*nobody' has no anchor"],
    ['flags: &a { b: *a }', "1:16 YAML_ALIAS the alias '*a' stands for itself"],
    [
      'x: &x {}\nflags: { <<: *x }',
      "2:10 YAML_MERGE_KEY merge keys ('<<') are YAML 1.1, and this file is read as YAML 1.2",
    ],
    ['metadata: { a: .nan }\nflags: {}', '1:16 NUMBER_NOT_FINITE a number must be finite'],
    ['flags: { ? { a: 1 } : 1 }', '1:12 YAML_SYNTAX a key must be a text'],
  ])('%j', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([problem])
  })

  it('reports every syntax error of a file', async () => {
    const problems = await problemsOf('flags:\n  a: "x\\q"\n  b: "y\\q"\n')
    expect(problems).toEqual([
      '2:8 YAML_SYNTAX invalid escape sequence \\q',
      '3:8 YAML_SYNTAX invalid escape sequence \\q',
    ])
  })

  it('refuses aliases that stand for a billion values, and brackets without end', async () => {
    const lines = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]']
    for (let index = 1; index < 10; index++) {
      lines.push(
        `a${index}: &a${index} [${Array(10)
          .fill(`*a${index - 1}`)
          .join()}]`,
      )
    }
    const bomb = await loadText(lines.join('\n'))
    expect(bomb.problems.map(problem => problem.code)).toEqual(['YAML_ALIASES'])
    for (const name of ['deep.yaml', 'deep.json']) {
      const deep = await loadText(`{"flags":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, name)
      expect(deep.problems.map(problem => problem.code)).toEqual(['NESTING_TOO_DEEP'])
    }
  })
})

describe('JSON', () => {
  it.each([
    ['{"flags": {},}', '1:14 JSON_SYNTAX a key must be in double quotes'],
    ['{"flags": {} "limits": {}}', '1:14 JSON_SYNTAX the object does not end here'],
    ['{\n  "flags" {}\n}', '2:11 JSON_SYNTAX a colon is missing after the key'],
    ['{"flags": [1 2]}', '1:14 JSON_SYNTAX the list does not end here'],
    ['{"flags": nul}', '1:11 JSON_SYNTAX no value starts like this'],
    ['{"flags": 01}', '1:11 JSON_SYNTAX no value starts like this'],
    ['{"flags": "a\nb"}', '1:13 JSON_SYNTAX the string does not end on its line'],
    ['{"flags": "\\x"}', '1:11 JSON_SYNTAX the string holds an escape that JSON does not know'],
    ['{} {}', '1:4 JSON_SYNTAX there is more after the end of the value'],
    ['{"flags": {}', '1:13 JSON_SYNTAX the object does not end here'],
    ['{"flags": {}, "metadata": {"a": 1e999}}', '1:33 NUMBER_NOT_FINITE a number must be finite'],
    [
      '{"flags": {}, "metadata": {"a:": 1, "b": ":", "a:": 2}}',
      "1:47 KEY_DUPLICATE 'a:' is defined twice",
    ],
  ])('%j', async (text, problem) => {
    expect(await problemsOf(text, 'sluice.json')).toEqual([problem])
  })
})

describe('sections', () => {
  it.each([
    ['flgas', "SECTION_UNKNOWN unknown section 'flgas'; did you mean 'flags'?"],
    ['evaluators', "SECTION_UNKNOWN unknown section 'evaluators'; did you mean '$evaluators'?"],
    ['something', "SECTION_UNKNOWN unknown section 'something'"],
    ['quota', "SECTION_UNKNOWN unknown section 'quota'; did you mean 'quotas'?"],
    ['session', "SECTION_UNKNOWN unknown section 'session'; did you mean 'sessions'?"],
  ])('%s', async (name, problem) => {
    expect(await problemsOf(`limits: {}\n${name}: {}`)).toEqual([`2:1 ${problem}`])
  })

  it.each([
    ['flags: 5', "1:8 SCHEMA_TYPE 'flags' must be an object or a list"],
    ['flags:\n', "1:7 SCHEMA_TYPE 'flags' must be an object or a list"],
    ['flags: { "": {} }', "1:10 SCHEMA_NAME_EMPTY a name in 'flags' is empty"],
    ['flags: [{}]', "1:9 SCHEMA_REQUIRED item 1 of 'flags' lacks 'key'"],
    [
      'flags: {}\nmetadata: { a: [] }',
      "2:16 SCHEMA_TYPE 'a' must be a string, a number or a boolean",
    ],
    ['flags: {}\n$evaluators: { a: x }', "2:19 SCHEMA_TYPE 'a' must be an object"],
    ['flags: {}\n$schema: 5', "2:10 SCHEMA_TYPE '$schema' must be a string"],
  ])('%j', async (text, problem) => {
    expect(await problemsOf(text)).toContain(problem)
  })
})

describe('an object', () => {
  it('that JSON cannot say is refused, with the path', async () => {
    const cycle: Record<string, unknown> = {}
    cycle.flags = { a: cycle }
    const throwing = Object.defineProperty({}, 'flags', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    const lines = async (source: object) => (await loadConfig(source)).problems.map(formatProblem)
    expect(await lines(cycle)).toEqual([
      'error VALUE_NOT_JSON: the value holds itself (at flags.a; expected no cycle; found a cycle)',
    ])
    expect(await lines({ flags: new Map() })).toEqual([
      'error VALUE_NOT_JSON: JSON has no such object (at flags; expected a plain object; found Map)',
    ])
    expect(await lines({ flags: {}, metadata: { a: NaN } })).toEqual([
      'error NUMBER_NOT_FINITE: a number must be finite (at metadata.a; expected a number; found NaN)',
    ])
    expect(await lines(throwing)).toEqual([
      'error VALUE_NOT_JSON: the object cannot be read: Error: no',
    ])
    expect(await lines([])).toEqual([
      'error SCHEMA_TYPE: the config must be an object (expected an object; found an empty list)',
    ])
  })
})

describe('many problems', () => {
  it('come all at once, in the order of files and lines', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'sub'))
    await writeFile(
      join(folder, 'a.yaml'),
      'limits:\n  a: { rate: 1 }\n  b: { rate: 2 }\nquots: {}',
    )
    await writeFile(join(folder, 'b.yaml'), 'flags:\n  a: [')
    await writeFile(join(folder, 'c.json'), '{"flags": {"f": {}}}')
    const { problems } = await loadConfig(folder)
    const places = problems.map(
      ({ position, code }) => `${position?.file.at(-6)} ${position?.line} ${code}`,
    )
    expect(places).toEqual([
      'a 2 SCHEMA_TYPE',
      'a 3 SCHEMA_TYPE',
      'a 4 SECTION_UNKNOWN',
      'b 2 YAML_SYNTAX',
      'c 1 SCHEMA_REQUIRED',
      'c 1 SCHEMA_REQUIRED',
    ])
  })

  it('are cut at a thousand, and errors come before warnings', async () => {
    const flags = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`f${index}`, flag({ x: 1 })]),
    )
    const { problems } = await loadConfig({ flags, limits: { a: { rate: '0/s' } } })
    expect(problems).toHaveLength(1001)
    expect(problems.filter(problem => problem.severity === 'error').map(brief)).toEqual([
      'RATE_INVALID a rate of zero admits nothing',
    ])
    expect(problems.at(-1)?.code).toBe('PROBLEMS_CUT')
  })
})
