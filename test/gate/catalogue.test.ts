// The catalogue of decisions: every code is one that people can look up, with the status that it is answered with, and every
// number that the evaluators give has its code.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as shared from '../../assembly/shared/gate.ts'
import { CODE_OF, DECISION_CODES } from '../../src/gate/codes.ts'
import { openGates } from './helpers.ts'

const page = readFileSync(new URL('../../docs/gates.md', import.meta.url), 'utf8')
const rows = new Map(
  [...page.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) /gm)].map(([, code, status]) => [
    code,
    Number(status),
  ]),
)

describe('the catalogue of decisions', () => {
  it('is the table of docs/gates.md', () => {
    const codes = Object.entries(DECISION_CODES).map(([code, { status }]) => [code, status])
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(codes))
  })

  it.each(
    Object.entries(shared).filter(([name, value]) => name.startsWith('DECISION_') && value >= 0),
  )('has a code for %s', (name, number) => {
    expect(CODE_OF[number]).toBe(name.slice('DECISION_'.length))
  })
})

describe('deciding many requests', () => {
  it('decides one after the other, with answers of their own', async () => {
    const { sluice } = await openGates({
      limits: { few: { rate: '1/h', burst: 2, key: 'principal.id' } },
      gates: { any: { limits: ['few'] } },
    })
    const { key: credential } = sluice.keys.create()
    const answers = sluice.gate('any').decideMany([{ credential }, { credential }, { credential }])
    expect(answers.map(({ code }) => code)).toEqual(['ALLOWED', 'ALLOWED', 'LIMITED'])
    expect(new Set(answers.map(({ id }) => id)).size).toBe(3)
  })
})
