// The concurrent limit table and the leases, model-checked: Spin takes two or three threads through every order in
// which their loads, stores and swaps can come. README.md says what the models are of, and what they leave out.
import { afterAll, describe, expect, it } from 'vitest'
import type { Scenario } from './scenario.ts'
import { DEFECTS, KNOWN, LEASES, MUTANTS, TABLE } from './scenarios.ts'
import { findTools, type Search, search } from './spin.ts'

const TIMEOUT_MS = 300_000
/** Fewer would be a scenario in which the threads never meet. */
const STATES_MIN = 100

/** Changes that were proposed, and that the code has made by now. */
const MENDED: readonly string[] = [
  'MEND_SINCE',
  'MEND_ENDED',
  'MEND_RENEWED',
  'MEND_DROP',
  'MEND_RAISE',
  'MEND_REFUSAL',
  'MEND_TAKEOVER',
  'MEND_UNCOUNTED',
]

const SCENARIOS = { ...TABLE, ...LEASES }

const tools = findTools()
const isSkipped = tools === undefined && process.env.CI === undefined
const test = isSkipped ? it.skip : it
if (isSkipped) {
  console.warn('NOT RUN: the models of the limit table need spin (spinroot.com) and a C compiler')
}

/** What the searches came to, for the log. */
const searched: string[] = []

async function searchStates(
  name: string,
  scenario: Scenario,
  switches: readonly string[],
  isLong = false,
): Promise<Search> {
  if (tools === undefined) throw new Error('CI has to have spin and a C compiler')
  const result = await search(tools, scenario, switches, isLong)
  const { states, seconds, memoryMb, message } = result
  const numbers = `${states.toLocaleString('en')} states, ${seconds} s, ${Math.round(memoryMb)} MB`
  searched.push(`${name}: ${numbers}${message && `, found: ${message}`}`)
  return result
}

/** Every state was visited, and nothing is wrong in any. */
function expectHolds(result: Search): void {
  expect(result.message, result.trail).toBe('')
  expect(result.errors).toBe(0)
  expect(result.isComplete, 'the search was exhaustive').toBe(true)
  expect(result.states).toBeGreaterThan(STATES_MIN)
}

function expectFound(result: Search, message: RegExp): void {
  expect(result.errors).toBeGreaterThan(0)
  expect(result.message).toMatch(message)
}

afterAll(() => {
  if (searched.length > 0) console.info(searched.join('\n'))
})

describe('what holds in every order', () => {
  for (const [name, scenario] of Object.entries(SCENARIOS)) {
    const mends = scenario.mends ?? []
    const missing = mends.filter(mend => !MENDED.includes(mend)).join(' and ')
    const title = missing === '' ? name : `${name}, once there is ${missing}`
    test(title, { timeout: TIMEOUT_MS }, async () => {
      const { isLong } = scenario
      expectHolds(await searchStates(title, scenario, [...MENDED, ...mends], isLong))
    })
  }
})

describe('a broken step is found', () => {
  for (const [mutant, { breaks, scenario: name, finds }] of Object.entries(MUTANTS)) {
    test(breaks, { timeout: TIMEOUT_MS }, async () => {
      const scenario = SCENARIOS[name]
      if (scenario === undefined) throw new TypeError(`no scenario is called '${name}'`)
      const switches = [...MENDED, ...(scenario.mends ?? []), mutant]
      expectFound(await searchStates(mutant, scenario, switches), finds)
    })
  }
})

describe('a defect is found, and nothing once it is mended', () => {
  for (const [name, { scenario, mends, finds }] of Object.entries(DEFECTS)) {
    test(name, { timeout: TIMEOUT_MS }, async () => {
      const others = MENDED.filter(mend => !mends.includes(mend))
      expectFound(await searchStates(name, scenario, others), finds)
      const title = `- with ${mends.join(' and ')}`
      expectHolds(await searchStates(title, scenario, [...others, ...mends]))
    })
  }
})

describe('what is known, and not mended', () => {
  for (const [name, { scenario, finds }] of Object.entries(KNOWN)) {
    test(name, { timeout: TIMEOUT_MS }, async () => {
      expectFound(await searchStates(name, scenario, MENDED), finds)
    })
  }
})
