// Sets of ids, in the config and in files of their own: what counts as an id, where files are looked
// for, and every way to get one wrong.
import { execFileSync } from 'node:child_process'
import { mkdir, open, symlink, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DataFileReader, type NamedFile } from '../../src/config/data-files.ts'
import type { ReadContent } from '../../src/config/digest.ts'
import { digestFile, fingerprint } from '../../src/config/fingerprint.ts'
import { eachId } from '../../src/config/id-lines.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { LoadedConfig, SetDefinition } from '../../src/config/types.ts'
import { formatProblem } from '../../src/problems.ts'
import { brief, loadText, temporaryFolder } from './helpers.ts'

async function problemsOf(text: string): Promise<string[]> {
  return (await loadText(text)).problems.map(brief)
}

function idsOf(set: SetDefinition | undefined): readonly string[] {
  if (set === undefined) return ['(no such set)']
  if ('ids' in set) return set.ids
  const ids: string[] = []
  eachId(set.bytes, (start, end) => {
    ids.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(set.bytes.subarray(start, end)))
  })
  return ids
}

/** Loads a config with one set, `beta`, in a file with that content. */
async function loadBeta(content: string | Uint8Array): Promise<LoadedConfig> {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'beta.txt'), content)
  await writeFile(join(folder, 'sluice.yaml'), 'flags: {}\nsets:\n  beta: { file: beta.txt }\n')
  return await loadConfig(join(folder, 'sluice.yaml'))
}

/** Lines for people, with the folder they are in cut away. */
function lines({ problems }: LoadedConfig, folder: string): string[] {
  return problems.map(problem => formatProblem(problem).replaceAll(`${folder}/`, ''))
}

/** A file of that size without content, which takes no room on the disk. */
async function writeSparse(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'w')
  await handle.truncate(bytes)
  await handle.close()
}

describe('a set in the config', () => {
  it('is a list of strings, with any name, in the order given', async () => {
    const { config, problems, setFiles } = await loadText(`
flags: {}
sets:
  staff: [anna, ben, '42', ' ', 日本]
  nobody: []
  __proto__: [x]
`)
    expect(problems).toEqual([])
    expect(Object.keys(config.sets)).toEqual(['staff', 'nobody', '__proto__'])
    expect(idsOf(config.sets.staff)).toEqual(['anna', 'ben', '42', ' ', '日本'])
    expect(idsOf(config.sets.nobody)).toEqual([])
    expect(config.sets).not.toHaveProperty('constructor')
    expect(setFiles).toEqual([])
  })

  it.each([
    ['sets: []', "1:7 SCHEMA_TYPE 'sets' must be an object"],
    ['sets: { "": [a] }', "1:9 SCHEMA_NAME_EMPTY a name in 'sets' is empty"],
    ['sets: { a: anna }', "1:12 SCHEMA_TYPE 'a' must be a list of ids, or { file: path }"],
    ['sets: { a: }', "1:12 SCHEMA_TYPE 'a' must be a list of ids, or { file: path }"],
    [
      'sets: { a: [x, 42] }',
      "1:16 SCHEMA_TYPE item 2 of 'a' must be an id: a string, in quotes where it looks like something else",
    ],
    [
      'sets: { a: [[x]] }',
      "1:13 SCHEMA_TYPE item 1 of 'a' must be an id: a string, in quotes where it looks like something else",
    ],
    ['sets: { a: [""] }', "1:13 SCHEMA_LENGTH item 1 of 'a' is empty"],
    ['sets: { a: [x], a: [y] }', "1:17 KEY_DUPLICATE 'a' is defined twice"],
    ['sets: { a: {} }', "1:9 SCHEMA_REQUIRED 'a' lacks 'file'"],
    ['sets: { a: { file: 5 } }', "1:20 SCHEMA_TYPE 'file' must be a string"],
    ['sets: { a: { file: "" } }', "1:20 SCHEMA_LENGTH 'file' is empty"],
    ['set: {}', "1:1 SECTION_UNKNOWN unknown section 'set'; did you mean 'sets'?"],
    [
      'sets: { a: ["\\ud800"] }',
      "1:13 SET_ID_ENCODING item 1 of 'a' holds half of a surrogate pair, which UTF-8 cannot say",
    ],
  ])('%j', async (text, problem) => {
    expect(await problemsOf(`${text}\nflags: {}`)).toEqual([problem])
  })

  it('has ids of up to 1024 bytes', async () => {
    const fits = ['x'.repeat(1024), 'é'.repeat(512), '😀'.repeat(256)]
    const { config, problems } = await loadConfig({ flags: {}, sets: { a: fits } })
    expect(problems).toEqual([])
    expect(config.sets.a).toEqual({ ids: fits })
    const tooLong = fits.map(id => `${id}.`)
    const refused = await loadConfig({ flags: {}, sets: { a: tooLong, b: ['x'] } })
    expect(refused.problems.map(formatProblem)).toEqual(
      [1, 2, 3].map(
        item =>
          `error SET_ID_TOO_LONG: item ${item} of 'a' is too long for an id (at sets.a[${item - 1}]; expected at most 1024 bytes; found 1025 bytes)`,
      ),
    )
    expect(Object.keys(refused.config.sets)).toEqual(['b'])
  })

  it('does not make a config alone: without flags nothing could use it', async () => {
    expect(await problemsOf('sets: { a: [x] }')).toEqual([
      '1:1 CONFIG_EMPTY the config has none of the sections that decide anything',
    ])
  })
})

