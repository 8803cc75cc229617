// The words for the instruction set: name, operands, stack effect, meaning. The disassembler and docs/opcodes.md are
// made of this table, and a test holds the verifier to it.
import * as op from '../../assembly/shared/opcodes.ts'

/** What an operand of an instruction is. */
export type OperandKind =
  | 'variant'
  | 'constant'
  | 'attribute'
  | 'skip'
  | 'relation'
  | 'sem-ver relation'
  | 'table'
  | 'variant table'
  | 'count'
  | 'string'
  | 'array'
  | 'path'
  | 'set'
  | 'list'
  | 'local'
  | 'arithmetic'
  | 'loop'
  | 'back'

export interface InstructionInfo {
  readonly opcode: number
  readonly name: string
  readonly a?: OperandKind
  readonly b?: OperandKind
  /** Stack before and after, top last. */
  readonly stack: string
  readonly meaning: string
}

export const INSTRUCTIONS: readonly InstructionInfo[] = [
  {
    opcode: op.OP_RETURN,
    name: 'RETURN',
    stack: 'value →',
    meaning: 'Ends: the value, as text, names the variant; null is the default.',
  },
  {
    opcode: op.OP_RETURN_VARIANT,
    name: 'RETURN_VARIANT',
    a: 'variant',
    stack: '→',
    meaning: 'Ends with the variant.',
  },
  {
    opcode: op.OP_RETURN_DEFAULT,
    name: 'RETURN_DEFAULT',
    stack: '→',
    meaning: 'Ends with the default variant.',
  },
  {
    opcode: op.OP_PUSH_CONSTANT,
    name: 'PUSH_CONSTANT',
    b: 'constant',
    stack: '→ value',
    meaning: 'Pushes a constant.',
  },
  {
    opcode: op.OP_PUSH_ATTRIBUTE,
    name: 'PUSH_ATTRIBUTE',
    a: 'attribute',
    stack: '→ value',
    meaning: 'Pushes an attribute of the context; null if it is missing.',
  },
  { opcode: op.OP_JUMP, name: 'JUMP', b: 'skip', stack: '→', meaning: 'Skips b instructions.' },
  {
    opcode: op.OP_JUMP_IF_FALSE,
    name: 'JUMP_IF_FALSE',
    b: 'skip',
    stack: 'value →',
    meaning: 'Skips b instructions if the value is falsy.',
  },
  {
    opcode: op.OP_AND,
    name: 'AND',
    b: 'skip',
    stack: 'value → value | ',
    meaning: 'If the value is falsy keeps it and skips b instructions, else drops it.',
  },
  {
    opcode: op.OP_OR,
    name: 'OR',
    b: 'skip',
    stack: 'value → value | ',
    meaning: 'If the value is truthy keeps it and skips b instructions, else drops it.',
  },
  {
    opcode: op.OP_COALESCE,
    name: 'COALESCE',
    b: 'skip',
    stack: 'value → value | ',
    meaning: 'If the value is not null keeps it and skips b instructions, else drops it.',
  },
  {
    opcode: op.OP_NOT,
    name: 'NOT',
    stack: 'value → boolean',
    meaning: 'Whether the value is falsy.',
  },
  {
    opcode: op.OP_TRUTHY,
    name: 'TRUTHY',
    stack: 'value → boolean',
    meaning: 'Whether the value is truthy.',
  },
  {
    opcode: op.OP_COMPARE,
    name: 'COMPARE',
    a: 'relation',
    stack: 'left right → boolean',
    meaning: 'Compares; an error where the operands have no order.',
  },
  {
    opcode: op.OP_COMPARE_CHAIN,
    name: 'COMPARE_CHAIN',
    a: 'relation',
    b: 'skip',
    stack: 'left right → right | false',
    meaning:
      'Compares; if it holds leaves the right operand, else false, and skips b instructions.',
  },
  {
    opcode: op.OP_IN,
    name: 'IN',
    stack: 'item container → boolean',
    meaning: 'Whether the item is in the array, or its text in the string.',
  },
  {
    opcode: op.OP_STARTS_WITH,
    name: 'STARTS_WITH',
    stack: 'value prefix → boolean | null',
    meaning: 'Whether the string starts with the prefix; null unless both are strings.',
  },
  {
    opcode: op.OP_ENDS_WITH,
    name: 'ENDS_WITH',
    stack: 'value suffix → boolean | null',
    meaning: 'Whether the string ends with the suffix; null unless both are strings.',
  },
  {
    opcode: op.OP_SEM_VER,
    name: 'SEM_VER',
    a: 'sem-ver relation',
    stack: 'left right → boolean | null',
    meaning: 'Compares versions; null unless both are versions.',
  },
  {
    opcode: op.OP_FRACTIONAL,
    name: 'FRACTIONAL',
    b: 'table',
    stack: 'targetingKey → value | null',
    meaning:
      "The value of the bucket that the flag's key followed by the targeting key falls into.",
  },
  {
    opcode: op.OP_FRACTIONAL_BY,
    name: 'FRACTIONAL_BY',
    b: 'table',
    stack: 'unit → value | null',
    meaning: 'The value of the bucket that the unit falls into.',
  },
  {
    opcode: op.OP_FRACTIONAL_DYNAMIC,
    name: 'FRACTIONAL_DYNAMIC',
    a: 'count',
    b: 'table',
    stack: 'targetingKey (value weight)×a → value | null',
    meaning: 'FRACTIONAL with buckets computed by rules; only the prefix of the table is read.',
  },
  {
    opcode: op.OP_FRACTIONAL_DYNAMIC_BY,
    name: 'FRACTIONAL_DYNAMIC_BY',
    a: 'count',
    stack: 'unit (value weight)×a → value | null',
    meaning: 'FRACTIONAL_BY with buckets computed by rules.',
  },
  {
    opcode: op.OP_MAKE_ARRAY,
    name: 'MAKE_ARRAY',
    a: 'count',
    stack: 'value×a → array',
    meaning: 'An array of the values, in the scratch arena.',
  },
  {
    opcode: op.OP_ATTRIBUTE_EQUALS,
    name: 'ATTRIBUTE_EQUALS',
    a: 'attribute',
    b: 'string',
    stack: '→ boolean',
    meaning: 'PUSH_ATTRIBUTE, PUSH_CONSTANT, COMPARE == in one.',
  },
  {
    opcode: op.OP_ATTRIBUTE_IN,
    name: 'ATTRIBUTE_IN',
    a: 'attribute',
    b: 'array',
    stack: '→ boolean',
    meaning: 'PUSH_ATTRIBUTE, IN_CONSTANT in one.',
  },
  {
    opcode: op.OP_ATTRIBUTE_STARTS_WITH,
    name: 'ATTRIBUTE_STARTS_WITH',
    a: 'attribute',
    b: 'string',
    stack: '→ boolean | null',
    meaning: 'PUSH_ATTRIBUTE, PUSH_CONSTANT, STARTS_WITH in one.',
  },
  {
    opcode: op.OP_ATTRIBUTE_ENDS_WITH,
    name: 'ATTRIBUTE_ENDS_WITH',
    a: 'attribute',
    b: 'string',
    stack: '→ boolean | null',
    meaning: 'PUSH_ATTRIBUTE, PUSH_CONSTANT, ENDS_WITH in one.',
  },
  {
    opcode: op.OP_IN_CONSTANT,
    name: 'IN_CONSTANT',
    b: 'array',
    stack: 'item → boolean',
    meaning: "Whether the item is in one of the ruleset's arrays.",
  },
  {
    opcode: op.OP_RETURN_FRACTIONAL,
    name: 'RETURN_FRACTIONAL',
    b: 'variant table',
    stack: 'targetingKey →',
    meaning: "FRACTIONAL and RETURN in one: the table's indexes are variants.",
  },
  {
    opcode: op.OP_RETURN_FRACTIONAL_BY,
    name: 'RETURN_FRACTIONAL_BY',
    b: 'variant table',
    stack: 'unit →',
    meaning: "FRACTIONAL_BY and RETURN in one: the table's indexes are variants.",
  },
  {
    opcode: op.OP_PUSH_LOCAL,
    name: 'PUSH_LOCAL',
    a: 'local',
    stack: '→ value',
    meaning: "Pushes the item of the loop around, or a REDUCE's accumulator.",
  },
  {
    opcode: op.OP_GET,
    name: 'GET',
    b: 'path',
    stack: 'value → value',
    meaning: 'What the path leads to from the value; null if nothing.',
  },
  {
    opcode: op.OP_GET_COMPUTED,
    name: 'GET_COMPUTED',
    stack: 'value name → value',
    meaning: "What the name's text, as a dotted path, leads to from the value; null if nothing.",
  },
  {
    opcode: op.OP_MISSING,
    name: 'MISSING',
    a: 'list',
    stack: 'scope name×a → array',
    meaning: 'Those of the names that lead to nothing in the scope.',
  },
  {
    opcode: op.OP_MISSING_SOME,
    name: 'MISSING_SOME',
    stack: 'scope need names → array',
    meaning:
      'Those of the names that lead to nothing; none if as many as needed lead to something.',
  },
  {
    opcode: op.OP_ARITHMETIC,
    name: 'ARITHMETIC',
    a: 'list',
    b: 'arithmetic',
    stack: 'value×a → number',
    meaning: 'Computes; an error where an operand or the result is no number.',
  },
  {
    opcode: op.OP_CAT,
    name: 'CAT',
    a: 'list',
    stack: 'value×a → string',
    meaning: 'The texts of the values, one behind the other.',
  },
  {
    opcode: op.OP_SUBSTR,
    name: 'SUBSTR',
    a: 'count',
    stack: 'value×a → string',
    meaning: 'Part of the string: from the second value on, and if there is a third up to it.',
  },
  {
    opcode: op.OP_MERGE,
    name: 'MERGE',
    a: 'list',
    stack: 'value×a → array',
    meaning: 'One array of the items of the arrays among the values, and of the other values.',
  },
  {
    opcode: op.OP_MAKE_OBJECT,
    name: 'MAKE_OBJECT',
    a: 'count',
    stack: '(name value)×a → object',
    meaning: 'An object of the pairs, in the scratch arena.',
  },
  {
    opcode: op.OP_ITERATE,
    name: 'ITERATE',
    a: 'loop',
    b: 'skip',
    stack: 'array result → array result index item | result',
    meaning:
      'Starts a loop with the first item; if there is none, or nothing to decide, skips b instructions.',
  },
  {
    opcode: op.OP_NEXT,
    name: 'NEXT',
    a: 'loop',
    b: 'back',
    stack: 'array result index item value → result',
    meaning: 'Takes the value of the body. Goes back with the next item, or on with the result.',
  },
  {
    opcode: op.OP_IN_SET,
    name: 'IN_SET',
    b: 'set',
    stack: 'item → boolean',
    meaning: 'Whether the item is a string of the set.',
  },
  {
    opcode: op.OP_ATTRIBUTE_IN_SET,
    name: 'ATTRIBUTE_IN_SET',
    a: 'attribute',
    b: 'set',
    stack: '→ boolean',
    meaning: 'PUSH_ATTRIBUTE, IN_SET in one.',
  },
  {
    opcode: op.OP_ENCODE_UNIT,
    name: 'ENCODE_UNIT',
    stack: 'value → string | null',
    meaning: 'The deterministic CBOR of the value; null for null and arrays.',
  },
  {
    opcode: op.OP_ENCODE_UNIT_PAIR,
    name: 'ENCODE_UNIT_PAIR',
    stack: 'flagKey targetingKey → string | null',
    meaning: 'The deterministic CBOR of both as an array; null without a targeting key.',
  },
  {
    opcode: op.OP_PUSH_ARRAY,
    name: 'PUSH_ARRAY',
    b: 'array',
    stack: '→ array',
    meaning: "A copy of one of the ruleset's arrays, in the scratch arena.",
  },
  {
    opcode: op.OP_ATTRIBUTE_ABSENT,
    name: 'ATTRIBUTE_ABSENT',
    a: 'attribute',
    b: 'string',
    stack: '→ array',
    meaning: 'An array of the string if the attribute is missing, else an empty one.',
  },
  {
    opcode: op.OP_ENOUGH,
    name: 'ENOUGH',
    a: 'count',
    stack: 'need array → array',
    meaning: 'Empties the array of missing names, of a names, if as many as needed are not in it.',
  },
  {
    opcode: op.OP_ATTRIBUTE_RETURN_FRACTIONAL,
    name: 'ATTRIBUTE_RETURN_FRACTIONAL',
    a: 'attribute',
    b: 'variant table',
    stack: '→',
    meaning: 'PUSH_ATTRIBUTE and RETURN_FRACTIONAL, or RETURN_FRACTIONAL_BY, in one.',
  },
]

/** JsonLogic's spelling of the b operand of ARITHMETIC, by number. */
export const ARITHMETIC_NAMES = ['+', '-', '*', '/', '%', 'min', 'max']

/** JsonLogic's spelling of the a operand of ITERATE and NEXT, by number; the last is a `reduce` without a start. */
export const LOOP_NAMES = ['map', 'filter', 'all', 'some', 'none', 'reduce', 'reduce_first']

/** JsonLogic's spelling of the a operand of COMPARE and COMPARE_CHAIN, by number. */
export const COMPARE_NAMES = ['==', '!=', '===', '!==', '<', '<=', '>', '>=']

/** flagd's spelling of the a operand of SEM_VER, by number. */
export const SEM_VER_NAMES = ['=', '!=', '<', '<=', '>', '>=', '^', '~']
