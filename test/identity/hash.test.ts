// The hashes of credentials on every build: against published vectors, and against Node's own at every length around
// the edges of blocks.
import { createHash, createHmac } from 'node:crypto'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createKey, keyChecksum, parseKey } from '../../src/identity/key-format.ts'
import { BUILDS } from '../engine/builds.ts'
import { randomBits } from '../engine/helpers.ts'
import { HashBench } from './hash-bench.ts'
import { keys } from './keys.ts'
import { isHere, type MacGroup, macGroups } from './wycheproof.ts'

const random = randomBits(5)
const bytesOf = (length: number) => Uint8Array.from({ length }, () => random())
const ascii = (text: string) => new TextEncoder().encode(text)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const counting = (length: number) => Uint8Array.from({ length }, (_, index) => index)

/** Every length around the edges of the first blocks, and one of several. */
const LENGTHS = [...Array.from({ length: 301 }, (_, length) => length), 1000, 4095, 4096, 4097]

// FIPS 180-4's examples, and of NIST's CAVP (SHA256ShortMsg, SHA256LongMsg) those that need no file.
const DIGESTS = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['d3', '28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1'],
  ['11af', '5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98'],
  ['616263', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    hex(ascii('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')),
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  [
    hex(
      ascii(
        'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn' +
          'hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      ),
    ),
    'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
  ],
] as const

describe.each(BUILDS)('on the build $name', ({ name }) => {
  let bench: HashBench
  beforeAll(async () => {
    bench = await HashBench.open(name)
  })

  describe('SHA-256', () => {
    it.each(DIGESTS)('of the bytes %s', (message, digest) => {
      expect(hex(bench.sha256(Buffer.from(message, 'hex')))).toBe(digest)
    })

    it('of a million times the letter a', () => {
      const digest = 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'
      expect(hex(bench.sha256(ascii('a'.repeat(1_000_000))))).toBe(digest)
    })

    it("is Node's at every length, wherever the bytes stand", () => {
      for (const length of LENGTHS) {
        const message = bytesOf(length)
        const expected = createHash('sha256').update(message).digest('hex')
        expect(hex(bench.sha256(message, length % 9)), `${length} bytes`).toBe(expected)
      }
    })
  })

  describe('HMAC-SHA-256', () => {
    it("is Node's at every length of the message and of the key", () => {
      for (const length of LENGTHS) {
        const message = bytesOf(length)
        const key = bytesOf((length * 7) % 200)
        const expected = createHmac('sha256', key).update(message).digest('hex')
        expect(hex(bench.hmac(key, message, length % 9)), `${length} bytes`).toBe(expected)
      }
    })

    it('keeps nothing of a key outside of its midstates', () => {
      for (const length of [16, 64, 65, 200]) {
        const key = bytesOf(length)
        bench.makeHmac(key)
        expect(bench.find(key.subarray(0, 8)), `a key of ${length} bytes`).toEqual([bench.keyPlace])
        const hashed = createHash('sha256').update(key).digest()
        expect(bench.find(hashed.subarray(0, 8)), 'nor of its digest').toEqual([])
      }
    })

    it.skipIf(!isHere).each(macGroups)(
      "gives Wycheproof's tags, key size $keySize and tag size $tagSize",
      ({ tagSize, tests }: MacGroup) => {
        for (const { tcId, key, msg, tag, result } of tests) {
          const found = bench.hmac(Buffer.from(key, 'hex'), Buffer.from(msg, 'hex'))
          const verdict = hex(found.subarray(0, tagSize / 8)) === tag ? 'valid' : 'invalid'
          expect(verdict, `test ${tcId}`).toBe(result)
        }
      },
    )
  })

  describe('CRC-32', () => {
    it('has the check value of its polynomial', () => {
      expect(bench.crc32(ascii('123456789'))).toBe(0xcbf43926)
    })

    it("is zlib's at every length, wherever the bytes stand", () => {
      for (const length of LENGTHS) {
        const message = bytesOf(length)
        expect(bench.crc32(message, length % 9), `${length} bytes`).toBe(crc32(message))
      }
    })
  })

  describe('SipHash-2-4 of 128 bits', () => {
    // vectors_sip128 of the reference implementation: key 00..0f, messages 00, 00 01, ...
    it.each([
      [0, 'a3817f04ba25a8e66df67214c7550293'],
      [1, 'da87c1d86b99af44347659119b22fc45'],
      [2, '8177228da4a45dc7fca38bdef60affe4'],
      [3, '9c70b60c5267a94e5f33b6b02985ed51'],
      [4, 'f88164c12d9c8faf7d0f6e7c7bcd5579'],
      [5, '1368875980776f8854527a07690e9627'],
      [6, '14eeca338b208613485ea0308fd7a15e'],
      [7, 'a1f1ebbed8dbc153c0b84aa61ff08239'],
      [8, '3b62a9ba6258f5610f83e264f31497b4'],
      [15, '5493e99933b0a8117e08ec0f97cfc3d9'],
      [16, '6ee2a4ca67b054bbfd3315bf85230577'],
      [63, '5150d1772f50834a503e069a973fbd7c'],
    ])('of %i bytes is that of the reference', (length, expected) => {
      expect(hex(bench.siphash128(counting(16), counting(length)))).toBe(expected)
    })

    it('is that of a plain model at every length, wherever the bytes stand', () => {
      for (const length of LENGTHS.filter(length => length <= 300)) {
        const [seed, message] = [bytesOf(16), bytesOf(length)]
        const found = hex(bench.siphash128(seed, message, length % 9))
        expect(found, `${length} bytes`).toBe(hex(siphash128(seed, message)))
      }
    })
  })

  describe('the shape of a key', () => {
    it('is that which is read on the other side, of keys and of changed keys', () => {
      const property = fc.property(keys, fc.nat(), fc.integer({ min: 0, max: 0xff }), bytesAgree)
      fc.assert(property, { seed: 1, numRuns: 1000 })
    })

    function bytesAgree(key: string, place: number, byte: number): void {
      expect(bench.keyIdLength(ascii(key))).toBe(parseKey(key)!.id.length)
      // With a checksum of their own, or that would be all that is ever found wrong.
      const text = key.slice(0, -6)
      const at = place % text.length
      const changed = text.slice(0, at) + String.fromCharCode(byte & 0x7f) + text.slice(at + 1)
      for (const sealed of [changed + keyChecksum(changed), changed + key.slice(-6)]) {
        expect(bench.keyIdLength(ascii(sealed))).toBe(parseKey(sealed)?.id.length ?? 0)
      }
      const high = ascii(key)
      high[place % high.length]! |= 0x80
      expect(bench.keyIdLength(high)).toBe(0)
    }

    it('has a checksum of base 62, and nothing else that adds up to it', () => {
      const isFit = (key: string) => /[1-9]0$/.test(key)
      const made = () => createKey({ prefix: 'sk', environment: 'live' }).key
      let key = made()
      while (!isFit(key)) key = made()
      // `{` would be the digit 62: one less of the digit before, and 62 instead of 0.
      const imitation = `${key.slice(0, -2)}${Number(key.at(-2)) - 1}{`
      expect(bench.keyIdLength(ascii(key))).toBe(16)
      expect(bench.keyIdLength(ascii(imitation))).toBe(0)
    })

    it.each(['', 'sk', 'sk_live_8Jd0Xk2p', '_'.repeat(49), '_'.repeat(55), 'a'.repeat(60)])(
      'is not that of %j',
      text => {
        expect(bench.keyIdLength(ascii(text))).toBe(0)
      },
    )

    it('has at most 55 bytes', () => {
      for (const prefix of ['secretkey', 'a'.repeat(200)]) {
        const text = `${prefix}_live_8Jd0Xk2p_Lw3XQzYhUeRk5vT1bN8mC4sA7dF0gJ`
        expect(bench.keyIdLength(ascii(text + keyChecksum(text)))).toBe(0)
      }
    })
  })
})

/** SipHash-2-4 with 128 bits written down once more, without any cleverness. */
function siphash128(seed: Uint8Array, message: Uint8Array): Uint8Array {
  const mask = (1n << 64n) - 1n
  const rotate = (value: bigint, by: bigint) => ((value << by) | (value >> (64n - by))) & mask
  const read = (bytes: Uint8Array, at: number) =>
    new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(at, true)
  const [k0, k1] = [read(seed, 0), read(seed, 8)]
  let [v0, v1] = [k0 ^ 0x736f6d6570736575n, k1 ^ 0x646f72616e646f6dn ^ 0xeen]
  let [v2, v3] = [k0 ^ 0x6c7967656e657261n, k1 ^ 0x7465646279746573n]
  const rounds = (count: number) => {
    for (let round = 0; round < count; round++) {
      v0 = (v0 + v1) & mask
      v1 = rotate(v1, 13n) ^ v0
      v0 = rotate(v0, 32n)
      v2 = (v2 + v3) & mask
      v3 = rotate(v3, 16n) ^ v2
      v0 = (v0 + v3) & mask
      v3 = rotate(v3, 21n) ^ v0
      v2 = (v2 + v1) & mask
      v1 = rotate(v1, 17n) ^ v2
      v2 = rotate(v2, 32n)
    }
  }
  const padded = new Uint8Array((message.length & ~7) + 8)
  padded.set(message)
  padded[padded.length - 1] = message.length & 0xff
  for (let at = 0; at < padded.length; at += 8) {
    const word = read(padded, at)
    v3 ^= word
    rounds(2)
    v0 ^= word
  }
  const answer = new DataView(new ArrayBuffer(16))
  v2 ^= 0xeen
  rounds(4)
  answer.setBigUint64(0, v0 ^ v1 ^ v2 ^ v3, true)
  v1 ^= 0xddn
  rounds(4)
  answer.setBigUint64(8, v0 ^ v1 ^ v2 ^ v3, true)
  return new Uint8Array(answer.buffer)
}
