// Tenants and keys in files with one JSON object a line: what counts as a line, what is said of one that is wrong, and
// that a million of them are read line by line.
import { createHash } from 'node:crypto'
import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntityLine, readKeys, readTenants } from '../../src/config/entities.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { EntityFile, LoadedConfig } from '../../src/config/types.ts'
import { formatProblem } from '../../src/problems.ts'
import { replace, temporaryFolder, watched } from './helpers.ts'

const digest = createHash('sha256').update('a key').digest('base64url')
const hash = `sha256:${digest}`

function fileOf(content: string): EntityFile {
  return { file: 'keys.ndjson', bytes: new TextEncoder().encode(content) }
}

/** The ids of the keys, or the problems, of a file with that content. */
function read(content: string, reader: typeof readKeys | typeof readTenants = readKeys): string[] {
  const lines: EntityLine<{ id: string }>[] = [...reader(fileOf(content))]
  return lines.map(line =>
    'definition' in line ? `${line.line} ${line.definition.id}` : formatProblem(line.problem),
  )
}

/** Loads a config whose keys and tenants are in files with these contents. */
async function loadFiles(files: Record<string, string | Uint8Array>): Promise<LoadedConfig> {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  const sections = Object.keys(files).map(name => `${name.split('.')[0]}: { file: ${name} }`)
  await writeFile(join(folder, 'sluice.yaml'), sections.join('\n'))
  return await loadConfig(join(folder, 'sluice.yaml'))
}

describe('a file of keys', () => {
  it('has one key a line, as the config has it', () => {
    const key = (id: string) => JSON.stringify({ id, hash })
    expect(read(`${key('a')}\n\n${key('b')}\r\n\r\n ${key('c')} \n${key('日本')}`)).toEqual([
      '1 a',
      '3 b',
      '5 c',
      '6 日本',
    ])
    expect(read('')).toEqual([])
    const [line] = readKeys(fileOf(JSON.stringify({ id: 'a', hash, expires: '2027-01-01' })))
    expect(line).toEqual({
      line: 1,
      definition: {
        id: 'a',
        hash: { algorithm: 'sha256', digest },
        roles: [],
        permissions: [],
        expiresMs: Date.UTC(2027, 0, 1),
        state: 'active',
        networks: [],
      },
    })
  })

  it('says what is wrong in a line, with its column, and goes on', () => {
    const wrong = [
      '{"id":"a"}',
      `{"id":"a","hash":"${hash}","state":"on"}`,
      `{"id":"a","hash":"${hash}","roles":[5],"more":1}`,
      '[1]',
      '{"id":"a",}',
      '{"id":"a"',
      'sk_live_8Jd0Xk2p_k3jF9sLq0ZxWv7BnMtYc2RdEgHaUio1qT9Zb',
      `{"id":"a","id":"b","hash":"${hash}"}`,
      `${'['.repeat(300)}${']'.repeat(300)}`,
      `{"id":"a","hash":"${hash}","more":${'{"a":'.repeat(20_00)}1${'}'.repeat(20_00)}}`,
      `{"id":"${'a'.repeat(65_536)}","hash":"${hash}"}`,
      `{"id":"a","hash":"${hash}","__proto__":{"state":"active"}}`,
    ]
    const lines = read(`${wrong.join('\n')}\n{"id":"z","hash":"${hash}"}`)
    const known =
      'one of id, hash, tenant, subject, roles, permissions, expires, state, rotated, networks'
    const role = '1 to 128 printable characters without spaces'
    expect(lines).toEqual([
      "keys.ndjson:1:1: error SCHEMA_REQUIRED: the key lacks 'hash' (at keys.file; expected a property 'hash'; found an object without it)",
      'keys.ndjson:2:79: error SCHEMA_ENUM: \'state\' must be active, disabled or revoked (at keys.file; expected one of active, disabled, revoked; found "on")',
      `keys.ndjson:3:83: error SCHEMA_PROPERTY_UNKNOWN: unknown property 'more' (at keys.file; expected ${known}; found "more")`,
      `keys.ndjson:3:80: error SCHEMA_TYPE: item 1 of 'roles' must be ${role} (at keys.file; expected ${role}; found 5)`,
      'keys.ndjson:4:1: error SCHEMA_TYPE: the key must be an object (at keys.file; expected an object; found a list)',
      'keys.ndjson:5:11: error DATA_LINE_INVALID: the line cannot be read: a key must be in double quotes (at keys.file; expected a key)',
      "keys.ndjson:6:10: error DATA_LINE_INVALID: the line cannot be read: the object does not end here (at keys.file; expected ',' or '}')",
      'keys.ndjson:7:1: error DATA_LINE_INVALID: the line cannot be read: no value starts like this (at keys.file; expected a value)',
      "keys.ndjson:8:11: error KEY_DUPLICATE: 'id' is defined twice (at keys.file; expected each name once; found the same name at column 2)",
      'keys.ndjson:9:257: error DATA_LINE_INVALID: the line cannot be read: values are nested too deeply (at keys.file; expected a JSON object)',
      expect.stringMatching(
        /^keys.ndjson:10:\d+: error DATA_LINE_INVALID: the line cannot be read: values are nested too deeply/,
      ),
      expect.stringMatching(
        /^keys.ndjson:11:1: error DATA_LINE_TOO_LONG: the line is too long \(at keys.file; expected at most 65536 bytes; found 656\d\d characters\)$/,
      ),
      `keys.ndjson:12:71: error SCHEMA_PROPERTY_UNKNOWN: unknown property '__proto__' (at keys.file; expected ${known}; found "__proto__")`,
      '13 z',
    ])
    expect(lines.join()).not.toContain(digest.slice(0, 12))
    expect(lines.join()).not.toContain('k3jF9sLq0Zx')
  })

  it('gives back what was written', () => {
    const id = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter(text => !/\p{Cc}/u.test(text) && text.isWellFormed())
    const line = fc.tuple(id, fc.constantFrom('\n', '\r\n', '\n\n'))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), written => {
        const content = written.map(([text, end]) => `${JSON.stringify({ id: text, hash })}${end}`)
        const found = read(content.join('')).map(text => text.replace(/^\d+ /, ''))
        expect(found).toEqual(written.map(([text]) => text))
      }),
    )
  })

  it('is read as its lines are asked for', () => {
    const lines = readKeys(fileOf(`{"id":"a","hash":"${hash}"}\n`.repeat(300_000)))
    const startMs = performance.now()
    expect(lines.next().value).toMatchObject({ line: 1 })
    // 30 MB of text take 200 ms and more to read.
    expect(performance.now() - startMs).toBeLessThan(50)
    lines.return(undefined)
  })
})

