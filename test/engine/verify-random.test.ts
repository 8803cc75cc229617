// The verifier's claim, tried at random: whatever bytes it accepts may run, and run to their end within the steps of
// the flag's record. Rulesets are spoiled in thousands of ways and sealed again, so that only the verifier's own checks
// are left; each is refused, or published and run. A longer run, with other cases and a summary:
//
//     SLUICE_FUZZ_RUNS=500000 SLUICE_FUZZ_SEED=1 SLUICE_FUZZ_REPORT=1 npx vitest run test/engine/verify-random.test.ts
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { INSTRUCTION_BYTES, OP_COUNT, STACK_MAX } from '../../assembly/shared/opcodes.ts'
import * as outcome from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { disassemble } from '../../src/rules/disassemble.ts'
import { INSTRUCTIONS } from '../../src/rules/instructions.ts'
import { attributeValues, configs, STOCK } from './arbitraries.ts'
import { compileConfig, randomBits, THREE_RULES, toolbox } from './helpers.ts'
import { depthOf, disturb, makeProgram, type Random, Stock } from './programs.ts'
import { Sandbox } from './sandbox.ts'

/** Cases of each kind, in each build. */
const CASES = Number(process.env.SLUICE_FUZZ_RUNS ?? 8_000)
const SEED = Number(process.env.SLUICE_FUZZ_SEED ?? 20_251_122)
/** Of a longer run, which takes hours. */
const TIMEOUT_MS = 60_000 + CASES * 10

const CONTEXTS = 48

const BUILDS = [
  { build: 'unshared', shared: false },
  { build: 'shared', shared: true },
]

/** Words that are wrong in many places: counts that wrap round, offsets at the edges, tags. */
const NASTY = [0, 1, 4, 7, 8, 56, 64, 0xff, 0xffff, 0x1_0000, 2 ** 29, 2 ** 31 - 1, 2 ** 31].concat(
  [0xffff_fff8, 0xffff_ffff, 0xfff9_0000, 0xfffa_0000, 0xfffe_0000, 0x7ff8_0000],
)

/** Changes something at random; each kind finds other holes. */
function spoil(bytes: Uint8Array, random: Random): void {
  const view = new DataView(bytes.buffer)
  const word = () => 4 * random(bytes.length >> 2)
  const get = (offset: number) => view.getUint32(offset, true)
  const code = get(layout.HEADER_CODE)
  const instruction = () => code + INSTRUCTION_BYTES * random(get(layout.HEADER_CODE_COUNT) || 1)
  switch (random(8)) {
    case 0:
      bytes[random(bytes.length)]! ^= 1 << random(8)
      return
    case 1:
      view.setUint32(word(), NASTY[random(NASTY.length)]!, true)
      return
    case 2:
      view.setUint32(word(), random(2) === 0 ? random(bytes.length) & ~7 : random(2 ** 32), true)
      return
    case 3: {
      // A field moved to where another kind of field is expected.
      const from = word()
      bytes.copyWithin(word(), from, from + 4 * (1 + random(12)))
      return
    }
    case 4: {
      // Off by a little: a count, an index, an offset.
      const at = word()
      view.setUint32(at, (get(at) + [1, -1, 8, -8][random(4)]!) >>> 0, true)
      return
    }
    case 5:
      bytes[instruction()] = random(OP_COUNT + 1)
      return
    case 6: {
      const from = instruction()
      bytes.copyWithin(instruction(), from, from + INSTRUCTION_BYTES)
      return
    }
    default: {
      const at = instruction()
      const [offset, value] = [
        [1, random(4)],
        [2, random(6)],
        [4, random(8)],
        [4, 8 * random(bytes.length >> 3)],
      ][random(4)]!
      bytes[at + offset!] = value! & 0xff
      if (offset === 4) bytes[at + 5] = value! >> 8
    }
  }
}

/** Contexts for the sandbox, whose attributes are named by number. */
function sampleContexts(seed: number, count: number): Record<string, unknown>[] {
  const names = Array.from({ length: 12 }, (_, index) => `a${index}`)
  const context = fc.record(Object.fromEntries(names.map(name => [name, attributeValues])))
  return fc.sample(context, { seed, numRuns: count })
}

function randomOf(seed: number): Random {
  const bits = randomBits(seed)
  return below => bits() % below
}

