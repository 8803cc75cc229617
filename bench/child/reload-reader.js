/**
 * A thread that evaluates without a break and remembers the longest pause between two evaluations.
 * The contexts exist already, so that no collection of its own is among the pauses.
 */

import { parentPort, workerData } from 'node:worker_threads'
import { END, FOLLOWED, ORDER } from '../work/pauses.js'
import { loadSluice } from '../work/sluice.js'
import { VARIANTS } from '../work/specs.js'

const { handle, keys, rows, longest } = workerData
/** @type {Int32Array} */
const words = workerData.words
const Sluice = await loadSluice()
const sluice = Sluice.attach(handle)
const flags = keys.map((/** @type {string} */ key) => sluice.flag(key))
const contexts = rows.map((/** @type {any} */ { id, ...attributes }) => ({
  targetingKey: id,
  ...attributes,
}))

/** Milliseconds: when the last evaluation ended, and the longest pause. Numbers here allocate nothing. */
const LAST = 0
const LONGEST = 1
const clock = new Float64Array(2)

const firstVersion = sluice.version
evaluateFor(300)
parentPort?.postMessage('ready')
evaluateUntilEnd()
parentPort?.postMessage(sluice.version - firstVersion)
sluice.close()

/** Compiles the way before anybody watches. @param {number} milliseconds */
function evaluateFor(milliseconds) {
  const end = performance.now() + milliseconds
  for (let index = 0; performance.now() < end; index++) evaluateAll(index % contexts.length)
}

function evaluateUntilEnd() {
  let followed = 0
  for (let index = 0; ; index++) {
    evaluateAll(index % contexts.length)
    const order = Atomics.load(words, ORDER)
    if (order === followed) continue
    if (order === END) return
    longest[0] = clock[LONGEST]
    clock[LONGEST] = 0
    followed = order
    Atomics.store(words, FOLLOWED, order)
  }
}

/** @param {number} index */
function evaluateAll(index) {
  const context = contexts[index]
  for (const flag of flags) {
    const value = flag.string(context, 'none')
    const now = performance.now()
    if (now - clock[LAST] > clock[LONGEST]) clock[LONGEST] = now - clock[LAST]
    clock[LAST] = now
    if (!VARIANTS.includes(value)) throw new Error(`reload: the other thread was given ${value}`)
  }
}
