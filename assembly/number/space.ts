// White space as String.prototype.trim knows it (ECMAScript: WhiteSpace and LineTerminator), in UTF-8: tab, line feed,
// vertical tab, form feed, carriage return, space, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F,
// U+3000 and U+FEFF. None takes more than three bytes.

/** Length of the white space character that starts at `pointer`; 0 if none does. Reads nothing at or behind `end`. */
function spaceLength(pointer: usize, end: usize): u32 {
  const byte = load<u8>(pointer)
  if (byte == 0x20 || (byte >= 0x09 && byte <= 0x0d)) return 1
  if (byte < 0xc2) return 0
  if (byte == 0xc2) return pointer + 2 <= end && load<u8>(pointer + 1) == 0xa0 ? 2 : 0
  if (pointer + 3 > end) return 0
  const rest = (u32(load<u8>(pointer + 1)) << 8) | u32(load<u8>(pointer + 2))
  if (byte == 0xe1) return rest == 0x9a80 ? 3 : 0 // U+1680
  if (byte == 0xe2) {
    // U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F
    const known = (rest >= 0x8080 && rest <= 0x808a) || rest == 0x80a8 || rest == 0x80a9
    return known || rest == 0x80af || rest == 0x819f ? 3 : 0
  }
  if (byte == 0xe3) return rest == 0x8080 ? 3 : 0 // U+3000
  if (byte == 0xef) return rest == 0xbbbf ? 3 : 0 // U+FEFF
  return 0
}

/** The first byte that is not white space, or `end`. */
export function trimStart(pointer: usize, end: usize): usize {
  while (pointer < end) {
    const length = spaceLength(pointer, end)
    if (length == 0) break
    pointer += length
  }
  return pointer
}

/** One behind the last byte that is not white space, or `pointer`. */
export function trimEnd(pointer: usize, end: usize): usize {
  while (end > pointer) {
    if (spaceLength(end - 1, end) == 1) end -= 1
    else if (end - pointer >= 2 && spaceLength(end - 2, end) == 2) end -= 2
    else if (end - pointer >= 3 && spaceLength(end - 3, end) == 3) end -= 3
    else break
  }
  return end
}
