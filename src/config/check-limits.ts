// What a schema cannot say about limits and quotas: which properties go with which algorithm, and that rates, durations, time
// zones and keys mean something. A value of the wrong type is left to the schema, and so is a property that no
// algorithm has.
import { calendarProblem } from '../limits/calendar.ts'
import { problemsMax } from './bounds.ts'
import { type Finding, finding } from './finding.ts'
import { burstMax, isRate, parseDuration, parseRate, type Rate } from './rate.ts'
import { didYouMean } from './suggest.ts'
import type { JsonObject, JsonValue, LimitAlgorithm, LimitDefinition, Path } from './types.ts'
import { isObject } from './types.ts'
import { describe, listOf, quote, subjectOf } from './words.ts'

type Property = keyof LimitDefinition
/** What a plan or an override may give in place of the limit's own. */
type NumberName = 'rate' | 'burst' | 'limit' | 'anchor'

interface Form {
  required: readonly Property[]
  /** Besides `common`. */
  optional: readonly Property[]
  numbers: readonly NumberName[]
  /** In words. */
  numbersForm: string
}

const rateForm = 'a rate such as 100/s'
const window: Pick<Form, 'required' | 'numbers' | 'numbersForm'> = {
  required: ['rate'],
  numbers: ['rate'],
  numbersForm: rateForm,
}

const forms: Readonly<Record<LimitAlgorithm, Form>> = {
  gcra: {
    required: ['rate'],
    optional: ['burst', 'strict', 'reservation'],
    numbers: ['rate', 'burst'],
    numbersForm: `${rateForm}, or an object with 'rate' or 'burst'`,
  },
  'fixed-window': { ...window, optional: ['window', 'reservation'] },
  'sliding-window': { ...window, optional: ['strict', 'reservation'] },
  'sliding-log': { ...window, optional: ['strict', 'reservation'] },
  concurrency: {
    required: ['limit'],
    optional: ['lease'],
    numbers: ['limit'],
    numbersForm: 'a whole number',
  },
  quota: {
    required: ['limit', 'period'],
    optional: ['timeZone', 'anchor', 'reservation'],
    numbers: ['limit', 'anchor'],
    numbersForm: "a whole number, or an object with 'limit' or 'anchor'",
  },
}

const common: readonly Property[] = ['algorithm', 'key', 'shadow', 'change', 'plans', 'overrides']
const numberWords = new Map<string, string>([
  ['rate', 'a rate'],
  ['burst', 'a burst'],
  ['limit', 'a limit'],
  ['anchor', 'an anchor'],
] satisfies [NumberName, string][])

const strictHint = '; for strict windows, use sliding-window or sliding-log'
const durationForm = 'a whole number and ms, s, m, h, d or w, such as 30s, and at most 36500d'
/** The greatest `keyBytesMax`. */
const keyBytesMax = 65_536

/**
 * What is wrong in the section `limits`. Of more than `problemsMax` findings the first, and one more, so that the
 * caller knows there are more.
 */
export function checkLimits(limits: JsonValue | undefined): Finding[] {
  if (!isObject(limits)) return []
  const findings: Finding[] = []
  for (const [name, limit] of Object.entries(limits)) {
    // Where the algorithm is not known, nobody can tell what the rest should be.
    if (!isObject(limit) || !isAlgorithm(limit.algorithm ?? 'gcra')) continue
    for (const found of new LimitCheck(limit, ['limits', name]).findings()) {
      findings.push(found)
      if (findings.length > problemsMax) return findings
    }
  }
  return findings
}

/** What is wrong in the section `quotas`, as `checkLimits`. That `limit` is missing is for the plans to mend. */
export function checkQuotas(quotas: JsonValue | undefined): Finding[] {
  if (!isObject(quotas)) return []
  const findings: Finding[] = []
  for (const [name, quota] of Object.entries(quotas)) {
    if (!isObject(quota)) continue
    for (const found of new LimitCheck(quota, ['quotas', name], 'quota').findings()) {
      findings.push(found)
      if (findings.length > problemsMax) return findings
    }
  }
  return findings
}

/**
 * What is wrong with the numbers that somebody has of a limit in its place: whether the limit has such numbers, and
 * whether they mean something. Their shape is not looked at.
 *
 * @param limit one without errors
 */
