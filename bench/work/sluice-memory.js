/**
 * The memory of an engine, which no heap statistics show: one WebAssembly memory, reserved at open,
 * of which the operating system gives a page when it is first written.
 */

/** The page of the operating system. */
const PAGE_BYTES = 4096
const PAGE_WORDS = PAGE_BYTES / 8

/**
 * Bytes of the pages that hold something. (Reading a page that was never written takes none.)
 * @param {any} sluice
 */
export function touchedBytes(sluice) {
  const words = new BigUint64Array(sluice.handle.memory.buffer)
  let pages = 0
  for (let page = 0; page < words.length; page += PAGE_WORDS) {
    for (let word = page; word < page + PAGE_WORDS; word++) {
      if (words[word] === 0n) continue
      pages++
      break
    }
  }
  return pages * PAGE_BYTES
}

/**
 * Bytes of the ruleset that definitions are compiled to. Compiled for this alone, so call it last.
 * @param {object} definitions
 */
export async function compiledBytes(definitions) {
  const { compileSource } = await import('../../dist/src/compiled-source.js')
  const { bytes } = await compileSource(definitions, {})
  return bytes.length
}
