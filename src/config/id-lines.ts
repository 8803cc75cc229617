// A file of ids is text with one id a line. It may hold millions of them, so it stays bytes: who
// wants the ids is told where each starts and ends.

const lineFeed = 0x0a
const carriageReturn = 0x0d

const pieceBytes = 65_536

/** A file in pieces of some 64 KiB, each of whole lines, with the line feeds that end them. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(lineFeed, start + pieceBytes)
    const end = feed === -1 ? bytes.length : feed + 1
    yield bytes.subarray(start, end)
    start = end
  }
}

/**
 * Calls `visit` with each id of a file, in order: `bytes[start]` to before `bytes[end]`, at least
 * one byte. Lines end with `\n`, `\r\n` or the end of the file; empty ones are passed over; every
 * other byte belongs to the id.
 *
 * @param bytes the content without a byte order mark
 * @param visit gets the line too, counted from 1
 * @returns the number of lines, empty ones counted
 */
export function eachId(
  bytes: Uint8Array,
  visit: (start: number, end: number, line: number) => void,
): number {
  const { length } = bytes
  let line = 0
  for (let start = 0; start < length; ) {
    let next = start
    // a call of indexOf for each short line costs more than this loop
    while (next < length && bytes[next] !== lineFeed) next++
    line++
    const end = next > start && bytes[next - 1] === carriageReturn ? next - 1 : next
    if (end > start) visit(start, end, line)
    start = next + 1
  }
  return line
}
