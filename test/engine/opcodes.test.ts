// The instruction table is the documentation: it must name every instruction, the committed page must be made of it,
// and the verifier must take from the stack what it says.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as opcodes from '../../assembly/shared/opcodes.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import type { InstructionInfo, OperandKind } from '../../src/rules/instructions.ts'
import {
  ARITHMETIC_NAMES,
  COMPARE_NAMES,
  INSTRUCTIONS,
  LOOP_NAMES,
  SEM_VER_NAMES,
} from '../../src/rules/instructions.ts'
import { stackEffect } from './effects.ts'
import { DATA, type Instruction, loop, makeRuleset } from './ruleset.ts'

const root = new URL('../../', import.meta.url)

/** The a operand of instructions that take a number of values. */
const COUNT = 3

/** Values below the loop that PUSH_LOCAL and NEXT are in here: its array and its result. */
const FRAME_DEPTH = 2

/**
 * Operands that are right in the rulesets of ruleset.ts. Jumps go to the next instruction; a loop has one instruction
 * between its ends.
 */
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
  path: DATA.path,
  set: DATA.set,
  list: COUNT,
  local: FRAME_DEPTH + 1,
  arithmetic: 0,
  loop: opcodes.ITERATE_ALL,
  back: 1,
}

/** Jumps that keep the value they look at. */
const KEEPING = ['AND', 'OR', 'COALESCE']
const ENDINGS = INSTRUCTIONS.map(({ name }) => name).filter(name => name.includes('RETURN'))

/** What stands alone in no program. */
const IN_LOOPS = ['PUSH_LOCAL', 'ITERATE', 'NEXT']

/**
 * `left right → boolean | null`: 2 before, 1 after. Where there are two ways to go on, `after` is the last: that to the
 * next instruction of AND, OR and COALESCE, and that of ITERATE behind the loop.
 */
function sizesOf(info: InstructionInfo) {
  const { takes, leaves } = stackEffect(info, COUNT)
  const ways = leaves.map(names => names.length)
  const { name } = info
  if (!KEEPING.includes(name) && name !== 'ITERATE') expect(new Set(ways).size, name).toBe(1)
  return { before: takes.length, after: ways.at(-1)!, first: ways[0]! }
}

function pushes(from: number, to: number): Instruction[] {
  const depths = Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index)
  return depths.map(depth => [opcodes.OP_PUSH_CONSTANT, depth, 0, 1])
}

/** The instruction at a depth. The a operand is 0 where it has no meaning, as the compiler writes it. */
function instructionOf({ opcode, a, b }: InstructionInfo, depth: number): Instruction {
  return [opcode, depth, a ? OPERANDS[a] : 0, b ? OPERANDS[b] : 0]
}

/** A program that runs the instruction on `depth` values, and expects `left` of them behind it. */
function programOf(info: InstructionInfo, depth: number, left: number): Instruction[] {
  return [...pushes(0, depth), instructionOf(info, depth), [opcodes.OP_RETURN_DEFAULT, left, 0, 0]]
}

/** Depths of a loop's parts; those that are not given are what they should be. */
interface LoopDepths {
  /** Of the ITERATE, of the first instruction of the body, of the NEXT, and behind the loop. */
  iterate?: number
  body?: number
  next?: number
  behind?: number
}

