// The provider: OpenFeature's interface over the flags of one Sluice. What it has between `initialize` and `onClose` is
// a Session (session.ts).
// References: https://openfeature.dev/specification/sections/providers and .../events
import type {
  EvaluationContext,
  Hook,
  JsonValue,
  Provider,
  ResolutionDetails,
  TrackingEventDetails,
} from '@openfeature/server-sdk'
import type { EvaluationDetails } from '../engine/flag-details.ts'
import type { Flag } from '../flag.ts'
import type { Sluice } from '../sluice.ts'
import { Announcer } from './announcer.ts'
import { uninitializedError } from './errors.ts'
import type { Origin, SluiceProviderOpenOptions, SluiceProviderOptions } from './options.ts'
import { resolveOptions } from './options.ts'
import { errorResolution, toResolution } from './resolution.ts'
import { Session } from './session.ts'

/** One of the typed evaluations of a flag. */
type Ask<Value> = (
  flag: Flag,
  context: EvaluationContext,
  defaultValue: Value,
) => EvaluationDetails<Value>

const askBoolean: Ask<boolean> = (flag, context, value) => flag.booleanDetails(context, value)
const askString: Ask<string> = (flag, context, value) => flag.stringDetails(context, value)
const askNumber: Ask<number> = (flag, context, value) => flag.numberDetails(context, value)
const askObject: Ask<JsonValue> = (flag, context, value) => flag.objectDetails(context, value)

/**
 * Sluice for the OpenFeature server SDK.
 *
 * Evaluations are answers and never throw or reject: what goes wrong is in `errorCode`. Values that are objects belong
 * to the config: they are frozen and shared by all evaluations, may be kept, and must be copied to be changed. The same
 * goes for `flagMetadata`.
 */
export class SluiceProvider implements Provider {
  readonly metadata = Object.freeze({ name: 'sluice' })
  readonly runsOn = 'server'
  /** The hooks that were given; the provider has none of its own. */
  readonly hooks: Hook[]
  /** READY and ERROR for `initialize` come from the SDK; everything after it from here. */
  readonly events: Announcer['emitter']
  readonly #announcer: Announcer
  readonly #origin: Origin
  readonly #onTrack: SluiceProviderOptions['onTrack']
  #session: Session | undefined

  /**
   * Around an engine that is open, and that stays the caller's to close.
   * @throws SluiceError OPTION_INVALID
   */
  constructor(sluice: Sluice, options?: SluiceProviderOptions)
  /**
   * With an engine of its own, which `initialize` opens and `onClose` closes.
   * @param source as for `Sluice.open`: a YAML or JSON file, a folder of them, or the parsed object
   * @throws SluiceError OPTION_INVALID for the provider's own options; those of the engine are checked by `initialize`
   */
  constructor(source: string | object, options?: SluiceProviderOpenOptions)
  constructor(source: string | object, options: SluiceProviderOpenOptions = {}) {
    const { origin, hooks, onTrack, onError } = resolveOptions(source, options)
    this.#origin = origin
    this.#onTrack = onTrack
    this.#announcer = new Announcer(onError)
    this.hooks = hooks
    this.events = this.#announcer.emitter
  }

  /**
   * Called by the SDK. Opens the engine, or joins the one that was given. Calls at the same time share one opening.
   * @throws OpenFeatureError with the SluiceError as its `cause`. PARSE_ERROR or GENERAL: the config of a watched path
   *   cannot go live, and the provider becomes ready by itself when a later one can. PROVIDER_FATAL: it stays so.
   */
  initialize(): Promise<void> {
    this.#session ??= new Session(this.#origin, this.#announcer)
    return this.#session.ready()
  }

  /**
   * Called by the SDK when the provider is replaced or the API closed. Closes the engine if the provider opened it, and
   * waits for one that is still opening. The provider is then as before `initialize`, which may be called again.
   */
  async onClose(): Promise<void> {
    const session = this.#session
    this.#session = undefined
    await session?.close()
  }

  resolveBooleanEvaluation(
    flagKey: string,
    defaultValue: boolean,
    context: EvaluationContext = {},
  ): Promise<ResolutionDetails<boolean>> {
    return this.#resolve(askBoolean, flagKey, defaultValue, context)
  }

  resolveStringEvaluation(
    flagKey: string,
    defaultValue: string,
    context: EvaluationContext = {},
  ): Promise<ResolutionDetails<string>> {
    return this.#resolve(askString, flagKey, defaultValue, context)
  }

  resolveNumberEvaluation(
    flagKey: string,
    defaultValue: number,
    context: EvaluationContext = {},
  ): Promise<ResolutionDetails<number>> {
    return this.#resolve(askNumber, flagKey, defaultValue, context)
  }

  /** Whatever JSON the flag holds that is no boolean, string or number; its shape is the config's business. */
  resolveObjectEvaluation<Value extends JsonValue>(
    flagKey: string,
    defaultValue: Value,
    context: EvaluationContext = {},
  ): Promise<ResolutionDetails<Value>> {
    // The caller's type parameter is a claim about the config that nobody can check.
    const ask = askObject as unknown as Ask<Value>
    return this.#resolve(ask, flagKey, defaultValue, context)
  }

  /** Hands a tracking event to `onTrack`. */
  track(name: string, context: EvaluationContext, details: TrackingEventDetails): void {
    this.#onTrack?.(name, context, details)
  }

  // The evaluation itself is synchronous: it sees one version of the config, and nothing can close the engine under it.
  async #resolve<Value>(
    ask: Ask<Value>,
    flagKey: string,
    defaultValue: Value,
    context: EvaluationContext,
  ): Promise<ResolutionDetails<Value>> {
    const session = this.#session
    const sluice = session?.sluice
    if (session === undefined || sluice === undefined) {
      return errorResolution(session?.unavailable ?? uninitializedError(), defaultValue)
    }
    try {
      return toResolution(ask(sluice.flag(flagKey), context, defaultValue), defaultValue)
    } catch (error) {
      return errorResolution(session.explain(error), defaultValue)
    }
  }
}