describe('a file of ids', () => {
  it('has one id a line; all but the line ends and empty lines counts', async () => {
    const { config, problems } = await loadBeta(
      'anna\n# no comment\n\n ben \r\n\r\n"x"\na\rb\nlast',
    )
    expect(problems).toEqual([])
    expect(idsOf(config.sets.beta)).toEqual([
      'anna',
      '# no comment',
      ' ben ',
      '"x"',
      'a\rb',
      'last',
    ])
  })

  it('may start with a byte order mark, which is no part of the first id', async () => {
    const { config } = await loadBeta('\uFEFFanna\n\uFEFFben\n')
    expect(idsOf(config.sets.beta)).toEqual(['anna', '\uFEFFben'])
  })

  it.each([
    ['', []],
    ['\uFEFF', []],
    ['\n\r\n\n', []],
    ['a', ['a']],
    ['a\r', ['a']],
    ['a\r\r\n', ['a\r']],
    ['\r\r', ['\r']],
    ['\0\n', ['\0']],
  ])('of %j has the ids %j', async (content, ids) => {
    const { config, problems } = await loadBeta(content)
    expect(problems).toEqual([])
    expect(idsOf(config.sets.beta)).toEqual(ids)
  })

  it('gives back the ids that were written, with their lines, however lines end', () => {
    const id = fc.string({ unit: 'binary', maxLength: 5 }).filter(text => !/\n|\r$/.test(text))
    const line = fc.tuple(id, fc.constantFrom('\n', '\r\n'))
    fc.assert(
      fc.property(fc.array(line), id, (written, last) => {
        const bytes = new TextEncoder().encode(`${written.flat().join('')}${last}`)
        const expected = [...written.map(([text]) => text), last]
          .map((text, index) => [text, index + 1])
          .filter(([text]) => text !== '')
        const found: [string, number][] = []
        const count = eachId(bytes, (start, end, line) => {
          const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
          found.push([decoder.decode(bytes.subarray(start, end)), line])
        })
        expect(found).toEqual(expected.map(([text, line]) => [String(text).toWellFormed(), line]))
        expect(count).toBe(written.length + (last === '' ? 0 : 1))
      }),
    )
  })

  it('stays bytes, which are read once for all the sets that name it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'ids.txt'), 'x\n'.repeat(1_000_000))
    const file = { file: join(folder, 'ids.txt') }
    const { config, setFiles } = await loadConfig({ flags: {}, sets: { a: file, b: file } })
    const { a, b } = config.sets
    if (a === undefined || b === undefined || 'ids' in a || 'ids' in b) throw new Error('no bytes')
    expect(a.bytes).toHaveLength(2_000_000)
    expect(b.bytes).toBe(a.bytes)
    expect(setFiles).toEqual([file.file])
  })
})

