/**
 * The limit works: one hot key, a million keys in random order, and the memory of a million keys.
 * The allowance is so high that nothing is refused: every call does the whole work, and writes.
 */

import { seededRandom } from './random.js'
import { flat } from './rows.js'

export const HOT_KEY = 'user:12345678'
/** Faster than one thread can ask: 10 ns a call. */
const RATE_PER_SECOND = 100_000_000
const BURST = 1_000_000
/** Room for the keys at a load of 0.83. */
const LIMIT_KEYS_MAX = 1_200_000

/** The small allowance on which each system must refuse. */
const TIGHT = { ratePerSecond: 1, burst: 5 }
const AMPLE = { ratePerSecond: RATE_PER_SECOND, burst: BURST }
/** rate-limiter-flexible knows no rate, only points in a window: enough for every call of a run. */
const AMPLE_POINTS = { ratePerSecond: RATE_PER_SECOND, burst: Number.MAX_SAFE_INTEGER }

/**
 * @typedef {import('../versus/limits.js').LimitSystem} LimitSystem
 * @typedef {(allowance: 'tight' | 'ample') => LimitSystem | Promise<LimitSystem>} OpenLimits
 */

/**
 * The systems by name, each opened anew for each check and round.
 * @param {any} [Sluice] absent when only peers are measured
 * @returns {Promise<Map<string, OpenLimits>>}
 */
export async function limitSystems(Sluice) {
  const peers = await import('../versus/limits.js')
  /** @type {Map<string, OpenLimits>} */
  const systems = new Map()
  if (Sluice) systems.set('sluice', allowance => openSluiceLimits(Sluice, allowance))
  systems.set('plain Map', size => peers.openPlainMap(size === 'tight' ? TIGHT : AMPLE))
  systems.set('limiter', size => peers.openLimiter(size === 'tight' ? TIGHT : AMPLE))
  systems.set('rate-limiter-flexible', size =>
    peers.openRateLimiterFlexible(size === 'tight' ? TIGHT : AMPLE_POINTS),
  )
  return systems
}

/** @type {Promise<any> | undefined} */
let engine

/**
 * @param {any} Sluice
 * @param {'coarse'} [clock]
 * @returns {Promise<any>}
 */
export function openEngine(Sluice, clock) {
  const ample = { algorithm: 'gcra', rate: `${AMPLE.ratePerSecond}/s`, burst: AMPLE.burst }
  const definitions = {
    flags: {},
    limits: {
      tight: { algorithm: 'gcra', rate: `${TIGHT.ratePerSecond}/s`, burst: TIGHT.burst },
      ample,
      second: ample,
      third: ample,
    },
  }
  // One for the whole process, as an application has one. (V8 inlines the calls of a function object; a
  // second engine's are other objects, and make the call 15 ns slower for both.)
  engine ??= Sluice.open(definitions, { limitKeysMax: LIMIT_KEYS_MAX, clock })
  return /** @type {Promise<any>} */ (engine)
}

/**
 * @param {any} Sluice
 * @param {'tight' | 'ample'} allowance
 * @returns {Promise<LimitSystem>}
 */
async function openSluiceLimits(Sluice, allowance) {
  const limit = (await openEngine(Sluice)).limit(allowance)
  return {
    name: 'sluice',
    isAsync: false,
    take: key => limit.take(key, 1).allowed,
    accept: allowed => allowed,
    close: () => {},
  }
}

/** @returns {LimitSystem} the floor: the loop and nothing else */
export function openEmptyLimits() {
  return {
    name: 'empty',
    isAsync: false,
    take: key => key.length > 0,
    accept: allowed => allowed,
    close: () => {},
  }
}

let checks = 0

/**
 * A burst of five must admit five and refuse the sixth, for each key apart. Throws otherwise.
 * @param {string} name
 * @param {OpenLimits} open
 */
export async function checkLimitSystem(name, open) {
  const system = await open('tight')
  checks++
  // Keys of this check's own: an engine that serves several works has seen those of the last.
  for (const key of [`first:${checks}`, `second:${checks}`]) {
    let allowed = 0
    for (let attempt = 0; attempt < TIGHT.burst + 3; attempt++) {
      if (await admits(system, key)) allowed++
    }
    if (allowed !== TIGHT.burst) {
      throw new Error(`limits: ${name} admitted ${allowed} of a burst of ${TIGHT.burst}`)
    }
  }
  await system.close()
}

/**
 * @param {LimitSystem} system
 * @param {string} key
 */
async function admits(system, key) {
  try {
    return system.accept(await system.take(key))
  } catch (refusal) {
    // rate-limiter-flexible rejects with a result; anything with a stack is a fault.
    if (refusal instanceof Error) throw refusal
    return false
  }
}

/**
 * Distinct keys of 13 characters, and a random order of them (Fisher-Yates, seeded).
 * @param {number} count
 */
export function prepareKeys(count) {
  const keys = Array.from({ length: count }, (_, index) => keyOf(index))
  const order = Uint32Array.from(keys, (_, index) => index)
  const random = seededRandom(0x6c_69_6d)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const moved = order[last]
    order[last] = order[other]
    order[other] = moved
  }
  return { keys, order }
}

/**
 * The keys in the order of the calls. A server gets its keys out of a request: each is a new string,
 * just written, in the processor's cache; `fresh` lays them in memory that way. Otherwise they are the
 * very strings that the entries were made with, each a cache miss of its own before any limiter
 * starts to work, and for a Map the cheaper case: it finds its own key object again.
 *
 * @param {string[]} keys
 * @param {Uint32Array} order
 * @param {boolean} fresh
 */
export function askedKeys(keys, order, fresh) {
  return Array.from(order, index => (fresh ? keyOf(index) : keys[index]))
}

/** @param {number} index */
export function keyOf(index) {
  return flat(`user:${10_000_000 + index}`)
}

/**
 * Gives every key its entry, so that the measured calls find one.
 * @param {LimitSystem} system
 * @param {string[]} keys
 */
export async function fillKeys(system, keys) {
  if (system.isAsync) for (const key of keys) await system.take(key)
  else for (const key of keys) system.take(key)
}

/**
 * @param {LimitSystem} system
 * @param {(loops: any) => (index: number) => any} step
 */
export function limitCall(system, step) {
  return { isAsync: system.isAsync, accept: system.accept, accepted: [1], step }
}

/**
 * Sluice's ways to ask: one key as a string and prepared, three limits in one call from strings and from prepared keys.
 * Each call of three is of three keys of one of 256 users.
 *
 * @param {any} Sluice
 * @param {'coarse'} [clock]
 * @returns {Promise<Record<string, (index: number) => boolean>>}
 */
export async function waysToAsk(Sluice, clock) {
  const sluice = await openEngine(Sluice, clock)
  const limit = sluice.limit('ample')
  const group = sluice.limitGroup(['ample', 'second', 'third'])
  const key = sluice.key(HOT_KEY)
  const texts = Array.from({ length: 256 }, (_, user) =>
    [`ip:10.0.0.${user}`, `user:${10_000_000 + user}`, `tenant:${user >> 3}`].map(flat),
  )
  const prepared = texts.map(three => three.map(text => sluice.key(text)))
  return {
    'one key': () => limit.take(HOT_KEY, 1).allowed,
    'one prepared key': () => limit.take(key, 1).allowed,
    'three limits, strings': index => group.take(texts[index & 255]).allowed,
    'three limits, prepared keys': index => group.take(prepared[index & 255]).allowed,
  }
}