/** A loop whose body is one instruction that leaves a value: the one given, or a push. */
function loopProgram(depths: LoopDepths, inside?: InstructionInfo): Instruction[] {
  const { iterate = FRAME_DEPTH, body = iterate + 2, next = iterate + 3 } = depths
  const { behind = iterate - 1 } = depths
  const push: Instruction = [opcodes.OP_PUSH_CONSTANT, body, 0, 1]
  return [
    ...pushes(0, iterate),
    // Over the body and the NEXT.
    [opcodes.OP_ITERATE, iterate, OPERANDS.loop, 2],
    inside === undefined ? push : instructionOf(inside, body),
    [opcodes.OP_NEXT, next, OPERANDS.loop, OPERANDS.back],
    [opcodes.OP_RETURN_DEFAULT, behind, 0, 0],
  ]
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

  it('names every relation, every operation and every loop', () => {
    expect(COMPARE_NAMES.length).toBe(opcodes.COMPARE_COUNT)
    expect(SEM_VER_NAMES.length).toBe(opcodes.SEM_VER_COUNT)
    expect(ARITHMETIC_NAMES.length).toBe(opcodes.ARITHMETIC_COUNT)
    expect(LOOP_NAMES.length).toBe(opcodes.ITERATE_COUNT)
  })

  it('is what docs/opcodes.md says: run `node scripts/opcodes.js` if this fails', () => {
    const script = fileURLToPath(new URL('scripts/opcodes.js', root))
    const fresh = execFileSync(process.execPath, [script, '--stdout'], { encoding: 'utf8' })
    expect(readFileSync(new URL('docs/opcodes.md', root), 'utf8')).toBe(fresh)
  })
})

/** What each instruction takes from the stack, and leaves there for the next. */
const EFFECTS = INSTRUCTIONS.filter(({ name }) => !IN_LOOPS.includes(name)).map(info => {
  const { before, after } = sizesOf(info)
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

describe('the verifier, held to the table inside a loop', () => {
  const info = (name: string) => INSTRUCTIONS.find(({ name: other }) => other === name)!
  const verify = (program: Instruction[]) => makeRuleset(program).verify()

  it('lets a loop run whose parts have the effects of the table', () => {
    const iterate = sizesOf(info('ITERATE'))
    const next = sizesOf(info('NEXT'))
    const local = sizesOf(info('PUSH_LOCAL'))
    // The values that NEXT takes are those that ITERATE leaves, and what the body adds to them.
    expect(next.before).toBe(iterate.first + local.after - local.before)
    expect(next.after).toBe(iterate.after)
    const depths = {
      iterate: iterate.before,
      body: iterate.first,
      next: next.before,
      behind: next.after,
    }
    expect(verify(loopProgram(depths))).toBe(outcome.VERIFY_OK)
    expect(verify(loopProgram(depths, info('PUSH_LOCAL')))).toBe(outcome.VERIFY_OK)
  })

  const wrong: [what: string, depths: LoopDepths][] = [
    ['ITERATE on one value less', { iterate: 1 }],
    ['ITERATE as if it left one value less', { body: FRAME_DEPTH + 1 }],
    ['ITERATE as if it left one value more', { body: FRAME_DEPTH + 3 }],
    ['NEXT on one value less', { next: FRAME_DEPTH + 2 }],
    ['NEXT on one value more', { next: FRAME_DEPTH + 4 }],
    ['NEXT as if it left no value', { behind: FRAME_DEPTH - 2 }],
    ['NEXT as if it left two values', { behind: FRAME_DEPTH }],
  ]
  it.each(wrong)('refuses %s', (_, depths) => {
    expect(verify(loopProgram(depths))).toBe(outcome.VERIFY_STACK)
  })

  it('refuses PUSH_LOCAL as if it left none or two', () => {
    const local = instructionOf(info('PUSH_LOCAL'), FRAME_DEPTH + 2)
    const verifyBefore = (depth: number) => {
      const body: Instruction[] = [local, [opcodes.OP_NOT, depth, 0, 0]]
      const behind: Instruction = [opcodes.OP_RETURN_DEFAULT, FRAME_DEPTH - 1, 0, 0]
      return verify([...pushes(0, FRAME_DEPTH), ...loop(FRAME_DEPTH, body), behind])
    }
    expect(verifyBefore(FRAME_DEPTH + 3)).toBe(outcome.VERIFY_OK)
    expect(verifyBefore(FRAME_DEPTH + 2)).toBe(outcome.VERIFY_STACK)
    expect(verifyBefore(FRAME_DEPTH + 4)).toBe(outcome.VERIFY_STACK)
  })
})
