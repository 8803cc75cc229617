// The heap of the region: texts, lists, sets. Blocks of one size that were given back are used again, from lists in the
// header, so that no thread needs to know more than the memory.
import * as layout from '../../assembly/shared/identity.ts'
import { STRING_BYTES, STRING_LENGTH } from '../../assembly/shared/value.ts'
import { SluiceError } from '../errors.ts'
import { IdentityRegion } from './region.ts'

/** Blocks are multiples of this, so that their addresses fit in the index. */
const GRAIN = 16
/** Blocks up to this are kept in lists of one size each; those above in lists by powers of two. */
const SMALL_MAX = 1_024
/** What readers may look at behind the last text, in bytes. */
export const HEAP_SLACK = 1_024

export class IdentityHeap extends IdentityRegion {
  /** Address of `bytes` of the heap, zeroed. With the lock. @throws SluiceError CAPACITY_EXCEEDED */
  allocate(bytes: number): number {
    const { size, list } = blockOf(bytes)
    const head = layout.IDENTITY_HEAP_LISTS + 4 * list
    const free = this.field(head)
    if (free !== 0) {
      this.setField(head, this.u32(free))
      this.engine.u8.fill(0, free, free + size)
      return free
    }
    const address = this.field(layout.IDENTITY_HEAP_FREE)
    if (address + size > this.field(layout.IDENTITY_HEAP_END) - HEAP_SLACK) {
      const max = this.engine.sizes.identityBytesMax
      const message = `there is no room for more texts of keys, sessions and tenants (option identityBytesMax: ${max})`
      throw new SluiceError('CAPACITY_EXCEEDED', message)
    }
    this.setField(layout.IDENTITY_HEAP_FREE, address + size)
    return address
  }

  /** Gives back what `allocate` gave for the same number of bytes; 0 is nothing. With the lock. */
  free(address: number, bytes: number): void {
    if (address === 0) return
    const { list } = blockOf(bytes)
    const head = layout.IDENTITY_HEAP_LISTS + 4 * list
    this.setU32(address, this.field(head))
    this.setField(head, address)
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
