// What the compiler made of the evaluators, read as text. The promises of the design that hold for every call at once
// (nothing allocates, nothing grows, nothing mutable outside the memory) are visible here without running anything.
import { readFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'
import { describe, expect, it } from 'vitest'
import { CONTROL_OFFSET, LANE_TRACE_COUNT, STATIC_OFFSET } from '../../assembly/shared/layout.ts'
import { OP_COUNT } from '../../assembly/shared/opcodes.ts'

/**
 * Every export, and nothing else, with its parameters and result. Only 32-bit integers and doubles cross the boundary:
 * an i64 would be a BigInt, which allocates on the JavaScript heap at every call.
 */
const EXPORTS = {
  admit: '(i32 i32) i32',
  block: '(i32 f64 f64) i32',
  crc32: '(i32 i32) i32',
  decide: '(i32 i32 i32 i32 i32 i32 i32 f64) i32',
  decidePinned: '(i32 i32 i32 i32 i32 i32 i32 f64) i32',
  entries: '(i32 i32) i32',
  evaluate: '(i32 i32 i32 i32) i32',
  evaluateMany: '(i32 i32 i32 i32)',
  evaluatePinned: '(i32 i32 i32 i32 i32) i32',
  featureOf: '(i32 i32 i32 i32 i32 f64) i32',
  hashHmac: '(i32 i32 i32 i32 i32)',
  hashIdentity: '(i32 i32 i32 i32)',
  hashKey: '(i32 i32 i32)',
  hashLimitKey: '(i32 i32 i32 i32)',
  hashLines: '(i32 i32 i32 i32) i32',
  hashSha256: '(i32 i32 i32 i32 i32)',
  hashText: '(i32 i32 i32 i32)',
  indexFind: '(i32 i32 i32 i32) i32',
  indexInsert: '(i32 i32 i32 i32) i32',
  indexNumber: '(i32 i32 i32) i32',
  indexRemove: '(i32 i32 i32 i32)',
  keyIdLength: '(i32 i32) i32',
  lockAll: '(i32)',
  makeHmac: '(i32 i32 i32 i32)',
  murmur3: '(i32 i32) i32',
  murmur3Prefix: '(i32 i32) i32',
  partGranted: '(i32) i32',
  partLimit: '(i32) i32',
  partNextMs: '(i32) f64',
  partRemaining: '(i32) i32',
  partResetMs: '(i32) f64',
  partRetryMs: '(i32) f64',
  peek: '(i32 i32 i32 i32 f64) i32',
  pin: '(i32 i32) i32',
  renewLease: '(i32 i32 i32 f64) i32',
  restoreEntry: '(i32 f64)',
  setOverride: '(i32 i32 f64) i32',
  settleLease: '(i32 i32 i32 i32 f64) i32',
  siphash128: '(i32 i32 i32 i32)',
  sweep: '(i32 i32 i32 f64)',
  take: '(i32 i32 i32 i32 f64) i32',
  takeOnce: '(i32 i32 f64 f64) i32',
  takeParts: '(i32 i32 i32 f64) i32',
  trace: '(i32 i32 i32 i32) i32',
  unitHash: '(i32 i32) i32',
  unlockAll: '(i32)',
  unpin: '(i32)',
  verify: '(i32 i32) i32',
}

/** The evaluator is compiled twice: as it is, and with each step noted. */
const EVALUATORS = ['run<i32>', 'run<f64>'].map(name => `assembly/flags/evaluate/${name}`)

const BUILDS = [
  { target: 'shared', file: 'build/sluice.shared.wat', memory: '(memory $0 1 65536 shared)' },
  { target: 'unshared', file: 'build/sluice.wat', memory: '(memory $0 1 65536)' },
]

/** The lines of a text that match. */
function linesWith(text: string, pattern: RegExp): string[] {
  return text.split('\n').filter(line => pattern.test(line))
}

/** The body of a function, from its first line to the line that closes it. */
function functionBody(text: string, name: string): string {
  const start = text.indexOf(`\n (func $${name} `)
  expect(start, `the function ${name}`).toBeGreaterThan(0)
  return text.slice(start, text.indexOf('\n )', start))
}

/** `(i32 f64) i32`: parameters and result of a function. */
function signature(text: string, name: string): string {
  const [head = ''] = functionBody(text, name).trimStart().split('\n')
  const parameters = [...head.matchAll(/\(param \$\d+ (\w+)\)/g)].map(match => match[1])
  const result = /\(result (\w+)\)/.exec(head)?.[1]
  return `(${parameters.join(' ')})${result === undefined ? '' : ` ${result}`}`
}

/** The functions behind the exports, by the name of the export. */
function exportedPaths(text: string): ReadonlyMap<string, string> {
  const pairs = linesWith(text, /^ \(export /).map((line): [string, string] => {
    const [, name, path] = /\(export "(.+)" \(func \$(.+)\)\)$/.exec(line) ?? []
    expect(path, `a function behind ${line}`).toBeDefined()
    return [name!, path!]
  })
  return new Map(pairs)
}

/** Where each data segment ends. */
function dataEnds(text: string): number[] {
  return linesWith(text, /^ \(data /).map(line => {
    const [, offset, content] = /\(i32\.const (\d+)\) "(.*)"\)$/.exec(line) ?? []
    expect(offset, `the offset of ${line}`).toBeDefined()
    // An escape is a backslash and two hexadecimal digits, or one of \t \n \r \" \' \\.
    const bytes = content!.replace(/\\([0-9a-f]{2}|.)/g, '.').length
    expect(Number(offset), 'static data starts behind the reserved bytes').toBeGreaterThanOrEqual(
      STATIC_OFFSET,
    )
    return Number(offset) + bytes
  })
}

/** The longest list of targets of a br_table in the text, the default not counted. */
function widestTable(text: string): number {
  const widths = linesWith(text, /\bbr_table\b/).map(line => line.trim().split(/\s+/).length - 2)
  return Math.max(0, ...widths)
}

/** What the compiler writes for a target, kept in memory. */
async function compileTarget(target: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  const { error, stderr } = await asc.main(['--config', 'asconfig.json', '--target', target], {
    writeFile: (name, contents) => {
      files.set(name, String(contents))
    },
  })
  expect(error, stderr.toString()).toBeNull()
  return files
}

describe.each(BUILDS)('the release build $file', ({ target, file, memory }) => {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

  it('never grows its memory', () => {
    expect(linesWith(text, /memory\.grow/)).toEqual([])
  })

  it('has no runtime: no allocator and no collector', () => {
    expect(linesWith(text, /~lib\/rt/)).toEqual([])
  })

  it('imports the memory, and nothing else', () => {
    expect(linesWith(text, /\(import /)).toEqual([` (import "env" "memory" ${memory})`])
  })

  // A mutable global would be state that each thread has for itself and that no lane shows.
  it('has no mutable global', () => {
    expect(linesWith(text, /^ \(global .*\(mut /)).toEqual([])
    expect(linesWith(text, /global\.set/)).toEqual([])
  })

  it('calls nothing through a table', () => {
    expect(linesWith(text, /call_indirect|call_ref|^ \(table |^ \(elem /)).toEqual([])
  })

  // Every instance that starts writes its data segments again: they must not reach what threads share.
  it('keeps its static data below the control block', () => {
    for (const end of dataEnds(text)) expect(end).toBeLessThanOrEqual(CONTROL_OFFSET)
    expect(linesWith(text, /^ \(start /)).toEqual([])
  })

  it('exports these functions with these signatures', () => {
    const exported = [...exportedPaths(text)].map(([name, path]) => [name, signature(text, path)])
    expect(Object.fromEntries(exported)).toEqual(EXPORTS)
  })

  it('lets no 64-bit integer cross the boundary', () => {
    for (const path of exportedPaths(text).values())
      expect(signature(text, path)).not.toMatch(/i64/)
  })

  // One jump for each instruction instead of a ladder of comparisons.
  it.each(EVALUATORS)('dispatches the instructions of %s by one br_table', evaluator => {
    const tables = linesWith(functionBody(text, evaluator), /\bbr_table\b/)
    expect(widestTable(tables.join('\n'))).toBe(OP_COUNT)
    // Those of the operands, such as the kind of a loop, are narrower.
    expect(tables.filter(line => widestTable(line) === OP_COUNT).length).toBe(1)
  })

  it('notes steps only for whoever asks for them', () => {
    const [plain, noting] = EVALUATORS.map(name => functionBody(text, name))
    expect(functionBody(text, exportedPaths(text).get('trace')!)).toContain(
      `call $${EVALUATORS[1]}`,
    )
    for (const name of ['evaluate', 'evaluatePinned', 'evaluateMany']) {
      const body = functionBody(text, exportedPaths(text).get(name)!)
      expect(body).not.toContain(`call $${EVALUATORS[1]}`)
    }
    const counts = new RegExp(`offset=${LANE_TRACE_COUNT}\\b`)
    expect(noting).toMatch(counts)
    expect(plain).not.toMatch(counts)
  })

  it('uses atomic instructions only where threads share the memory', () => {
    const atomics = linesWith(text, /\batomic\./)
    if (target === 'shared') expect(atomics.length).toBeGreaterThan(0)
    else expect(atomics).toEqual([])
  })

  it('is what the sources compile to: run `npm run build:wasm` and commit if this fails', async () => {
    const files = await compileTarget(target)
    expect(files.has(file)).toBe(true)
    // Not toBe: a diff of 180 KB helps nobody.
    expect(files.get(file) === text, `${file} is the text of the sources`).toBe(true)
  })
})
