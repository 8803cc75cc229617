// The translation to JavaScript (scripts/wasm2js.js), one instruction at a time, beside WebAssembly's own: operands at
// the edges and random ones, from memory and as constants. What the evaluators are made of is thereby right, whatever
// they come to use of it.
import binaryen from 'binaryen'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  ACCESSES,
  exportName,
  INSTRUCTIONS,
  type Instruction,
  LEFT,
  moduleText,
  RESULT,
  RIGHT,
  STORES,
  type Type,
  VARIABLE,
} from './builds-instructions.ts'

const RUNS = 200

type Exports = Record<string, (...values: unknown[]) => unknown>

/** The same module twice: in WebAssembly and in JavaScript. */
let builds: { exports: Exports; view: DataView; bytes: Uint8Array }[]

beforeAll(async () => {
  const module = binaryen.parseText(moduleText())
  const { BulkMemory, NontrappingFPToInt, SignExt } = binaryen.Features
  module.setFeatures(BulkMemory | NontrappingFPToInt | SignExt)
  const wasm = module.emitBinary()
  const script = new URL('../../scripts/wasm2js.js', import.meta.url).href
  const { toJavaScript } = (await import(script)) as { toJavaScript(wasm: Uint8Array): string }
  const source = `data:text/javascript,${encodeURIComponent(toJavaScript(wasm))}`
  const { instantiate } = (await import(/* @vite-ignore */ source)) as {
    instantiate(memory: { buffer: ArrayBuffer }): Exports
  }
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 })
  const compiled = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>)
  const plain = { buffer: new ArrayBuffer(65536) }
  const instances = [
    [memory, new WebAssembly.Instance(compiled, { env: { memory } }).exports as Exports],
    [plain, instantiate(plain)],
  ] as const
  builds = instances.map(([{ buffer }, exports]) => {
    return { exports, view: new DataView(buffer), bytes: new Uint8Array(buffer) }
  })
  // The translation alone takes seconds, on a busy machine many.
}, 120_000)

const bitsOf = (number: number) => new BigUint64Array(Float64Array.of(number).buffer)[0]!
const EDGES: readonly bigint[] = [
  ...[0n, 1n, 2n, 10n, 0x7fn, 0x80n, 0xffffn, 0x7fff_ffffn, 0x8000_0000n, 0xffff_ffffn],
  ...[0x1_0000_0000n, 0x1_ffff_ffffn, (1n << 63n) - 1n, 1n << 63n, (1n << 64n) - 1n],
  // Values of the evaluators that are no numbers: as doubles they are NaN.
  ...[0xfff9_0000_0001_0008n, 0xfffd_0000_0000_0001n, 0x7ff8_0000_0000_faden],
  ...[0, -0, 0.5, -0.5, 1.5, 2.5, -2.5, -1, 0.49999999999999994, -0.9999999, 255.9, 1e15].map(
    bitsOf,
  ),
  ...[2 ** 31, 2 ** 31 - 0.5, -(2 ** 31) - 1, 2 ** 32, 2 ** 32 - 0.1, 2 ** 53 + 2].map(bitsOf),
  ...[2 ** 52 + 0.5, -(2 ** 52) - 1.5, 2 ** 63, -(2 ** 63), 2 ** 63 - 1024, 2 ** 64 - 2048].map(
    bitsOf,
  ),
  ...[2 ** 64, 1e300, -1e300, 5e-324, 1e-310, Infinity, -Infinity, NaN].map(bitsOf),
].map(BigInt)

/** splitmix64: words of 64 random bits. */
function randomWords(): () => bigint {
  let state = 1n
  const mix = (word: bigint, shift: bigint, factor: bigint) =>
    BigInt.asUintN(64, (word ^ (word >> shift)) * factor)
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n)
    const word = mix(mix(state, 30n, 0xbf58476d1ce4e5b9n), 27n, 0x94d049bb133111ebn)
    return word ^ (word >> 31n)
  }
}

const random = randomWords()

function anyWord(): bigint {
  switch (random() % 4n) {
    case 0n:
      return random()
    case 1n:
      return random() >> (random() % 64n)
    case 2n:
      return bitsOf(Number(BigInt.asIntN(64, random())) * 2 ** (Number(random() % 80n) - 60))
  }
  return EDGES[Number(random() % BigInt(EDGES.length))]!
}

