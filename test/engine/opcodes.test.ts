// The instruction table is the documentation: it must name every instruction, the committed page must be made of it,
// and the verifier must take from the stack what it says.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as opcodes from '../../assembly/shared/opcodes.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import type { InstructionInfo, OperandKind } from '../../src/rules/instructions.ts'
import { COMPARE_NAMES, INSTRUCTIONS, SEM_VER_NAMES } from '../../src/rules/instructions.ts'
import { DATA, type Instruction, makeRuleset } from './ruleset.ts'

const root = new URL('../../', import.meta.url)

/** The a operand of instructions that take a number of values. */
const COUNT = 3

/** Operands that are right in the rulesets of ruleset.ts. Jumps go to the next instruction. */
const OPERANDS: Record<OperandKind, number> = {
  variant: 1,
  constant: 0,
  attribute: 0,
  skip: 0,
  relation: 0,
  'sem-ver relation': 0,
  table: DATA.table,
  'variant table': DATA.table,
  count: COUNT,
  string: DATA.text,
  array: DATA.array,
}

/** Jumps that keep the value they look at. */
const KEEPING = ['AND', 'OR', 'COALESCE']
const ENDINGS = INSTRUCTIONS.map(({ name }) => name).filter(name => name.startsWith('RETURN'))

/** How many values one side of a stack effect stands for. */
function sizeOf(side: string): number {
  const expanded = side.replace(/\(([^)]*)\)×a/g, (_, group: string) => `${group} `.repeat(COUNT))
  const repeated = expanded.replace(/(\S+)×a/g, (_, name: string) => `${name} `.repeat(COUNT))
  return repeated.split(/\s+/).filter(Boolean).length
}

/** `left right → boolean | null`: 2 before, 1 after. */
function stackEffect({ name, stack }: InstructionInfo): { before: number; after: number } {
  const [before = '', after = ''] = stack.split('→')
  // What AND, OR and COALESCE leave when they do not jump is the second.
  const ways = after.split('|').map(sizeOf)
  if (!KEEPING.includes(name)) expect(new Set(ways).size, name).toBe(1)
  return { before: sizeOf(before), after: ways.at(-1)! }
}

/** A program that runs the instruction on `depth` values, and expects `left` of them behind it. */
function programOf(info: InstructionInfo, depth: number, left: number): Instruction[] {
  const { opcode, a, b } = info
  const push: Instruction[] = Array.from({ length: depth }, (_, index) => {
    return [opcodes.OP_PUSH_CONSTANT, index, 0, 1]
  })
  // The a operand is 0 where it has no meaning, as the compiler writes it.
  const instruction: Instruction = [opcode, depth, a ? OPERANDS[a] : 0, b ? OPERANDS[b] : 0]
  return [...push, instruction, [opcodes.OP_RETURN_DEFAULT, left, 0, 0]]
}

describe('the instruction table', () => {
  it('has every opcode once, at the place of its number', () => {
    const constants = Object.entries(opcodes).filter(([name]) => /^OP_(?!COUNT$)/.test(name))
    expect(constants.length).toBe(opcodes.OP_COUNT)
    const table = INSTRUCTIONS.map(({ opcode, name }, index) => {
      expect(opcode).toBe(index)
      return [`OP_${name}`, opcode]
    })
    expect(Object.fromEntries(table)).toEqual(Object.fromEntries(constants))
  })

  it('names every relation', () => {
    expect(COMPARE_NAMES.length).toBe(opcodes.COMPARE_COUNT)
    expect(SEM_VER_NAMES.length).toBe(opcodes.SEM_VER_COUNT)
  })

  it('is what docs/opcodes.md says: run `node scripts/opcodes.js` if this fails', () => {
    const script = fileURLToPath(new URL('scripts/opcodes.js', root))
    const fresh = execFileSync(process.execPath, [script, '--stdout'], { encoding: 'utf8' })
    expect(readFileSync(new URL('docs/opcodes.md', root), 'utf8')).toBe(fresh)
  })
})

/** What each instruction takes from the stack, and leaves there for the next. */
const EFFECTS = INSTRUCTIONS.map(info => {
  const { before, after } = stackEffect(info)
  return { info, name: info.name, before, after: ENDINGS.includes(info.name) ? 0 : after }
})

describe('the verifier, held to the table', () => {
  it.each(EFFECTS)('lets $name run on $before values', ({ info, before, after }) => {
    const program = programOf(info, before, after)
    // A jump that keeps its value arrives with more than falling through does, so it goes one further.
    if (KEEPING.includes(info.name)) {
      program[before] = [info.opcode, before, 0, 1]
      program.push([opcodes.OP_RETURN, before, 0, 0])
    }
    expect(makeRuleset(program).verify()).toBe(outcome.VERIFY_OK)
  })

  const taking = EFFECTS.filter(({ before }) => before > 0)
  it.each(taking)('refuses $name on one value less than $before', ({ info, before, after }) => {
    // What follows expects what would be left, so that nothing but the missing value is wrong.
    const program = programOf(info, before - 1, Math.max(after - 1, 0))
    expect(makeRuleset(program).verify()).toBe(outcome.VERIFY_STACK)
  })

  const continuing = EFFECTS.filter(({ name }) => !ENDINGS.includes(name))
  it.each(continuing)('refuses to go on as if $name left other than $after', effect => {
    const { info, before, after } = effect
    for (const wrong of [after - 1, after + 1].filter(depth => depth >= 0)) {
      const code = makeRuleset(programOf(info, before, wrong)).verify()
      // Of a conditional jump the target is looked at first.
      expect([outcome.VERIFY_STACK, outcome.VERIFY_JUMP]).toContain(code)
    }
  })
})
