// Numbers from text and text from numbers, beside JavaScript's own: the same for every double and for every text. The
// optimiser rewrites floating-point operations, so an optimised build is held to it as well as the debug build.
import { readFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NUMBER_TEXT_MAX, NUMBER_WORK_BYTES } from '../../assembly/number/work.ts'

interface DebugExports {
  debugFormatNumber(number: number, pointer: number, work: number): number
  debugParseNumber(pointer: number, length: number, result: number, work: number): void
}

/** Cases of each property: a longer run is `SLUICE_FUZZ_RUNS=1000000 npx vitest run test/engine/numbers.test.ts`. */
const RUNS = Number(process.env.SLUICE_FUZZ_RUNS ?? 20_000)

const RESULT = 65_000
/** An odd address: the scratch area needs no alignment. */
const WORK = 60_001
const TEXT = 65_536
const PAGES = 4
const CANONICAL_NAN = 0x7ff8_0000_0000_0000n
const CANARY = 0xa5
const CANARY_BYTES = 64

/** The engine and the debug entries, compiled as the release build is. */
async function compileOptimised(): Promise<Uint8Array<ArrayBuffer>> {
  let binary: Uint8Array<ArrayBuffer> | undefined
  const options = ['assembly/debug.ts', '--config', 'asconfig.json', '--target', 'shared']
  const { error, stderr } = await asc.main(options, {
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) binary = new Uint8Array(contents as Uint8Array)
    },
  })
  expect(error, stderr.toString()).toBeNull()
  return binary!
}

const BUILDS = [
  {
    build: 'debug',
    binary: readFileSync(new URL('../../build/sluice.debug.wasm', import.meta.url)),
  },
  { build: 'optimised', binary: await compileOptimised() },
]

/** The two functions of a build. Each call checks that nothing but the given areas is written. */
function open(binary: BufferSource) {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true })
  const instance = new WebAssembly.Instance(new WebAssembly.Module(binary), { env: { memory } })
  const debug = instance.exports as unknown as DebugExports
  const bytes = new Uint8Array(memory.buffer)
  const view = new DataView(memory.buffer)

  function guarded(start: number, length: number, body: () => void): void {
    bytes.fill(CANARY, start - CANARY_BYTES, start)
    bytes.fill(CANARY, start + length, start + length + CANARY_BYTES)
    body()
    for (let index = 1; index <= CANARY_BYTES; index++) {
      const intact = bytes[start - index] === CANARY && bytes[start + length + index - 1] === CANARY
      if (!intact) throw new Error(`wrote ${index} bytes outside its area`)
    }
  }

  function format(number: number): string {
    let length = 0
    guarded(WORK, NUMBER_WORK_BYTES, () => {
      guarded(TEXT, NUMBER_TEXT_MAX, () => {
        length = debug.debugFormatNumber(number, TEXT, WORK)
      })
    })
    return String.fromCharCode(...bytes.subarray(TEXT, TEXT + length))
  }

  function parse(text: string): number {
    const utf8 = new TextEncoder().encode(text)
    bytes.set(utf8, TEXT)
    // A digit behind the text, that must not be read.
    bytes[TEXT + utf8.length] = 0x37
    guarded(WORK, NUMBER_WORK_BYTES, () => {
      debug.debugParseNumber(TEXT, utf8.length, RESULT, WORK)
    })
    const number = view.getFloat64(RESULT, true)
    // Other NaNs are what the engine keeps values that are no numbers in.
    if (Number.isNaN(number) && view.getBigUint64(RESULT, true) !== CANONICAL_NAN) {
      throw new Error('NaN with a sign or a payload')
    }
    return number
  }

  return { format, parse }
}

const bits = new DataView(new ArrayBuffer(8))

function fromBits(value: bigint): number {
  bits.setBigUint64(0, value)
  return bits.getFloat64(0)
}

function toBits(number: number): bigint {
  bits.setFloat64(0, number)
  return bits.getBigUint64(0)
}

