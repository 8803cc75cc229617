// Operations on UTF-8 bytes. Equality, search and prefixes need no decoding: no character's bytes are found
// inside another's.

/** Whether the same bytes stand in both places. */
export function equalBytes(left: usize, right: usize, length: u32): bool {
  const end = left + length
  for (; left + 8 <= end; left += 8, right += 8) {
    if (load<u64>(left) != load<u64>(right)) return false
  }
  for (; left < end; left++, right++) {
    if (load<u8>(left) != load<u8>(right)) return false
  }
  return true
}

/**
 * The same for two whole strings of that length. They start on 8 bytes and have room up to the next 8, so that what is
 * left behind whole words is one more word, of which only some bytes count.
 */
export function equalWords(left: usize, right: usize, length: u32): bool {
  const end = left + (length & ~7)
  for (; left < end; left += 8, right += 8) {
    if (load<u64>(left) != load<u64>(right)) return false
  }
  const rest = u64(length & 7) << 3
  if (rest == 0) return true
  return (load<u64>(left) ^ load<u64>(right)) << (64 - rest) == 0
}

/**
 * Which string comes first, as JavaScript's `<` decides: by UTF-16 code units. That is the order of the UTF-8
 * bytes except that a character beyond U+FFFF (lead byte 0xf0 and up) is a surrogate pair, 0xd800 to 0xdfff,
 * which comes before U+E000 to U+FFFF (lead bytes 0xee and 0xef).
 */
export function compareText(left: usize, leftLength: u32, right: usize, rightLength: u32): i32 {
  const length = min(leftLength, rightLength)
  for (let index: u32 = 0; index < length; index++) {
    let a = i32(load<u8>(left + index))
    let b = i32(load<u8>(right + index))
    if (a != b) {
      if (a >= 0xee && b >= 0xee && a >= 0xf0 != b >= 0xf0) return a >= 0xf0 ? -1 : 1
      return a < b ? -1 : 1
    }
  }
  return i32(leftLength > rightLength) - i32(leftLength < rightLength)
}

/** Whether `needle` stands somewhere in `hay`. An empty needle does. */
export function containsText(hay: usize, hayLength: u32, needle: usize, needleLength: u32): bool {
  if (needleLength > hayLength) return false
  if (needleLength == 0) return true
  const first = load<u8>(needle)
  const last = hay + (hayLength - needleLength)
  for (; hay <= last; hay++) {
    if (load<u8>(hay) == first && equalBytes(hay, needle, needleLength)) return true
  }
  return false
}
