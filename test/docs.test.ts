// The pages in docs/ cannot rot: every config in them is a good one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sections } from '../src/config/origins.ts'
import { loadText } from './config/helpers.ts'
import { ROOT } from './examples/helpers.ts'

/** A page of pieces: what they refer to stands in other pieces, or nowhere. */
const REFERENCE = 'configuration.md'
const REFERS_ELSEWHERE = /_(UNKNOWN|NOT_FOUND)$/
const isConfig = new RegExp(`^(${sections.join('|')}|sessions|credentials|keys):`, 'm')

const folder = join(ROOT, 'docs')
const blocks = readdirSync(folder)
  .filter(file => file.endsWith('.md'))
  .flatMap(page => {
    const fences = readFileSync(join(folder, page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)
    return [...fences].map(([, text = '']) => ({ page, text }))
  })
  .filter(({ text }) => isConfig.test(text))

it.each(blocks)('$page: $text', async ({ page, text }) => {
  const { problems } = await loadText(text)
  const wrong = problems.filter(({ code }) => page !== REFERENCE || !REFERS_ELSEWHERE.test(code))
  expect(wrong).toEqual([])
})

it('finds them', () => {
  expect(new Set(blocks.map(({ page }) => page)).size).toBeGreaterThan(6)
})
