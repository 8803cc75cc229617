/**
 * The options of `node bench/run.js`.
 */

import { parseArgs } from 'node:util'
import { FLAG_PEERS, IDENTITY_PEERS, LIMIT_PEERS, SET_PEERS } from './work/systems.js'

/** @import { Choice } from './work/systems.js' */

/** The works, in the order in which they run, and the peers of Sluice in each. */
const PEERS_OF = {
  flags: FLAG_PEERS,
  prepared: FLAG_PEERS,
  bulk: FLAG_PEERS,
  cold: FLAG_PEERS,
  memory: FLAG_PEERS,
  reload: [],
  sets: SET_PEERS,
  limits: LIMIT_PEERS,
  identity: IDENTITY_PEERS,
}
/** @typedef {keyof typeof PEERS_OF} Work */
const WORKS = /** @type {Work[]} */ (Object.keys(PEERS_OF))

const USAGE = `Usage: node bench/run.js [options]

  --quick       a smoke test of about a minute; the numbers mean little
  --only LIST   works: ${WORKS.join(', ')};
                peers (without Sluice); a system's name, e.g. flagd-core (beside
                Sluice, unless with peers)
  --json FILE   write every reading to FILE
  --help        this text
`

/**
 * @typedef {object} Options
 * @property {boolean} isQuick
 * @property {string | undefined} jsonPath
 * @property {Work[]} works
 * @property {Choice} choice
 */

/** @returns {Options | undefined} undefined when there is nothing to run */
export function readOptions() {
  /** @type {{ quick?: boolean, help?: boolean, json?: string, only?: string[] }} */
  let values
  try {
    values = parseArgs({
      options: {
        quick: { type: 'boolean' },
        help: { type: 'boolean' },
        json: { type: 'string' },
        only: { type: 'string', multiple: true },
      },
    }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  if (values.help) {
    console.log(USAGE)
    return undefined
  }
  const only = (values.only ?? []).flatMap(list => list.split(',')).map(word => word.trim())
  const names = ['sluice', ...FLAG_PEERS, ...LIMIT_PEERS, ...SET_PEERS, ...IDENTITY_PEERS]
  const unknown = only.find(word => ![...WORKS, 'peers', ...names].includes(word))
  if (unknown !== undefined) {
    const words = [...WORKS, 'peers', ...names].join(', ')
    return refuse(`--only: expected one of ${words}; found "${unknown}"`)
  }
  const systems = only.filter(word => names.includes(word))
  return {
    isQuick: values.quick ?? false,
    jsonPath: values.json,
    works: chooseWorks(only, systems),
    choice: { withSluice: !only.includes('peers'), systems },
  }
}

/**
 * @param {string[]} only
 * @param {string[]} systems
 * @returns {Work[]}
 */
function chooseWorks(only, systems) {
  const named = WORKS.filter(work => only.includes(work))
  if (named.length > 0) return named
  // A system's name alone chooses the works that it can do.
  const peers = systems.filter(name => name !== 'sluice')
  if (peers.length === 0) return WORKS
  return WORKS.filter(work => PEERS_OF[work].some(name => peers.includes(name)))
}

/** @param {string} message */
function refuse(message) {
  console.error(`${message}\n\n${USAGE}`)
  process.exitCode = 2
  return undefined
}
