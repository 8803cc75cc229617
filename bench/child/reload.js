/**
 * One process that opens many flags, lets another thread evaluate them without a break, and publishes
 * again and again. Around each publish there are two windows of the same length in which nothing is
 * published: one quiet, one with a third thread that is as busy as the compiling one.
 *
 *   node --expose-gc bench/child/reload.js '{"source":"file","flagCount":10000,"publishes":6}'
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { answer, question } from '../children.js'
import { collectGarbage } from '../collector.js'
import { forbidNetwork } from '../machine.js'
import { LoopWatch, ReaderWatch } from '../work/pauses.js'
import { prepareManyRows } from '../work/rows.js'
import { loadSluice } from '../work/sluice.js'
import { expectedVariant, flagdDefinitions, inFlagdRollout, manySpecs } from '../work/specs.js'

const { source, flagCount, publishes } = question()
forbidNetwork()
const FLAGS_READ = 20
const rows = prepareManyRows()
const specs = manySpecs(flagCount)
const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
const file = join(folder, 'flags.json')

/** @typedef {{ tookMs: number, loopMs: number, readMs: number, residentBytes: number }} Window */
/** @type {Record<'quiet' | 'busy' | 'publish', Window[]>} */
const windows = { quiet: [], busy: [], publish: [] }

try {
  await measure()
} finally {
  rmSync(folder, { recursive: true })
}
answer(windows)

async function measure() {
  const Sluice = await loadSluice()
  write(0)
  const started = performance.now()
  const sluice = await Sluice.open(source === 'file' ? file : definitionsOf(0), { watch: false })
  let tookMs = performance.now() - started
  const keys = specs.slice(0, FLAGS_READ).map(spec => spec.key)
  const reader = await ReaderWatch.start({ handle: sluice.handle, keys, rows })
  const burner = new Worker(new URL('./burner.js', import.meta.url))
  const loop = new LoopWatch()
  collectGarbage()
  await delay(200)
  const resident = process.memoryUsage.rss()

  /** @param {() => Promise<unknown>} act @returns {Promise<Window>} */
  const watch = async act => {
    loop.start()
    reader.start()
    const start = performance.now()
    await act()
    const took = performance.now() - start
    // What was held up comes to its turn and is seen.
    await delay(5)
    const loopMs = loop.stop()
    const readMs = await reader.stop()
    return { tookMs: took, loopMs, readMs, residentBytes: process.memoryUsage.rss() - resident }
  }

  for (let number = 1; number <= publishes; number++) {
    write(number)
    const definitions = definitionsOf(number)
    // The garbage of making them is not the reload's.
    collectGarbage()
    const publish = () => (source === 'file' ? sluice.reload() : sluice.publish(definitions))
    windows.quiet.push(await watch(() => delay(tookMs)))
    burner.postMessage(tookMs)
    windows.busy.push(await watch(() => delay(tookMs)))
    const window = await watch(publish)
    windows.publish.push(window)
    tookMs = window.tookMs
    check(sluice, number)
  }
  const versions = await reader.end()
  if (versions !== publishes) {
    throw new Error(`reload: the other thread saw ${versions} of ${publishes} versions go live`)
  }
  await burner.terminate()
  sluice.close()
}

/** @param {number} index @param {number} number each version differs in the shares of all flags */
function specOf(index, number) {
  return { ...specs[index], percent: specs[index].percent + number }
}

/** @param {number} number */
function definitionsOf(number) {
  return flagdDefinitions(specs.map((_, index) => specOf(index, number)))
}

/** @param {number} number */
function write(number) {
  if (source === 'file') writeFileSync(file, JSON.stringify(definitionsOf(number)))
}

/**
 * Asks some of the flags: to ask all would leave more in memory than the reload.
 * @param {any} sluice
 * @param {number} number
 */
function check(sluice, number) {
  for (let index = 0; index < flagCount; index += 97) {
    const spec = specOf(index, number)
    const { id, ...attributes } = rows[index % rows.length]
    const value = sluice.flag(spec.key).string({ targetingKey: id, ...attributes }, 'none')
    if (value === expectedVariant(spec, rows[index % rows.length], inFlagdRollout)) continue
    throw new Error(`reload: version ${number} answered ${value} to the flag ${spec.key}`)
  }
}
