// Numbers from text and text from numbers, beside JavaScript's own: the same, or a plain "I cannot", never a near miss.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

interface DebugExports {
  debugFormatNumber(number: number, pointer: number): number
  debugParseNumber(pointer: number, length: number, result: number): void
}

const memory = new WebAssembly.Memory({ initial: 2, maximum: 2, shared: true })
const module = new WebAssembly.Module(
  readFileSync(new URL('../../build/sluice.debug.wasm', import.meta.url)),
)
const instance = new WebAssembly.Instance(module, { env: { memory } })
const debug = instance.exports as unknown as DebugExports
const bytes = new Uint8Array(memory.buffer)
const view = new DataView(memory.buffer)
const BUFFER = 65_536
const RESULT = 130_000

/** The text; undefined where the engine does not give one. */
function format(number: number): string | undefined {
  const length = debug.debugFormatNumber(number, BUFFER)
  return length === 0 ? undefined : new TextDecoder().decode(bytes.slice(BUFFER, BUFFER + length))
}

/** The number, NaN if it is none; undefined where the engine does not give one. */
function parse(text: string): number | undefined {
  const utf8 = new TextEncoder().encode(text)
  bytes.set(utf8, BUFFER)
  debug.debugParseNumber(BUFFER, utf8.length, RESULT)
  if (view.getBigUint64(RESULT, true) === 0x7ff8_0000_0000_faden) return undefined
  return view.getFloat64(RESULT, true)
}

describe('text of a number', () => {
  it.each([
    0,
    -0,
    1,
    -1,
    10,
    255,
    1.5,
    -1.5,
    0.1,
    0.25,
    1.2,
    99.99,
    1e15,
    2 ** 53 - 1,
    0.000001,
    123456.789,
  ])('of %d is that of String()', number => {
    expect(format(number)).toBe(String(number))
  })

  it('is that of String(), or none, for any number', () => {
    const numbers = fc.oneof(
      fc.double({ noNaN: true }),
      fc.integer(),
      fc.nat(1e6).map(n => n / 1000),
    )
    const property = fc.property(numbers, number => {
      const text = format(number)
      if (text !== undefined) expect(text).toBe(String(number))
    })
    fc.assert(property, { seed: 1, numRuns: 20_000 })
  })

  it('is given for every number of at most 15 digits without an exponent', () => {
    const digits = fc.tuple(
      fc.bigInt({ min: 0n, max: 999_999_999_999n }),
      fc.integer({ min: 0, max: 5 }),
    )
    const property = fc.property(digits, ([whole, decimals]) => {
      const number = Number(whole) / 10 ** decimals
      if (number === 0 || number >= 0.000001) expect(format(number)).toBe(String(number))
    })
    fc.assert(property, { seed: 2, numRuns: 20_000 })
  })
})

describe('number of a text', () => {
  const TEXTS = [
    '',
    ' ',
    '0',
    '-0',
    '1',
    '+1',
    '-1',
    '1.',
    '.5',
    '.',
    '-',
    '+',
    '1e3',
    '1E3',
    '1e+3',
    '1e-3',
    'e3',
    '1e',
    '1e+',
    '0x1F',
    '0X1f',
    '0b101',
    '0o17',
    '0x',
    '0b2',
    '-0x10',
    'Infinity',
    '-Infinity',
    '+Infinity',
    'infinity',
    'NaN',
    '1_000',
    '1,5',
    '12abc',
    ' 12 ',
    '\t12\n',
    '\u00a012\u2003',
    '\ufeff5',
    '1 2',
    '007',
    '9007199254740993',
    '12345678901234567',
    '0.1',
    '1.7976931348623157e308',
    '1e400',
    '5e-324',
    '1e22',
    '1e-22',
    '00000000000000000000001',
    '1.10000000000000000000',
    '100000000000000000000',
    'true',
    'null',
  ]

  it.each(TEXTS)('%j is that of Number(), or none', text => {
    const number = parse(text)
    if (number !== undefined) expect(number).toBe(Number(text))
    else expect(Number.isNaN(Number(text))).toBe(false)
  })

  it('is that of Number(), or none, for any text that looks like one', () => {
    const parts = fc.stringMatching(/^ ?[-+]?[0-9]{0,20}\.?[0-9]{0,10}(e[-+]?[0-9]{1,3})? ?$/)
    const property = fc.property(fc.oneof(parts, fc.string({ maxLength: 6 })), text => {
      const number = parse(text)
      if (number !== undefined) expect(number).toBe(Number(text))
    })
    fc.assert(property, { seed: 3, numRuns: 30_000 })
  })

  it('is given for every decimal of at most 15 digits', () => {
    const property = fc.property(
      fc.nat(999_999_999),
      fc.integer({ min: -15, max: 15 }),
      (digits, exponent) => {
        const text = `${digits}e${exponent}`
        expect(parse(text)).toBe(Number(text))
      },
    )
    fc.assert(property, { seed: 4, numRuns: 20_000 })
  })
})
