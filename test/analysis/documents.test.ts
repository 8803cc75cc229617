// docs/lint.md shows each finding at its line, and docs/errors.md lists the codes: neither more nor fewer than there are.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { analyze } from '../../src/analysis/analyze.ts'
import { loadConfig } from '../../src/config/load.ts'
import { file } from '../cli/helpers.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const CODE = /[A-Z]+(?:_[A-Z]+)+/

const sources = readdirSync(join(ROOT, 'src/analysis')).map(name => read(`src/analysis/${name}`))
const codes = new Set(
  sources
    .flatMap(text => [...text.matchAll(new RegExp(`'(${CODE.source})'`, 'g'))])
    .map(([, code]) => code!)
    // Of every config, and listed there.
    .filter(code => code !== 'PROBLEMS_CUT'),
)

describe('docs/errors.md', () => {
  it('lists the findings of the analysis', () => {
    const [, section = ''] = /\n## Analysis\n([\s\S]*?)\n## /.exec(read('docs/errors.md')) ?? []
    const rows = [...section.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code]) => code!)
    expect(rows.toSorted()).toEqual([...codes].sort())
  })
})

describe('docs/lint.md', () => {
  const page = read('docs/lint.md')
  const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, text]) => text!)

  it('has each finding in an example', () => {
    const shown = examples.flatMap(text => text.match(new RegExp(CODE, 'g')) ?? [])
    expect(new Set(shown)).toEqual(codes)
  })

  it.each(examples)('finds what the example says, there and nowhere else: %#', async text => {
    const { config, problems, locate } = await loadConfig(file('sluice.yaml', text))
    expect(problems).toEqual([])
    const found = analyze(config).map(({ code, path }) => `${locate(path)!.line} ${code}`)
    const said = text
      .split('\n')
      .map((line, index) => `${index + 1} ${/# ([A-Z_]+)$/.exec(line)?.[1] ?? ''}`)
      .filter(line => !line.endsWith(' '))
    expect(found.toSorted()).toEqual(said.toSorted())
  })
})
