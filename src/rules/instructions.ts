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
]

/** JsonLogic's spelling of the a operand of COMPARE and COMPARE_CHAIN, by number. */
export const COMPARE_NAMES = ['==', '!=', '===', '!==', '<', '<=', '>', '>=']

/** flagd's spelling of the a operand of SEM_VER, by number. */
export const SEM_VER_NAMES = ['=', '!=', '<', '<=', '>', '>=', '^', '~']