/** Runs each case that the verifier accepts, with two contexts. How many were accepted. */
async function runAccepted(
  sandbox: Sandbox,
  random: Random,
  next: () => Uint8Array,
): Promise<number> {
  const contexts = sampleContexts(SEED, CONTEXTS)
  const context = () => contexts[random(CONTEXTS)]!
  let accepted = 0
  for (let index = 0; index < CASES; index++) {
    const bytes = next()
    toolbox.seal(bytes)
    if (toolbox.verify(bytes) !== outcome.VERIFY_OK) continue
    accepted++
    disassemble(bytes)
    try {
      await sandbox.run(bytes, [context(), context()])
    } catch (error) {
      const page = disassemble(bytes)
      throw new Error(`case ${index} of seed ${SEED}: ${(error as Error).message}\n${page}`)
    }
  }
  if (process.env.SLUICE_FUZZ_REPORT) {
    const { ends, stepsMost, runs } = sandbox
    console.log({ accepted, cases: CASES, ends, stepsMost, opcodes: runs.size })
  }
  return accepted
}

describe('what the compiler makes', () => {
  it('is always accepted, can be listed, and runs', async () => {
    const sandbox = new Sandbox(false)
    const contexts = sampleContexts(SEED, 4)
    await fc.assert(
      fc.asyncProperty(configs, async config => {
        const ruleset = await compileConfig(config)
        expect(toolbox.verify(ruleset)).toBe(outcome.VERIFY_OK)
        disassemble(ruleset)
        await sandbox.run(ruleset, contexts)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

describe.each(BUILDS)('a ruleset spoiled and sealed again ($build)', ({ shared }) => {
  it('is refused, or harmless', { timeout: TIMEOUT_MS }, async () => {
    const sandbox = new Sandbox(shared)
    const seed = SEED + Number(shared)
    const sampled = fc.sample(configs, { seed, numRuns: 60 })
    const rulesets = await Promise.all([THREE_RULES, STOCK, ...sampled].map(compileConfig))
    const random = randomOf(seed)
    const accepted = await runAccepted(sandbox, random, () => {
      const bytes = rulesets[random(rulesets.length)]!.slice()
      for (let changes = 1 + random(3); changes > 0; changes--) spoil(bytes, random)
      return bytes
    })
    // Neither all refused, which would show nothing about running, nor all accepted.
    expect(accepted).toBeGreaterThan(CASES / 20)
    expect(accepted).toBeLessThan(CASES)
    expect(sandbox.ends.all).toBeGreaterThan(accepted)
  })
})

describe('a program made at random', () => {
  it('is accepted as it is made', async () => {
    const stock = new Stock(await compileConfig(STOCK))
    const random = randomOf(SEED)
    for (let index = 0; index < 500; index++) {
      const code = makeProgram(random, stock)
      const bytes = stock.with(code, depthOf(code))
      toolbox.seal(bytes)
      expect(toolbox.verify(bytes), disassemble(bytes)).toBe(outcome.VERIFY_OK)
    }
  })
})

describe.each(BUILDS)('a program made at random, and changed ($build)', ({ shared }) => {
  it('is refused, or harmless and no longer than it says', { timeout: TIMEOUT_MS }, async () => {
    const sandbox = new Sandbox(shared)
    const stock = new Stock(await compileConfig(STOCK))
    const random = randomOf(SEED + 2 + Number(shared))
    const accepted = await runAccepted(sandbox, random, () => {
      const code = makeProgram(random, stock)
      for (let changes = random(4); changes > 0; changes--) disturb(code, random, stock)
      const bytes = stock.with(code, Math.min(depthOf(code), STACK_MAX))
      if (random(4) === 0) spoil(bytes, random)
      return bytes
    })
    expect(accepted).toBeGreaterThan(CASES / 4)
    expect(accepted).toBeLessThan(CASES)
    // Programs get somewhere: some end as rules should, and each instruction is run.
    expect(sandbox.ends.good).toBeGreaterThan(sandbox.ends.all / 20)
    const idle = INSTRUCTIONS.filter(({ opcode }) => !sandbox.runs.has(opcode))
    expect(idle.map(({ name }) => name)).toEqual([])
    expect(sandbox.stepsMost).toBeGreaterThan(100)
  })
})
