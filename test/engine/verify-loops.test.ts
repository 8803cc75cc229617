// Loops that no compiler makes, each with one fault, and the code that the verifier must refuse it with. A loop is the
// only way back, and its frame the only place of the stack that the evaluator takes for what it is without looking: an
// array that is iterated, one that is filled, an index. So a loop must be whole, entered at its ITERATE and left at its
// NEXT only, and its frame must be written by nothing else; and the steps that it can take must be those of the record.
import { describe, expect, it } from 'vitest'
import * as op from '../../assembly/shared/opcodes.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import {
  countSteps,
  DATA,
  type Instruction,
  loop,
  makeRuleset,
  returnDefaultOn,
  STEPS_MAX,
} from './ruleset.ts'
import { checkPrograms, VERIFY_NAMES, verifyProgram } from './verify-cases.ts'

/** 2^32 - 1, which as a signed number is -1. */
const HUGE = 0xffff_ffff
const { ITERATE_ALL, ITERATE_MAP, ITERATE_REDUCE, ITERATE_REDUCE_FIRST, ITERATE_SOME } = op

const push = (depth: number): Instruction => [op.OP_PUSH_CONSTANT, depth, 0, 1]
const local = (depth: number, place: number): Instruction => [op.OP_PUSH_LOCAL, depth, place, 0]
const jump = (depth: number, skip: number): Instruction => [op.OP_JUMP, depth, 0, skip]
const jumpIfFalse = (depth: number, skip: number): Instruction => {
  return [op.OP_JUMP_IF_FALSE, depth, 0, skip]
}

/** An array and a result for a loop at the program's start: its ITERATE is at depth 2 and its body at depth 4. */
const START = [push(0), push(1)]
/** What a loop at the program's start leaves is one value. */
const END = returnDefaultOn(1)

/** Places of the frame of a loop whose ITERATE is at the depth. */
function frame(depth: number) {
  return { array: depth - 2, result: depth - 1, index: depth, item: depth + 1 }
}

/** A program that is a loop with the body, and its parts with something put in their place. */
function looping(
  body: readonly Instruction[],
  edits: { iterate?: Instruction; next?: Instruction } = {},
): Instruction[] {
  const [iterate, ...rest] = loop(2, body)
  const inside = rest.slice(0, -1)
  return [...START, edits.iterate ?? iterate!, ...inside, edits.next ?? rest.at(-1)!, END]
}

/** Loops in each other, each with the next as its body's value, all on the empty places above the last. */
function nested(levels: number, kind = ITERATE_ALL, depth = 2): Instruction[] {
  const inside = depth + 2
  if (levels === 1) return loop(depth, [push(inside)], kind)
  const inner = nested(levels - 1, kind, inside + 2)
  return loop(depth, [push(inside), push(inside + 1), ...inner], kind)
}

/** Code of a program of nested loops. */
function verifyNested(levels: number): string {
  return verifyProgram([...START, ...nested(levels), END], op.STACK_MAX)
}

