// docs/openfeature.md and the example cannot rot: their code runs against the built package, and prints what stands
// beside it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ErrorCode, ProviderEvents } from '@openfeature/server-sdk'
import { describe, expect, it } from 'vitest'
import { ROOT, start } from '../examples/helpers.ts'

const page = readFileSync(join(ROOT, 'docs/openfeature.md'), 'utf8')
const built = join(ROOT, 'dist/src/openfeature/index.js')

async function output(args: readonly string[]): Promise<string[]> {
  if (!existsSync(built)) throw new Error(`${built} is not built: npm run build`)
  const program = start(args)
  expect([await program.code(), program.err]).toEqual([0, ''])
  return program.out.trimEnd().split('\n')
}

describe('docs/openfeature.md', () => {
  const snippets = [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, text]) => text!)

  it.each(snippets)('prints what stands beside it', async text => {
    const expected = [...text.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(([, line]) => line)
    expect(expected.length).toBeGreaterThanOrEqual(2)
    expect(await output(['--input-type=module', '--eval', text])).toEqual(expected)
  })

  it('has both ways to construct it', () => {
    expect(snippets).toHaveLength(2)
  })

  it('names each event, each error code, and each option', () => {
    const source = readFileSync(join(ROOT, 'src/openfeature/options.ts'), 'utf8')
    const [, body = ''] = /interface SluiceProviderOptions \{([\s\S]*?)^\}/m.exec(source) ?? []
    const options = [...body.matchAll(/^ {2}(\w+)\?:/gm)].map(([, name]) => name!)
    expect(options).toEqual(['hooks', 'onTrack', 'onError'])
    for (const name of [
      ...Object.values(ProviderEvents),
      ...Object.values(ErrorCode),
      ...options,
    ]) {
      expect(page).toContain(`\`${name}\``)
    }
  })
})

it('examples/openfeature.js shows values, details, errors, events and tracking', async () => {
  expect(await output(['examples/openfeature.js'])).toEqual([
    'ready',
    'editor true',
    'upload 500 MB',
    'carrier fast-freight 65 kg',
    'details on TARGETING_MATCH labels',
    'error 7 TYPE_MISMATCH',
    'track label-printed user-1 { value: 3 }',
  ])
})