describe('the path of a file of ids', () => {
  it('starts at the folder of the config file that names it', async () => {
    const folder = await temporaryFolder()
    const outside = await temporaryFolder()
    await mkdir(join(folder, 'ids'))
    const content = {
      'a.yaml': 'flags: {}\nsets: { a: { file: ids/a.txt }, up: { file: ids/../up.txt } }',
      'b.json': JSON.stringify({ sets: { far: { file: join(outside, 'far.txt') } } }),
      'ids/a.txt': 'anna',
      'up.txt': 'ben',
    }
    for (const [name, text] of Object.entries(content)) await writeFile(join(folder, name), text)
    await writeFile(join(outside, 'far.txt'), 'carl')
    const { config, problems, files, setFiles, locate } = await loadConfig(folder)
    expect(problems).toEqual([])
    expect(Object.entries(config.sets).map(([name, set]) => [name, ...idsOf(set)])).toEqual([
      ['a', 'anna'],
      ['up', 'ben'],
      ['far', 'carl'],
    ])
    expect(files).toEqual([join(folder, 'a.yaml'), join(folder, 'b.json')])
    expect(setFiles).toEqual([
      join(folder, 'ids', 'a.txt'),
      join(folder, 'up.txt'),
      join(outside, 'far.txt'),
    ])
    const place = { file: join(folder, 'a.yaml'), line: 2 }
    expect(locate(['sets', 'a'])).toEqual({ ...place, column: 12 })
    expect(locate(['sets', 'up', 'file'])).toEqual({ ...place, column: 45 })
  })

  it('is a relative one too when that of the config is', async () => {
    const folder = relative(process.cwd(), await temporaryFolder())
    await writeFile(join(folder, 'beta.txt'), 'anna')
    await writeFile(join(folder, 'sluice.yaml'), 'flags: {}\nsets: { a: { file: beta.txt } }')
    const { config, setFiles } = await loadConfig(join(folder, 'sluice.yaml'))
    expect(idsOf(config.sets.a)).toEqual(['anna'])
    expect(setFiles).toEqual([join(folder, 'beta.txt')])
  })

  it('starts at the current folder when the config is an object', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'beta.txt'), 'anna')
    const file = relative(process.cwd(), join(folder, 'beta.txt'))
    const { config } = await loadConfig({ flags: {}, sets: { a: { file } } })
    expect(idsOf(config.sets.a)).toEqual(['anna'])
  })

  it('starts where the config is named, not where a link leads, as Kubernetes mounts them', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, '..data'))
    await writeFile(
      join(folder, '..data', 'sluice.yaml'),
      'flags: {}\nsets: { a: { file: beta.txt } }',
    )
    await writeFile(join(folder, '..data', 'ids'), 'anna')
    await symlink(join('..data', 'sluice.yaml'), join(folder, 'sluice.yaml'))
    await symlink(join('..data', 'ids'), join(folder, 'beta.txt'))
    const { config } = await loadConfig(join(folder, 'sluice.yaml'))
    expect(idsOf(config.sets.a)).toEqual(['anna'])
  })
})

