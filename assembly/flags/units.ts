// JavaScript counts the characters of a string in UTF-16 units; here strings are UTF-8. A character of four bytes is
// two units, every other is one.

/** Units of the `length` bytes. */
export function unitsOf(bytes: usize, length: u32): u32 {
  let units: u32 = 0
  for (const end = bytes + length; bytes < end; bytes++) {
    const byte = load<u8>(bytes)
    // A continuation byte starts nothing.
    if ((byte & 0xc0) != 0x80) units += byte >= 0xf0 ? 2 : 1
  }
  return units
}

/** Where `units` units behind `pointer` stand; `end` if there are fewer; 0 if that is inside a character. */
export function unitOffset(pointer: usize, end: usize, units: u32): usize {
  while (units > 0 && pointer < end) {
    const byte = load<u8>(pointer)
    if (byte < 0x80) pointer += 1
    else if (byte < 0xe0) pointer += 2
    else if (byte < 0xf0) pointer += 3
    else {
      if (units == 1) return 0
      units--
      pointer += 4
    }
    units--
  }
  return pointer > end ? end : pointer
}