describe('a loop', () => {
  const body = [push(4), push(5), push(6)]
  // Leaves one value of the three.
  const whole = [...body, [op.OP_MAKE_ARRAY, 7, 3, 0] as const]

  checkPrograms([
    ['that is whole', looping(whole), 'VERIFY_OK'],
    ...Array.from({ length: op.ITERATE_COUNT }, (_, kind) => {
      const program = [...START, ...loop(2, [push(4)], kind), END]
      return [`of kind ${kind}`, program, 'VERIFY_OK'] as [string, Instruction[], string]
    }),

    [
      'without its NEXT',
      [...START, [op.OP_ITERATE, 2, ITERATE_ALL, 2], push(4), returnDefaultOn(5), END],
      'VERIFY_LOOP',
    ],
    [
      'whose NEXT has no ITERATE',
      [...START, push(2), push(3), push(4), [op.OP_NEXT, 5, 2, 1], END],
      'VERIFY_LOOP',
    ],
    [
      'whose NEXT is another instruction with the same operands',
      looping(whole, { next: [op.OP_NOT, 5, ITERATE_ALL, 4] }),
      'VERIFY_LOOP',
    ],
    [
      'whose NEXT has lost its ITERATE to an instruction with the same effect',
      [...START, ...loop(2, [push(4)]), [op.OP_NEXT, 1, ITERATE_ALL, 1], END],
      'VERIFY_LOOP',
    ],
    [
      'whose ends differ in kind',
      looping(whole, { next: [op.OP_NEXT, 5, ITERATE_SOME, 4] }),
      'VERIFY_LOOP',
    ],
    // MAP fills an array that ALL has not made.
    [
      'that starts as ALL and goes on as MAP',
      looping(whole, { next: [op.OP_NEXT, 5, ITERATE_MAP, 4] }),
      'VERIFY_LOOP',
    ],
    ['of an unknown kind', [...START, ...loop(2, whole, op.ITERATE_COUNT), END], 'VERIFY_OPERAND'],
    ['of kind 65,535', [...START, ...loop(2, whole, 0xffff), END], 'VERIFY_OPERAND'],

    [
      'that goes back one too many',
      looping(whole, { next: [op.OP_NEXT, 5, ITERATE_ALL, 5] }),
      'VERIFY_LOOP',
    ],
    [
      'that goes back one too few',
      looping(whole, { next: [op.OP_NEXT, 5, ITERATE_ALL, 3] }),
      'VERIFY_LOOP',
    ],
    [
      'that goes back to its NEXT for ever',
      looping(whole, { next: [op.OP_NEXT, 5, ITERATE_ALL, 0] }),
      'VERIFY_LOOP',
    ],
    [
      'that goes forward',
      looping(whole, { next: [op.OP_NEXT, 5, ITERATE_ALL, HUGE] }),
      'VERIFY_LOOP',
    ],
    [
      'that goes back 2^32 bytes further',
      looping(whole, { next: [op.OP_NEXT, 5, ITERATE_ALL, 2 ** 29 + 4] }),
      'VERIFY_LOOP',
    ],

    [
      'whose ITERATE points one before the NEXT',
      looping(whole, { iterate: [op.OP_ITERATE, 2, ITERATE_ALL, 4] }),
      'VERIFY_LOOP',
    ],
    [
      'whose ITERATE points one behind the NEXT',
      looping(whole, { iterate: [op.OP_ITERATE, 2, ITERATE_ALL, 6] }),
      'VERIFY_LOOP',
    ],
    [
      'whose ITERATE points behind the program',
      looping(whole, { iterate: [op.OP_ITERATE, 2, ITERATE_ALL, 9] }),
      'VERIFY_LOOP',
    ],
    [
      'whose ITERATE points at itself',
      looping(whole, { iterate: [op.OP_ITERATE, 2, ITERATE_ALL, 0] }),
      'VERIFY_LOOP',
    ],
    [
      'whose ITERATE points back',
      looping(whole, { iterate: [op.OP_ITERATE, 2, ITERATE_ALL, HUGE] }),
      'VERIFY_LOOP',
    ],
    [
      'whose ITERATE points 2^32 bytes further',
      looping(whole, { iterate: [op.OP_ITERATE, 2, ITERATE_ALL, 2 ** 29 + 5] }),
      'VERIFY_LOOP',
    ],
    [
      'whose ITERATE points at the NEXT of another',
      [
        ...START,
        [op.OP_ITERATE, 2, 2, 6],
        ...loop(2, [push(4)]),
        push(1),
        ...loop(2, [push(4)]),
        END,
      ],
      'VERIFY_LOOP',
    ],
    ['with an empty body', looping([]), 'VERIFY_LOOP'],
    ['with nothing behind it', looping(whole).slice(0, -1), 'VERIFY_LOOP'],

    [
      'over an array without a result',
      [push(0), ...loop(1, [push(3)]), returnDefaultOn(0)],
      'VERIFY_STACK',
    ],
    [
      'whose body leaves two values',
      looping([push(4), push(5)], { next: [op.OP_NEXT, 6, ITERATE_ALL, 2] }),
      'VERIFY_STACK',
    ],
    [
      'whose body leaves none',
      looping([jump(4, 0)], { next: [op.OP_NEXT, 4, ITERATE_ALL, 1] }),
      'VERIFY_STACK',
    ],
    ['whose body expects a value more', looping([returnDefaultOn(5), push(4)]), 'VERIFY_STACK'],
    [
      'whose frame does not fit the stack of the flag, with the value of a body that leaves none',
      [
        ...Array.from({ length: 6 }, (_, depth) => push(depth)),
        ...loop(6, [returnDefaultOn(8)]),
        returnDefaultOn(5),
      ],
      'VERIFY_STACK',
    ],
  ])

  it('may have a frame that fills the stack of the flag', () => {
    const pushes = Array.from({ length: 5 }, (_, depth) => push(depth))
    const program = [...pushes, ...loop(5, [push(7)]), returnDefaultOn(4)]
    expect(verifyProgram(program, 8)).toBe('VERIFY_OK')
    expect(verifyProgram(program, 7)).toBe('VERIFY_STACK')
  })
})

