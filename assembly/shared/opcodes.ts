// The instruction set. One instruction is 8 bytes:
//
//   0       1       2               4                               8
//   +-------+-------+---------------+-------------------------------+
//   |opcode | depth |   a  (u16)    |            b  (u32)           |
//   +-------+-------+---------------+-------------------------------+
//
// `depth` is how many values are on the stack before the instruction. The compiler writes it, the verifier
// proves it, the evaluator addresses the stack by it: there is no stack pointer to keep. Jumps go forward
// only: b counts the instructions to skip. The one way back is NEXT, to the first instruction of its own
// loop, once for each item of an array; loops are nested in each other and not jumped into or out of. So a
// program ends after at most as many steps as it has instructions, those of a loop's body counted ITEMS_MAX
// times. The table in src/rules/instructions.ts has the words for each; docs/opcodes.md is made of it.

export const INSTRUCTION_BYTES = 8
export const INSTRUCTION_DEPTH = 1
export const INSTRUCTION_A = 2
export const INSTRUCTION_B = 4

/** Bounded by the 8 bits of `depth`. */
export const STACK_MAX = 255
/** Bounded by the 16 bits of `a`. */
export const ATTRIBUTES_MAX = 65535

export const OP_RETURN = 0
export const OP_RETURN_VARIANT = 1
export const OP_RETURN_DEFAULT = 2
export const OP_PUSH_CONSTANT = 3
export const OP_PUSH_ATTRIBUTE = 4
export const OP_JUMP = 5
export const OP_JUMP_IF_FALSE = 6
export const OP_AND = 7
export const OP_OR = 8
export const OP_COALESCE = 9
export const OP_NOT = 10
export const OP_TRUTHY = 11
export const OP_COMPARE = 12
export const OP_COMPARE_CHAIN = 13
export const OP_IN = 14
export const OP_STARTS_WITH = 15
export const OP_ENDS_WITH = 16
export const OP_SEM_VER = 17
export const OP_FRACTIONAL = 18
export const OP_FRACTIONAL_BY = 19
export const OP_FRACTIONAL_DYNAMIC = 20
export const OP_FRACTIONAL_DYNAMIC_BY = 21
export const OP_MAKE_ARRAY = 22
export const OP_ATTRIBUTE_EQUALS = 23
export const OP_ATTRIBUTE_IN = 24
export const OP_ATTRIBUTE_STARTS_WITH = 25
export const OP_ATTRIBUTE_ENDS_WITH = 26
export const OP_IN_CONSTANT = 27
export const OP_RETURN_FRACTIONAL = 28
export const OP_RETURN_FRACTIONAL_BY = 29
export const OP_PUSH_LOCAL = 30
export const OP_GET = 31
export const OP_GET_COMPUTED = 32
export const OP_MISSING = 33
export const OP_MISSING_SOME = 34
export const OP_ARITHMETIC = 35
export const OP_CAT = 36
export const OP_SUBSTR = 37
export const OP_MERGE = 38
export const OP_MAKE_OBJECT = 39
export const OP_ITERATE = 40
export const OP_NEXT = 41
export const OP_IN_SET = 42
export const OP_ATTRIBUTE_IN_SET = 43
export const OP_ENCODE_UNIT = 44
export const OP_ENCODE_UNIT_PAIR = 45
export const OP_PUSH_ARRAY = 46
export const OP_ATTRIBUTE_ABSENT = 47
export const OP_ENOUGH = 48
export const OP_ATTRIBUTE_RETURN_FRACTIONAL = 49
export const OP_COUNT = 50

/** Most items of an array that a loop goes through; a longer one is an error of the evaluation. */
export const ITEMS_MAX = 1024
/** Most loops inside each other. */
export const LOOPS_MAX = 8

/** In place of a count of operands: one value, which if it is an array stands for its items. */
export const SPREAD = 0xffff

// The a operand of COMPARE and COMPARE_CHAIN.
export const COMPARE_EQ = 0
export const COMPARE_NE = 1
export const COMPARE_STRICT_EQ = 2
export const COMPARE_STRICT_NE = 3
export const COMPARE_LT = 4
export const COMPARE_LE = 5
export const COMPARE_GT = 6
export const COMPARE_GE = 7
export const COMPARE_COUNT = 8

// The a operand of SEM_VER.
export const SEM_VER_EQ = 0
export const SEM_VER_NE = 1
export const SEM_VER_LT = 2
export const SEM_VER_LE = 3
export const SEM_VER_GT = 4
export const SEM_VER_GE = 5
export const SEM_VER_MAJOR = 6
export const SEM_VER_MINOR = 7
export const SEM_VER_COUNT = 8

// The b operand of ARITHMETIC.
export const ARITHMETIC_ADD = 0
export const ARITHMETIC_SUBTRACT = 1
export const ARITHMETIC_MULTIPLY = 2
export const ARITHMETIC_DIVIDE = 3
export const ARITHMETIC_REMAINDER = 4
export const ARITHMETIC_MIN = 5
export const ARITHMETIC_MAX = 6
export const ARITHMETIC_COUNT = 7

// The a operand of ITERATE and NEXT. Both have two values below what they work with:
//
//     … | array | result | index | item | value of the body
//       ^ ITERATE starts with these two  ^ the body starts here
//
// `result` is null for ALL, SOME, NONE, MAP and FILTER at the start, and the initial accumulator of REDUCE.
// `index` is an integer, with the arena's end before the loop beside it. After the loop only the result is left.
export const ITERATE_MAP = 0
export const ITERATE_FILTER = 1
export const ITERATE_ALL = 2
export const ITERATE_SOME = 3
export const ITERATE_NONE = 4
export const ITERATE_REDUCE = 5
/** REDUCE with the first item as the initial accumulator. */
export const ITERATE_REDUCE_FIRST = 6
export const ITERATE_COUNT = 7
