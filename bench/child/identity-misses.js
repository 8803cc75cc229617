/**
 * API keys that are shown for the first time, and ones that nobody knows, in a process of its own.
 *
 *   node --expose-gc bench/child/identity-misses.js '{"names":["sluice","crypto.hash"],"keyCount":20000,
 *     "budget":{"rounds":2,"taskMs":40,"timedCalls":10000,"watchedCalls":40000}}'
 */

import { answer, question } from '../children.js'
import { collectGarbage } from '../collector.js'
import { Histogram } from '../histogram.js'
import { forbidNetwork } from '../machine.js'
import { BATCH_CALLS, callSubject, median } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import { digestsOf, openCreateHash, openCreateHmac, openOneShot } from '../versus/keys.js'
import * as work from '../work/api-keys.js'
import { loadSluice } from '../work/sluice.js'

/** @import { Verify } from '../work/api-keys.js' */

const { names, keyCount, budget } = question()
forbidNetwork()
const COPIES = 65_536
/** Calls that compile the way; a tenth of the keys is theirs. */
const WARM_SHARE = 0.1
const keys = work.manyKeys(keyCount)
const engine = names.includes('sluice')
  ? await work.openKeys(await loadSluice(), keys, 'first')
  : undefined
const format = { pepper: work.PEPPER, idOf: work.idOf, digestOf: work.digestOf }
const digests = digestsOf(keys, work.idOf)

answer({ first: await measureFirst(), unknown: await measureUnknown() })

/** A key can be shown for the first time only once: no rounds, and each call has a key of its own. */
async function measureFirst() {
  const asked = work.askedCopies(keys, keyCount)
  const byHand = openCreateHmac(keys, format)
  /** @type {[string, Verify][]} */
  const systems = [['createHmac + Map', byHand]]
  if (engine !== undefined) systems.unshift(['sluice', engine.verify])
  const rows = []
  for (const [name, verify] of systems) {
    report(`identity: first use of ${keyCount} keys, ${name}`)
    const subject = await subjectOf('first use', name, verify, asked, 1)
    const warm = Math.round(keyCount * WARM_SHARE)
    await subject.spin(warm)
    const rest = (keyCount - warm) >> 1
    collectGarbage()
    const means = []
    for (let batch = 0; batch < Math.floor(rest / BATCH_CALLS); batch++) {
      const start = performance.now()
      await subject.spin(BATCH_CALLS)
      means.push(((performance.now() - start) * 1e6) / BATCH_CALLS)
    }
    const histogram = new Histogram()
    await subject.time(rest, histogram)
    rows.push({ name, reading: { mean: median(means), ...histogram.summary() } })
  }
  return rows
}

/** Of keys of which none is known, each in many strings. */
async function measureUnknown() {
  const known = keys.slice(0, 10_000)
  const strangers = work.manyKeys(known.length, keyCount)
  const kinds = {
    'wrong checksum': known.map(work.withWrongChecksum),
    'unknown id': strangers,
    'wrong secret': known.map((key, index) => work.withWrongSecret(key, index % 30)),
  }
  const subjects = []
  if (engine !== undefined) {
    for (const [kind, texts] of Object.entries(kinds)) {
      const asked = work.askedCopies(texts, COPIES)
      subjects.push(await subjectOf('unknown', `sluice, ${kind}`, engine.verify, asked, 0))
    }
  }
  const asked = work.askedCopies(strangers, COPIES)
  /** @type {[string, string, Verify][]} */
  const peers = [
    ['crypto.hash', 'crypto.hash + Map, any', openOneShot(digests)],
    ['createHash', 'createHash + Map, any', openCreateHash(digests)],
  ]
  for (const [peer, name, verify] of peers) {
    if (names.includes(peer)) subjects.push(await subjectOf('unknown', name, verify, asked, 0))
  }
  return runRounds('identity: unknown keys', subjects, budget)
}

/** @param {string} name @param {string} system @param {Verify} verify @param {string[]} asked @param {0 | 1} isAdmitted */
function subjectOf(name, system, verify, asked, isAdmitted) {
  return callSubject(name, system, {
    isAsync: false,
    accept: isKnown => isKnown,
    accepted: [isAdmitted],
    step: loops => loops.keysStep(verify, asked),
  })
}
