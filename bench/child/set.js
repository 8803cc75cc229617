/**
 * A large set of ids in one system: loads it, weighs it, looks ids up.
 *
 *   node --expose-gc bench/child/set.js \
 *     '{"name":"JS Set","file":"ids.txt","fewFile":"few.txt","idCount":1000000,"lookups":200000}'
 */

import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { answer, question } from '../children.js'
import { Histogram } from '../histogram.js'
import { forbidNetwork } from '../machine.js'
import { median } from '../measure.js'
import { newIds, setDefinitions } from '../work/sets.js'
import { isBuilt, loadSluice } from '../work/sluice.js'
import { touchedBytes } from '../work/sluice-memory.js'

const { name, file, fewFile, idCount, lookups } = question()
forbidNetwork()
const PASSES = 5
const Sluice = isBuilt() ? await loadSluice() : undefined
const open = name === 'sluice' ? openSluice : openSet

// A small one first: how long a start takes is another work's question.
const few = await open(fewFile)
few.close()

const before = await measure()
const start = performance.now()
const { has, hasNamed, engineBytes } = await open(file)
const loadMs = performance.now() - start
const after = await measure()
const heapBytes = after.heap - before.heap
const residentBytes = after.resident - before.resident
const hit = look(has, true)
const miss = look(has, false)
const floor = hasNamed && look(hasNamed, false)
answer({ loadMs, heapBytes, residentBytes, engineBytes: engineBytes(), hit, miss, floor })

/** @param {string} file */
async function openSluice(file) {
  const options = { watch: false, rulesetBytesMax: 64 * 2 ** 20 }
  const sluice = await Sluice.open(setDefinitions(file), options)
  const listed = sluice.flag('listed')
  const named = sluice.flag('named')
  return {
    has: (/** @type {string} */ id) => listed.boolean({ targetingKey: id }, false),
    hasNamed: (/** @type {string} */ id) => named.boolean({ targetingKey: id }, false),
    engineBytes: () => touchedBytes(sluice),
    close: () => sluice.close(),
  }
}

/** What one would write. @param {string} file */
function openSet(file) {
  const ids = new Set(readFileSync(file, 'utf8').split('\n'))
  ids.delete('')
  return {
    has: (/** @type {string} */ id) => ids.has(id),
    hasNamed: undefined,
    engineBytes: () => 0,
    close: () => ids.clear(),
  }
}

/**
 * Nanoseconds a lookup. The strings are new in each pass: one that was looked up before has its hash
 * computed, which a string out of a request has not.
 * @param {(id: string) => boolean} ask
 * @param {boolean} isMember
 */
function look(ask, isMember) {
  const expected = ask === has && isMember ? lookups : 0
  const means = []
  for (let pass = 0; pass < PASSES; pass++) {
    const ids = newIds(pass, lookups, idCount, isMember)
    const start = performance.now()
    let found = 0
    for (const id of ids) if (ask(id)) found++
    means.push(((performance.now() - start) * 1e6) / lookups)
    check(found, expected)
  }
  const histogram = new Histogram()
  const ids = newIds(PASSES, lookups, idCount, isMember)
  let found = 0
  for (const id of ids) {
    const start = performance.now()
    const isFound = ask(id)
    histogram.record(performance.now() - start)
    if (isFound) found++
  }
  check(found, expected)
  // The first pass compiles the way.
  return { mean: median(means.slice(1)), ...histogram.summary() }
}

/** @param {number} found @param {number} expected */
function check(found, expected) {
  if (found === expected) return
  throw new Error(`sets: ${name} found ${found} of ${lookups} ids, expected ${expected}`)
}

async function measure() {
  for (let pass = 0; pass < 4; pass++) {
    globalThis.gc?.()
    await delay(20)
  }
  const { heapUsed, external, rss } = process.memoryUsage()
  return { heap: heapUsed + external, resident: rss }
}