describe('a file of ids that cannot be taken', () => {
  it('is reported where it is named, and its set is left out', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'folder'))
    await symlink('loop.txt', join(folder, 'loop.txt'))
    await writeFile(join(folder, 'good.txt'), 'anna')
    await writeSparse(join(folder, 'large.txt'), 512 * 1024 * 1024 + 1)
    const file = join(folder, 'sluice.yaml')
    await writeFile(
      file,
      `flags: {}
sets:
  missing: { file: no.txt }
  below: { file: good.txt/no.txt }
  folder: { file: folder }
  loop: { file: loop.txt }
  large: { file: large.txt }
  strange: { file: "a\\0b" }
  good: { file: good.txt }
  typo: { flie: good.txt }
`,
    )
    const loaded = await loadConfig(file)
    const expected = 'expected a text file with one id a line'
    expect(lines(loaded, folder)).toEqual([
      `sluice.yaml:3:20: error SET_FILE_NOT_FOUND: there is no file no.txt (at sets.missing.file; ${expected}; found "no.txt")`,
      `sluice.yaml:4:18: error SET_FILE_NOT_FOUND: there is no file good.txt/no.txt (at sets.below.file; ${expected}; found "good.txt/no.txt")`,
      `sluice.yaml:5:19: error SET_FILE_UNREADABLE: folder is a folder (at sets.folder.file; ${expected}; found "folder")`,
      expect.stringMatching(
        /^sluice.yaml:6:17: error SET_FILE_UNREADABLE: loop.txt cannot be read: ELOOP/,
      ),
      'sluice.yaml:7:18: error SET_FILE_TOO_LARGE: large.txt is too large (at sets.large.file; expected at most 536870912 bytes; found "large.txt")',
      expect.stringMatching(/^sluice.yaml:8:20: error SET_FILE_UNREADABLE: .* cannot be read: /),
      "sluice.yaml:10:3: error SCHEMA_REQUIRED: 'typo' lacks 'file' (at sets.typo; expected a property 'file'; found an object with \"flie\")",
      "sluice.yaml:10:11: error SCHEMA_PROPERTY_UNKNOWN: unknown property 'flie'; did you mean 'file'? (at sets.typo.flie; expected one of file; found \"flie\")",
    ])
    expect(Object.keys(loaded.config.sets)).toEqual(['good'])
    // all of them are to be watched: that which is missing may come
    expect(loaded.setFiles).toHaveLength(7)
  })

  it.skipIf(process.platform === 'win32')('does not keep waiting for what never ends', async () => {
    const folder = await temporaryFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    const sets = { pipe: { file: join(folder, 'pipe') }, zero: { file: '/dev/zero' } }
    const loaded = await loadConfig({ flags: {}, sets })
    expect(loaded.problems.map(brief)).toEqual([
      `SET_FILE_UNREADABLE ${join(folder, 'pipe')} is no regular file`,
      'SET_FILE_UNREADABLE /dev/zero is no regular file',
    ])
  })

  it('is reported at the line in it that is wrong', async () => {
    const latin = await loadBeta(Buffer.from('anna\nren\xe9\nzo\xeb\n', 'latin1'))
    const [problem] = latin.problems
    const { file } = problem?.position ?? { file: '' }
    expect(latin.problems).toHaveLength(1)
    expect(formatProblem(problem!)).toBe(
      `${file}:2:1: error SET_FILE_ENCODING: line 2 of ${file} is not text in UTF-8 (at sets.beta.file; expected a text in UTF-8; found bytes that are not UTF-8)`,
    )
    expect(file).toMatch(/beta\.txt$/)
    expect(latin.config.sets).toEqual({})
  })

  it.each([
    ['UTF-16', Buffer.from('\uFEFFanna', 'utf16le'), 1],
    ['a character cut in two by a line end', Uint8Array.of(0x0a, 0xc3, 0x0a, 0xa9, 0x0a), 2],
    ['a surrogate', Uint8Array.of(0x61, 0x0a, 0xed, 0xa0, 0x80), 2],
    ['a character cut at the end', Uint8Array.of(0x61, 0x0a, 0x0a, 0xe2, 0x82), 3],
  ])('has to be UTF-8, and not %s', async (_, content, line) => {
    const { problems } = await loadBeta(content)
    expect(problems.map(({ code, position }) => [code, position?.line])).toEqual([
      ['SET_FILE_ENCODING', line],
    ])
  })

  it('has ids of up to 1024 bytes; one problem says where the first is, and how many', async () => {
    const fits = 'é'.repeat(512)
    expect((await loadBeta(`${fits}\r\n${fits}`)).problems).toEqual([])
    const one = await loadBeta(`a\n\n${fits}.\n`)
    expect(one.problems).toMatchObject([
      { code: 'SET_ID_TOO_LONG', position: { line: 3, column: 1 }, found: '1025 bytes' },
    ])
    expect(one.problems[0]?.message).toMatch(/^line 3 of .*beta\.txt is too long for an id$/)
    const three = await loadBeta(`${`${fits}..\n`.repeat(3)}a`)
    expect(three.problems.map(problem => problem.message)).toEqual([
      expect.stringMatching(/^line 1 of .* is too long for an id, and so are 2 after it$/),
    ])
  })

  it('has up to 16,777,216 lines', async () => {
    const content = Buffer.alloc(16_777_217, '\n')
    expect((await loadBeta(content.subarray(1))).problems).toEqual([])
    expect((await loadBeta(content)).problems).toMatchObject([
      { code: 'SET_FILE_TOO_LARGE', found: '16777217 lines', position: { line: 3, column: 17 } },
    ])
  })

  it('fits with the others into a bound for all of them', async () => {
    const folder = await temporaryFolder()
    const named = ['a', 'b', 'c'].map((name): NamedFile => {
      return { section: 'sets', name, file: join(folder, name), written: name }
    })
    for (const { file } of named) await writeFile(file, 'anna\n')
    const { sets, findings } = await new DataFileReader(false, 11).read(named)
    expect([...sets.keys()]).toEqual(['a', 'b'])
    expect(findings.map(({ problem }) => [problem.code, problem.path, problem.expected])).toEqual([
      ['SET_FILE_TOO_LARGE', ['sets', 'c', 'file'], 'at most 1073741824 bytes together'],
    ])
  })

  it('is one of a thousand at most', async () => {
    const folder = await temporaryFolder()
    const sets: Record<string, object> = {}
    for (let index = 0; index <= 1000; index++) {
      const file = join(folder, `${index}.txt`)
      await writeFile(file, 'x')
      sets[`s${index}`] = { file }
    }
    const { config, problems } = await loadConfig({ flags: {}, sets })
    expect(problems.map(brief)).toEqual([
      'SET_FILES_TOO_MANY the sets, tenants and keys are in too many files',
    ])
    expect(Object.keys(config.sets)).toHaveLength(1000)
  })
})

