// A module with one function for each instruction: operands and result stand in the memory, for 64-bit ones cannot
// cross the boundary as numbers.

export type Type = 'i32' | 'i64' | 'f32' | 'f64'

export interface Instruction {
  readonly name: string
  readonly operands: readonly Type[]
  readonly result: Type
  /** The second operand, if it is a constant. */
  readonly constant?: string
}

export const LEFT = 0
export const RIGHT = 8
export const RESULT = 16

/** Instructions of one type by the shape of them. */
function shaped(names: string, operands: Type[], result: Type): Instruction[] {
  return names.split(' ').map(name => ({ name, operands, result }))
}

function integers(type: 'i32' | 'i64'): Instruction[] {
  const arithmetic = 'add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr'
  const comparisons = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u'
  return [
    ...shaped(arithmetic, [type, type], type),
    ...shaped(comparisons, [type, type], 'i32'),
    ...shaped('clz ctz popcnt extend8_s extend16_s', [type], type),
    ...shaped('eqz', [type], 'i32'),
    ...shaped('trunc_sat_f64_s trunc_sat_f64_u', ['f64'], type),
  ].map(instruction => ({ ...instruction, name: `${type}.${instruction.name}` }))
}

function floats(type: 'f32' | 'f64'): Instruction[] {
  return [
    ...shaped('add sub mul div min max copysign', [type, type], type),
    ...shaped('eq ne lt gt le ge', [type, type], 'i32'),
    ...shaped('abs neg ceil floor trunc nearest sqrt', [type], type),
    ...shaped('convert_i32_s convert_i32_u', ['i32'], type),
    ...shaped('convert_i64_s convert_i64_u', ['i64'], type),
  ].map(instruction => ({ ...instruction, name: `${type}.${instruction.name}` }))
}

export const VARIABLE: readonly Instruction[] = [
  ...integers('i32'),
  ...integers('i64'),
  ...floats('f32'),
  ...floats('f64'),
  ...shaped('i64.extend32_s', ['i64'], 'i64'),
  ...shaped('i64.extend_i32_s i64.extend_i32_u', ['i32'], 'i64'),
  ...shaped('i32.wrap_i64', ['i64'], 'i32'),
  ...shaped('i64.reinterpret_f64', ['f64'], 'i64'),
  ...shaped('f64.reinterpret_i64', ['i64'], 'f64'),
  ...shaped('i32.reinterpret_f32', ['f32'], 'i32'),
  ...shaped('f32.reinterpret_i32', ['i32'], 'f32'),
  ...shaped('f32.demote_f64', ['f64'], 'f32'),
  ...shaped('f64.promote_f32', ['f32'], 'f64'),
]

const CONSTANTS: Partial<Record<Type, readonly string[]>> = {
  i32: ['1', '3', '10', '13', '31', '32', '33', '255', '65535', '-1', '-2147483648'],
  i64: [
    ...['1', '5', '10', '13', '16', '31', '32', '33', '47', '63', '64', '1000', '-1'],
    ...['4294967295', '4294967296', '9223372036854775807', '-9223372036854775808'],
  ],
}

export const INSTRUCTIONS: readonly Instruction[] = VARIABLE.flatMap(instruction => {
  const constants = instruction.operands.length === 2 ? CONSTANTS[instruction.operands[0]!] : []
  return [instruction, ...(constants ?? []).map(constant => ({ ...instruction, constant }))]
})

/** Accesses of the memory, with an offset that is no multiple of anything. */
export const ACCESSES: readonly Instruction[] = [
  ...shaped('i32.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u', ['i32'], 'i32'),
  ...shaped('i64.load i64.load8_s i64.load8_u i64.load16_s i64.load16_u', ['i32'], 'i64'),
  ...shaped('i64.load32_s i64.load32_u', ['i32'], 'i64'),
  ...shaped('f64.load', ['i32'], 'f64'),
]
export const STORES = [
  ...['i32.store', 'i32.store8', 'i32.store16', 'i64.store', 'i64.store8', 'i64.store16'],
  ...['i64.store32', 'f64.store'],
]

export function exportName({ name, constant }: Instruction): string {
  return `${name.replace('.', '_')}${constant === undefined ? '' : `_${constant.replace('-', 'minus')}`}`
}

export function moduleText(): string {
  const operand = (type: Type, address: number) => `(${type}.load (i32.const ${address}))`
  const functions = INSTRUCTIONS.map(instruction => {
    const { name, operands, result, constant } = instruction
    const right =
      constant === undefined
        ? operand(operands.at(-1)!, RIGHT)
        : `(${operands[1]}.const ${constant})`
    const values = `${operand(operands[0]!, LEFT)} ${operands.length === 2 ? right : ''}`
    return `(func (export "${exportName(instruction)}")
      (${result}.store (i32.const ${RESULT}) (${name} ${values})))`
  })
  const loads = ACCESSES.map(
    ({ name, result }) => `(func (export "${name.replace('.', '_')}") (param i32)
      (${result}.store (i32.const ${RESULT}) (${name} offset=13 (local.get 0))))`,
  )
  const stores = STORES.map(name => {
    const value = operand(name.slice(0, 3) as Type, LEFT)
    return `(func (export "${name.replace('.', '_')}") (param i32)
      (${name} offset=13 (local.get 0) ${value}))`
  })
  return `(module
    (import "env" "memory" (memory 1 65536))
    (data (i32.const 1024) "\\00\\ff\\7f\\n\\"\\\\ static")
    (data (i32.const 2048) "more")
    (func (export "fill") (memory.fill (i32.const 51) (i32.const 0x1ff) (i32.const 9)))
    (func (export "copy")
      (memory.copy (i32.const 61) (i32.const 1024) (i32.const 11))
      (memory.copy (i32.const 63) (i32.const 61) (i32.const 7)))
    (func (export "boundary") (param i32 f64) (result f64)
      (f64.add (f64.convert_i32_s (local.get 0)) (local.get 1)))
    ${[...functions, ...loads, ...stores].join('\n')})`
}