describe('a file of tenants', () => {
  it('has one tenant a line, with its id', () => {
    const content =
      '{"id":"acme","plan":"free","used":{"__proto__":2}}\n{"plan":"free"}\n{"id":"x","trial":{"plan":"a"}}'
    expect(read(content, readTenants)).toEqual([
      '1 acme',
      "keys.ndjson:2:1: error SCHEMA_REQUIRED: the tenant lacks 'id' (at tenants.file; expected a property 'id'; found an object without it)",
      "keys.ndjson:3:11: error SCHEMA_REQUIRED: 'trial' lacks 'until' (at tenants.file; expected a property 'until'; found an object without it)",
    ])
    const [line] = readTenants(fileOf(content))
    expect(line && 'definition' in line && Object.entries(line.definition.used)).toEqual([
      ['__proto__', 2],
    ])
  })
})

describe('a config whose keys and tenants are in files', () => {
  it('has their bytes, and looks at no line', async () => {
    const { config, problems, setFiles } = await loadFiles({
      'keys.ndjson': `\uFEFF{"id":"a","hash":"${hash}","tenant":"nobody"}\nnot JSON`,
      'tenants.ndjson': '',
    })
    expect(problems).toEqual([])
    expect([config.keys, config.tenants]).toEqual([[], {}])
    expect(setFiles.map(file => file.split('/').at(-1)).sort()).toEqual([
      'keys.ndjson',
      'tenants.ndjson',
    ])
    const [keys] = config.keyFiles
    expect(keys?.file).toBe(setFiles.find(file => file.endsWith('keys.ndjson')))
    expect(Array.from(readKeys(keys!), line => 'definition' in line)).toEqual([true, false])
    expect(config.tenantFiles.map(({ bytes }) => bytes.length)).toEqual([0])
  })

  it('may have some in the config too, in another file of a folder', async () => {
    const folder = await temporaryFolder()
    await writeFile(
      join(folder, 'a.yaml'),
      `keys: [{ id: a, hash: "${hash}" }]\ntenants: { t: {} }`,
    )
    await writeFile(join(folder, 'b.yaml'), 'keys: { file: k.ndjson }\ntenants: { file: t.ndjson }')
    await writeFile(join(folder, 'k.ndjson'), '')
    await writeFile(join(folder, 't.ndjson'), '')
    const { config, problems, locate } = await loadConfig(folder)
    expect(problems).toEqual([])
    expect([config.keys.length, config.keyFiles.length]).toEqual([1, 1])
    expect([Object.keys(config.tenants), config.tenantFiles.length]).toEqual([['t'], 1])
    expect(locate(['keys', 0])?.file).toBe(join(folder, 'a.yaml'))
  })

  it('may have a tenant called file', async () => {
    const { config, problems } = await loadConfig({ tenants: { file: { state: 'suspended' } } })
    expect(problems).toEqual([])
    expect(config.tenants.file).toMatchObject({ id: 'file', state: 'suspended' })
  })

  it.each([
    [
      'keys: { files: a }',
      "1:1 SCHEMA_REQUIRED 'keys' lacks 'file'",
      "1:9 SCHEMA_PROPERTY_UNKNOWN unknown property 'files'; did you mean 'file'?",
    ],
    ['keys: { file: 5 }', "1:15 SCHEMA_TYPE 'file' must be a string"],
    ['keys: { file: "" }', "1:15 SCHEMA_LENGTH 'file' is empty"],
    ['tenants: { file: "" }', "1:18 SCHEMA_LENGTH 'file' is empty"],
    [
      'tenants: { file: no.ndjson, acme: {} }',
      '1:18 DATA_FILE_NOT_FOUND there is no file FOLDER/no.ndjson',
      "1:29 SCHEMA_PROPERTY_UNKNOWN unknown property 'acme'",
    ],
    ['tenants: { file: folder }', '1:18 DATA_FILE_UNREADABLE FOLDER/folder is a folder'],
    [
      'keys: { file: latin.ndjson }',
      'latin:2:1 DATA_FILE_ENCODING line 2 of FOLDER/latin.ndjson is not text in UTF-8',
    ],
    ['keys: { file: large.ndjson }', '1:15 DATA_FILE_TOO_LARGE FOLDER/large.ndjson is too large'],
    [
      'keys: { file: long.ndjson }',
      'long:3:1 DATA_LINE_TOO_LONG line 3 of FOLDER/long.ndjson is too long for a tenant or a key',
    ],
    [
      'sets: { a: { file: long.ndjson } }\nkeys: { file: sluice.yaml }\nflags: {}',
      'long:3:1 SET_ID_TOO_LONG line 3 of FOLDER/long.ndjson is too long for an id',
    ],
  ])('%s', async (text, ...expected) => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'folder'))
    await writeFile(join(folder, 'latin.ndjson'), Buffer.from('{}\n"\xe9"', 'latin1'))
    await writeFile(join(folder, 'long.ndjson'), `{}\n{}\n${'x'.repeat(65_537)}\n`)
    const handle = await open(join(folder, 'large.ndjson'), 'w')
    await handle.truncate(512 * 1024 * 1024 + 1)
    await handle.close()
    await writeFile(join(folder, 'sluice.yaml'), text)
    const { problems } = await loadConfig(join(folder, 'sluice.yaml'))
    const lines = problems.map(({ position, code, message }) => {
      const file = position?.file.endsWith('.yaml')
        ? ''
        : `${position?.file.split('/').at(-1)?.split('.')[0]}:`
      return `${file}${position?.line}:${position?.column} ${code} ${message.replaceAll(folder, 'FOLDER')}`
    })
    expect(lines).toEqual(expected)
  })

  it('is watched with them', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'keys.ndjson')
    await writeFile(file, '')
    await writeFile(join(folder, 'sluice.yaml'), 'keys: { file: keys.ndjson }')
    const { watch, changeBy } = await watched(join(folder, 'sluice.yaml'))
    await loadConfig(join(folder, 'sluice.yaml'), { follow: content => watch.follow(content) })
    await changeBy(() => replace(file, `{"id":"a","hash":"${hash}"}`))
  })
})