/** A finite number above 0 and the doubles around it, as far as they are finite and above 0. */
function neighbours(number: number): number[] {
  const around = [-2n, -1n, 0n, 1n, 2n].map(step => toBits(number) + step)
  return around.filter(value => value > 0n && value < toBits(Infinity)).map(fromBits)
}

/**
 * Halfway between a finite number of 0 or above and the next double, exactly: an integer and the power of ten that it
 * is multiplied with. The longest has 768 digits.
 */
function halfwayAbove(number: number): { digits: bigint; exponent: number } {
  const biased = Number(toBits(number) >> 52n)
  const fraction = toBits(number) & ((1n << 52n) - 1n)
  const significand = biased === 0 ? fraction : fraction | (1n << 52n)
  const power = Math.max(biased, 1) - 1076
  const digits = 2n * significand + 1n
  if (power >= 0) return { digits: digits << BigInt(power), exponent: 0 }
  return { digits: digits * 5n ** BigInt(-power), exponent: power }
}

/** digits * 10^exponent with the point after `whole` digits. */
function notation(digits: string, exponent: number, whole: number): string {
  const place = Math.min(whole, digits.length)
  return `${digits.slice(0, place)}.${digits.slice(place)}e${exponent + digits.length - place}`
}

const anyBits = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(fromBits)
const subnormal = fc.bigInt({ min: 1n, max: (1n << 52n) - 1n }).map(fromBits)
const short = fc
  .tuple(fc.nat(1e9), fc.integer({ min: -12, max: 12 }))
  .map(([digits, exponent]) => Number(`${digits}e${exponent}`))
const nearby = fc
  .tuple(fc.constantFrom(2 ** 53, 1e15, 1e16, 1e21, 1e22, 1e23, 1e-6, 1e-7), fc.nat(4000))
  .map(([start, step]) => fromBits(toBits(start) + BigInt(step) - 2000n))
const anyNumber = fc.oneof(anyBits, subnormal, short, nearby, fc.integer(), fc.double())

describe.each(BUILDS)('text of a number, $build build', ({ binary }) => {
  const { format } = open(binary)
  const same = (number: number): void => {
    expect(format(number)).toBe(String(number))
  }

  it.each([
    ...[0, -0, NaN, Infinity, -Infinity, 1, -1, 10, 255, 1.5, -1.5, 0.1, 0.25, 99.99, 4.35],
    ...[0.1 + 0.2, 1 / 3, 123456.789, 0.000001, 0.00000123, 1e-7, 1.5e-7, -1.5e-10, 1.005],
    ...[2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2, 1e15, 123456789012345680000, 1e21, 1.5e21, 1e100],
    ...[1e23, 9.4e-323, 5e-324, 1e-323, 2.2250738585072014e-308, 2.225073858507201e-308],
    ...[Number.MAX_VALUE, Number.EPSILON, 2 ** -44, 9.109383632044565e-31, 1.1125369292536007e-308],
    ...[-0.0000012345678901234567, -1.2345678901234567e-100, 4.8e-322, 8.41e21, 2.0e-6],
  ])('of %d is that of String()', same)

  it('is that of String() for every power of two and of ten, and the numbers around it', () => {
    for (let power = -1074; power <= 1023; power++) neighbours(2 ** power).forEach(same)
    for (let power = -323; power <= 308; power++) neighbours(Number(`1e${power}`)).forEach(same)
  })

  it('is that of String() for the first subnormal numbers and the last numbers', () => {
    for (let step = 1n; step <= 2000n; step++) {
      same(fromBits(step))
      same(fromBits(toBits(Infinity) - step))
    }
  })

  it('is that of String() for any number', () => {
    fc.assert(fc.property(anyNumber, same), { seed: 1, numRuns: RUNS })
  })
})

const SPACES = [...'\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'].concat(
  Array.from({ length: 11 }, (_, index) => String.fromCharCode(0x2000 + index)),
)
/** Characters beside white space, in their code points or their bytes. */
const NO_SPACES = [...'\u0085\u00a1\u00c2\u180e\u1681\u200b\u2027\u202a\u2060\u3001\ufefe\0\x08é😀']

