// The build in JavaScript beside the module that it is translated from, and on the hosts that it is for.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VERIFY_OK } from '../../assembly/shared/outcome.ts'
import type { Evaluators } from '../../src/engine/wasm.ts'
import { createMemory, instantiateBuild, prepareBuild } from '../../src/engine/wasm.ts'
import { compileConfig, randomBits, THREE_RULES, toolbox } from './helpers.ts'

const file = (path: string) => new URL(`../../${path}`, import.meta.url)

/** Where the bytes are put that an evaluator is called with. */
const BYTES = 65_536

/** Calls the evaluators of WebAssembly and of JavaScript with the same bytes at `BYTES`: what each answers. */
async function openBoth(): Promise<
  (bytes: Uint8Array, call: (e: Evaluators) => number) => number[]
> {
  await prepareBuild('js')
  const builds = (['unshared', 'js'] as const).map(build => {
    const memory = createMemory(build, 4)
    return { evaluators: instantiateBuild(build, memory), bytes: new Uint8Array(memory.buffer) }
  })
  return (bytes, call) =>
    builds.map(build => {
      build.bytes.set(bytes, BYTES)
      return call(build.evaluators)
    })
}

describe('the text of build/sluice.js', () => {
  const text = readFileSync(file('build/sluice.js'), 'utf8')
  // Matches, not the text: nobody wants to read 190 KB in a report.
  const matches = (pattern: RegExp) => text.match(pattern) ?? []

  it('makes no code of strings, and takes nothing from its host', () => {
    expect(matches(/\b(eval|Function|require|import|process|WebAssembly\.)\b/g)).toEqual([])
  })

  it('exports one function', () => {
    expect(matches(/\bexport .*/g)).toEqual(['export function instantiate(memory) {'])
  })

  it('never grows its memory', () => {
    expect(matches(/grow/g)).toEqual([])
  })

  // A value is a word that a double would carry as NaN, and a host may change the bits of one.
  it('moves words as integers', () => {
    expect(matches(/\bHEAPF(32|64)\[/g)).toEqual([])
    expect(matches(/\bf64_store\([^;]*, \+(f64_load|scratch)/g)).toEqual([])
  })

  it('is what the module translates to: run `npm run build:wasm` if this fails', async () => {
    const script = file('scripts/wasm2js.js').href
    const { toJavaScript } = (await import(script)) as { toJavaScript(wasm: Uint8Array): string }
    expect(toJavaScript(readFileSync(file('build/sluice.wasm'))) === text).toBe(true)
  })
})

describe('the evaluators in JavaScript', () => {
  it('hash as those in WebAssembly, at every address and of every length', async () => {
    const call = await openBoth()
    const random = randomBits(1)
    const bytes = Uint8Array.from({ length: 80 }, () => random())
    for (let start = 0; start < 8; start++) {
      for (let length = 0; length <= 64; length++) {
        const [wasm, js] = call(bytes, ({ murmur3 }) => murmur3(BYTES + start, length))
        expect(js).toBe(wasm)
      }
    }
  })

  it('refuse the rulesets that those in WebAssembly refuse, for the same reasons', async () => {
    const limits = { it: { algorithm: 'gcra', rate: '7/3s', burst: 5 } }
    const ruleset = await compileConfig({ ...THREE_RULES, limits })
    const call = await openBoth()
    const verify = (bytes: Uint8Array) => call(bytes, e => e.verify(BYTES, bytes.length))
    expect(verify(ruleset)).toEqual([VERIFY_OK, VERIFY_OK])
    const codes = new Set<number>()
    const property = fc.property(
      fc.nat(ruleset.length - 1),
      fc.constantFrom(1, 2, 4),
      fc.integer({ min: 1, max: 255 }),
      (start, count, change) => {
        const bytes = ruleset.slice()
        const end = Math.min(start + count, bytes.length)
        for (let at = start; at < end; at++) bytes[at]! ^= change
        // Or the checksum would be all that is ever found wrong.
        toolbox.seal(bytes)
        const [wasm, js] = verify(bytes)
        expect(js).toBe(wasm)
        codes.add(wasm!)
      },
    )
    fc.assert(property, { seed: 1, numRuns: 3000 })
    expect(codes.size, 'many kinds of faults were met').toBeGreaterThan(8)
  })

  it('give 32-bit integers, never booleans and never unsigned', async () => {
    const call = await openBoth()
    const bytes = Uint8Array.from({ length: 64 }, (_, index) => index)
    const hashes = Array.from({ length: 64 }, (_, length) =>
      call(bytes, ({ murmur3 }) => murmur3(BYTES, length)),
    )
    expect(hashes.filter(([wasm]) => wasm! < 0).length).toBeGreaterThan(10)
    for (const [wasm, js] of hashes) expect(js).toBe(wasm)
    // Its last operation is a comparison.
    expect(call(bytes, ({ pin }) => pin(BYTES, 0xffffffff))).toEqual([0, 0])
  })
})

/** Runs a script of ES module source with options for Node, and gives what it prints. */
async function run(script: string, options: string[], ...args: string[]): Promise<string> {
  const all = [...options, '--input-type=module', '--eval', script, '--', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, all)
  return stdout.trim()
}

/** Whether Node has the mode, which a build of it may lack. */
async function isAvailable(option: string, proof: string): Promise<boolean> {
  return run(`console.log(${proof})`, [option]).then(
    answer => answer === 'true',
    () => false,
  )
}

describe('a host without WebAssembly (node --jitless)', () => {
  const SCRIPT = `
    const { Sluice } = await import(${JSON.stringify(file('dist/src/index.js').href)})
    const limits = { it: { algorithm: 'gcra', rate: '1/s', burst: 3 } }
    const config = { ...${JSON.stringify(THREE_RULES)}, limits }
    const sluice = await Sluice.open(config)
    const flag = sluice.flag('new-checkout')
    const refused = await Sluice.open(config, { evaluators: 'wasm' }).catch(({ code }) => code)
    const alone = await Sluice.open(config, { shared: true }).catch(({ code }) => code)
    let attach
    try { Sluice.attach({}) } catch ({ code }) { attach = code }
    console.log(JSON.stringify([
      typeof WebAssembly,
      sluice.evaluators,
      flag.evaluate({ email: 'a@example.com' }).variant,
      flag.evaluate({ email: '', app: { version: '2.1.0' } }).variant,
      sluice.limit('it').take('key', 2).remaining,
      [refused, alone, attach],
    ]))
    sluice.close()
  `

  it('runs the whole library', async context => {
    if (!(await isAvailable('--jitless', "typeof WebAssembly === 'undefined'"))) {
      console.warn('NOT TESTED: this node has no --jitless without WebAssembly')
      return context.skip('this node has no --jitless without WebAssembly')
    }
    expect(JSON.parse(await run(SCRIPT, ['--jitless']))).toEqual([
      'undefined',
      'js',
      'on',
      'trial',
      1,
      ['OPTION_INVALID', 'OPTION_INVALID', 'HANDLE_INVALID'],
    ])
  })
})

// As a Content-Security-Policy without 'unsafe-eval' does. Compiling a config is not part of it: a server has done that.
describe('a host that forbids code from strings', () => {
  const SCRIPT = `
    const load = path => import(new URL(path, ${JSON.stringify(file('dist/src/').href)}).href)
    const { EvaluationParts } = await load('engine/evaluation.js')
    const { Engine } = await load('engine/engine.js')
    const { Flag } = await load('flag.js')
    const { resolveSizes } = await load('engine/options.js')
    const { publish } = await load('engine/publish.js')
    const { RulesetReader } = await load('engine/reader.js')
    const { prepareBuild } = await load('engine/wasm.js')
    await prepareBuild('js')
    const engine = Engine.open(resolveSizes({}), new Uint8Array(16), 0, 'js')
    await publish(engine, Buffer.from(process.argv[1], 'base64'))
    const flag = new Flag(new EvaluationParts(engine, new RulesetReader(engine)), 'new-checkout')
    console.log(flag.evaluate({ email: 'a@example.com' }).variant)
  `
  const OPTION = '--disallow-code-generation-from-strings'
  const PROOF = "(() => { try { return new Function('return false')() } catch { return true } })()"

  it.each([
    ['with WebAssembly', [OPTION]],
    ['without', [OPTION, '--jitless']],
  ])('runs a compiled ruleset, %s', async (_, options) => {
    expect(await isAvailable(OPTION, PROOF), `node has ${OPTION}`).toBe(true)
    const ruleset = Buffer.from(await compileConfig(THREE_RULES)).toString('base64')
    expect(await run(SCRIPT, options, ruleset)).toBe('on')
  })
})