describe('the frame of a loop', () => {
  const { array, result, index, item } = frame(2)
  /** A body that reads a place of the stack. */
  const reading = (place: number, kind: number) => [
    ...START,
    ...loop(2, [local(4, place)], kind),
    END,
  ]

  checkPrograms([
    ['may give its item to the body', reading(item, ITERATE_ALL), 'VERIFY_OK'],
    ['keeps its index, which is no value', reading(index, ITERATE_ALL), 'VERIFY_OPERAND'],
    ['keeps its array', reading(array, ITERATE_ALL), 'VERIFY_OPERAND'],
    ['keeps its result', reading(result, ITERATE_ALL), 'VERIFY_OPERAND'],
    ['keeps the array that MAP fills', reading(result, ITERATE_MAP), 'VERIFY_OPERAND'],
    ['keeps the array that FILTER fills', reading(result, op.ITERATE_FILTER), 'VERIFY_OPERAND'],
    ['may give the accumulator of REDUCE', reading(result, ITERATE_REDUCE), 'VERIFY_OK'],
    ['may give that of REDUCE_FIRST', reading(result, ITERATE_REDUCE_FIRST), 'VERIFY_OK'],
    ['keeps the index of REDUCE', reading(index, ITERATE_REDUCE), 'VERIFY_OPERAND'],
    ['keeps the array of REDUCE', reading(array, ITERATE_REDUCE), 'VERIFY_OPERAND'],
    ['has no place above the item', reading(item + 1, ITERATE_ALL), 'VERIFY_OPERAND'],
    ['has no place 65,535', reading(0xffff, ITERATE_ALL), 'VERIFY_OPERAND'],

    // Taken by an instruction in the body, the item would be gone, and its place written by what comes next.
    ['may not be taken from', looping([[op.OP_NOT, 4, 0, 0], push(4)]), 'VERIFY_STACK'],
    [
      'may not be taken from by a jump',
      looping([jumpIfFalse(4, 0), push(3), push(4)]),
      'VERIFY_STACK',
    ],
    [
      'may not be taken from by a list',
      looping([push(4), [op.OP_MAKE_ARRAY, 5, 2, 0], push(4)]),
      'VERIFY_STACK',
    ],
    [
      'may not be given to a loop inside',
      looping([...loop(4, [push(6)]), push(3), push(4)]),
      'VERIFY_STACK',
    ],
    [
      'may not be given to a loop inside with one value more',
      looping([push(4), ...loop(5, [push(7)]), push(4)]),
      'VERIFY_STACK',
    ],
    ['may not be returned', looping([[op.OP_RETURN, 4, 0, 0], push(4)]), 'VERIFY_STACK'],
  ])
})

describe('PUSH_LOCAL', () => {
  /** A loop in a loop, whose body reads a place of the stack. */
  const inner = (place: number, kinds: [outer: number, inner: number]) => [
    ...START,
    ...loop(2, [push(4), push(5), ...loop(6, [local(8, place)], kinds[1])], kinds[0]),
    END,
  ]
  const outside = frame(2)
  const inside = frame(6)

  it.each([
    ['reads the item of the loop around', inside.item, 'VERIFY_OK'],
    ['does not read the item of the loop around that', outside.item, 'VERIFY_OPERAND'],
    ['does not read the array that both are in', outside.array, 'VERIFY_OPERAND'],
  ])('%s', (_, place, expected) => {
    expect(verifyProgram(inner(place, [ITERATE_ALL, ITERATE_ALL]), 16)).toBe(expected)
  })

  it('reads the accumulator of the loop around, and of no other', () => {
    expect(verifyProgram(inner(inside.result, [ITERATE_ALL, ITERATE_REDUCE]), 16)).toBe('VERIFY_OK')
    const { result } = outside
    expect(verifyProgram(inner(result, [ITERATE_REDUCE, ITERATE_ALL]), 16)).toBe('VERIFY_OPERAND')
    expect(verifyProgram(inner(result, [ITERATE_REDUCE, ITERATE_REDUCE]), 16)).toBe(
      'VERIFY_OPERAND',
    )
    expect(verifyProgram(inner(inside.result, [ITERATE_REDUCE, ITERATE_MAP]), 16)).toBe(
      'VERIFY_OPERAND',
    )
  })

  it('does not read the item of an inner loop behind it', () => {
    const behind = (place: number) => [local(5, place), [op.OP_IN, 6, 0, 0] as const]
    const body = (place: number) => [push(4), push(5), ...loop(6, [push(8)]), ...behind(place)]
    const program = (place: number) => [...START, ...loop(2, body(place)), END]
    expect(verifyProgram(program(outside.item), 16)).toBe('VERIFY_OK')
    expect(verifyProgram(program(inside.item), 16)).toBe('VERIFY_OPERAND')
  })

  checkPrograms([
    ['is nothing outside of a loop', [...START, local(2, 1), returnDefaultOn(3)], 'VERIFY_OPERAND'],
    ['is nothing outside, at the place of none', [local(0, 0xffff), END], 'VERIFY_OPERAND'],
    [
      'is nothing before a loop',
      [push(0), local(1, 3), ...loop(2, [push(4)]), END],
      'VERIFY_OPERAND',
    ],
    [
      'is nothing behind a loop',
      [...START, ...loop(2, [push(4)]), local(1, 3), returnDefaultOn(2)],
      'VERIFY_OPERAND',
    ],
  ])
})

