// Rules through the engine, the model and the peers, by value. What the engine gives must be what the model gives; what
// a peer gives must be the same too, unless the model noted why it may be another.
import type { DifferenceName, Peer } from './model/differences.ts'
import { Model } from './model/model.ts'
import type { JsonObject } from './model/semantics.ts'
import { Failed } from './model/semantics.ts'
import { PEERS } from './peers.ts'
import type { Json } from './rules.ts'
import { shrink } from './shrink.ts'
import { RuleFailed, ValueEvaluator } from './values.ts'

/** One rule with one context, and what two evaluators made of them. */
export interface Disagreement {
  /** `prepared`: a prepared context, beside one that is not. */
  readonly peer: Peer | 'model' | 'prepared'
  readonly rule: Json
  readonly data: JsonObject
  readonly ours: string
  readonly theirs: string
}

/** Of one peer. */
export interface Tally {
  /** Cases that were compared, all together. */
  cases: number
  /** Of those: both gave the same value. */
  agreed: number
  /** Both failed. */
  failed: number
  /** They differed in a known way. */
  known: number
  readonly differences: Map<DifferenceName, number>
}

export function newTally(): Tally {
  return { cases: 0, agreed: 0, failed: 0, known: 0, differences: new Map() }
}

export function countKnown(tally: Tally, reasons: readonly DifferenceName[]): void {
  tally.known++
  for (const name of reasons) tally.differences.set(name, (tally.differences.get(name) ?? 0) + 1)
}

type Outcome = { readonly value: unknown } | { readonly error: string }

function attempt(compute: () => unknown): Outcome {
  try {
    const value = compute()
    // Where others go on with NaN until the end, there is no result.
    return Number.isNaN(value) ? { error: 'NaN' } : { value }
  } catch (error) {
    return { error: String(error) }
  }
}

/** What is the same as JSON. Of an object nobody looked into, the engine only says that it is one. */
export function isSame(ours: unknown, theirs: unknown): boolean {
  if (ours === theirs) return true
  if (theirs === undefined) return ours === null
  if (typeof ours !== 'object' || typeof theirs !== 'object') return false
  if (ours === null || theirs === null) return false
  if (Array.isArray(ours) || Array.isArray(theirs)) {
    if (!Array.isArray(ours) || !Array.isArray(theirs) || ours.length !== theirs.length)
      return false
    return ours.every((item, index) => isSame(item, theirs[index]))
  }
  const names = Object.keys(ours)
  if (names[0] === '…') return Object.keys(theirs).length > 0
  if (names.length !== Object.keys(theirs).length) return false
  return names.every(name => {
    return (
      Object.hasOwn(theirs, name) &&
      isSame((ours as JsonObject)[name], (theirs as JsonObject)[name])
    )
  })
}

function areSame(ours: Outcome, theirs: Outcome): boolean {
  if ('error' in ours || 'error' in theirs) return 'error' in ours && 'error' in theirs
  return isSame(ours.value, theirs.value)
}

function show(outcome: Outcome): string {
  return 'error' in outcome ? outcome.error : (JSON.stringify(outcome.value) ?? 'undefined')
}

const SCRATCH_FULL = 'Error: cause 3'

export class Versus {
  readonly #evaluator = new ValueEvaluator()
  readonly #peers: readonly Peer[]
  readonly tallies: Readonly<Record<Peer, Tally>>
  readonly disagreements: Disagreement[] = []
  /** Cases in which the engine ran out of room. */
  full = 0
  /** Rules that the engine refuses. */
  refused = 0
  /** Cases compared with the model. */
  cases = 0

  constructor(peers: readonly Peer[]) {
    this.#peers = peers
    this.tallies = {
      compiled: newTally(),
      interpreted: newTally(),
      'json-logic-js': newTally(),
    }
  }

  close(): void {
    this.#evaluator.close()
  }

  /** Compares the rule over all contexts. */
  async compare(rule: Json, contexts: readonly JsonObject[]): Promise<void> {
    const model = new Model(rule)
    const loaded = await this.#load(rule)
    if (loaded !== undefined || model.isMalformed) {
      this.refused++
      if (loaded !== undefined && model.isMalformed) return
      const [ours, theirs] = [loaded ?? 'loaded', `malformed: ${model.isMalformed}`]
      this.disagreements.push({ peer: 'model', rule, data: {}, ours, theirs })
      return
    }
    const peers = this.#peers.map(peer => ({ peer, run: loadPeer(peer, rule) }))
    for (const data of contexts) {
      const ours = attempt(() => this.#evaluator.run(data))
      if ('error' in ours && ours.error === SCRATCH_FULL) {
        this.full++
        continue
      }
      this.#compareModel(model, rule, data, ours)
      for (const { peer, run } of peers) this.#comparePeer(peer, run, model, rule, data, ours)
    }
  }

  async #load(rule: Json): Promise<string | undefined> {
    try {
      await this.#evaluator.load(rule)
      return undefined
    } catch (error) {
      if (error instanceof RuleFailed) return error.message
      throw new Error(`the engine broke on ${JSON.stringify(rule)}`, { cause: error })
    }
  }

  #compareModel(model: Model, rule: Json, data: JsonObject, ours: Outcome): void {
    let theirs: Outcome
    try {
      theirs = { value: model.run(data) }
    } catch (error) {
      if (!(error instanceof Failed)) {
        throw new Error(`the model broke on ${JSON.stringify({ rule, data })}`, { cause: error })
      }
      theirs = { error: error.message }
    }
    this.cases++
    const isBroken = 'error' in ours && !/^Error: (?:cause \d|context)$/.test(ours.error)
    if (!isBroken && (areSame(ours, theirs) || model.sawIdentity)) return
    this.disagreements.push({ peer: 'model', rule, data, ours: show(ours), theirs: show(theirs) })
  }

  #comparePeer(
    peer: Peer,
    run: (data: JsonObject) => unknown,
    model: Model,
    rule: Json,
    data: JsonObject,
    ours: Outcome,
  ): void {
    const theirs = attempt(() => run(data))
    const tally = this.tallies[peer]
    tally.cases++
    if (areSame(ours, theirs)) {
      if ('error' in ours) tally.failed++
      else tally.agreed++
      return
    }
    const reasons = model.reasons(peer)
    if (reasons.length === 0) {
      this.disagreements.push({ peer, rule, data, ours: show(ours), theirs: show(theirs) })
      return
    }
    countKnown(tally, reasons)
  }
}

function loadPeer(peer: Peer, rule: Json): (data: JsonObject) => unknown {
  try {
    return PEERS[peer](rule)
  } catch (error) {
    return () => {
      throw error
    }
  }
}

/** What finds disagreements. */
export interface Comparing {
  readonly disagreements: Disagreement[]
  readonly cases: number
  readonly full: number
  readonly refused: number
  compare(rule: Json, contexts: readonly JsonObject[]): Promise<void>
}

/** The disagreement in its smallest form. */
export async function shrunk(versus: Comparing, disagreement: Disagreement): Promise<Disagreement> {
  const { disagreements } = versus
  const known = disagreements.splice(0)
  let smallest = disagreement
  await shrink(disagreement.rule, disagreement.data, async (rule, data) => {
    disagreements.length = 0
    try {
      await versus.compare(rule, [data])
    } catch {
      return false
    }
    const found = disagreements.find(({ peer }) => peer === disagreement.peer)
    if (found !== undefined) smallest = found
    return found !== undefined
  })
  disagreements.splice(0, disagreements.length, ...known)
  return smallest
}