describe('a set in a folder of files', () => {
  it('is defined in one of them only', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), 'flags: {}\nsets:\n  x: [anna]')
    await writeFile(join(folder, 'b.yaml'), 'sets:\n  x: { file: ids.txt }\n  y: [ben]')
    await writeFile(join(folder, 'ids.txt'), 'carl')
    const loaded = await loadConfig(folder)
    expect(lines(loaded, folder)).toEqual([
      "b.yaml:2:3: error KEY_DUPLICATE: 'x' is defined twice (at sets.x; expected each name once; found the same name at a.yaml:3:3)",
    ])
    expect(loaded.config.sets).toEqual({ x: { ids: ['anna'] }, y: { ids: ['ben'] } })
  })

  it('has its problems after those of the config files, in their order', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), 'sets: { a: { file: z.txt }, b: { file: y.txt } }')
    await writeFile(join(folder, 'b.yaml'), 'flags: 5')
    await writeFile(join(folder, 'y.txt'), Uint8Array.of(0xff))
    await writeFile(join(folder, 'z.txt'), 'x'.repeat(2000))
    const { problems } = await loadConfig(folder)
    expect(problems.map(problem => relative(folder, problem.position?.file ?? ''))).toEqual([
      'b.yaml',
      'z.txt',
      'y.txt',
    ])
  })
})

