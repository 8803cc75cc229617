// Translates a WebAssembly module of ours to one of JavaScript, for hosts that forbid WebAssembly. Binaryen's wasm2js
// does the work: it lowers 64-bit integers to pairs, optimises, and prints. What it gets wrong, or leaves to its
// caller, is settled here:
//
//   memory accesses   its typed arrays drop the lowest bits of an address, and texts stand at any address. So all
//                     accesses of 16 bits and more go through a DataView, which also throws where WebAssembly traps
//   saturating f64    conversions to integers: it has none, so they are written out
//   rotations         by a constant: it calls a general function where two shifts of known width do
//   results           of comparisons leave it as booleans, and parameters enter it unchecked: each export converts both,
//                     as the boundary to WebAssembly does
//   the memory        is the caller's `{ buffer }` and never grows
//
// Anything that is not known to work is an error of the build. test/engine/builds-operations.test.ts compares each
// instruction with WebAssembly's own.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import binaryen from 'binaryen'

const { BulkMemory, BulkMemoryOpt, MutableGlobals, NontrappingFPToInt, SignExt } = binaryen.Features
/** What the AssemblyScript compiler makes use of. Everything else does not even load. */
const FEATURES = BulkMemory | BulkMemoryOpt | MutableGlobals | NontrappingFPToInt | SignExt
const WASM2JS = fileURLToPath(new URL('bin/wasm2js', import.meta.resolve('binaryen')))
const WASM2JS_OPTIONS = ['--mvp-features', '--enable-bulk-memory', '--enable-bulk-memory-opt']

const HEADER = `\
// The evaluators in JavaScript, for hosts that forbid WebAssembly: translated from sluice.wasm by scripts/wasm2js.js.
// With parts of Binaryen and of Rust's compiler-builtins, both under the Apache License 2.0.
`

/** Accesses of the memory that go through the view: the instruction, the method of the DataView, what it gives or takes. */
const ACCESSES = [
  ['i32.load', 'getInt32', 'i32'],
  ['i32.load16_s', 'getInt16', 'i32'],
  ['i32.load16_u', 'getUint16', 'i32'],
  ['f32.load', 'getFloat32', 'f32'],
  ['f64.load', 'getFloat64', 'f64'],
  ['i32.store', 'setInt32', 'i32'],
  ['i32.store16', 'setInt16', 'i32'],
  ['f32.store', 'setFloat32', 'f32'],
  ['f64.store', 'setFloat64', 'f64'],
]

/** Instructions that become calls of functions, which are written in those that are left. */
const FUNCTIONS = {
  'i64.load': `(param i32) (result i64) (i64.or
    (i64.extend_i32_u (call $i32.load (local.get 0)))
    (i64.shl
      (i64.extend_i32_u (call $i32.load (i32.add (local.get 0) (i32.const 4))))
      (i64.const 32)))`,
  'i64.load32_s': '(param i32) (result i64) (i64.extend_i32_s (call $i32.load (local.get 0)))',
  'i64.load32_u': '(param i32) (result i64) (i64.extend_i32_u (call $i32.load (local.get 0)))',
  'i64.load16_s': '(param i32) (result i64) (i64.extend_i32_s (call $i32.load16_s (local.get 0)))',
  'i64.load16_u': '(param i32) (result i64) (i64.extend_i32_u (call $i32.load16_u (local.get 0)))',
  'i64.store': `(param i32 i64)
    (call $i32.store (local.get 0) (i32.wrap_i64 (local.get 1)))
    (call $i32.store
      (i32.add (local.get 0) (i32.const 4))
      (i32.wrap_i64 (i64.shr_u (local.get 1) (i64.const 32))))`,
  'i64.store32': '(param i32 i64) (call $i32.store (local.get 0) (i32.wrap_i64 (local.get 1)))',
  'i64.store16': '(param i32 i64) (call $i32.store16 (local.get 0) (i32.wrap_i64 (local.get 1)))',
  'i32.trunc_sat_f64_s': saturating('i32', 's', '2147483648', '0x80000000', '0x7fffffff'),
  'i32.trunc_sat_f64_u': saturating('i32', 'u', '4294967296', '0', '0xffffffff'),
  'i64.trunc_sat_f64_s': saturating(
    'i64',
    's',
    '9223372036854775808',
    '0x8000000000000000',
    '0x7fffffffffffffff',
  ),
  'i64.trunc_sat_f64_u': saturating('i64', 'u', '18446744073709551616', '0', '0xffffffffffffffff'),
}

