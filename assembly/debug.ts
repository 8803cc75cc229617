// Entries of the debug build, on top of the engine's: parts that only a test reaches directly.
import { formatNumber } from './number/format.ts'
import { parseNumber } from './number/parse.ts'

/** formatNumber as it is; the text goes to `pointer`. */
export function debugFormatNumber(number: f64, pointer: usize, work: usize): u32 {
  return formatNumber(number, pointer, work)
}

/** parseNumber; the number goes to `result`. */
export function debugParseNumber(pointer: usize, length: u32, result: usize, work: usize): void {
  store<f64>(result, parseNumber(pointer, length, work))
}
