/**
 * Who is calling and what they bought: keys and tokens verified, the whole decision, whether the time of a refusal tells
 * anything, and a million keys. Each part in processes of its own.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { askChild } from '../children.js'
import { report } from '../rounds.js'
import { writeEntities } from '../work/entities.js'
import { T_MAX } from '../work/statistics.js'
import { chosenSystems, IDENTITY_PEERS } from '../work/systems.js'

/**
 * @import { Budgets } from '../budgets.js'
 * @import { Row, Section } from '../table.js'
 * @import { Choice } from '../work/systems.js'
 */

/** @typedef {Budgets['identity']} Budget */

const FRESH = 'each call with a string of its own'

/**
 * @param {Budgets} budgets
 * @param {Choice} choice
 * @returns {Promise<Section[]>}
 */
export async function run({ identity }, choice) {
  const names = chosenSystems(choice, IDENTITY_PEERS)
  // Who names a peer wants the parts that it can do.
  const isAll = !choice.systems.some(name => IDENTITY_PEERS.includes(name))
  const has = (/** @type {string[]} */ ...peers) => {
    return isAll || peers.some(name => names.includes(name))
  }
  const sections = []
  if (has('crypto.hash', 'createHash')) {
    sections.push(...(await runKnown(identity, names)), ...(await runMisses(identity, names)))
  }
  if (has('jose', 'fast-jwt')) sections.push(...(await runTokens(identity, names)))
  if (has('libraries')) sections.push(await runDecision(identity, names))
  if (isAll && choice.withSluice) {
    sections.push(...(await runTiming(identity)), ...(await runScale(identity)))
  }
  return sections
}

/**
 * The peers beside `confirm: 'first'`; `always` is another engine, and so in another process.
 * @param {Budget} budget
 * @param {string[]} names
 * @returns {Promise<Section[]>}
 */
async function runKnown(budget, names) {
  const sections = []
  for (const keyCount of [budget.fewKeys, budget.manyKeys]) {
    const hot = keyCount === budget.fewKeys
    const asked = { keyCount, hot, budget: budget.calls }
    const first = await askChild('identity-keys.js', { ...asked, names, confirm: 'first' })
    const always = names.includes('sluice')
      ? await askChild('identity-keys.js', { ...asked, names: ['sluice'], confirm: 'always' })
      : { random: [], one: [] }
    const count = keyCount.toLocaleString('en')
    const title = `API key verified, ${count} keys in random order, ${FRESH}`
    sections.push(keysSection(title, joined(first.random, always.random)))
    if (hot) {
      const rows = joined(first.one, always.one)
      sections.push(keysSection(`API key verified, one hot key, ${FRESH}`, rows))
    }
  }
  return sections
}

/** After Sluice's own row that of its other way; the floor of the second process is that of the first. @param {Row[]} first @param {Row[]} always */
function joined(first, always) {
  const rows = always.filter(({ name }) => name.startsWith('sluice'))
  const at = first.findIndex(({ name }) => name === 'sluice') + 1
  return [...first.slice(0, at), ...rows, ...first.slice(at)]
}

/** @param {string} title @param {Row[]} rows @returns {Section} */
function keysSection(title, rows) {
  return { work: 'identity', columns: 'verified', title, rows }
}

/** @param {Budget} budget @param {string[]} names */
async function runMisses(budget, names) {
  const keyCount = budget.firstKeys
  const asked = { names, keyCount, budget: budget.calls }
  const { first, unknown } = await askChild('identity-misses.js', asked)
  const count = keyCount.toLocaleString('en')
  return [
    keysSection(`API key verified for the first time, each of ${count} keys once`, first),
    keysSection('API key that is not known', unknown),
  ]
}

/** @param {Budget} budget @param {string[]} names */
async function runTokens({ calls, slowCalls, tokenCount }, names) {
  const asked = { names, tokenCount, budget: calls, slow: slowCalls }
  const { rows, decoded, tokenBytes } = await askChild('identity-tokens.js', asked)
  const count = tokenCount.toLocaleString('en')
  const title = `JWT verified before, ${count} tokens of ${tokenBytes} bytes (ES256)`
  const sections = [keysSection(`${title}, ${FRESH}`, rows)]
  if (decoded.length > 0) {
    sections.push(keysSection(`${title}, the string made in the call`, decoded))
  }
  return sections
}

/** @param {Budget} budget @param {string[]} names */
async function runDecision({ calls }, names) {
  const rows = await askChild('identity-decision.js', { names, budget: calls })
  const title =
    'The whole decision: key, permission, plan, two flags, two limits, a quota; 1,000 keys, fresh strings and contexts'
  return keysSection(title, rows)
}

/** @param {Budget} budget @returns {Promise<Section[]>} */
async function runTiming({ samples }) {
  const { secret, digest } = await askChild('identity-timing.js', { samples })
  return [
    timingSection('Wrong API keys, by the first wrong character of the secret', 'right', secret),
    timingSection('A wrong digest, by its first wrong byte', 'right', digest),
  ]
}

/** @param {string} title @param {string} right @param {any} series @returns {Section} */
function timingSection(title, right, { rows, worst, worstClass, halves }) {
  const places = rows.length - 1
  const verdict = Math.max(worst, Math.abs(halves)) < T_MAX ? 'no leak is seen' : 'LOOK AT THIS'
  return {
    work: 'identity',
    columns: 'timing',
    title,
    rows: rows.map((/** @type {any} */ reading, /** @type {number} */ place) => {
      return { name: place === places ? `${right} (another way)` : `place ${place}`, reading }
    }),
    notes: [
      `max |t| ${worst.toFixed(2)} (place ${worstClass} beside the others, Welch, of ${places}); first half beside last half t ${halves.toFixed(2)}.`,
      `Above ${T_MAX} dudect would say that the time tells the place: ${verdict}.`,
    ],
  }
}

/** @param {Budget} budget @returns {Promise<Section[]>} */
async function runScale({ scaleKeys, scaleTenants, changes }) {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-bench-'))
  try {
    const few = join(folder, 'few')
    mkdirSync(few)
    report(`identity: writing ${scaleKeys} keys and ${scaleTenants} tenants`)
    const path = writeEntities(folder, scaleKeys, scaleTenants)
    const fewPath = writeEntities(few, 100, 10)
    report('identity: loading and changing them')
    const asked = { path, fewPath, keyCount: scaleKeys, tenantCount: scaleTenants, changes }
    const answer = await askChild('identity-scale.js', asked)
    const keys = scaleKeys.toLocaleString('en')
    const tenants = scaleTenants.toLocaleString('en')
    const title = `${keys} keys and ${tenants} tenants from files`
    const rows = [{ name: 'sluice', reading: answer.scale }]
    return [
      { work: 'identity', columns: 'entities', title, rows },
      {
        work: 'identity',
        columns: 'changes',
        title: `One changed at a time, among ${keys} keys and ${tenants} tenants`,
        rows: answer.changes,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
