// The networks that a key is bound to. One that is written wrong must not become one that is wider: so an address is
// written in full, without leading zeros, and the bits behind the prefix are zero.
import { isIPv6 } from 'node:net'
import ipaddr from 'ipaddr.js'

/** What `isNetwork` takes, in words. */
export const networkForm =
  'an address or a network such as 192.0.2.7, 10.0.0.0/8 or 2001:db8::/32, with no bit behind the prefix'

const prefixForm = /^(?:0|[1-9][0-9]{0,2})$/
const mapped = ipaddr.IPv6.parse('::ffff:0:0')

/** Whether a text is an IPv4 or IPv6 address, or a network in CIDR notation whose address has no bit behind the prefix. */
export function isNetwork(text: string): boolean {
  if (text.length > 64) return false
  const slash = text.indexOf('/')
  const address = slash === -1 ? text : text.slice(0, slash)
  const bytes = addressBytes(address)
  if (bytes === undefined) return false
  if (slash === -1) return true
  const prefixText = text.slice(slash + 1)
  if (!prefixForm.test(prefixText)) return false
  const prefix = Number(prefixText)
  if (prefix > bytes.length * 8) return false
  return bytes.every((byte, index) => {
    const bits = Math.min(Math.max(prefix - 8 * index, 0), 8)
    return (byte & (0xff >> bits)) === 0
  })
}

export function addressBytes(address: string): number[] | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return ipaddr.IPv4.parse(address).octets
  // No zones: they mean something on one computer only. Node is asked as well, for what the library takes of dotted
  // tails is wrong (src/limits/ip-key.ts).
  if (!isIPv6(address) || address.includes('%') || !ipaddr.IPv6.isValid(address)) return undefined
  const parsed = ipaddr.IPv6.parse(address)
  // ::192.0.2.1 is not ::ffff:192.0.2.1, though the library reads it so.
  const isMapped = parsed.match(mapped, 96)
  if (address.includes('.') && (!isMapped || !/ffff:/i.test(address))) return undefined
  return parsed.toByteArray()
}