/** The nearest integer towards zero; `least` or `most` beyond its range, which ends at `limit`; 0 of NaN. */
function saturating(type, sign, limit, least, most) {
  // The value -limit itself is `least`, and so are unsigned ones below 1: both ways give the same.
  const inside =
    sign === 's'
      ? `(f64.lt (f64.abs (local.get 0)) (f64.const ${limit}))`
      : `(i32.and (f64.ge (local.get 0) (f64.const 0)) (f64.lt (local.get 0) (f64.const ${limit})))`
  return `(param f64) (result ${type}) (if (result ${type}) ${inside}
    (then (${type}.trunc_f64_${sign} (local.get 0)))
    (else (select
      (${type}.const ${most})
      (select
        (${type}.const ${least})
        (${type}.const 0)
        (f64.lt (local.get 0) (f64.const 0)))
      (f64.gt (local.get 0) (f64.const 0)))))`
}

/** A rotation to the left by a constant. */
function rotation(type, amount) {
  const bits = type === 'i32' ? 32 : 64
  return `(param ${type}) (result ${type}) (${type}.or
    (${type}.shl (local.get 0) (${type}.const ${amount}))
    (${type}.shr_u (local.get 0) (${type}.const ${bits - amount})))`
}

/** The text of a module as nested lists of words. */
function parseText(text) {
  const open = [[]]
  for (const [word] of text.matchAll(/;;.*|"(?:[^"\\]|\\.)*"|[()]|[^\s()";]+/g)) {
    if (word.startsWith(';;')) continue
    if (word === '(') {
      const list = []
      open.at(-1).push(list)
      open.push(list)
    } else if (word === ')') open.pop()
    else open.at(-1).push(word)
  }
  return open[0][0]
}

function printText(node) {
  return typeof node === 'string' ? node : `(${node.map(printText).join(' ')})`
}

/** Replaces what wasm2js does not do, or not well enough, by calls of functions, which are added. */
class Lowering {
  #functions = new Map()