describe('a jump', () => {
  // Four values are what a body finds. Whoever jumps to it with four others has made its frame of them.
  const four = [push(0), push(1), push(2), push(3)]

  checkPrograms([
    ['may go from the body to its NEXT', looping([push(4), jump(5, 1), jump(5, 0)]), 'VERIFY_OK'],
    [
      'may go over a whole loop',
      [push(0), [op.OP_AND, 1, 0, 5], ...START, ...loop(2, [push(4)]), END],
      'VERIFY_OK',
    ],
    ['may go to an ITERATE', [...START, jump(2, 0), ...loop(2, [push(4)]), END], 'VERIFY_OK'],
    [
      'may go to what follows a loop',
      [push(0), jump(1, 4), push(1), ...loop(2, [push(4)]), END],
      'VERIFY_OK',
    ],

    [
      'may not go to the NEXT',
      [...four, push(4), jump(5, 2), ...loop(2, [push(4)]), END],
      'VERIFY_JUMP',
    ],
    ['may not go to the body', [...four, jump(4, 1), ...loop(2, [push(4)]), END], 'VERIFY_JUMP'],
    [
      'may not go to the middle of the body',
      [...four, push(4), jump(5, 2), ...loop(2, [push(4), jump(5, 0)]), END],
      'VERIFY_JUMP',
    ],
    [
      'may not go to a body over the one before',
      [...four, jump(4, 5), ...loop(2, [push(4)]), push(1), ...loop(2, [push(4)]), END],
      'VERIFY_JUMP',
    ],
    [
      'may not go to a body and take a value there',
      [...four, push(4), jumpIfFalse(5, 2), returnDefaultOn(4), ...loop(2, [push(4)]), END],
      'VERIFY_JUMP',
    ],
    [
      'may not go to a body and keep its value',
      [...four, [op.OP_OR, 4, 0, 2], returnDefaultOn(3), ...loop(2, [push(4)]), END],
      'VERIFY_JUMP',
    ],
    [
      'may not go to a body with half of a comparison',
      [
        ...four,
        push(4),
        [op.OP_COMPARE_CHAIN, 5, 0, 2],
        returnDefaultOn(4),
        ...loop(2, [push(4)]),
        END,
      ],
      'VERIFY_JUMP',
    ],

    // What is behind has the right depth, but the loop would be left half done.
    [
      'may not leave the body',
      [...START, ...loop(2, [push(4), jump(5, 3), jump(5, 0)]), END, returnDefaultOn(5)],
      'VERIFY_JUMP',
    ],
    [
      'may not leave the body and take a value',
      [
        ...START,
        ...loop(2, [push(4), jumpIfFalse(5, 4), push(4), jump(5, 0)]),
        END,
        returnDefaultOn(4),
      ],
      'VERIFY_JUMP',
    ],
    [
      'may not leave the body and keep its value',
      [
        ...START,
        ...loop(2, [push(4), [op.OP_AND, 5, 0, 4], push(4), jump(5, 0)]),
        END,
        returnDefaultOn(5),
      ],
      'VERIFY_JUMP',
    ],
    ['may not leave the body backwards', looping([push(4), jump(5, HUGE - 2)]), 'VERIFY_JUMP'],
  ])

  it('may not go from the body of a loop to that of one inside', () => {
    const around = [push(4), push(5), push(6), push(7), jump(8, 1)]
    const program = [...START, ...loop(2, [...around, ...loop(6, [push(8)])]), END]
    expect(verifyProgram(program, 16)).toBe('VERIFY_JUMP')
  })

  it('may not go from the body of a loop to that of the one around', () => {
    // Behind the inner loop the outer body goes on at depth 5; the place for depth 9 is one that nobody else gets to.
    const program = (skip: number) => {
      const inner = loop(6, [push(8), jump(9, skip)])
      const body = [push(4), push(5), ...inner, jump(5, 1), returnDefaultOn(9)]
      return [...START, ...loop(2, body), END]
    }
    expect(verifyProgram(program(0), 16)).toBe('VERIFY_OK')
    expect(verifyProgram(program(2), 16)).toBe('VERIFY_JUMP')
  })
})

