// The compile-time half of `murmur3After`: the state behind the whole blocks of a constant prefix.
import { mixBlock } from './murmur3.ts'

export function murmur3Prefix(pointer: usize, length: u32): u32 {
  let hash: u32 = 0
  const end = pointer + (length & ~3)
  for (; pointer < end; pointer += 4) hash = mixBlock(hash, load<u32>(pointer))
  return hash
}