describe('the option follow', () => {
  it('is told what was read of the config and of the files, as a watch will see it', async () => {
    const folder = await temporaryFolder()
    const path = (name: string) => join(folder, name)
    await writeFile(path('a.txt'), '\uFEFFanna')
    await writeFile(path('bad.txt'), Uint8Array.of(0xff))
    await mkdir(path('folder'))
    await writeSparse(path('large.txt'), 512 * 1024 * 1024 + 1)
    const files = ['a.txt', 'bad.txt', 'folder', 'large.txt', 'no.txt', 'a.txt/no.txt']
    const sets = files.map((file, index) => `s${index}: { file: ${file} }`)
    await writeFile(path('b.yaml'), 'flags: {')
    await writeFile(path('c.yaml'), Uint8Array.of(0xff))
    await writeFile(path('a.yaml'), `flags: {}\nsets: { ${sets.join()}, again: { file: a.txt } }`)
    const told: ReadContent[] = []
    await loadConfig(folder, { follow: read => void told.push(read) })
    expect(told).toHaveLength(1)
    expect(told[0]?.config).toBe(await fingerprint(folder))
    expect([...(told[0]?.sets.keys() ?? [])]).toEqual(files.map(path))
    for (const [file, read] of told[0]?.sets ?? []) {
      expect([file, read?.digest]).toEqual([file, (await digestFile(file)).digest])
    }
  })

  it('is told nothing of a config that could not be read, and of one without sets no files', async () => {
    const folder = await temporaryFolder()
    const told: ReadContent[] = []
    const follow = (read: ReadContent) => void told.push(read)
    await loadConfig(join(folder, 'no.yaml'), { follow })
    await loadConfig(folder, { follow })
    await loadConfig({ flags: {} }, { follow })
    const nothing = { config: undefined, sets: new Map() }
    expect(told).toEqual([nothing, nothing, nothing])
  })
})

describe('the setting fractional', () => {
  it('is 2 or 3, and 2 when it is left out', async () => {
    expect((await loadText('flags: {}')).config.fractionalVersion).toBe(2)
    expect((await loadText('flags: {}\nfractional: 2')).config.fractionalVersion).toBe(2)
    expect((await loadConfig({ flags: {}, fractional: 3 })).config.fractionalVersion).toBe(3)
  })

  it.each([
    ['fractional: 4', "1:13 SCHEMA_ENUM 'fractional' must be 1, 2 or 3"],
    ['fractional: "3"', "1:13 SCHEMA_ENUM 'fractional' must be 1, 2 or 3"],
    ['fractional:', "1:12 SCHEMA_ENUM 'fractional' must be 1, 2 or 3"],
    ['fractional: {}', "1:13 SCHEMA_ENUM 'fractional' must be 1, 2 or 3"],
    ['fractions: 3', "1:1 SECTION_UNKNOWN unknown section 'fractions'; did you mean 'fractional'?"],
  ])('%j', async (text, problem) => {
    expect(await problemsOf(`${text}\nflags: {}`)).toEqual([problem])
  })

  it('is the same in all files of a folder that have it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), 'flags: {}')
    await writeFile(join(folder, 'b.yaml'), 'limits: {}\nfractional: 3')
    await writeFile(join(folder, 'c.yaml'), 'fractional: 3')
    const same = await loadConfig(folder)
    expect([same.problems, same.config.fractionalVersion]).toEqual([[], 3])
    await writeFile(join(folder, 'c.yaml'), 'fractional: 2')
    expect(lines(await loadConfig(folder), folder)).toEqual([
      "c.yaml:1:13: error SETTING_CONFLICT: the files set 'fractional' to different values (at fractional; expected 3, as at b.yaml:2:13; found 2)",
    ])
  })
})
