// The names of options: one that is not known would be ignored without a word.
import { didYouMean } from './config/suggest.ts'
import { describeType, quote } from './config/words.ts'
import { type EngineSizes, SIZE_NAMES } from './engine/options.ts'
import { SluiceError } from './errors.ts'
import type { AttachOptions, SluiceOptions } from './sluice-options.ts'

/** The options of `Sluice.open` that are no sizes. A record, so that the compiler misses one that is not here. */
const OPEN_OPTIONS: Readonly<Record<Exclude<keyof SluiceOptions, keyof EngineSizes>, true>> = {
  watch: true,
  shared: true,
  evaluators: true,
  clock: true,
  wallClock: true,
  restore: true,
  peppers: true,
  confirm: true,
  fetch: true,
  malformedRules: true,
  stepsMax: true,
}
const OPEN_NAMES: readonly string[] = [...Object.keys(OPEN_OPTIONS), ...SIZE_NAMES]
const ATTACH_OPTIONS: Readonly<Record<keyof AttachOptions, true>> = { clock: true, fetch: true }
const ATTACH_NAMES = Object.keys(ATTACH_OPTIONS)

/** Longest name of an option that is looked for among the known ones, and repeated. */
const NAME_LENGTH_MAX = 64

/**
 * Whether the options are an object with no other names than these. One that is not known would be ignored without a word.
 * @throws SluiceError OPTION_INVALID
 */
function checkNames(method: string, options: object, names: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    const message = `the options of ${method} must be an object, found ${describeType(options)}`
    throw new SluiceError('OPTION_INVALID', message)
  }
  const stray = Object.keys(options).find(name => !names.includes(name))
  if (stray === undefined) return
  const hint = stray.length > NAME_LENGTH_MAX ? '' : didYouMean(stray, names)
  throw new SluiceError('OPTION_INVALID', `there is no option ${quote(stray)}${hint}`)
}

/** @throws SluiceError OPTION_INVALID */
export function checkOpenNames(options: SluiceOptions): void {
  checkNames('open', options, OPEN_NAMES)
}

/** @throws SluiceError OPTION_INVALID */
export function checkAttachOptions(options: AttachOptions): void {
  checkNames('attach', options, ATTACH_NAMES)
  for (const name of ['clock', 'fetch'] as const) {
    if (options[name] === undefined || typeof options[name] === 'function') continue
    throw new SluiceError('OPTION_INVALID', `option ${name} must be a function`)
  }
}
