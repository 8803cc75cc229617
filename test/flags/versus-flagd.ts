// Whole flags through Sluice, the model and flagd's own JavaScript evaluator: variant, value, reason and error code.
import { FlagdCore, MemoryStorage } from '@openfeature/flagd-core'
import { Sluice } from '../../src/index.ts'
import type { DifferenceName } from './model/differences.ts'
import { Model } from './model/model.ts'
import type { JsonObject } from './model/semantics.ts'
import { Failed } from './model/semantics.ts'
import { operatorOf } from './model/shape.ts'
import type { Json } from './rules.ts'
import type { Disagreement, Tally } from './versus.ts'
import { countKnown, newTally } from './versus.ts'

/** Of a flag with a default variant, and of one without. */
const KEYS = ['a-flag', 'another'] as const
const CODE_DEFAULT = 'the code default'
export const VARIANTS = ['on', 'off', 'red', '1', '1.5', 'true', 'false', 'alpha', 'a,b', '0.1']
export const WAYS = ['compiled', 'interpreted'] as const

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const variants = Object.fromEntries(VARIANTS.map(name => [name, `value of ${name}`]))

interface Answer {
  readonly value: unknown
  readonly variant: string | undefined
  readonly reason: string | undefined
  readonly errorCode: string | undefined
}

function answerOf({ value, variant, reason, errorCode }: Answer): Answer {
  return { value, variant, reason, errorCode }
}

function areSame(left: Answer, right: Answer): boolean {
  return (
    left.value === right.value &&
    left.variant === right.variant &&
    left.reason === right.reason &&
    left.errorCode === right.errorCode
  )
}

function errorAnswer(errorCode: string): Answer {
  return { value: CODE_DEFAULT, variant: undefined, reason: 'ERROR', errorCode }
}

/** The answer for what the rule gives. */
function answerFor(model: Model, data: JsonObject, hasDefault: boolean): Answer {
  if (model.isMalformed) return errorAnswer('PARSE_ERROR')
  let result: Json
  try {
    result = model.run(data)
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    return errorAnswer(error.message === 'context' ? 'INVALID_CONTEXT' : 'GENERAL')
  }
  if (result === null) {
    const variant = hasDefault ? 'off' : undefined
    const value = variant === undefined ? CODE_DEFAULT : variants[variant]
    return { value, variant, reason: 'DEFAULT', errorCode: undefined }
  }
  const variant = String(result)
  if (!Object.hasOwn(variants, variant)) return errorAnswer('GENERAL')
  return { value: variants[variant], variant, reason: 'TARGETING_MATCH', errorCode: undefined }
}

function openFlagd(config: object, way: (typeof WAYS)[number]): FlagdCore {
  const options = way === 'interpreted' ? { disableDynamicCodeGeneration: true } : {}
  const core = new FlagdCore(new MemoryStorage(silent, options), silent)
  core.setConfigurations(JSON.stringify(config))
  return core
}

export class VersusFlagd {
  readonly #sluice: Sluice
  readonly tallies: Readonly<Record<(typeof WAYS)[number], Tally>>
  readonly disagreements: Disagreement[] = []
  /** Cases compared with the model. */
  cases = 0
  /** Those in which the engine ran out of room. */
  full = 0
  refused = 0

  private constructor(sluice: Sluice) {
    this.#sluice = sluice
    this.tallies = { compiled: newTally(), interpreted: newTally() }
  }

  static async open(): Promise<VersusFlagd> {
    const options = { shared: false, malformedRules: 'warning', stepsMax: 2 ** 31 - 1 } as const
    return new VersusFlagd(await Sluice.open({ flags: {} }, options))
  }

  close(): void {
    this.#sluice.close()
  }

  /** Compares the rule over all contexts, by turns with a default variant and without one. */
  async compare(rule: Json, contexts: readonly JsonObject[]): Promise<void> {
    // Anything else is no targeting.
    if (operatorOf(rule) === undefined) return
    const flag = { state: 'ENABLED', variants, targeting: rule, metadata: { team: 'edge' } }
    const config = { flags: { [KEYS[0]]: { ...flag, defaultVariant: 'off' }, [KEYS[1]]: flag } }
    await this.#sluice.publish(config)
    const models = KEYS.map(key => new Model(rule, key))
    if (models[0]!.isMalformed) this.refused++
    const flags = KEYS.map(key => this.#sluice.flag(key))
    const cores = WAYS.map(way => ({ way, core: openFlagd(config, way) }))
    const prepared = this.#sluice.context({})
    for (const [index, data] of contexts.entries()) {
      const turn = index % 2
      const model = models[turn]!
      const details = flags[turn]!.stringDetails(data, CODE_DEFAULT)
      if (/scratchBytesMax/.test(details.errorMessage ?? '')) {
        this.full++
        continue
      }
      const ours = answerOf(details)
      const expected = answerFor(model, data, turn === 0)
      this.cases++
      if (!areSame(ours, expected) && !model.sawIdentity) {
        this.#disagree('model', rule, data, ours, expected)
      }
      const again = answerOf(flags[turn]!.stringDetails(prepared.set(data), CODE_DEFAULT))
      if (!areSame(again, ours)) this.#disagree('prepared', rule, data, ours, again)
      for (const { way, core } of cores) {
        const theirs = answerOf(
          core.resolveStringEvaluation(KEYS[turn]!, CODE_DEFAULT, data as never, silent) as Answer,
        )
        this.#count(way, model, rule, data, ours, theirs)
      }
    }
  }

  #count(
    way: (typeof WAYS)[number],
    model: Model,
    rule: Json,
    data: JsonObject,
    ours: Answer,
    theirs: Answer,
  ): void {
    const tally = this.tallies[way]
    tally.cases++
    if (areSame(ours, theirs)) {
      if (ours.reason === 'ERROR') tally.failed++
      else tally.agreed++
      return
    }
    const reasons: DifferenceName[] = model.reasons(way)
    if (model.isMalformed) tally.known++
    else if (reasons.length > 0) countKnown(tally, reasons)
    else this.#disagree(way, rule, data, ours, theirs)
  }

  #disagree(
    peer: Disagreement['peer'],
    rule: Json,
    data: JsonObject,
    ours: Answer,
    theirs: Answer,
  ): void {
    const [left, right] = [JSON.stringify(ours), JSON.stringify(theirs)]
    this.disagreements.push({ peer, rule, data, ours: left, theirs: right })
  }
}
