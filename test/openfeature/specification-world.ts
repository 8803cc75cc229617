// What one scenario works with: a client of a real provider in the state that the scenario asks for.
import type {
  Client,
  EvaluationContext,
  EvaluationDetails,
  FlagValue,
  Hook,
  JsonValue,
} from '@openfeature/server-sdk'
import { OpenFeature, ProviderEvents } from '@openfeature/server-sdk'
import { onTestFinished } from 'vitest'
import { SluiceProvider } from '../../src/openfeature/index.ts'
import { ConfigFile, freshDomain, provider, Recorder, rejection, SMALL } from './helpers.ts'

/** A flag as a scenario names it. */
export interface Asked {
  readonly type: string
  readonly key: string
  readonly fallback: FlagValue
}

/** What a hook was called with. */
export interface HookCall {
  readonly stage: string
  readonly name: string
  readonly details?: EvaluationDetails<FlagValue>
}

/** Keeps the context that came to it. */
class RetrievingProvider extends SluiceProvider {
  context: EvaluationContext = {}

  override resolveStringEvaluation(key: string, value: string, context: EvaluationContext) {
    this.context = context
    return super.resolveStringEvaluation(key, value, context)
  }
}

/** Becomes ready when it is released, and not before. */
class HeldProvider extends SluiceProvider {
  release = () => {}
  readonly #released = new Promise<void>(resolve => {
    this.release = resolve
  })

  override async initialize(): Promise<void> {
    await this.#released
    return super.initialize()
  }
}

export class World {
  readonly domain = freshDomain()
  readonly client: Client = OpenFeature.getClient(this.domain)
  readonly #config: object
  retrieving: RetrievingProvider | undefined
  asked: Asked | undefined
  details: EvaluationDetails<FlagValue> | undefined
  pending: Promise<void> | undefined
  context: EvaluationContext = {}
  transaction: EvaluationContext = {}
  hooks: Hook[] = []
  readonly calls: HookCall[] = []
  levels: string[] = []

  constructor(config: object) {
    this.#config = config
  }

  /** Binds a provider in a state of the specification. */
  async provide(state: string): Promise<void> {
    switch (state) {
      case 'stable':
        return OpenFeature.setProviderAndWait(this.domain, provider(this.#config))
      case 'retrieving': {
        const made = new RetrievingProvider(this.#config, SMALL)
        onTestFinished(() => made.onClose())
        this.retrieving = made
        return OpenFeature.setProviderAndWait(this.domain, made)
      }
      case 'not ready': {
        const made = new HeldProvider(this.#config, SMALL)
        const ready = OpenFeature.setProviderAndWait(this.domain, made)
        onTestFinished(async () => {
          made.release()
          await ready
          await made.onClose()
        })
        return
      }
      // A watched file that may yet be mended; an object cannot.
      case 'error':
        return this.#provideFailing((await ConfigFile.create({ flags: 1 })).path)
      case 'fatal':
        return this.#provideFailing({ flags: 1 })
      case 'stale': {
        const file = await ConfigFile.create(this.#config)
        await OpenFeature.setProviderAndWait(this.domain, provider(file.path))
        const recorder = new Recorder(this.client)
        await file.write({ flags: 1 })
        await recorder.until(ProviderEvents.Stale)
        return
      }
    }
    throw new Error(`there is no state ${state}`)
  }

  async #provideFailing(source: string | object): Promise<void> {
    await rejection(OpenFeature.setProviderAndWait(this.domain, provider(source)))
  }

  /** Evaluates the flag that was asked for, at all levels of context. */
  async evaluate(hooks: Hook[] = this.hooks): Promise<void> {
    const evaluate = () => this.#evaluate(this.asked!, hooks)
    this.details = await new Promise<EvaluationDetails<FlagValue>>((resolve, reject) => {
      OpenFeature.setTransactionContext(this.transaction, () => evaluate().then(resolve, reject))
    })
  }

  #evaluate({ type, key, fallback }: Asked, hooks: Hook[]): Promise<EvaluationDetails<FlagValue>> {
    const { client, context } = this
    switch (type.toLowerCase()) {
      case 'boolean':
        return client.getBooleanDetails(key, fallback as boolean, context, { hooks })
      case 'string':
        return client.getStringDetails(key, fallback as string, context, { hooks })
      // JavaScript has one type for both.
      case 'integer':
      case 'float':
        return client.getNumberDetails(key, fallback as number, context, { hooks })
      case 'object':
        return client.getObjectDetails(key, fallback as JsonValue, context, { hooks })
    }
    throw new Error(`there is no type ${type}`)
  }

  /** A hook that notes each of its stages. */
  recordingHook(name: string): Hook {
    const { calls } = this
    return {
      before: () => void calls.push({ stage: 'before', name }),
      after: (_, details) => void calls.push({ stage: 'after', name, details }),
      error: () => void calls.push({ stage: 'error', name }),
      finally: (_, details) => void calls.push({ stage: 'finally', name, details }),
    }
  }

  /** Puts an entry at one of the levels that the SDK merges. */
  addContext(level: string, key: string, value: string): void {
    const entry = { [key]: value }
    switch (level) {
      case 'API':
        return void OpenFeature.setContext({ ...OpenFeature.getContext(), ...entry })
      case 'Transaction':
        return void Object.assign(this.transaction, entry)
      case 'Client':
        return void this.client.setContext({ ...this.client.getContext(), ...entry })
      case 'Invocation':
        return void Object.assign(this.context, entry)
      case 'Before Hooks':
        return void this.hooks.push({ before: () => entry })
    }
    throw new Error(`there is no level ${level}`)
  }
}
