/**
 * API keys that are known, verified, in a process of its own: in a random order, and one hot one.
 *
 *   node --expose-gc bench/child/identity-keys.js '{"names":["sluice","crypto.hash"],"keyCount":10000,
 *     "confirm":"first","hot":true,"budget":{"rounds":2,"taskMs":40,"timedCalls":10000,"watchedCalls":40000}}'
 */

import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { callSubject } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import { digestsOf, openCreateHash, openOneShot } from '../versus/keys.js'
import * as work from '../work/api-keys.js'
import { flat } from '../work/rows.js'
import { loadSluice } from '../work/sluice.js'

/** @import { Verify } from '../work/api-keys.js' */

const { names, keyCount, confirm, hot, budget } = question()
forbidNetwork()
/**
 * Strings that are asked with. Fewer fit in a processor's cache, as a string does that was just read off a socket; none
 * of the systems looks anything up by the string itself, so that asking with one again saves nobody anything.
 */
const COPIES = 65_536
const keys = work.manyKeys(keyCount)

/** @type {[string, Verify][]} */
const systems = [['empty (request only)', work.verifyNothing]]
if (names.includes('sluice')) {
  const { verify } = await work.openKeys(await loadSluice(), keys, confirm)
  systems.push([confirm === 'always' ? 'sluice (confirm: always)' : 'sluice', verify])
}
const digests = digestsOf(keys, work.idOf)
if (names.includes('crypto.hash')) systems.push(['crypto.hash + Map', openOneShot(digests)])
if (names.includes('createHash')) systems.push(['createHash + Map', openCreateHash(digests)])

// Also: a key is looked up at length when it is shown for the first time, which another part measures.
for (const [name, verify] of systems.slice(1)) {
  if (!keys.every(verify)) throw new Error(`identity: ${name} refused a key that it knows`)
  work.checkVerify(name, verify, keys.slice(0, 1_000))
}
report(`identity: ${systems.length - 1} systems let all keys in, and no wrong ones`)

const asked = work.askedCopies(keys, Math.max(keyCount, COPIES))
const random = await measure(`${keyCount} keys`, asked)
const key = keys[keys.length >> 1]
const one = hot
  ? await measure(
      'hot key',
      Array.from({ length: 1024 }, () => flat(key)),
    )
  : []
answer({ random, one })

/** @param {string} name @param {string[]} asked */
async function measure(name, asked) {
  const subjects = await Promise.all(
    systems.map(([system, verify]) =>
      callSubject(name, system, {
        isAsync: false,
        accept: isKnown => isKnown,
        accepted: [1],
        step: loops => loops.keysStep(verify, asked),
      }),
    ),
  )
  return runRounds(`identity: ${name}, confirm ${confirm}`, subjects, budget)
}
