// The deterministic encoding of RFC 8949 (section 4.2.1), written down from the standard: units of the third generation
// of `fractional` are hashed so.
import type { Json } from './rules.ts'

function head(major: number, argument: bigint): number[] {
  const bytes = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      Number((argument >> BigInt(8 * (count - 1 - at))) & 255n),
    )
  if (argument < 24n) return [(major << 5) | Number(argument)]
  const size = [1, 2, 4, 8].findIndex(count => argument < 1n << BigInt(8 * count))
  return [(major << 5) | (24 + size), ...bytes(1 << size)]
}

/** The half of IEEE 754 that is exactly the number, by trying all of them. */
const HALVES = new Map<number, number>()
for (let half = 0; half < 0x10000; half++) {
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  const sign = half >> 15 ? -1 : 1
  if (exponent === 31) HALVES.set(sign * (fraction ? Number.NaN : Number.POSITIVE_INFINITY), half)
  else if (exponent === 0) HALVES.set(sign * fraction * 2 ** -24, half)
  else HALVES.set(sign * (1 + fraction / 1024) * 2 ** (exponent - 15), half)
}

function float(value: number): number[] {
  const half = HALVES.get(value)
  if (half !== undefined) return [0xf9, half >> 8, half & 255]
  const single = Math.fround(value) === value
  const view = new DataView(new ArrayBuffer(single ? 4 : 8))
  if (single) view.setFloat32(0, value)
  else view.setFloat64(0, value)
  return [single ? 0xfa : 0xfb, ...new Uint8Array(view.buffer)]
}

/** Integral numbers of 64 bits are integers. */
function number(value: number): number[] {
  if (!Number.isInteger(value) || value >= 2 ** 64 || value < -(2 ** 63)) return float(value)
  return value >= 0 ? head(0, BigInt(value)) : head(1, -1n - BigInt(value))
}

function compareBytes(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((byte, index) => byte !== right[index])
  return at < 0 ? left.length - right.length : left[at]! - (right[at] ?? -1)
}

export function encodeCbor(value: Json): number[] {
  if (value === null) return [0xf6]
  if (typeof value === 'boolean') return [value ? 0xf5 : 0xf4]
  if (typeof value === 'number') return number(value)
  if (typeof value === 'string') {
    const bytes = new TextEncoder().encode(value)
    return [...head(3, BigInt(bytes.length)), ...bytes]
  }
  if (Array.isArray(value)) return [...head(4, BigInt(value.length)), ...value.flatMap(encodeCbor)]
  const entries = Object.entries(value).map(
    ([name, item]) => [encodeCbor(name), encodeCbor(item)] as const,
  )
  entries.sort(([left], [right]) => compareBytes(left, right))
  return [...head(5, BigInt(entries.length)), ...entries.flat(2)]
}
