// A client's address as the key of a rate limit: one client, one key. The bits of an address decide, never the way it
// is written: limiters that went by notation counted ::ffff:102:304 and ::ffff:1.2.3.4 apart, or put all of IPv4 into
// ::/56 (express-rate-limit, GHSA-46wh-pxpv-q5gq and its pull request 667).
import ipaddr from 'ipaddr.js'
import { quote } from '../config/words.ts'
import { SluiceError } from '../errors.ts'

// [fe80::1%eth0]:65535 with room for a long zone; whatever is longer is no address.
const lengthMax = 128
const portMax = 65_535
const mapped = ipaddr.IPv6.parse('::ffff:0:0')
const mappedPrefix = 96

const bracketedForm = /^\[([^[\]]+)\](?::([0-9]{1,5}))?$/
const ipv4WithPortForm = /^([0-9.]+):([0-9]{1,5})$/
const zoneForm = /%[^\s,[\]]+$/
const dottedTailForm = /^(.*:)([0-9.]+)$/

/**
 * The key of an address: `192.0.2.1` of IPv4, `2001:db8:1:2::/64` of IPv6, in lower case and as short as RFC 5952 has
 * it. An IPv4-mapped address (::ffff:192.0.2.1, in any spelling) is its IPv4 address. Zones (`fe80::1%eth0`) are
 * dropped, and so are a port and the brackets around IPv6, which proxies write into X-Forwarded-For: of that header
 * give one entry, without spaces. `2001:db8::1:443` without brackets is an address and has no port.
 *
 * 6to4, Teredo and NAT64 stay IPv6: the IPv4 address inside is whatever the sender or a gateway wrote there. So at /64
 * all of NAT64 (64:ff9b::/96), and all clients of one Teredo server, are one key; a 6to4 site is 65,536 of them. The
 * deprecated ::192.0.2.1, which is not mapped, is `::/64`.
 *
 * @param ipv6Prefix bits of an IPv6 address that tell clients apart, 32 to 128: a customer has a /64 at least, and
 *   often a /56 or /48, with all its addresses free to choose from
 * @throws SluiceError KEY_INVALID when the text is no address. IPv4 has four decimal numbers without leading zeros:
 *   127.1, 0x7f.0.0.1 and 010.0.0.1 mean different addresses to different readers
 * @throws RangeError when `ipv6Prefix` is not a whole number from 32 to 128
 * @example ipKey('[2001:DB8:1:2:3::4]:443') // '2001:db8:1:2::/64'
 */
export function ipKey(address: string, ipv6Prefix = 64): string {
  if (!Number.isInteger(ipv6Prefix) || ipv6Prefix < 32 || ipv6Prefix > 128) {
    throw new RangeError(`ipv6Prefix must be a whole number from 32 to 128, not ${ipv6Prefix}`)
  }
  const key = typeof address === 'string' ? keyOf(address, ipv6Prefix) : undefined
  if (key !== undefined) return key
  const found = typeof address === 'string' ? quote(address.slice(0, lengthMax)) : typeof address
  throw new SluiceError('KEY_INVALID', `expected an IP address, found ${found}`)
}

function keyOf(text: string, ipv6Prefix: number): string | undefined {
  if (text.length > lengthMax) return undefined
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return text
  const [, bracketed, bracketedPort = '0'] = bracketedForm.exec(text) ?? []
  if (bracketed !== undefined) {
    return Number(bracketedPort) <= portMax ? ipv6Key(bracketed, ipv6Prefix) : undefined
  }
  // A single colon: no IPv6 address has that.
  const [, ipv4, port = '0'] = ipv4WithPortForm.exec(text) ?? []
  if (ipv4 === undefined) return ipv6Key(text, ipv6Prefix)
  const valid = ipaddr.IPv4.isValidFourPartDecimal(ipv4) && Number(port) <= portMax
  return valid ? ipv4 : undefined
}

function ipv6Key(text: string, prefix: number): string | undefined {
  const address = parseIpv6(text.replace(zoneForm, ''))
  if (address === undefined) return undefined
  if (address.match(mapped, mappedPrefix)) return address.toIPv4Address().toString()
  return `${masked(address, prefix)}/${prefix}`
}

// The library is not asked about dotted tails: it takes ::1.2.3.4 for ::ffff:1.2.3.4, and ::ffff:010.0.0.1 for
// ::ffff:10.0.0.1 (2.5.0).
function parseIpv6(text: string): ipaddr.IPv6 | undefined {
  const [, head, tail] = dottedTailForm.exec(text) ?? []
  let hex = text
  if (tail?.includes('.')) {
    if (!ipaddr.IPv4.isValidFourPartDecimal(tail)) return undefined
    const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.parse(tail).octets
    hex = `${head}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  }
  return !hex.includes('.') && ipaddr.IPv6.isValid(hex) ? ipaddr.IPv6.parse(hex) : undefined
}

function masked(address: ipaddr.IPv6, prefix: number): string {
  const parts = address.parts.map((part, index) => {
    const bits = Math.min(Math.max(prefix - 16 * index, 0), 16)
    return part & (0xffff << (16 - bits))
  })
  return new ipaddr.IPv6(parts).toRFC5952String()
}
