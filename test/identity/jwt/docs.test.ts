// docs/sessions.md tells every reason with its code, and every failure of a fetch; and makes none up.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ALGORITHMS } from '../../../src/identity/jwt/algorithms.ts'
import { TOKEN_REASONS } from '../../../src/identity/jwt/types.ts'

const page = readFileSync(new URL('../../../docs/sessions.md', import.meta.url), 'utf8')

it('lists the reasons under their codes', () => {
  let code = ''
  const listed: Record<string, string> = {}
  for (const [, first, reason] of page.matchAll(/^\| +(`[A-Z_]+`)? *\| *\d* *\| `([a-z-]+)`/gm)) {
    if (first !== undefined) code = first.replaceAll('`', '')
    listed[reason!] = code
  }
  expect(listed).toEqual(TOKEN_REASONS)
})

it('names all algorithms', () => {
  for (const name of ALGORITHMS.keys()) expect(page).toContain(`\`${name}\``)
})
