// Bytes from strangers. What JSON cannot say is refused before it is decoded.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainMessagePack, MESSAGEPACK_DEPTH_MAX } from '../../src/server/messagepack.ts'
import { pack, postPacked, serve, unpack } from './helpers.ts'

const nested = (depth: number): Buffer =>
  Buffer.concat([Buffer.alloc(depth, 0x91), Buffer.of(0xc0)])

const REFUSED: [string, Buffer][] = [
  ['nothing', Buffer.of()],
  ['the unused type', Buffer.of(0xc1)],
  ['two values', Buffer.of(0xc0, 0xc0)],
  ['a map that breaks off', Buffer.of(0x81, 0xa1, 0x61)],
  ['a string longer than the body', Buffer.of(0xdb, 0xff, 0xff, 0xff, 0xff, 0x61)],
  ['a string whose length breaks off', Buffer.of(0xda, 0x00)],
  ['a number that breaks off', Buffer.of(0xcf, 0, 0, 0)],
  ['an array of four billion', Buffer.of(0xdd, 0xff, 0xff, 0xff, 0xff)],
  ['a map of four billion', Buffer.of(0xdf, 0xff, 0xff, 0xff, 0xff)],
  ['a map with a number for a key', Buffer.of(0x81, 0x01, 0x01)],
  ['a map with an array for a key', Buffer.of(0x81, 0x91, 0x01, 0x01)],
  ['a __proto__ key', pack(new Map([['__proto__', { polluted: true }]]))],
  ['a __proto__ key with a long length', Buffer.from('81d9095f5f70726f746f5f5fc0', 'hex')],
  ['bytes', Buffer.of(0xc4, 0x01, 0x00)],
  ['a record definition', Buffer.from('d4724091a3666f6f01', 'hex')],
  ['a regular expression', Buffer.from('c7037892a12ba0', 'hex')],
  ['a date', Buffer.from('d6ff00000000', 'hex')],
  ['a bundle of strings', Buffer.from('c8000462000000', 'hex')],
  ['an extension of a big integer', Buffer.from('c70242ffff', 'hex')],
  ['NaN', pack([Number.NaN])],
  ['infinity', pack([Number.POSITIVE_INFINITY])],
  ['minus infinity', pack([Number.NEGATIVE_INFINITY])],
  ['a short infinity', Buffer.from('ca7f800000', 'hex')],
  ['a short NaN', Buffer.from('caffc00000', 'hex')],
  ['a string behind a byte order mark', pack('\ufeffk')],
  ['a long one', pack({ key: `\ufeff${'k'.repeat(70)}` })],
  ['a key behind one', pack({ '\ufeffkey': 1 })],
  ['arrays too deep', nested(MESSAGEPACK_DEPTH_MAX + 1)],
  ['arrays deep enough to overflow a stack', nested(1_000_000)],
]

describe('refused', () => {
  it.each(REFUSED)('%s', async (_name, bytes) => {
    expect(isPlainMessagePack(bytes)).toBe(false)
    const { url } = await serve()
    const answer = await postPacked(`${url}/v1/limits/per-key/take`, bytes)
    expect(answer.status).toBe(400)
    const code = bytes.length === 0 ? 'BODY_EMPTY' : 'BODY_INVALID'
    expect(answer.body).toMatchObject({ code })
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    const next = await postPacked(`${url}/v1/limits/per-key/take`, { key: 'k' })
    expect(next.status).toBe(200)
  })

  it('in OFREP with its own shape', async () => {
    const { url } = await serve()
    const answer = await postPacked(`${url}/ofrep/v1/evaluate/flags/banner`, Buffer.of(0xc1))
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ key: 'banner', errorCode: 'PARSE_ERROR' })
  })
})

describe('taken', () => {
  it.each([
    [
      'every size of number',
      [0, 127, 128, 255, 256, 65_535, 65_536, 2 ** 32, -1, -128, -32_769, 0.5],
    ],
    [
      'strings of every size',
      ['', 'a'.repeat(31), 'a'.repeat(32), 'a'.repeat(256), 'ä'.repeat(70_000)],
    ],
    ['the largest numbers', [Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324, 2 ** 63]],
    ['a byte order mark inside', `k\ufeff${'k'.repeat(70)}`],
    ['arrays of every size', [[], Array(15).fill(1), Array(16).fill(1), Array(70_000).fill(1)]],
    [
      'maps',
      [{}, Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`k${index}`, null]))],
    ],
  ])('%s', (_name, value) => {
    expect(isPlainMessagePack(pack(value))).toBe(true)
  })

  it('64-bit integers, as the nearest number', async () => {
    const { url } = await serve()
    const key = Buffer.from('82a36b6579a16ba4636f7374cf0000000000000002', 'hex')
    const answer = await postPacked(`${url}/v1/limits/per-key/take`, key)
    expect(answer.body).toMatchObject({ allowed: true, remaining: 1 })
  })

  it('the deepest value allowed', () => {
    expect(isPlainMessagePack(nested(MESSAGEPACK_DEPTH_MAX))).toBe(true)
  })
})

describe('any bytes', () => {
  it('that hold a value of JSON pass', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
        const hasProto = JSON.stringify(value).includes('__proto__')
        expect(isPlainMessagePack(pack(value)) || hasProto).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('that pass decode to a value of JSON', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 24 })
    fc.assert(
      fc.property(bytes, sample => {
        if (!isPlainMessagePack(sample)) return
        const value = unpack(Buffer.from(sample))
        JSON.stringify(value, (_key, member: unknown) =>
          typeof member === 'bigint' ? Number(member) : member,
        )
      }),
      { numRuns: 5_000 },
    )
  })

  it('are refused when a whole value is cut short', () => {
    const whole = pack({
      context: { targetingKey: 'user-1', list: [1, 2.5, 'x'.repeat(40), null] },
    })
    for (let length = 0; length < whole.length; length++) {
      expect(isPlainMessagePack(whole.subarray(0, length))).toBe(false)
    }
  })
})
