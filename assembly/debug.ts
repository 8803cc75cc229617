// Entries of the debug build, on top of the engine's: parts that only a test reaches directly.
import { formatNumber, parseNumber } from './flags/number.ts'

/** formatNumber as it is; the text goes to `pointer`. */
export function debugFormatNumber(number: f64, pointer: usize): u32 {
  return formatNumber(number, pointer)
}

/** parseNumber; the bits of the number go to `result`. */
export function debugParseNumber(pointer: usize, length: u32, result: usize): void {
  store<u64>(result, parseNumber(pointer, length))
}