  module(tree) {
    const lowered = tree.map(node => this.#lower(node))
    const imports = ACCESSES.map(([instruction, , type]) => {
      const signature = instruction.includes('load')
        ? `(param i32) (result ${type})`
        : `(param i32 ${type})`
      return `(import "env" "${functionName(instruction)}" (func $${instruction} ${signature}))`
    })
    const functions = Object.entries(FUNCTIONS).concat([...this.#functions])
    const bodies = functions.map(([name, body]) => `(func $${name} ${body})`)
    const [word, ...fields] = lowered.map(printText)
    return `(${[word, ...imports, ...fields, ...bodies].join('\n')})`
  }

  #lower(node) {
    if (typeof node === 'string') return node
    const [word, ...operands] = node.map(child => this.#lower(child))
    if (/^(v128|memory\.(grow|size)|call_indirect|atomic)|\.atomic\.|\.trunc_sat_f32_/.test(word)) {
      throw new Error(`the instruction ${word} has no translation to JavaScript here`)
    }
    const name = word in FUNCTIONS || ACCESSES.some(([access]) => access === word)
    if (/\.(load|store)/.test(word)) return name ? access(word, operands) : [word, ...operands]
    if (name) return ['call', `$${word}`, ...operands]
    if (/\.rot[lr]$/.test(word)) return this.#rotate(word, operands)
    return [word, ...operands]
  }

  #rotate(word, [value, by]) {
    const [type, direction] = word.split('.')
    if (by[0] !== `${type}.const`) return [word, value, by]
    const bits = type === 'i32' ? 32 : 64
    const amount = Number(BigInt.asUintN(6, BigInt(by[1]))) % bits
    const left = direction === 'rotl' ? amount : (bits - amount) % bits
    if (left === 0) return value
    const name = `${type}.rotl.${left}`
    this.#functions.set(name, rotation(type, left))
    return ['call', `$${name}`, value]
  }
}

/** An access as a call, its offset added to the address. The view does not care for alignment. */
function access(word, operands) {
  const options = operands.filter(operand => typeof operand === 'string')
  const [address, ...value] = operands.slice(options.length)
  const offset = options.find(option => option.startsWith('offset='))?.slice('offset='.length)
  const sum = offset === undefined ? address : ['i32.add', address, ['i32.const', offset]]
  return ['call', `$${word}`, sum, ...value]
}

function functionName(instruction) {
  return instruction.replace('.', '_')
}

/** The types of the parameters, and of the result, of each exported function. */
function exportedTypes(tree) {
  const functions = new Map()
  for (const [word, name, ...rest] of tree) {
    if (word !== 'func') continue
    const types = kind => rest.filter(([first]) => first === kind).map(part => part.at(-1))
    functions.set(name, { parameters: types('param'), result: types('result')[0] })
  }
  const exported = tree.filter(([word, , what]) => word === 'export' && what[0] === 'func')
  return new Map(exported.map(([, name, [, target]]) => [JSON.parse(name), functions.get(target)]))
}

/** A value as WebAssembly's boundary converts it. */
function converted(value, type) {
  if (type === 'i32') return `${value} | 0`
  if (type === 'f64') return `+${value}`
  throw new Error(`a value of type ${type} cannot cross the boundary`)
}

function exportedFunction(target, { parameters, result }) {
  const names = parameters.map((_, index) => `p${index}`)
  const call = `${target}(${parameters.map((type, index) => converted(names[index], type)).join(', ')})`
  return `(${names.join(', ')}) => ${result === undefined ? `{ ${call} }` : converted(call, result)}`
}

/** Replaces what must be there exactly once: what a new Binaryen writes in another way must not go unseen. */
function replaceOnce(text, pattern, replacement) {
  const found = text.match(new RegExp(pattern, 'g'))?.length ?? 0
  if (found !== 1) throw new Error(`wasm2js wrote ${pattern} ${found} times, not once`)
  return text.replace(pattern, replacement)
}

/** What wasm2js makes of a module's text: a function `instantiate(info)`. */
function runWasm2js(text) {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-wasm2js-'))
  try {
    const [input, output] = [join(folder, 'module.wat'), join(folder, 'module.js')]
    writeFileSync(input, text)
    const options = [...WASM2JS_OPTIONS, '-O3', '--emscripten', input, '--output', output]
    execFileSync(process.execPath, [WASM2JS, ...options], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    return readFileSync(output, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * The source of an ES module with one export, `instantiate(memory)`, which does what a new instance does: it writes the
 * static data into `memory.buffer` and returns the exports. The same bytes give the same source.
 */
export function toJavaScript(wasm) {
  const module = binaryen.readBinaryWithFeatures(wasm, FEATURES)
  module.runPasses(['signext-lowering'])
  const tree = parseText(module.emitText())
  module.dispose()
  const types = exportedTypes(tree)
  let text = runWasm2js(new Lowering().module(tree))
  const accesses = ACCESSES.map(([instruction, method]) => {
    const [head, tail] = method.startsWith('get')
      ? ['address', 'address']
      : ['(address, value)', 'address, value']
    return `${functionName(instruction)}: ${head} => view.${method}(${tail}, true),`
  })
  text = replaceOnce(
    text,
    /^function instantiate\(info\) \{\n/,
    `export function instantiate(memory) {
const view = new DataView(memory.buffer)
const info = { env: { memory,\n${accesses.join('\n')}\n} }\n`,
  )
  text = replaceOnce(text, / memory\.grow = __wasm_memory_grow;\n/, '')
  text = replaceOnce(text, / function __wasm_memory_size\(\) \{[\s\S]*?(?=\n return \{)/, '')
  text = replaceOnce(text, /\n return \{\n([\s\S]*?)\n \};/, (_, list) => {
    const lines = list.split('\n').map(line => {
      const [, name, target] = /^ {2}"(\w+)": ([\w$]+),? ?$/.exec(line) ?? []
      if (!types.has(name)) throw new Error(`wasm2js wrote an export that is none: ${line}`)
      return `${name}: ${exportedFunction(target, types.get(name))},`
    })
    if (lines.length !== types.size) throw new Error('wasm2js left exports out')
    return `\nreturn {\n${lines.join('\n')}\n};`
  })
  // Indentation is a quarter of the text.
  return HEADER + text.replace(/^ +/gm, '').replace(/^\/\/ EMSCRIPTEN_\w+\n/gm, '')
}
