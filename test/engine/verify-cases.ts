// Tables of faults: what is wrong, how it comes about, and the code that it must be refused with.
import { expect, it } from 'vitest'
import * as outcome from '../../assembly/shared/outcome.ts'
import { type Instruction, makeRuleset, type Ruleset } from './ruleset.ts'

/** The names of the codes, so that a failing line says `VERIFY_JUMP` and not 13. */
export const VERIFY_NAMES = new Map(
  Object.entries(outcome)
    .filter(([name]) => name.startsWith('VERIFY_'))
    .map(([name, code]) => [code, name]),
)

/** What spoils a ruleset that was fine. */
export type Edit = (ruleset: Ruleset) => void
export type ProgramCase = [what: string, code: Instruction[], expected: string]
export type EditCase = [what: string, edit: Edit, expected: string]

/** Name of the code that the program is refused with, or VERIFY_OK. */
export function verifyProgram(code: readonly Instruction[], stackMax?: number): string {
  return VERIFY_NAMES.get(makeRuleset(code, stackMax).verify())!
}

/** A test for each program. */
export function checkPrograms(cases: readonly ProgramCase[]): void {
  it.each(cases)('%s', (_, code, expected) => {
    expect(verifyProgram(code)).toBe(expected)
  })
}

/** A test for each edit of a ruleset with the program. */
export function checkEdits(code: readonly Instruction[], cases: readonly EditCase[]): void {
  it.each(cases)('%s', (_, edit, expected) => {
    const ruleset = makeRuleset(code)
    edit(ruleset)
    expect(VERIFY_NAMES.get(ruleset.verify())).toBe(expected)
  })
}