export function checkNumbers(limit: JsonObject, numbers: JsonValue, path: Path): Iterable<Finding> {
  return new LimitCheck(limit, path).variant(numbers, path)
}

/** The checks of one limit. */
class LimitCheck {
  readonly #limit: JsonObject
  readonly #path: Path
  readonly #algorithm: LimitAlgorithm
  readonly #form: Form
  /** The rate of the limit itself, if it has one. */
  #base: Rate | undefined
  /** Thousands of keys may have the same, and a date takes some 10 us. */
  readonly #goodAnchors = new Set<string>()

  readonly #section: 'limits' | 'quotas'

  /** @param algorithm that of the section, where entries have none of their own */
  constructor(limit: JsonObject, path: Path, algorithm?: LimitAlgorithm) {
    this.#limit = limit
    this.#path = path
    this.#algorithm = algorithm ?? (isAlgorithm(limit.algorithm) ? limit.algorithm : 'gcra')
    this.#section = algorithm === undefined ? 'limits' : 'quotas'
    this.#form = forms[this.#algorithm]
  }

  *findings(): Generator<Finding> {
    const limit = this.#limit
    const at = (name: string) => [...this.#path, name]
    const has = (name: Property) => this.#form.optional.includes(name)
    if (this.#section === 'limits') yield* this.#properties()
    this.#base = yield* this.#numbers(limit, at)
    if (has('timeZone')) yield* checkTimeZone(limit.timeZone, at('timeZone'))
    if (has('lease')) yield* checkDuration(limit.lease, at('lease'))
    if (has('reservation') && isObject(limit.reservation)) {
      yield* checkDuration(limit.reservation.ttl, [...at('reservation'), 'ttl'])
    }
    for (const section of ['plans', 'overrides']) {
      const variants = limit[section]
      if (!isObject(variants)) continue
      for (const name of Object.keys(variants)) {
        const path = [...this.#path, section, name]
        if (section === 'overrides') yield* checkKey(name, path)
        yield* this.#variant(variants[name], path)
      }
    }
  }

  /** What somebody has in place of the limit's own numbers. */
  *variant(numbers: JsonValue, path: Path): Generator<Finding> {
    const { rate } = this.#limit
    const base = typeof rate === 'string' ? parseRate(rate) : undefined
    this.#base = base !== undefined && isRate(base) ? base : undefined
    yield* this.#variant(numbers, path)
  }

  *#properties(): Generator<Finding> {
    const { required, optional } = this.#form
    const known: readonly string[] = [...required, ...optional, ...common]
    const isGiven = this.#limit.algorithm !== undefined
    const algorithm = isGiven ? this.#algorithm : `${this.#algorithm}, the default`
    for (const name of required) {
      if (name in this.#limit) continue
      const message = `${subjectOf(this.#path)} lacks '${name}', needed by ${algorithm}`
      const found = describe(this.#limit)
      const expected = `a property '${name}'`
      yield finding('LIMIT_PROPERTY_MISSING', message, this.#path, expected, found, 'key')
    }
    for (const name of Object.keys(this.#limit)) {
      const owners = known.includes(name) ? [] : ownersOf(name)
      if (owners.length === 0) continue
      const path = [...this.#path, name]
      const isWindow = this.#algorithm === 'fixed-window' || this.#algorithm === 'quota'
      const message = `'${name}' belongs to ${listOf(owners)}, and not to ${algorithm}`
      const hint = name === 'strict' && isWindow ? strictHint : ''
      const expected = `one of ${known.join(', ')}`
      yield finding('LIMIT_PROPERTY_UNUSED', message + hint, path, expected, quote(name), 'key')
    }
  }

  /** What a plan or a key has of its own. */
  *#variant(value: JsonValue | undefined, path: Path): Generator<Finding> {
    const { numbers, numbersForm } = this.#form
    const own = numbersOf(value)
    const isBare = own !== value
    const at = (name: string) => (isBare ? path : [...path, name])
    for (const name of Object.keys(own)) {
      const word = numberWords.get(name)
      if (word === undefined || numbers.some(known => known === name)) continue
      const message = `${subjectOf(path)} gives ${word}, which ${this.#algorithm} does not have`
      const part = isBare ? 'value' : 'key'
      yield finding('LIMIT_NUMBERS_INVALID', message, at(name), numbersForm, describe(value), part)
    }
    yield* this.#numbers(own, at)
  }

  /** The numbers of the limit itself, or of a plan or key; `at` says where. Gives the rate, its own or the limit's. */
  *#numbers(own: JsonObject, at: (name: string) => Path): Generator<Finding, Rate | undefined> {
    const { numbers } = this.#form
    if (numbers.includes('anchor')) yield* this.#anchor(own.anchor, at('anchor'))
    if (!numbers.includes('rate')) return undefined
    if (own.rate !== undefined && typeof own.rate !== 'string') return undefined
    const rate = own.rate === undefined ? this.#base : parseRate(own.rate)
    if (rate === undefined) return undefined
    if (!isRate(rate)) {
      yield finding('RATE_INVALID', rate.message, at('rate'), rate.expected, rate.found)
      return undefined
    }
    if (this.#algorithm === 'gcra') yield* this.#burst(own, rate, at)
    return rate
  }

  /** A rate brings its burst with it: the limit's own belongs to the limit's own rate. */
  *#burst({ rate, burst }: JsonObject, { count }: Rate, at: (name: string) => Path) {
    const isStrict = this.#limit.strict === true
    if (isStrict && typeof burst === 'number' && burst > count) {
      const message = 'the burst of a strict limit must not exceed the count of its rate'
      const expected = `a burst from 1 to ${count}`
      yield finding('STRICT_BURST', message, at('burst'), expected, String(burst))
    }
    // A strict limit without a burst has half of the count, which fits.
    if (!isStrict && rate !== undefined && burst === undefined && count > burstMax) {
      const message = `a rate with a count above ${burstMax} needs a burst of its own`
      const expected = `a burst from 1 to ${burstMax}`
      yield finding('BURST_REQUIRED', message, at('rate'), expected, describe(rate))
    }
  }

  *#anchor(anchor: JsonValue | undefined, path: Path): Generator<Finding> {
    if (typeof anchor !== 'string' || this.#goodAnchors.has(anchor)) return
    const problem = calendarProblem({ unit: 'day', timeZone: 'UTC', anchor })
    if (problem === undefined) this.#goodAnchors.add(anchor)
    else yield finding('ANCHOR_INVALID', problem.message, path, problem.expected, problem.found)
  }
}

function* checkDuration(text: JsonValue | undefined, path: Path): Generator<Finding> {
  if (typeof text !== 'string' || parseDuration(text) !== undefined) return
  const message = `${subjectOf(path)} must be a duration: a whole number of 1 or more and its unit`
  yield finding('DURATION_INVALID', message, path, durationForm, describe(text))
}

function* checkTimeZone(timeZone: JsonValue | undefined, path: Path): Generator<Finding> {
  if (typeof timeZone !== 'string') return
  const problem = calendarProblem({ unit: 'day', timeZone })
  if (problem === undefined) return
  const { message, expected, found } = problem
  const hint = didYouMean(timeZone, Intl.supportedValuesOf('timeZone'))
  yield finding('TIME_ZONE_INVALID', message + hint, path, expected, found)
}

/** The key of an override, as a take accepts it. */
function* checkKey(key: string, path: Path): Generator<Finding> {
  const length = Buffer.byteLength(key)
  let message: string
  let found = quote(key)
  if (key === '') message = 'a key is empty, and no take has such a key'
  else if (!key.isWellFormed())
    message = 'a key holds half of a surrogate pair, which UTF-8 cannot say'
  else if (length > keyBytesMax) {
    message = `${subjectOf(path)} is too long for a key`
    found = `${length} bytes`
  } else return
  const expected = `1 to ${keyBytesMax} bytes in UTF-8`
  yield finding('LIMIT_KEY_TOO_LONG', message, path, expected, found, 'key')
}

function isAlgorithm(value: JsonValue | undefined): value is LimitAlgorithm {
  return typeof value === 'string' && Object.hasOwn(forms, value)
}

function ownersOf(name: string): string[] {
  const isOwner = ([, { required, optional }]: [string, Form]) =>
    [...required, ...optional].some(known => known === name)
  return Object.entries(forms)
    .filter(isOwner)
    .map(([algorithm]) => algorithm)
}

/** A bare rate or limit as an object with it. */
function numbersOf(numbers: JsonValue | undefined): JsonObject {
  if (typeof numbers === 'string') return { rate: numbers }
  if (typeof numbers === 'number') return { limit: numbers }
  return isObject(numbers) ? numbers : {}
}
