/**
 * The whole decision, in a process of its own.
 *
 *   node --expose-gc bench/child/identity-decision.js '{"names":["sluice","libraries"],
 *     "budget":{"rounds":2,"taskMs":40,"timedCalls":10000,"watchedCalls":40000}}'
 */

import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { callSubject } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import { openSeparate } from '../versus/decisions.js'
import { askedCopies, withWrongSecret } from '../work/api-keys.js'
import * as work from '../work/decisions.js'
import { prepareRows } from '../work/rows.js'
import { loadSluice } from '../work/sluice.js'

/** @import { Row } from '../work/rows.js' */

/**
 * @typedef {object} DecisionSystem
 * @property {string} name
 * @property {boolean} isAsync
 * @property {(credential: string, row: Row) => any} decide an answer with `allow`, that the next call reuses
 * @property {(answer: any) => boolean} accept whether it allows and, of those that read it, the second flag is on
 * @property {boolean} readsFlags
 */

const { names, budget } = question()
forbidNetwork()
const COPIES = 65_536
const rows = prepareRows()
const asked = askedCopies(work.keys, COPIES)

const kept = { request: {} }
/** @type {DecisionSystem[]} */
const systems = [
  {
    name: 'empty (request only)',
    isAsync: false,
    decide: (credential, row) => {
      kept.request = { credential, context: { targetingKey: row.id, country: row.country } }
      return true
    },
    accept: made => made,
    readsFlags: false,
  },
]
if (names.includes('sluice'))
  systems.push(...openSluice(await work.openDecisions(await loadSluice())))
if (names.includes('libraries')) {
  for (const system of openSeparate()) {
    systems.push({
      ...system,
      accept: found => found.allow && found.isNew && found.isFast,
      readsFlags: true,
    })
  }
}
for (const system of systems.slice(1)) await check(system)
report(`identity: ${systems.length - 1} ways to decide gave the expected flags`)

const shares = rows.map(row => (work.expectedShare(row) ? 1 : 0))
const subjects = await Promise.all(
  systems.map(({ name, isAsync, decide, accept, readsFlags }) =>
    callSubject('decision', name, {
      isAsync,
      accept,
      accepted: readsFlags ? shares : [1],
      step: loops => loops.requestStep(decide, asked, rows),
    }),
  ),
)
answer(await runRounds('identity: whole decision', subjects, budget))

/** The values of the flags are read in the call; and once not, which leaves what deciding takes. @param {any} gate */
function openSluice(gate) {
  const found = { allow: false, isNew: false, isFast: false }
  return [
    {
      name: 'sluice',
      isAsync: false,
      decide: (/** @type {string} */ credential, /** @type {Row} */ row) => {
        const context = { targetingKey: row.id, country: row.country }
        const decision = gate.decide({ credential, context })
        found.allow = decision.allow
        if (!found.allow) return found
        found.isNew = decision.flag(work.PLAN_FLAG).value
        found.isFast = decision.flag(work.SHARE_FLAG).value
        return found
      },
      accept: (/** @type {any} */ { allow, isNew, isFast }) => allow && isNew && isFast,
      readsFlags: true,
    },
    {
      name: 'sluice (flags not read)',
      isAsync: false,
      decide: (/** @type {string} */ credential, /** @type {Row} */ row) =>
        gate.decide({ credential, context: { targetingKey: row.id, country: row.country } }).allow,
      accept: (/** @type {boolean} */ allow) => allow,
      readsFlags: false,
    },
  ]
}

/** Every row gets the flags that it must get, with a key that is right, and nothing with one that is wrong. @param {DecisionSystem} system */
async function check({ name, decide, accept, readsFlags }) {
  for (const [index, row] of rows.entries()) {
    const key = work.keys[index % work.keys.length]
    const isOn = accept(await decide(key, row))
    if (isOn !== (readsFlags ? work.expectedShare(row) : true)) {
      throw new Error(`identity: ${name} decided ${isOn} for ${JSON.stringify(row)}`)
    }
    const wrong = await decide(withWrongSecret(key, index % 30), row)
    if (wrong === true || wrong.allow === true)
      throw new Error(`identity: ${name} let a wrong key in`)
  }
}
