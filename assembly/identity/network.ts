// Whether an address is in one of a key's networks. IPv4 addresses are mapped to IPv6.
import {
  NETWORK_ADDRESS,
  NETWORK_BITS,
  NETWORK_BYTES,
  NETWORK_MAX,
  ROWS_COUNT,
  ROWS_FIRST,
} from '../shared/identity.ts'

function isIn(address: usize, network: usize): bool {
  const bits = load<u32>(network, NETWORK_BITS)
  // Big-endian halves: the first bits are the highest.
  for (let half: u32 = 0; half < 2; half++) {
    const length = bits > half * 64 ? min<u32>(bits - half * 64, 64) : 0
    if (length == 0) return true
    const own = bswap<u64>(load<u64>(address + half * 8))
    const theirs = bswap<u64>(load<u64>(network + NETWORK_ADDRESS + half * 8))
    if ((own ^ theirs) >> (64 - length) != 0) return false
  }
  return true
}

export function isInNetworks(address: usize, networks: usize): bool {
  const count = min<u32>(load<u32>(networks, ROWS_COUNT), NETWORK_MAX)
  let network = networks + ROWS_FIRST
  for (let index: u32 = 0; index < count; index++) {
    if (isIn(address, network)) return true
    network += NETWORK_BYTES
  }
  return false
}
