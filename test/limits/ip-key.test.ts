// One client, one key: the published cases of other limiters as data, and every spelling of an address by fast-check.
import { isIPv4, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/errors.ts'
import { ipKey } from '../../src/limits/ip-key.ts'

const invalid = expect.objectContaining({ name: 'SluiceError', code: 'KEY_INVALID' })

function keyOrNothing(text: string, prefix?: number): string | undefined {
  try {
    return ipKey(text, prefix)
  } catch (error) {
    expect(error).toBeInstanceOf(SluiceError)
    expect(error).toEqual(invalid)
    return undefined
  }
}

describe('published cases', () => {
  // @fastify/rate-limit, ip-normalization: its keys lack the prefix. 'Example.COM' it lower-cases; here it is refused.
  it.each([
    ['127.0.0.1', 64, '127.0.0.1'],
    ['::ffff:192.0.2.1', 64, '192.0.2.1'],
    ['::ffff:c000:0201', 64, '192.0.2.1'],
    ['2001:0DB8:ABCD:0012:0000:0000:0000:0001', 64, '2001:db8:abcd:12::/64'],
    ['2001:db8:abcd:12::1', 48, '2001:db8:abcd::/48'],
    ['2001:db8:abcd:12::1', 128, '2001:db8:abcd:12::1/128'],
  ])('@fastify/rate-limit: %s at %i', (address, prefix, key) => {
    expect(ipKey(address, prefix)).toBe(key)
  })

  it.each([
    ['1.2.3.4', 56, '1.2.3.4'],
    ['1.2.3.4', 32, '1.2.3.4'],
    ['::ffff:1.2.3.4', 56, '1.2.3.4'],
    ['::ffff:102:304', 56, '1.2.3.4'],
    ['::ffff:102:304', 32, '1.2.3.4'],
    ['::ffff:102:304', 128, '1.2.3.4'],
    // Not mapped, only written with dots: the sender chooses these bits.
    ['2001:db8:1234:5678::1.2.3.4', 56, '2001:db8:1234:5600::/56'],
    ['2001:db8:1234:5678::102:304', 56, '2001:db8:1234:5600::/56'],
    ['64:ff9b::1.2.3.4', 56, '64:ff9b::/56'],
    ['::1', 56, '::/56'],
    ['::', 56, '::/56'],
    ['0123:4567:89ab:cdef:0123:4567:89ab:cdef', 56, '123:4567:89ab:cd00::/56'],
    ['0123:4567:89ab:cdef:0123:4567:89ab:cdef', 63, '123:4567:89ab:cdee::/63'],
    ['0123:4567:89ab:cdef:0123:4567:89ab:cdef', 128, '123:4567:89ab:cdef:123:4567:89ab:cdef/128'],
    ['123:ABC::89', 56, '123:abc::/56'],
  ])('express-rate-limit: %s at %i', (address, prefix, key) => {
    expect(ipKey(address, prefix)).toBe(key)
  })

  it('differs from express-rate-limit on the deprecated ::1.2.3.4, which is ::102:304 and nothing else', () => {
    expect(ipKey('::1.2.3.4', 128)).toBe('::102:304/128')
    expect(ipKey('::1.2.3.4')).toBe(ipKey('::102:304'))
  })
})

describe('what proxies write', () => {
  it.each([
    ['[::1]:443', '::/64'],
    ['[::1]', '::/64'],
    ['1.2.3.4:443', '1.2.3.4'],
    ['1.2.3.4:0', '1.2.3.4'],
    ['[::ffff:1.2.3.4]:65535', '1.2.3.4'],
    ['fe80::1%eth0', 'fe80::/64'],
    ['fe80::1%25eth0.100', 'fe80::/64'],
    ['[fe80::1%eth0]:80', 'fe80::/64'],
    ['::ffff:1.2.3.4%3', '1.2.3.4'],
    ['2001:db8::1:443', '2001:db8::/64'],
  ])('%s is of %s', (address, key) => {
    expect(ipKey(address)).toBe(key)
  })
})

describe('translated addresses', () => {
  it.each([
    ['6to4', '2002:c000:201:7::1', '2002:c000:201:7::/64'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:0:4136:e378::/64'],
    ['NAT64', '64:ff9b::192.0.2.1', '64:ff9b::/64'],
    ['NAT64 of a network', '64:ff9b:1:2::c000:201', '64:ff9b:1:2::/64'],
    ['IPv4-translated (RFC 2765)', '::ffff:0:192.0.2.1', '::/64'],
  ])('stay IPv6: %s', (_, address, key) => {
    expect(ipKey(address)).toBe(key)
  })
})

describe('what is no address', () => {
  it.each([
    [
      'octal, hex and short IPv4',
      '127.1 1.2.3 2130706433 0x7f.0.0.1 0x7f000001 010.0.0.1 1.2.3.04',
    ],
    ['other IPv4', '256.1.1.1 1.2.3.4.5 1.2.3.4. 1.2.3.-4 1..2.3 +1.2.3.4 １.2.3.4 1.2.3.4%eth0'],
    ['ports', '1.2.3.4: 1.2.3.4:65536 1.2.3.4:x [::1]: [::1]:65536 1.2.3:4 1:2 :80'],
    ['brackets', '[1.2.3.4] [1.2.3.4]:80 [::1 ::1] [[::1]] [] [::1]80 [::1]%eth0'],
    ['colons', '1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1::2::3 ::: ::12345 ::g 1: : 1:2:3:4:5:6:7:8::'],
    [
      'dots after colons',
      '::ffff:010.0.0.1 ::ffff:0x7f.1.1.1 ::ffff:1.2.3 ::ffff:1.2.3.256 1.2.3.4::',
    ],
    ['dots in the wrong place', '::1.2.3.4:5 1:2:3:4:5:6:7:1.2.3.4 ::ffff:1.2.3.4:443'],
    ['zones', 'fe80::1% %eth0 fe80::1%,::1'],
    ['words and networks', 'unknown _hidden Example.COM localhost 1.2.3.4,5.6.7.8 ::1/64'],
  ])('is refused: %s', (_, texts) => {
    for (const text of texts.split(' ')) expect(() => ipKey(text), text).toThrow(invalid)
  })

  it.each(['', ' ', ' 1.2.3.4', '1.2.3.4 ', '1.2.3.4\n', '1.2.3.4\0', '::1\r\n', 'fe80::1%a b'])(
    'is refused: %j',
    text => {
      expect(() => ipKey(text)).toThrow(invalid)
    },
  )

  it('is named in the message, cut when it is long', () => {
    expect(() => ipKey('127.1')).toThrow('expected an IP address, found "127.1"')
    expect(() => ipKey(`::${'0'.repeat(1e6)}`)).toThrow(/^.{1,100}$/)
  })

  it.each([undefined, null, 1, {}, ['1.2.3.4']])('is refused when it is no string: %j', value => {
    expect(() => ipKey(value as never)).toThrow(invalid)
  })

  it.each([31, 129, 64.5, Number.NaN, '64', null])('cannot have the prefix %j', prefix => {
    expect(() => ipKey('::1', prefix as never)).toThrow(RangeError)
    expect(() => ipKey('1.2.3.4', prefix as never)).toThrow(RangeError)
  })
})

/** The shortest form of an address without brackets, as the URL standard has it. */
function urlForm(text: string): string {
  return new URL(`http://[${text}]/`).hostname.slice(1, -1)
}

/** All groups of an address in full, from its shortest form. */
function bitsOf(shortest: string): bigint {
  const [head = '', tail] = shortest.split('::').map(half => (half === '' ? [] : half.split(':')))
  const groups = [...head]
  if (tail) groups.push(...new Array<string>(8 - head.length - tail.length).fill('0'), ...tail)
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n)
}

const group = fc.oneof(fc.constantFrom(0, 0, 0, 1, 0xffff), fc.nat(0xffff))
const groups = fc.oneof(
  fc.array(group, { minLength: 8, maxLength: 8 }),
  fc.tuple(group, group).map(low => [0, 0, 0, 0, 0, 0xffff, ...low]),
)

/** Any of the ways to write an address: case, zeros, `::` anywhere, dots at the end, a zone, brackets, a port. */
const spelled = fc
  .record({
    groups,
    width: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 8 }),
    upper: fc.boolean(),
    gap: fc.tuple(fc.nat(7), fc.nat(8)),
    dotted: fc.boolean(),
    zone: fc.constantFrom('', '', '%1', '%eth0', '%25en0'),
    around: fc.constantFrom(['', ''], ['[', ']'], ['[', ']:443']),
  })
  .map(({ groups, width, upper, gap: [start, length], dotted, zone, around }) => {
    const plain = groups.map(value => value.toString(16)).join(':')
    const texts = groups.map((value, index) => value.toString(16).padStart(width[index] ?? 1, '0'))
    const [high = 0, low = 0] = groups.slice(6)
    if (dotted) texts.splice(6, 2, [high >> 8, high & 255, low >> 8, low & 255].join('.'))
    const end = Math.min(start + length, dotted ? 6 : 8)
    const gap = end > start && groups.slice(start, end).every(value => value === 0)
    const joined = gap
      ? `${texts.slice(0, start).join(':')}::${texts.slice(end).join(':')}`
      : texts.join(':')
    const address = upper ? joined.toUpperCase() : joined
    return { plain, text: `${around[0]}${address}${zone}${around[1]}`, groups }
  })

