/**
 * How long each work may take: about ten minutes for all of them, or seconds in a quick run.
 */

/** @import { Budget } from './measure.js' */

/**
 * @typedef {object} Budgets
 * @property {Budget} flags and the hot key
 * @property {Budget & { keysCount: number }} keys each round refills every limiter
 * @property {Budget} prepared
 * @property {Budget & { flagCount: number }} bulk
 * @property {{ processes: number }} cold
 * @property {{ processes: number, flagCount: number, threads: number }} memory
 * @property {{ processes: number, flagCount: number, publishes: number }} reload
 * @property {{ processes: number, idCount: number, lookups: number }} sets
 * @property {IdentityBudget} identity
 */

/**
 * @typedef {object} IdentityBudget
 * @property {Budget} calls
 * @property {Budget} slowCalls of 100 us
 * @property {number} fewKeys
 * @property {number} manyKeys
 * @property {number} firstKeys each shown once
 * @property {number} tokenCount
 * @property {number} samples timings of a series
 * @property {number} scaleKeys
 * @property {number} scaleTenants
 * @property {number} changes of each kind
 */

/** @type {Budgets} */
export const FULL = {
  flags: { rounds: 5, taskMs: 250, timedCalls: 200_000, watchedCalls: 2_000_000 },
  keys: {
    rounds: 3,
    taskMs: 250,
    timedCalls: 200_000,
    watchedCalls: 2_000_000,
    keysCount: 1_000_000,
  },
  prepared: { rounds: 5, taskMs: 200, timedCalls: 100_000, watchedCalls: 500_000 },
  bulk: { rounds: 3, taskMs: 400, timedCalls: 500_000, watchedCalls: 500_000, flagCount: 1_000 },
  cold: { processes: 9 },
  memory: { processes: 3, flagCount: 10_000, threads: 4 },
  reload: { processes: 2, flagCount: 10_000, publishes: 6 },
  sets: { processes: 3, idCount: 1_000_000, lookups: 200_000 },
  identity: {
    calls: { rounds: 5, taskMs: 250, timedCalls: 200_000, watchedCalls: 1_000_000 },
    slowCalls: { rounds: 3, taskMs: 250, timedCalls: 4_096, watchedCalls: 8_192 },
    fewKeys: 10_000,
    manyKeys: 1_000_000,
    firstKeys: 200_000,
    tokenCount: 1_000,
    samples: 600_000,
    scaleKeys: 1_000_000,
    scaleTenants: 100_000,
    changes: 1_000,
  },
}

/** @type {Budgets} */
export const QUICK = {
  flags: { rounds: 2, taskMs: 40, timedCalls: 10_000, watchedCalls: 40_000 },
  keys: { rounds: 1, taskMs: 40, timedCalls: 10_000, watchedCalls: 40_000, keysCount: 50_000 },
  prepared: { rounds: 2, taskMs: 20, timedCalls: 20_000, watchedCalls: 40_000 },
  bulk: { rounds: 1, taskMs: 20, timedCalls: 10_000, watchedCalls: 10_000, flagCount: 1_000 },
  cold: { processes: 2 },
  memory: { processes: 1, flagCount: 1_000, threads: 2 },
  reload: { processes: 1, flagCount: 2_000, publishes: 2 },
  sets: { processes: 1, idCount: 50_000, lookups: 10_000 },
  identity: {
    calls: { rounds: 1, taskMs: 40, timedCalls: 10_000, watchedCalls: 40_000 },
    slowCalls: { rounds: 1, taskMs: 40, timedCalls: 512, watchedCalls: 512 },
    fewKeys: 1_000,
    manyKeys: 20_000,
    firstKeys: 20_000,
    tokenCount: 100,
    samples: 40_000,
    scaleKeys: 20_000,
    scaleTenants: 2_000,
    changes: 200,
  },
}
