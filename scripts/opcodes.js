// Writes docs/opcodes.md from the instruction table: `npm run build && node scripts/opcodes.js`. With `--stdout` prints
// the page instead, for the test that the committed one is fresh.
import { writeFileSync } from 'node:fs'
import {
  ATTRIBUTES_MAX,
  ITEMS_MAX,
  LOOPS_MAX,
  SPREAD,
  STACK_MAX,
} from '../dist/assembly/shared/opcodes.js'
import {
  ARITHMETIC_NAMES,
  COMPARE_NAMES,
  INSTRUCTIONS,
  LOOP_NAMES,
  SEM_VER_NAMES,
} from '../dist/src/rules/instructions.js'

/** What each kind of operand is, in the order of the page. */
const OPERANDS = {
  attribute: `index of an attribute of the ruleset, which the flag must list; at most ${ATTRIBUTES_MAX}`,
  variant: "index of one of the flag's variants",
  constant: "index of one of the ruleset's constants",
  string: 'offset of a string in the data section',
  array: 'offset of an array in the data section',
  table: 'offset of a fractional table in the data section, whose buckets name constants',
  'variant table':
    "offset of a fractional table in the data section, whose buckets name the flag's variants",
  count: 'how many values, or pairs of values, to take from the stack',
  skip: 'how many instructions to skip',
  relation: numbered(COMPARE_NAMES),
  'sem-ver relation': numbered(SEM_VER_NAMES),
  arithmetic: numbered(ARITHMETIC_NAMES),
  loop: numbered(LOOP_NAMES),
  back: "how many instructions to go back: to the first of the loop's body",
  list: `how many values to take from the stack; ${SPREAD}: one, which if it is an array stands for its items`,
  local:
    'place on the stack, counted from 0: the item, or the accumulator, of the innermost loop around',
  path: 'offset of an array of names in the data section',
  set: 'offset of a set in the data section',
}

function numbered(names) {
  return names.map((name, number) => `${number} \`${name}\``).join(', ')
}

function cell(text) {
  return text.replaceAll('|', '\\|')
}

/** With columns as wide as their widest cell, as the formatter has them. */
function table(head, rows) {
  const cells = [head, ...rows].map(row => row.map(cell))
  const widths = head.map((_, column) => Math.max(...cells.map(row => row[column].length)))
  const lines = cells.map(row => row.map((text, column) => text.padEnd(widths[column])))
  lines.splice(
    1,
    0,
    widths.map(width => '-'.repeat(width)),
  )
  return lines.map(row => `| ${row.join(' | ')} |`).join('\n')
}

const instructions = INSTRUCTIONS.map(({ opcode, name, a = '', b = '', stack, meaning }) => {
  return [String(opcode), `\`${name}\``, a, b, `\`${stack.trim()}\``, meaning]
})

const page = `# Instructions

Written by \`node scripts/opcodes.js\` from \`src/rules/instructions.ts\`. Change it there.

A flag's targeting rule is compiled to a program of these instructions, and \`assembly/flags/evaluate.ts\` runs it. An
instruction is 8 bytes:

\`\`\`
0       1       2               4                               8
+-------+-------+---------------+-------------------------------+
|opcode | depth |   a  (u16)    |            b  (u32)           |
+-------+-------+---------------+-------------------------------+
\`\`\`

\`depth\` is how many values are on the stack before the instruction, at most ${STACK_MAX}. The compiler writes it and
the verifier proves it, so that the evaluator keeps no stack pointer. The stack column shows the values that an
instruction takes, and what it leaves in their place, top last; \`|\` stands between two ways to end, of which one may
be to leave nothing.

Jumps go forward only. The one way back is \`NEXT\`, to the first instruction of its loop's body, once for each item of an
array of at most ${ITEMS_MAX}. The verifier proves that a loop is whole, that nothing jumps into it or out of it, and that
its body leaves alone what stands on the stack below it; at most ${LOOPS_MAX} loops are inside each other. So each flag's
steps are known beforehand: one for each instruction, those of a body and its \`NEXT\` for each of ${ITEMS_MAX} items.

${table(['opcode', 'name', 'a', 'b', 'stack', 'meaning'], instructions)}

## Operands

${table(['operand', 'is'], Object.entries(OPERANDS))}
`

if (process.argv.includes('--stdout')) process.stdout.write(page)
else writeFileSync(new URL('../docs/opcodes.md', import.meta.url), page)
