// The format of API keys: what is made can be read, what was changed cannot, and both sides agree. GitHub's published
// example of a checksum is in here.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SluiceError } from '../../src/errors.ts'
import { createKey, environmentOf, keyChecksum, parseKey } from '../../src/identity/key-format.ts'
import { keys, labels } from './keys.ts'

const invalid = expect.objectContaining({ name: 'SluiceError', code: 'OPTION_INVALID' })

describe('the checksum', () => {
  it("is GitHub's: of an expired token that GitHub published", () => {
    expect(keyChecksum('zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ')).toBe('0mLq17')
  })

  // CRC-32 of nothing is 0, of nine digits 0xcbf43926 (its check value), and of four zero bytes 0x2144df1c.
  it.each([
    ['', '000000'],
    ['123456789', '3jZRME'],
    ['\x00\x00\x00\x00', '0blzLw'],
  ])('of %j is %s', (text, checksum) => {
    expect(keyChecksum(text)).toBe(checksum)
  })
})

describe('a new key', () => {
  it('has the labels, an id, a secret, and is 55 characters at most', () => {
    const { key, id } = createKey({ prefix: 'sk', environment: 'live' })
    expect(key).toMatch(/^sk_live_[A-Za-z0-9]{8}_[A-Za-z0-9]{36}$/)
    expect(key.startsWith(`${id}_`)).toBe(true)
    expect(id).toHaveLength('sk_live_8Jd0Xk2p'.length)
    expect(createKey({ prefix: 'secret', environment: 'eu' }).key).toHaveLength(55)
    expect(createKey({ prefix: 's', environment: '1' }).key).toHaveLength(49)
  })

  it('is another one each time', () => {
    const made = Array.from({ length: 1000 }, () =>
      createKey({ prefix: 'sk', environment: 'live' }),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(made.length)
    expect(new Set(made.map(({ key }) => key.slice(-36))).size).toBe(made.length)
  })

  it('has all characters equally often: bytes that would favour some are dropped', () => {
    // Every byte as often as every other, in whatever pieces they are asked for.
    let next = 0
    const random = (count: number) => Uint8Array.from({ length: count }, () => next++ & 0xff)
    const counts = new Map<string, number>()
    // 248 of 256 bytes are of use, and a key takes 38: 62 * 4 keys use each of the 62 characters 152 times.
    for (let index = 0; index < 248; index++) {
      const { key } = createKey({ prefix: 'p', environment: 'e', random })
      const drawn = key.slice(4, 12) + key.slice(13, 43)
      for (const character of drawn) counts.set(character, (counts.get(character) ?? 0) + 1)
    }
    expect(counts.size).toBe(62)
    expect(new Set(counts.values())).toEqual(new Set([152]))
  })

  it.each([
    ['', 'live'],
    ['sk', ''],
    ['s-k', 'live'],
    ['sk', 'Live'],
    ['sk', 'li_ve'],
    ['sk\n', 'live'],
    ['schlüs', 'eu'],
    ['secret', 'eu1'],
    ['s'.repeat(9000), 'live'],
    [undefined, 'live'],
    ['sk', 7],
  ])('is not made with the prefix %j and the environment %j', (prefix, environment) => {
    const create = () => createKey({ prefix, environment } as never)
    expect(create).toThrow(SluiceError)
    expect(create).toThrow(invalid)
  })
})

describe('reading a key', () => {
  it('gives back what it was made with', () => {
    const property = fc.property(labels, made => {
      const { key, id } = createKey(made)
      expect(parseKey(key)).toEqual({ id, ...made })
      expect(environmentOf(id)).toBe(made.environment)
    })
    fc.assert(property, { seed: 1, numRuns: 2000 })
  })

  it('finds every change of one character, and every two neighbours that changed places', () => {
    const property = fc.property(
      keys,
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      changeOne,
    )
    fc.assert(property, { seed: 2, numRuns: 5000 })
  })

  function changeOne(key: string, place: number, character: string): void {
    const at = place % key.length
    const changed = key.slice(0, at) + character + key.slice(at + 1)
    expect(parseKey(changed) === undefined).toBe(changed !== key)
    const swapped =
      key.slice(0, at) +
      key
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      key.slice(at + 2)
    expect(parseKey(swapped) === undefined).toBe(swapped !== key)
  }

  it('never takes other texts for keys, and throws at none', () => {
    const property = fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.stringMatching(/^[a-z_0-9]{40,60}$/),
      ),
      text => {
        expect(parseKey(text)).toBeUndefined()
      },
    )
    fc.assert(property, { seed: 3, numRuns: 5000 })
  })

  // Each with a right checksum: it is the shape alone that is wrong.
  it.each([
    ['no prefix', '_live_8Jd0Xk2p_', 30],
    ['no environment', 'sk__8Jd0Xk2p_', 30],
    ['one label', 'sk_8Jd0Xk2p_', 30],
    ['an upper-case environment', 'sk_Live_8Jd0Xk2p_', 30],
    ['labels that are too long', 'secret_live_8Jd0Xk2p_', 30],
    ['a hyphen', 'sk_live_8Jd0-k2p_', 30],
    ['a long id', 'sk_live_8Jd0Xk2p9_', 30],
    ['a short id', 'sk_live_8Jd0Xk2_', 30],
    ['a short secret', 'sk_live_8Jd0Xk2p_', 29],
    ['a long secret', 'sk_live_8Jd0Xk2p_', 31],
    ['a letter that is not ASCII', 'sk_live_8Jd0Xk2\u00fc_', 30],
  ])('refuses %s', (_, start, secretLength) => {
    const text = start + 'Lw3XQzYhUeRk5vT1bN8mC4sA7dF0gJ9'.slice(0, secretLength)
    expect(parseKey(text + keyChecksum(text))).toBeUndefined()
  })

  it('takes the labels from the right: a prefix may hold underscores', () => {
    const { key, id } = createKey({ prefix: 'a_b_', environment: 'eu' })
    expect(parseKey(key)).toEqual({ id, prefix: 'a_b_', environment: 'eu' })
    expect(environmentOf(id)).toBe('eu')
  })

  it.each([
    '',
    'sk',
    'sk_live',
    'sk_live_8Jd0Xk2',
    'imported',
    'secrets_live_8Jd0Xk2p',
    'sk_Live_8Jd0Xk2p',
  ])('finds no environment in the id %j', id => {
    expect(environmentOf(id)).toBeUndefined()
  })
})
