// What an engine is opened with, and what is wrong with it.
import type { CheckOptions } from './check.ts'
import { resolveCheckOptions } from './check.ts'
import type { Clock } from './engine/clock.ts'
import type { EngineSizes } from './engine/options.ts'
import type { Build } from './engine/wasm.ts'
import { hasWebAssembly } from './engine/wasm.ts'
import { SluiceError } from './errors.ts'
import { checkPeppers, type Peppers } from './identity/peppers.ts'

/** Options of `Sluice.open`: the sizes of the engine, and how it behaves. */
export interface SluiceOptions extends Partial<EngineSizes>, CheckOptions {
  /** Whether to reload when the file or folder changes. Default true for a path. Does not keep the process alive. */
  watch?: boolean
  /** Whether other threads can attach. Default true, except with `evaluators: 'js'`, which are for one thread. */
  shared?: boolean
  /**
   * What the evaluators run as: 'wasm', or 'js' on hosts that forbid WebAssembly: the same code translated, slower
   * and for one thread. Default 'wasm', and 'js' where the host has no WebAssembly at all.
   */
  evaluators?: EvaluatorsKind
  /**
   * The clock of the limits, in ms. It must be monotonic and the same on all threads. 'coarse' is the default clock read
   * every ms by a thread of its own, which saves each take the 40 ns of reading it: limits then run 1 or 2 ms behind.
   */
  clock?: Clock | 'coarse'
  /** A dump of counters to start with, as `Sluice.dump` made it. The config may be another one. */
  restore?: Uint8Array
  /** The wall clock of quotas and of windows in step with it, in Unix ms. Default `Date.now`. */
  wallClock?: Clock
  /** The secrets under which API keys are hashed, kept outside the config. */
  peppers?: Peppers
  /**
   * When the whole digest of a credential is compared: at its `first` use in the engine, after which it is recognised by
   * 128 bits of SipHash-2-4 under a secret of the engine, or `always`. Default 'first'.
   */
  confirm?: 'first' | 'always'
  /** How the keys of issuers are fetched. Default the global `fetch`. */
  fetch?: typeof fetch
}

/**
 * What evaluators run as: WebAssembly or JavaScript.
 *
 * 'debug' is WebAssembly that is not optimised and checks its assertions: @internal, for tests; no part of the package's
 * promises.
 */
export type EvaluatorsKind = 'wasm' | 'js' | 'debug'

/** Options of `Sluice.attach`. */
export interface AttachOptions {
  /** The same clock that the opener was given, if it was given one. */
  clock?: Clock
  /** How the keys of issuers are fetched. Default the global `fetch`. */
  fetch?: typeof fetch
}

/** What another thread needs to attach. It survives `postMessage` and `workerData`; its content is private. */
export interface SluiceHandle {
  readonly sluice: 1
  readonly memory: unknown
  readonly module: unknown
  readonly ticks?: unknown
}

const EVALUATORS: readonly EvaluatorsKind[] = ['wasm', 'js', 'debug']

/** The build that the options ask for. Throws OPTION_INVALID for what the host or another option excludes. */
export function chooseBuild(options: SluiceOptions): Build {
  const invalid = (message: string) => new SluiceError('OPTION_INVALID', message)
  const { evaluators = hasWebAssembly() ? 'wasm' : 'js' } = options
  const { shared = evaluators !== 'js' } = options
  if (evaluators === 'js') {
    if (shared) throw invalid("evaluators: 'js' are for one thread, shared: true needs WebAssembly")
    return 'js'
  }
  if (!hasWebAssembly())
    throw invalid(`the host has no WebAssembly for evaluators: '${evaluators}'`)
  if (evaluators === 'wasm') return shared ? 'shared' : 'unshared'
  if (!shared) throw invalid("evaluators: 'debug' run on shared memory only")
  return 'debug'
}

/**
 * Whether a source and its options are what they must be, but for the sizes.
 * @throws SluiceError OPTION_INVALID
 */
export function checkOptions(source: unknown, options: SluiceOptions): void {
  const invalid = (message: string) => new SluiceError('OPTION_INVALID', message)
  if (typeof source !== 'string' && (typeof source !== 'object' || source === null)) {
    throw invalid('the source must be a path or an object')
  }
  for (const name of ['watch', 'shared'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'boolean') {
      throw invalid(`option ${name} must be a boolean`)
    }
  }
  if (options.evaluators !== undefined && !EVALUATORS.includes(options.evaluators)) {
    throw invalid("option evaluators must be 'wasm' or 'js'")
  }
  resolveCheckOptions(options)
  const { clock, wallClock, restore, peppers, confirm, fetch: fetcher } = options
  if (peppers !== undefined) checkPeppers(peppers)
  if (confirm !== undefined && confirm !== 'first' && confirm !== 'always') {
    throw invalid("option confirm must be 'first' or 'always'")
  }
  if (fetcher !== undefined && typeof fetcher !== 'function') {
    throw invalid('option fetch must be a function')
  }
  if (clock !== undefined && clock !== 'coarse' && typeof clock !== 'function') {
    throw invalid("option clock must be a function that returns ms, or 'coarse'")
  }
  if (wallClock !== undefined && typeof wallClock !== 'function') {
    throw invalid('option wallClock must be a function that returns Unix ms')
  }
  if (restore !== undefined && !(restore instanceof Uint8Array)) {
    throw invalid('option restore must be a Uint8Array that Sluice.dump made')
  }
}