/** Digits and exponents of any size, in any notation. */
const literal = fc
  .tuple(
    fc.constantFrom('', '-', '+'),
    fc.stringMatching(/^0{0,3}[0-9]{1,25}$/),
    fc.nat(30),
    fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -380, max: 360 })),
  )
  .map(([sign, digits, whole, exponent]) => sign + notation(digits, exponent, whole))
const radixLiteral = fc.stringMatching(
  /^0([xX][0-9a-fA-F]{0,30}|[oO][0-7]{0,40}|[bB][01]{0,90}|x[1f]0{200,270}[01])[0-9]?$/,
)
const pieces = fc
  .array(fc.constantFrom(...'0159.eE+-xX_bofI, n', 'Infinity', '0x', '1e', '308'), { maxLength: 8 })
  .map(parts => parts.join(''))
const spaced = fc
  .tuple(
    fc.array(fc.constantFrom(...SPACES), { maxLength: 3 }),
    fc.oneof(literal, fc.constant('')),
    fc.array(fc.constantFrom(...SPACES, ...NO_SPACES), { maxLength: 2 }),
  )
  .map(parts => parts.flat().join(''))
const spoilt = fc
  .tuple(literal, fc.nat(40), fc.constantFrom(...' .eE+-x_a\u00a0'))
  .map(([text, at, part]) => text.slice(0, at) + part + text.slice(at))
const anyText = fc.oneof(
  literal,
  radixLiteral,
  pieces,
  spaced,
  spoilt,
  anyNumber.map(String),
  fc.string({ maxLength: 6 }),
)

