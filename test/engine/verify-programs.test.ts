// Programs that no compiler makes, each with one fault, and the code that the verifier must refuse it with. Afterwards
// the evaluator follows jumps, takes values from the stack and reads the data section without looking.
import { describe, expect, it } from 'vitest'
import * as op from '../../assembly/shared/opcodes.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { CONSTANTS, DATA, type Instruction, RETURN_DEFAULT, returnDefaultOn } from './ruleset.ts'
import { checkPrograms, verifyProgram } from './verify-cases.ts'

/** 2^32 - 1, which as a signed number is -1. */
const HUGE = 0xffff_ffff

/** A number. */
const push = (depth: number): Instruction => [op.OP_PUSH_CONSTANT, depth, 0, 1]

describe('a ruleset made by hand', () => {
  it('is accepted, so that what follows is refused for its one fault', () => {
    expect(verifyProgram([RETURN_DEFAULT])).toBe('VERIFY_OK')
  })
})

describe('a program', () => {
  checkPrograms([
    ['that is empty', [], 'VERIFY_END'],
    ['that falls off its end', [push(0)], 'VERIFY_END'],
    ['that falls off behind a jump', [push(0), [op.OP_JUMP_IF_FALSE, 1, 0, 0]], 'VERIFY_JUMP'],
    ['that starts with values nobody pushed', [[op.OP_RETURN, 1, 0, 0]], 'VERIFY_END'],

    ['with the first opcode there is not', [[op.OP_COUNT, 0, 0, 0]], 'VERIFY_OPCODE'],
    ['with opcode 255', [[255, 0, 0, 0], RETURN_DEFAULT], 'VERIFY_OPCODE'],
    ['with an unknown opcode nobody gets to', [RETURN_DEFAULT, [99, 0, 0, 0]], 'VERIFY_OPCODE'],

    // There is no instruction that jumps back; an offset that wraps round would be one.
    ['that jumps to itself', [[op.OP_JUMP, 0, 0, HUGE], RETURN_DEFAULT], 'VERIFY_JUMP'],
    [
      'that jumps back',
      [push(0), [op.OP_JUMP_IF_FALSE, 1, 0, HUGE - 1], RETURN_DEFAULT],
      'VERIFY_JUMP',
    ],
    [
      'that jumps back in bytes: 2^29 instructions are 2^32 of them',
      [[op.OP_JUMP, 0, 0, 2 ** 29 - 1], RETURN_DEFAULT],
      'VERIFY_JUMP',
    ],
    ['that jumps just behind its end', [[op.OP_JUMP, 0, 0, 1], RETURN_DEFAULT], 'VERIFY_JUMP'],
    [
      'that jumps behind its end and keeps a value',
      [push(0), [op.OP_AND, 1, 0, 1], RETURN_DEFAULT],
      'VERIFY_JUMP',
    ],
    [
      'that jumps behind its end out of a chain',
      [push(0), push(1), [op.OP_COMPARE_CHAIN, 2, 0, 2], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_JUMP',
    ],

    ['that returns what is not there', [[op.OP_RETURN, 0, 0, 0]], 'VERIFY_STACK'],
    [
      'that compares with one operand',
      [push(0), [op.OP_COMPARE, 1, 0, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that makes an array of more than it has',
      [push(0), [op.OP_MAKE_ARRAY, 1, 2, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that makes an array of 65,535',
      [push(0), [op.OP_MAKE_ARRAY, 1, 0xffff, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that picks from more pairs than it has',
      [push(0), push(1), [op.OP_FRACTIONAL_DYNAMIC_BY, 2, 1, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that pushes more than the flag says',
      [...Array.from({ length: 9 }, (_, depth) => push(depth)), [op.OP_RETURN, 9, 0, 0]],
      'VERIFY_STACK',
    ],
    ['that claims more than it pushed', [push(0), [op.OP_RETURN, 2, 0, 0]], 'VERIFY_STACK'],
    ['that claims less than it pushed', [push(0), [op.OP_RETURN_DEFAULT, 0, 0, 0]], 'VERIFY_STACK'],

    [
      'whose branches meet with different depths, one falling through',
      [push(0), [op.OP_JUMP_IF_FALSE, 1, 0, 1], push(0), RETURN_DEFAULT],
      'VERIFY_STACK',
    ],
    [
      'whose branches meet with different depths, one jumping',
      [push(0), [op.OP_JUMP_IF_FALSE, 1, 0, 1], push(0), [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_JUMP',
    ],
    [
      'whose value is kept by a jump to where none is',
      [push(0), [op.OP_OR, 1, 0, 0], RETURN_DEFAULT],
      'VERIFY_JUMP',
    ],

    ['that returns no variant of the flag', [[op.OP_RETURN_VARIANT, 0, 2, 0]], 'VERIFY_OPERAND'],
    [
      'that pushes no constant',
      [
        [op.OP_PUSH_CONSTANT, 0, 0, CONSTANTS.length],
        [op.OP_RETURN, 1, 0, 0],
      ],
      'VERIFY_OPERAND',
    ],
    [
      'that pushes a constant 2^32 bytes away',
      [
        [op.OP_PUSH_CONSTANT, 0, 0, 2 ** 29],
        [op.OP_RETURN, 1, 0, 0],
      ],
      'VERIFY_OPERAND',
    ],
    [
      'that picks from no pairs',
      [push(0), [op.OP_FRACTIONAL_DYNAMIC_BY, 1, 0, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_OPERAND',
    ],
    [
      'that computes with more than it has',
      [push(0), [op.OP_ARITHMETIC, 1, 2, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that joins 65,534 texts, one less than stand for the items of an array',
      [push(0), [op.OP_CAT, 1, op.SPREAD - 1, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that joins the items of what is not there',
      [
        [op.OP_CAT, 0, op.SPREAD, 0],
        [op.OP_RETURN, 1, 0, 0],
      ],
      'VERIFY_STACK',
    ],
    [
      'that looks for names without a scope',
      [push(0), push(1), [op.OP_MISSING, 2, 2, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that looks for the items of a name without a scope',
      [push(0), [op.OP_MISSING, 1, op.SPREAD, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that makes an object of half a pair',
      [push(0), [op.OP_MAKE_OBJECT, 1, 1, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that makes an object of 32,768 pairs: 65,536 values, 0 in 16 bits',
      [push(0), [op.OP_MAKE_OBJECT, 1, 0x8000, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_STACK',
    ],
    [
      'that takes a part of one value',
      [push(0), [op.OP_SUBSTR, 1, 1, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_OPERAND',
    ],
    [
      'that takes a part by four values',
      [push(0), push(1), push(2), push(3), [op.OP_SUBSTR, 4, 4, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_OPERAND',
    ],
    [
      'with an operation that no arithmetic has',
      [push(0), [op.OP_ARITHMETIC, 1, 1, op.ARITHMETIC_COUNT], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_OPERAND',
    ],
    [
      'with a relation that no comparison has',
      [push(0), push(1), [op.OP_COMPARE, 2, op.COMPARE_COUNT, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_OPERAND',
    ],
    [
      'with a relation that no version has',
      [push(0), push(1), [op.OP_SEM_VER, 2, op.SEM_VER_COUNT, 0], [op.OP_RETURN, 1, 0, 0]],
      'VERIFY_OPERAND',
    ],
  ])

  checkPrograms([
    [
      'may join no texts, and the items of one value',
      [
        [op.OP_CAT, 0, 0, 0],
        [op.OP_CAT, 1, op.SPREAD, 0],
        [op.OP_RETURN, 1, 0, 0],
      ],
      'VERIFY_OK',
    ],
    [
      'may take a part by two values, and by three',
      [
        ...[push(0), push(1), push(2)],
        [op.OP_SUBSTR, 3, 2, 0],
        push(2),
        [op.OP_SUBSTR, 3, 3, 0],
        [op.OP_RETURN, 1, 0, 0],
      ],
      'VERIFY_OK',
    ],
  ])

  it('may fill the stack to its last place, and no further', () => {
    const full = Array.from({ length: op.STACK_MAX }, (_, depth) => push(depth))
    const end: Instruction = [op.OP_RETURN, op.STACK_MAX, 0, 0]
    expect(verifyProgram([...full, end], op.STACK_MAX)).toBe('VERIFY_OK')
    // The depth wraps round to 0 in its 8 bits.
    const over: Instruction[] = [...full, push(op.STACK_MAX), RETURN_DEFAULT]
    expect(verifyProgram(over, op.STACK_MAX)).toBe('VERIFY_STACK')
    expect(verifyProgram(over, op.STACK_MAX + 1)).toBe('VERIFY_FLAG')
  })
})

describe('an instruction that reads an attribute', () => {
  const readers = [
    ['PUSH_ATTRIBUTE', op.OP_PUSH_ATTRIBUTE, 0],
    ['ATTRIBUTE_EQUALS', op.OP_ATTRIBUTE_EQUALS, DATA.text],
    ['ATTRIBUTE_IN', op.OP_ATTRIBUTE_IN, DATA.array],
    ['ATTRIBUTE_STARTS_WITH', op.OP_ATTRIBUTE_STARTS_WITH, DATA.text],
    ['ATTRIBUTE_ENDS_WITH', op.OP_ATTRIBUTE_ENDS_WITH, DATA.text],
    ['ATTRIBUTE_IN_SET', op.OP_ATTRIBUTE_IN_SET, DATA.set],
    ['ATTRIBUTE_ABSENT', op.OP_ATTRIBUTE_ABSENT, DATA.text],
    ['ATTRIBUTE_RETURN_FRACTIONAL', op.OP_ATTRIBUTE_RETURN_FRACTIONAL, DATA.table],
  ] as const

  // The host encodes only what the flag lists: any other slot holds what another flag left there.
  it.each(readers)('%s must find it in the list of the flag', (_, opcode, b) => {
    const read = (attribute: number) =>
      verifyProgram([[opcode, 0, attribute, b], returnDefaultOn(1)])
    expect(read(0)).toBe('VERIFY_OK')
    expect(read(1)).toBe('VERIFY_OPERAND')
    expect(read(2)).toBe('VERIFY_OPERAND')
    expect(read(0xffff)).toBe('VERIFY_OPERAND')
  })
})

describe('an offset into the data', () => {
  const users: [name: string, opcode: number, depth: number, a: number, good: number][] = [
    ['the string of ATTRIBUTE_EQUALS', op.OP_ATTRIBUTE_EQUALS, 0, 0, DATA.text],
    ['the string of ATTRIBUTE_STARTS_WITH', op.OP_ATTRIBUTE_STARTS_WITH, 0, 0, DATA.text],
    ['the string of ATTRIBUTE_ENDS_WITH', op.OP_ATTRIBUTE_ENDS_WITH, 0, 0, DATA.text],
    ['the array of ATTRIBUTE_IN', op.OP_ATTRIBUTE_IN, 0, 0, DATA.array],
    ['the array of IN_CONSTANT', op.OP_IN_CONSTANT, 1, 0, DATA.array],
    ['the table of FRACTIONAL', op.OP_FRACTIONAL, 1, 0, DATA.table],
    ['the table of FRACTIONAL_BY', op.OP_FRACTIONAL_BY, 1, 0, DATA.table],
    ['the table of RETURN_FRACTIONAL', op.OP_RETURN_FRACTIONAL, 1, 0, DATA.table],
    ['the table of RETURN_FRACTIONAL_BY', op.OP_RETURN_FRACTIONAL_BY, 1, 0, DATA.table],
    ['the prefix of FRACTIONAL_DYNAMIC', op.OP_FRACTIONAL_DYNAMIC, 3, 1, DATA.table],
    ['the array of PUSH_ARRAY', op.OP_PUSH_ARRAY, 0, 0, DATA.array],
    ['the path of GET', op.OP_GET, 1, 0, DATA.path],
    ['the set of IN_SET', op.OP_IN_SET, 1, 0, DATA.set],
    ['the set of ATTRIBUTE_IN_SET', op.OP_ATTRIBUTE_IN_SET, 0, 0, DATA.set],
    ['the string of ATTRIBUTE_ABSENT', op.OP_ATTRIBUTE_ABSENT, 0, 0, DATA.text],
    [
      'the table of ATTRIBUTE_RETURN_FRACTIONAL',
      op.OP_ATTRIBUTE_RETURN_FRACTIONAL,
      ...([0, 0, DATA.table] as const),
    ],
  ]
  const offsets: [what: string, offset: number][] = [
    ['0', 0],
    ['in the header', layout.HEADER_BYTES - 8],
    ['between two words', DATA.text + 4],
    ['at the end of the data', DATA.end],
    ['behind the data', DATA.end + 8],
    ['near 2^32', 0xffff_fff8],
  ]
  const cases = users.flatMap(user => offsets.map(offset => [...user, ...offset] as const))

  it.each(users)('%s may be right', (_, opcode, depth, a, good) => {
    const pushes = Array.from({ length: depth }, (__, index) => push(index))
    const code: Instruction[] = [...pushes, [opcode, depth, a, good], returnDefaultOn(1)]
    expect(verifyProgram(code)).toBe('VERIFY_OK')
  })

  it.each(cases)('%s may not be %6$s', (_, opcode, depth, a, __, ___, offset) => {
    const pushes = Array.from({ length: depth }, (____, index) => push(index))
    const code: Instruction[] = [...pushes, [opcode, depth, a, offset], returnDefaultOn(1)]
    expect(verifyProgram(code)).toBe('VERIFY_OPERAND')
  })

  // It has one for the first generation only.
  describe('the table of FRACTIONAL_DYNAMIC_BY', () => {
    const verifyAt = (offset: number) => {
      const instruction: Instruction = [op.OP_FRACTIONAL_DYNAMIC_BY, 3, 1, offset]
      return verifyProgram([push(0), push(1), push(2), instruction, returnDefaultOn(1)])
    }

    it('may be right, or left out', () => {
      expect(verifyAt(DATA.table)).toBe('VERIFY_OK')
      expect(verifyAt(0)).toBe('VERIFY_OK')
    })

    it.each(offsets.slice(1))('may not be %s', (_, offset) => {
      expect(verifyAt(offset)).toBe('VERIFY_OPERAND')
    })
  })
})
