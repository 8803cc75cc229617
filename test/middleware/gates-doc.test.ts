// docs/gates-http.md says of every code what is answered: it is held to the codes, and to what makes the headers.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DECISION_CODES, type DecisionCode } from '../../src/gate/codes.ts'
import type { DecisionAnswer } from '../../src/gate/types.ts'
import { gateRefusalOf } from '../../src/middleware/gate-refusal.ts'
import { ROOT } from '../examples/helpers.ts'

const page = readFileSync(join(ROOT, 'docs/gates-http.md'), 'utf8')
const rows = [...page.matchAll(/^\| `([A-Z_]+)` +\| (\d+) +\|(.*)\|(.*)\|$/gm)].map(
  ([, code, status, challenge, retry]) => ({
    code: code as DecisionCode,
    status: Number(status),
    challenge: challenge!.replaceAll('`', '').trim(),
    retry: retry!.trim(),
  }),
)

it('has exactly the codes that deny, each once', () => {
  const codes = Object.keys(DECISION_CODES).filter(code => code !== 'ALLOWED')
  expect(rows.map(({ code }) => code)).toEqual(codes)
})

it.each(rows)('has what is answered to $code', ({ code, status, challenge, retry }) => {
  const decision: Partial<DecisionAnswer> = {
    code,
    status: DECISION_CODES[code].status,
    detail: 'x',
  }
  const wait = { retryMs: retry === '' ? null : 1 }
  const answer = { ...decision, ...wait } as DecisionAnswer
  const refusal = gateRefusalOf(answer, [], {}, 'api')
  expect(refusal.status).toBe(status)
  expect(refusal.problem).toMatchObject({ code, status, title: expect.stringMatching(/./) })
  expect(refusal.headers['www-authenticate'] ?? '').toBe(challenge)
  const found = refusal.headers['retry-after'] ?? ''
  // In words it is a time that the decision says.
  expect(found).toBe(/^when/.test(retry) ? '1' : retry)
})
