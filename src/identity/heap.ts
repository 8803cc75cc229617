// The heap of the region: texts, lists, sets. Blocks of one size that were given back are used again, from lists in the
// header, so that no thread needs to know more than the memory. Where there is room for a size only in blocks of others,
// larger ones are cut, and those beside each other put together.
import * as layout from '../../assembly/shared/identity.ts'
import { STRING_BYTES, STRING_LENGTH } from '../../assembly/shared/value.ts'
import { SluiceError } from '../errors.ts'
import { IdentityRegion } from './region.ts'

/** Blocks are multiples of this, so that their addresses fit in the index. */
const GRAIN = 16
/** Blocks up to 2^30 bytes. */
const LISTS = 64 + 20
/** Blocks up to this are kept in lists of one size each; those above in lists by powers of two. */
const SMALL_MAX = 1_024
/** What readers may look at behind the last text, in bytes. */
export const HEAP_SLACK = 1_024

export class IdentityHeap extends IdentityRegion {
  /** Address of `bytes` of the heap, zeroed. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  allocate(bytes: number): number {
    const { size, list } = blockOf(bytes)
    const address =
      this.#pop(list) || this.#extend(size) || this.#carve(size, list) || this.#merged(size, list)
    if (address === 0) {
      const max = this.engine.sizes.identityBytesMax
      const message = `there is no room for more texts of keys, sessions and tenants (option identityBytesMax: ${max})`
      throw new SluiceError('CAPACITY_EXCEEDED', message)
    }
    this.engine.u8.fill(0, address, address + size)
    return address
  }

  /** Gives back what `allocate` gave for the same number of bytes; 0 is nothing. With the lock. */
  free(address: number, bytes: number): void {
    if (address === 0) return
    this.#push(address, blockOf(bytes).list)
    this.setField(layout.IDENTITY_FREED, 1)
  }

  #push(address: number, list: number): void {
    const head = layout.IDENTITY_HEAP_LISTS + 4 * list
    this.setU32(address, this.field(head))
    this.setField(head, address)
  }

  /** A free block of a list; 0 if it has none. */
  #pop(list: number): number {
    const head = layout.IDENTITY_HEAP_LISTS + 4 * list
    const address = this.field(head)
    if (address !== 0) this.setField(head, this.u32(address))
    return address
  }

  /** A block behind all that were given; 0 if there is no room. */
  #extend(size: number): number {
    const address = this.field(layout.IDENTITY_HEAP_FREE)
    if (address + size > this.field(layout.IDENTITY_HEAP_END) - HEAP_SLACK) return 0
    this.setField(layout.IDENTITY_HEAP_FREE, address + size)
    return address
  }

  /** The beginning of a larger block; 0 if there is none. */
  #carve(size: number, list: number): number {
    for (let larger = list + 1; larger < LISTS; larger++) {
      const address = this.#pop(larger)
      if (address === 0) continue
      this.#pushAll(address + size, address + sizeOf(larger))
      return address
    }
    return 0
  }

  /** Puts free blocks that lie beside each other together, and tries again; 0 if that does not help. */
  #merged(size: number, list: number): number {
    if (this.field(layout.IDENTITY_FREED) === 0) return 0
    this.setField(layout.IDENTITY_FREED, 0)
    const blocks = this.#popAll().sort((a, b) => a.start - b.start)
    const ranges: Range[] = []
    for (const { start, end } of blocks) {
      const last = ranges.at(-1)
      if (last !== undefined && last.end === start) last.end = end
      else ranges.push({ start, end })
    }
    // What lies before the room that was never given is of it again.
    if (ranges.at(-1)?.end === this.field(layout.IDENTITY_HEAP_FREE)) {
      this.setField(layout.IDENTITY_HEAP_FREE, ranges.pop()!.start)
    }
    for (const { start, end } of ranges) this.#pushAll(start, end)
    return this.#pop(list) || this.#extend(size) || this.#carve(size, list)
  }

  #popAll(): Range[] {
    const blocks: Range[] = []
    for (let list = 0; list < LISTS; list++) {
      for (let start = this.#pop(list); start !== 0; start = this.#pop(list)) {
        blocks.push({ start, end: start + sizeOf(list) })
      }
    }
    return blocks
  }

  /** Gives a range of free bytes to the lists, in blocks of their sizes, the largest first. */
  #pushAll(start: number, end: number): void {
    let at = start
    while (at < end) {
      const rest = end - at
      const size = rest <= SMALL_MAX ? rest : 2 ** Math.floor(Math.log2(rest))
      this.#push(at, blockOf(size).list)
      at += size
    }
  }

  /** Address of a string with the text; 0 for an empty one. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  string(text: string): number {
    if (text === '') return 0
    const length = Buffer.byteLength(text)
    const address = this.allocate(STRING_BYTES + length)
    this.setU32(address + STRING_LENGTH, length)
    this.writeText(address + STRING_BYTES, text, length)
    return address
  }

  freeString(address: number): void {
    if (address !== 0) this.free(address, STRING_BYTES + this.u32(address + STRING_LENGTH))
  }

  text(address: number): string {
    if (address === 0) return ''
    return this.readText(address + STRING_BYTES, this.u32(address + STRING_LENGTH))
  }
}

/** Addresses of a piece of the heap, the end exclusive. */
interface Range {
  readonly start: number
  end: number
}

/** Bytes of the blocks of a list. */
function sizeOf(list: number): number {
  const small = SMALL_MAX / GRAIN
  return list < small ? (list + 1) * GRAIN : 2 ** (list - small + 11)
}

/** Bytes of a block with a count and so many items, as rows, gauges and networks are. */
export function listBytes(count: number, itemBytes: number): number {
  return layout.ROWS_FIRST + count * itemBytes
}

/** What `IdentityHeap.allocate` takes for so many bytes, if it has to take new ones. */
export function blockBytes(bytes: number): number {
  return blockOf(bytes).size
}

/** What `IdentityHeap.string` takes for a text. */
export function stringBytes(text: string): number {
  return text === '' ? 0 : blockBytes(STRING_BYTES + Buffer.byteLength(text))
}

/** What a block takes, and the list of free ones of its size. */
function blockOf(bytes: number): { size: number; list: number } {
  const size = Math.ceil(bytes / GRAIN) * GRAIN
  if (size <= SMALL_MAX) return { size, list: size / GRAIN - 1 }
  const power = Math.ceil(Math.log2(size))
  return { size: 2 ** power, list: SMALL_MAX / GRAIN + power - 11 }
}