describe('every address', () => {
  const prefixes = fc.integer({ min: 32, max: 128 })

  it('has one key, however it is written', () => {
    const property = fc.property(spelled, prefixes, ({ plain, text }, prefix) => {
      expect(ipKey(text, prefix)).toBe(ipKey(plain, prefix))
    })
    fc.assert(property, { seed: 1, numRuns: 5000 })
  })

  it('has the key of its network, or of its IPv4 address when it is mapped', () => {
    const property = fc.property(groups, prefixes, (parts, prefix) => {
      const plain = parts.map(value => value.toString(16)).join(':')
      const key = ipKey(plain, prefix)
      const bits = bitsOf(urlForm(plain))
      if (bits >> 32n === 0xffffn) {
        expect(key).toBe([24n, 16n, 8n, 0n].map(shift => (bits >> shift) & 255n).join('.'))
        return
      }
      const [network = '', length] = key.split('/')
      expect(length).toBe(String(prefix))
      expect(network).toBe(urlForm(network))
      const host = BigInt(128 - prefix)
      expect(bitsOf(network)).toBe((bits >> host) << host)
    })
    fc.assert(property, { seed: 2, numRuns: 5000 })
  })

  it('gives a key that gives itself', () => {
    const property = fc.property(spelled, prefixes, ({ text }, prefix) => {
      const key = ipKey(text, prefix)
      expect(ipKey(key.split('/')[0] ?? '', prefix)).toBe(key)
    })
    fc.assert(property, { seed: 3, numRuns: 2000 })
  })
})