/** Whether WebAssembly traps, which JavaScript has no need to do: the evaluators are written not to. */
function traps({ name, operands, constant }: Instruction, left: bigint, right: bigint): boolean {
  if (!/^i\d\d\.(div|rem)/.test(name)) return false
  const bits = operands[0] === 'i32' ? 32 : 64
  const divisor = BigInt.asIntN(bits, constant === undefined ? right : BigInt(constant))
  return (
    divisor === 0n || (divisor === -1n && BigInt.asUintN(bits, left) === 1n << BigInt(bits - 1))
  )
}

/** The result in memory as text. All NaN are one: which bits they have is left open by both. */
function resultOf(view: DataView, type: Type): string {
  if (type === 'f64') return String(view.getFloat64(RESULT, true))
  if (type === 'f32') return String(view.getFloat32(RESULT, true))
  return view.getBigUint64(RESULT, true).toString(16)
}

function compare(instruction: Instruction, left: bigint, right: bigint): void {
  if (traps(instruction, left, right)) return
  const [wasm, js] = builds.map(({ exports, view }) => {
    view.setBigUint64(LEFT, left, true)
    view.setBigUint64(RIGHT, right, true)
    view.setBigUint64(RESULT, 0n, true)
    exports[exportName(instruction)]!()
    return resultOf(view, instruction.result)
  })
  if (js !== wasm) expect(js, `${instruction.name} ${left} ${right}`).toBe(wasm)
}

/** A NaN of 32 bits that signals turns into a quiet one when JavaScript makes a number of it. */
function signals(bits: bigint): boolean {
  const word = BigInt.asUintN(31, bits)
  return word > 0x7f80_0000n && word < 0x7fc0_0000n
}

describe.each(VARIABLE)('$name', ({ name }) => {
  const variants = INSTRUCTIONS.filter(instruction => instruction.name === name)

  it('gives the same in JavaScript', () => {
    for (const instruction of variants) {
      const rights = instruction.operands.length === 2 && !instruction.constant ? EDGES : [0n]
      const operands = EDGES.flatMap(left => rights.map(right => [left, right] as const))
      for (let run = 0; run < RUNS; run++) operands.push([anyWord(), anyWord()])
      for (const [left, right] of operands) {
        if (name === 'i32.reinterpret_f32' && signals(left)) continue
        compare(instruction, left, right)
      }
    }
  })
})

describe('the memory', () => {
  it('is read and written at any address', () => {
    for (let address = 100; address < 120; address++) {
      for (const store of STORES) {
        const word = anyWord()
        for (const { exports, view } of builds) {
          view.setBigUint64(LEFT, word, true)
          exports[store.replace('.', '_')]!(address)
        }
      }
      for (const { name, result } of ACCESSES) {
        const [wasm, js] = builds.map(({ exports, view }) => {
          view.setBigUint64(RESULT, 0n, true)
          exports[name.replace('.', '_')]!(address)
          return resultOf(view, result)
        })
        expect(js, `${name} at ${address}`).toBe(wasm)
      }
    }
    const [wasm, js] = builds.map(({ bytes }) => Buffer.from(bytes))
    expect(js!.equals(wasm!)).toBe(true)
  })

  it('holds the static data, and is filled and copied in place', () => {
    for (const { exports } of builds) {
      exports.fill!()
      exports.copy!()
    }
    const [wasm, js] = builds.map(({ bytes }) => Buffer.from(bytes))
    expect(js!.toString('latin1', 1024, 1037)).toBe('\0\xff\x7f\n"\\ static')
    expect(js!.equals(wasm!)).toBe(true)
  })

  it('ends where it ends: an access beyond throws', () => {
    for (const { exports } of builds) {
      // With an offset of 13: only an address that wraps around it is not noticed.
      for (const address of [65536 - 16, 65536, 2 ** 31, -100]) {
        expect(() => exports.i32_load!(address)).toThrow()
        expect(() => exports.i64_store!(address)).toThrow()
      }
    }
  })
})

describe('the boundary', () => {
  it('converts parameters as WebAssembly does', () => {
    for (const values of [[2 ** 32 + 1.9, '2.5'], [-1, 0.1], [0xffff_ffff, -0], [true, null], []]) {
      const [wasm, js] = builds.map(({ exports }) => exports.boundary!(...values))
      expect(js).toEqual(wasm)
    }
  })
})