describe.each(BUILDS)('number of a text, $build build', ({ binary }) => {
  const { parse } = open(binary)
  // toBe tells -0 from 0, and takes NaN for NaN.
  const same = (text: string): void => {
    expect(parse(text), text.slice(0, 80)).toBe(Number(text))
  }

  it.each([
    ...['', ' ', '0', '-0', '+0', '1', '+1', '-1', '1.', '.5', '-.5', '.', '-', '+', '-.', '+-1'],
    ...['1e3', '1E3', '1e+3', '1e-3', 'e3', '.e3', '1.e3', '1e', '1e+', '1e-', '1e1.5', '1e1e1'],
    ...['0x1F', '0X1f', '0b101', '0B1', '0o17', '0O7', '0x', '0b', '0o', '0b2', '0o8', '0xg'],
    ...['-0x10', '+0x10', '0x1.8', '0x 1', '00x1', '0x-1', '0b0', `0x${'f'.repeat(300)}`],
    ...[
      'Infinity',
      '-Infinity',
      '+Infinity',
      'infinity',
      'Infinit',
      'Infinityy',
      'NaN',
      'INFINITY',
    ],
    ...['1_000', '1,5', '12abc', ' 12 ', '1 2', '1 e2', '- 1', '007', '-007', '1..2', '1.2.3'],
    ...['1n', 'true', 'null', '١', '1\0', '\0', '$1', '0x1F ', '\ufeff-0\u3000', '1e400', '-1e400'],
    ...['9007199254740993', '9007199254740992.9', '12345678901234567', '18446744073709551615'],
    ...[
      '0x20000000000001',
      '0x20000000000003',
      '0x200000000000010000000000000001',
      '0x1ffffffffffffff',
    ],
    ...['1.7976931348623157e308', '1.7976931348623158e308', '1.7976931348623159e308', '179769e304'],
    ...[
      '5e-324',
      '2.4703282292062327e-324',
      '2.4703282292062328e-324',
      '4e-324',
      '-1e-400',
      '1e22',
    ],
    ...['2.2250738585072014e-308', '2.2250738585072011e-308', '2.2250738585072012e-308', '1e23'],
    ...['6.631236846766476e-316', '8.10109172351e-10', '7.2057594037927933e16', '1e-22', '1e-23'],
    ...[
      '1e1250',
      '1e-1250',
      '1e400000000000000000000',
      '1e-400000000000000000000',
      '0e400000000000000000000',
      '0e-9',
    ],
    ...[
      '00000000000000000000001',
      '1.10000000000000000000',
      '100000000000000000000',
      '1e0000000001',
    ],
  ])('%j is that of Number()', same)

  it('leaves out white space before and behind, and no other characters', () => {
    for (const space of [...SPACES, ...NO_SPACES]) {
      for (const text of [space, `${space}7`, `7${space}`, `${space}${space}7e1${space}`])
        same(text)
    }
  })

  it('is that of Number() for any text that is a number, or nearly', () => {
    fc.assert(fc.property(anyText, same), { seed: 2, numRuns: RUNS })
  })

  it('is that of Number() halfway between two numbers, and next to it', () => {
    const nonNegative = fc.bigInt({ min: 0n, max: toBits(Number.MAX_VALUE) }).map(fromBits)
    const number = fc.oneof(nonNegative, subnormal, nearby, fc.constantFrom(0, Number.MAX_VALUE))
    const property = fc.property(
      number,
      fc.nat(800),
      fc.nat(800),
      fc.integer({ min: 1, max: 780 }),
      (below, whole, zeros, kept) => {
        const { digits, exponent } = halfwayAbove(below)
        const all = String(digits)
        same(notation(all, exponent, whole))
        same(notation(String(digits - 1n), exponent, whole))
        same(notation(String(digits + 1n), exponent, whole))
        // The only digit that decides, far behind the others; nines in its place; and digits that end before it.
        same(notation(`${all}${'0'.repeat(zeros)}1`, exponent - zeros - 1, whole))
        same(notation(`${digits - 1n}${'9'.repeat(zeros)}`, exponent - zeros, whole))
        const cut = all.slice(0, kept)
        same(notation(cut, exponent + all.length - cut.length, whole))
      },
    )
    fc.assert(property, { seed: 3, numRuns: RUNS / 10 })
  })

  it('is that of Number() halfway between two integers in hexadecimal, octal and binary', () => {
    const property = fc.property(
      fc.bigInt({ min: 1n << 53n, max: (1n << 54n) - 1n }),
      fc.nat(985),
      fc.constantFrom(-1n, 0n, 1n),
      (significand, zeros, step) => {
        const integer = (significand << BigInt(zeros)) + step
        same(`0x${integer.toString(16)}`)
        same(`0o${integer.toString(8)}`)
        same(`0b${integer.toString(2)}`)
      },
    )
    fc.assert(property, { seed: 4, numRuns: RUNS / 10 })
  })

  it('is that of Number() for up to 2,000 digits', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...'0123456789'),
      minLength: 1,
      maxLength: 2000,
    })
    const property = fc.property(
      digits,
      fc.nat(2000),
      fc.integer({ min: -400, max: 400 }),
      (text, whole, lead) => {
        same(text)
        same(notation(text, lead - text.length, whole))
      },
    )
    fc.assert(property, { seed: 5, numRuns: RUNS / 20 })
  })

  // The widest operands: they fill the scratch area.
  it('is that of Number() for the smallest numbers with the most digits', () => {
    for (let lead = -326; lead <= -300; lead++) {
      for (let count = 700; count <= 800; count += 3) {
        for (const digit of '159') same(notation(digit.repeat(count), lead - count, 0))
      }
    }
  })

  it('is that of Number() for texts of 64 KiB', () => {
    const zeros = '0'.repeat(65_000)
    same(`0.${zeros}123e65001`)
    same(`123${zeros}e-65000`)
    same(`${zeros}1.5`)
    same(`1.5${zeros}`)
    same(`1${zeros}`)
    same(`0.${zeros}1`)
    same(`1e${zeros}5`)
    same(`9007199254740993.${zeros}`)
    same(`9007199254740993.${zeros}1`)
    same('7'.repeat(65_000))
    same(`.${'7'.repeat(65_000)}`)
    same(`0x1${zeros}`)
    same(`0x${zeros}20000000000001`)
    same(`${' '.repeat(32_000)}5${' '.repeat(32_000)}`)
  })

  it('of the text of a number is that number', () => {
    const property = fc.property(anyBits, number => {
      expect(parse(String(number))).toBe(Object.is(number, -0) ? 0 : number)
    })
    fc.assert(property, { seed: 6, numRuns: RUNS })
  })
})
