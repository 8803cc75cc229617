/**
 * The systems by name, and the modules that open them.
 */

/** Systems that evaluate flags: modules of these names under versus/. */
export const FLAG_PEERS = ['flagd-core', 'growthbook', 'launchdarkly', 'unleash', 'configcat']
/** Systems that limit: all of versus/limits.js. */
export const LIMIT_PEERS = ['plain Map', 'limiter', 'rate-limiter-flexible']
/** What a set of ids is compared with. */
export const SET_PEERS = ['JS Set']
/** Who verifies keys (both with a Map), who verifies JWTs, and what a whole decision is put together from. */
export const IDENTITY_PEERS = ['crypto.hash', 'createHash', 'jose', 'fast-jwt', 'libraries']

/**
 * Which systems take part in a run. Data, so that it can be sent to another process.
 * @typedef {object} Choice
 * @property {boolean} withSluice
 * @property {string[]} systems names; all if empty
 */

/**
 * @param {Choice} choice
 * @param {string[]} peers
 * @returns {string[]} the names of those that take part, Sluice first
 */
export function chosenSystems({ withSluice, systems }, peers) {
  const chosen = systems.length === 0 ? peers : peers.filter(name => systems.includes(name))
  return withSluice ? ['sluice', ...chosen] : chosen
}

/**
 * The module of a system that evaluates flags.
 * @param {string} name
 * @returns {Promise<any>}
 */
export function flagModule(name) {
  return import(name === 'sluice' ? './sluice.js' : `../versus/${name}.js`)
}
