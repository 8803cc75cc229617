// docs/errors.md is the catalogue of all codes: whatever the sources can give stands in it, and what
// stands in it the sources can give.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as outcome from '../../assembly/shared/outcome.ts'
import { EXIT } from '../../src/cli/io.ts'
import { CATALOGUE } from '../../src/server/errors.ts'
import { ROOT } from './helpers.ts'

const page = readFileSync(join(ROOT, 'docs/errors.md'), 'utf8')

function source(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

function sources(folder: string): string {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  return names
    .filter(name => name.endsWith('.ts'))
    .map(name => source(join(folder, name)))
    .join('\n')
}

/** The rows below a heading, up to the next one of the same or a higher level. */
function rows(heading: string): string[][] {
  const level = heading.split(' ')[0]!.length
  const [, rest = ''] = page.split(`\n${heading}\n`)
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'))
  const lines = (end === -1 ? rest : rest.slice(0, end)).split('\n')
  return lines
    .filter(line => /^\| (`|\d)/.test(line))
    .map(line => line.split(' | ').map(cell => cell.replaceAll(/^\| |[`|]/g, '').trim()))
}

const codes = (heading: string): string[] => rows(heading).map(([code]) => code!)
const sorted = (list: Iterable<string>): string[] => [...new Set(list)].sort()

/** The members of a union of strings in a source. */
function union(path: string, name: string): string[] {
  const [, text = ''] = new RegExp(`type ${name} =([^]*?)(?=\\n\\n)`).exec(source(path)) ?? []
  return [...text.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code!)
}

// Codes of the YAML parser, which are translated, and the names of instructions.
const foreign = new Set(['MULTIPLE_DOCS', 'TAG_RESOLVE_FAILED', 'NON_STRING_KEY'])

function problemCodes(): string[] {
  const text = [sources('src/config'), sources('src/rules')]
    .join('\n')
    .replaceAll(/name: '[A-Z_]+'/g, '')
  return [...text.matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)]
    .map(([, code]) => code!)
    .filter(code => !foreign.has(code))
}

describe('docs/errors.md', () => {
  it.each([
    ['## Thrown errors', union('src/errors.ts', 'SluiceErrorCode')],
    ['## Problems of a config', problemCodes()],
    ['## Evaluation', union('src/engine/flag-details.ts', 'ErrorCode')],
    ['## Limits', union('src/limit-result.ts', 'LimitCode')],
    ['## HTTP', Object.keys(CATALOGUE)],
  ])('%s has exactly the codes of the sources', (heading, expected) => {
    expect(expected.length).toBeGreaterThan(2)
    expect(sorted(codes(heading))).toEqual(sorted(expected))
    expect(codes(heading)).toHaveLength(new Set(codes(heading)).size)
  })

  it('has the status of each HTTP code', () => {
    for (const [code, status] of rows('## HTTP')) {
      expect([code, Number(status)]).toEqual([
        code,
        CATALOGUE[code as keyof typeof CATALOGUE].status,
      ])
    }
  })

  it('has the exit codes of the command line', () => {
    const found = rows('## Exit codes').map(([code, name]) => [name, Number(code)])
    expect(Object.fromEntries(found)).toEqual(EXIT)
  })

  it("has the verifier's codes", () => {
    const expected = Object.entries(outcome).filter(([name]) => name.startsWith('VERIFY_'))
    const found = rows('## Verifier').map(([code, name]) => [name, Number(code)])
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected))
  })
})