describe('any text', () => {
  const pieces = '0 1 9 f ffff 12345 0: 1: :: : . 1.2.3.4 255 %a [ ] :80 / - \n x 0x 00'.split(' ')
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map(chosen => chosen.join('')),
    spelled.chain(({ text }) =>
      fc.tuple(fc.nat(text.length), fc.constantFrom(...pieces, '')).map(([at, piece]) => {
        return text.slice(0, at) + piece + text.slice(at + 1)
      }),
    ),
  )

  it('gives a key or KEY_INVALID, and what Node takes for an address is one', () => {
    let accepted = 0
    const property = fc.property(texts, text => {
      const key = keyOrNothing(text, 128)
      if (key !== undefined) accepted++
      if (isIPv4(text)) expect(key).toBe(text)
      if (/[%[\]]|^[^:]*:\d+$/.test(text)) return
      expect(key !== undefined).toBe(isIPv4(text) || isIPv6(text))
    })
    fc.assert(property, { seed: 4, numRuns: 30_000 })
    expect(accepted).toBeGreaterThan(1000)
  })

  it('that is long takes no longer', () => {
    const long = ['1'.repeat(1e6), '1:'.repeat(1e6), `${'%'.repeat(1e5)},`, '0.'.repeat(1e6)]
    const start = performance.now()
    for (const text of long) expect(keyOrNothing(text)).toBeUndefined()
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
