// Memory operations that are atomic in the shared build and plain in the unshared one, where one thread is all
// there is.

export function loadU64(address: usize): u64 {
  if (ASC_FEATURE_THREADS) return atomic.load<u64>(address)
  return load<u64>(address)
}

export function storeU64(address: usize, value: u64): void {
  if (ASC_FEATURE_THREADS) atomic.store<u64>(address, value)
  else store<u64>(address, value)
}

/** The value that was there; the new one is stored if that equals `expected`. */
export function casU64(address: usize, expected: u64, replacement: u64): u64 {
  if (ASC_FEATURE_THREADS) return atomic.cmpxchg<u64>(address, expected, replacement)
  const seen = load<u64>(address)
  if (seen == expected) store<u64>(address, replacement)
  return seen
}

export function loadU32(address: usize): u32 {
  if (ASC_FEATURE_THREADS) return atomic.load<u32>(address)
  return load<u32>(address)
}

export function storeU32(address: usize, value: u32): void {
  if (ASC_FEATURE_THREADS) atomic.store<u32>(address, value)
  else store<u32>(address, value)
}

/** The value that was there; the new one is stored if that equals `expected`. */
export function casU32(address: usize, expected: u32, replacement: u32): u32 {
  if (ASC_FEATURE_THREADS) return atomic.cmpxchg<u32>(address, expected, replacement)
  const seen = load<u32>(address)
  if (seen == expected) store<u32>(address, replacement)
  return seen
}