describe('loops inside each other', () => {
  it('may be as many as the limit, and one more may not', () => {
    expect(verifyNested(op.LOOPS_MAX)).toBe('VERIFY_OK')
    expect(verifyNested(op.LOOPS_MAX + 1)).toBe('VERIFY_LOOP')
  })

  it('may be any number beside each other', () => {
    const beside = Array.from({ length: 3 * op.LOOPS_MAX }, () => [
      ...START,
      ...loop(2, [push(4)]),
      jumpIfFalse(1, 0),
    ])
    expect(verifyProgram([...beside.flat(), returnDefaultOn(0)])).toBe('VERIFY_OK')
  })
})

describe('the steps of a flag', () => {
  /** Code of a program with other steps in its record than it has. */
  function verifyWith(code: readonly Instruction[], steps: number): string {
    const ruleset = makeRuleset(code, op.STACK_MAX)
    ruleset.set(ruleset.section(layout.HEADER_FLAGS) + layout.FLAG_STEPS, steps)
    return VERIFY_NAMES.get(ruleset.verify())!
  }

  const straight = [push(0), [op.OP_NOT, 1, 0, 0] as const, [op.OP_RETURN, 1, 0, 0] as const]
  const once = [...START, ...loop(2, [push(4), [op.OP_NOT, 5, 0, 0]]), END]
  const twice = [...START, ...nested(2), END]

  it.each([
    ['one for each instruction', straight, 3],
    // Three around the loop, its ITERATE, and of each item the body's two and NEXT.
    ['those of a body and its NEXT for each item', once, 4 + 3 * 1024],
    // Of each item of the outer loop: two pushes, ITERATE, the inner items, NEXT.
    ['those of loops inside each other multiplied', twice, 4 + (3 + 2 * 1024 + 1) * 1024],
  ])('are %s', (_, code, steps) => {
    expect(countSteps(code)).toBe(steps)
    expect(verifyWith(code, steps)).toBe('VERIFY_OK')
    expect(verifyWith(code, steps - 1)).toBe('VERIFY_STEPS')
    expect(verifyWith(code, steps + 1)).toBe('VERIFY_STEPS')
    expect(verifyWith(code, 0)).toBe('VERIFY_STEPS')
    expect(verifyWith(code, HUGE)).toBe('VERIFY_STEPS')
  })

  it('count what nobody gets to', () => {
    const code = [returnDefaultOn(0), returnDefaultOn(0)]
    expect(verifyWith(code, 2)).toBe('VERIFY_OK')
    expect(verifyWith(code, 1)).toBe('VERIFY_STEPS')
  })

  // Three loops inside each other take 2^31 steps and more: the count stays where it is.
  it.each([3, 4, op.LOOPS_MAX])(
    'of %i loops inside each other are no more than can be counted',
    levels => {
      const code = [...START, ...nested(levels), END]
      expect(countSteps(code)).toBe(STEPS_MAX)
      expect(verifyWith(code, STEPS_MAX)).toBe('VERIFY_OK')
      expect(verifyWith(code, STEPS_MAX - 1)).toBe('VERIFY_STEPS')
      expect(verifyWith(code, STEPS_MAX + 1)).toBe('VERIFY_STEPS')
    },
  )

  it('stay where they are behind a loop that fills the count', () => {
    const code = [...START, ...nested(3), jumpIfFalse(1, 0), ...START, ...nested(3), END]
    expect(verifyWith(code, STEPS_MAX)).toBe('VERIFY_OK')
  })
})

describe('a ruleset with a loop', () => {
  it('names the source of its instructions in the data', () => {
    const ruleset = makeRuleset([...START, ...loop(2, [push(4)]), END])
    const source = ruleset.section(layout.HEADER_FLAGS) + layout.FLAG_SOURCE
    expect(ruleset.get(source)).toBe(DATA.source)
    expect(VERIFY_NAMES.get(ruleset.verify())).toBe('VERIFY_OK')
  })
})
