import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { LimitNumbers, Metadata } from './config/types.ts'
import type { ConfigWatch } from './config/watch.ts'
import { watchConfig } from './config/watch.ts'
import { describeType } from './config/words.ts'
import { PreparedContext } from './context.ts'
import type { Clock } from './engine/clock.ts'
import { createElapsed } from './engine/clock.ts'
import { Engine } from './engine/engine.ts'
import { EvaluationParts } from './engine/evaluation.ts'
import type { LimitMetrics } from './engine/limit-table.ts'
import { resolveSizes } from './engine/options.ts'
import { RulesetReader } from './engine/reader.ts'
import { coarseClock, type Ticker } from './engine/ticker.ts'
import { WallClock } from './engine/wall-clock.ts'
import { isMemory, isModule, prepareBuild } from './engine/wasm.ts'
import { SluiceError, type SluiceErrorCode } from './errors.ts'
import type { EvaluationContext } from './flag.ts'
import { Flag } from './flag.ts'
import { FlagGroup } from './flag-group.ts'
import { Gate } from './gate/gate.ts'
import { GateParts } from './gate/gate-parts.ts'
import type { VerificationAnswer } from './gate/types.ts'
import { CredentialVerifier, type VerifyOptions } from './gate/verify.ts'
import { readGateNames } from './gate/view.ts'
import { Identity, prepareIdentity } from './identity/identity.ts'
import type { Keys } from './identity/keys.ts'
import type { Sessions } from './identity/sessions.ts'
import { type ApplyNumbers, Tenants } from './identity/tenants.ts'
import { Limit } from './limit.ts'
import { LimitGroup } from './limit-group.ts'
import { LimitParts } from './limit-parts.ts'
import { composeKey } from './limits/compose-key.ts'
import { openEngine } from './open-engine.ts'
import { checkAttachOptions, checkOpenNames } from './option-names.ts'
import type { PreparedKey } from './prepared-key.ts'
import type { PublishEvent } from './publisher.ts'
import { Publisher } from './publisher.ts'
import { settleReservation } from './reservation.ts'
import type {
  AttachOptions,
  EvaluatorsKind,
  SluiceHandle,
  SluiceOptions,
} from './sluice-options.ts'
import { checkOptions, chooseBuild } from './sluice-options.ts'
import { Snapshot } from './snapshot.ts'
import { warmUp } from './warm-up.ts'

/** @throws SluiceError with the code, for there is nothing of a name that is no text */
function checkName(code: SluiceErrorCode, what: string, name: unknown): void {
  if (typeof name === 'string') return
  throw new SluiceError(code, `the name of a ${what} is a text, found ${describeType(name)}`)
}

/** ms since the engine opened, by the clock that was asked for. */
function elapsedOf(baseMs: number, clock: Clock | SharedArrayBuffer | undefined): Clock {
  if (clock === undefined) return createElapsed(baseMs)
  return clock instanceof SharedArrayBuffer ? coarseClock(clock) : () => clock() - baseMs
}

/** Tells the decisions of this thread from those of others. */
function randomId(): string {
  return randomBytes(6).toString('base64url')
}

interface Events {
  publish: [PublishEvent]
  error: [SluiceError]
}

/**
 * Flags and limits of one config, decided in this process. `Sluice.open` makes one; other threads `Sluice.attach` to
 * it and see the same rules and the same counters.
 */
export class Sluice {
  readonly #engine: Engine
  readonly #reader: RulesetReader
  readonly #parts: EvaluationParts
  readonly #limitParts: LimitParts
  readonly #wall: WallClock | undefined
  readonly #ticker: Ticker | undefined
  readonly #publisher: Publisher | undefined
  readonly #identity: Identity
  readonly #gateParts: GateParts
  readonly #verifier: CredentialVerifier
  readonly #gates = new Map<string, Gate>()
  /** The tenants, at run time. */
  readonly tenants: Tenants
  readonly #events = new EventEmitter<Events>()
  readonly #flags = new Map<string, Flag>()
  readonly #limits = new Map<string, Limit>()
  #watch: ConfigWatch | undefined
  #keys: { version: number; keys: readonly string[]; set: ReadonlySet<string> } | undefined
  #gateNames: { version: number; names: readonly string[]; set: ReadonlySet<string> } | undefined
  #closed = false

  private constructor(
    engine: Engine,
    clock: Clock | SharedArrayBuffer | undefined,
    fetcher: typeof fetch | undefined,
    opened?: { source: string | object; options: SluiceOptions; ticker: Ticker | undefined },
  ) {
    this.#engine = engine
    const elapsed = elapsedOf(engine.clockBaseMs, clock)
    this.#reader = new RulesetReader(engine)
    this.#parts = new EvaluationParts(engine, this.#reader)
    this.#limitParts = new LimitParts(engine, this.#reader, elapsed)
    this.#identity = new Identity(engine, this.#reader, elapsed, fetcher)
    const applyNumbers: ApplyNumbers = (tenant, numbers) => {
      if (this.#publisher !== undefined) return this.#publisher.applyNumbers(tenant, numbers)
      if (Object.keys(numbers).length > 0) this.#owned('give tenants numbers of their own')
      return () => {}
    }
    this.tenants = new Tenants(this.#identity, this.#limitParts, applyNumbers)
    this.#gateParts = new GateParts(
      this.#limitParts,
      this.#identity,
      name => this.limit(name),
      randomId(),
    )
    this.#verifier = new CredentialVerifier(this.#gateParts)
    if (opened === undefined) return
    const { source, options, ticker } = opened
    this.#ticker = ticker
    prepareIdentity(this.#identity, options)
    this.#publisher = new Publisher(this.#limitParts, this.#identity, this.tenants, source, options)
    this.#wall = new WallClock(engine, elapsed, options.wallClock ?? Date.now)
  }

  /**
   * Opens an engine with a config.
   * @param source a YAML or JSON file, a folder of them, or the parsed object
   * @throws SluiceError CONFIG_INVALID with all problems and their positions, CAPACITY_EXCEEDED, OPTION_INVALID,
   *   DUMP_INVALID
   */
  static async open(source: string | object, options: SluiceOptions = {}): Promise<Sluice> {
    checkOpenNames(options)
    const sizes = resolveSizes(options)
    checkOptions(source, options)
    const build = chooseBuild(options)
    await prepareBuild(build)
    const { engine, clock, ticker, dump, startMs } = openEngine(sizes, build, options)
    const sluice = new Sluice(engine, clock, options.fetch, { source, options, ticker })
    try {
      if (dump !== undefined) sluice.#publisher!.restore(dump, startMs)
      // Watching starts before reading, or a change in between would go unseen.
      if (typeof source === 'string' && options.watch !== false)
        await sluice.#startWatch(sluice.#publisher!, source)
      await sluice.reload()
    } catch (error) {
      sluice.close()
      throw error
    }
    warmUp(sluice.#parts)
    return sluice
  }

  /**
   * Attaches this thread to an engine that another thread opened: the same rules, the same counters. Close it before
   * the thread ends, or its lane stays taken.
   * @throws SluiceError HANDLE_INVALID, OPTION_INVALID, LANES_EXHAUSTED, CLOSED
   */
  static attach(handle: SluiceHandle, options: AttachOptions = {}): Sluice {
    const { memory, module } = (handle ?? {}) as SluiceHandle
    if (!isMemory(memory) || !isModule(module)) {
      throw new SluiceError('HANDLE_INVALID', 'attach takes the `handle` of an open Sluice')
    }
    checkAttachOptions(options)
    const { ticks } = handle
    const clock = options.clock ?? (ticks instanceof SharedArrayBuffer ? ticks : undefined)
    return new Sluice(Engine.attach(memory, module), clock, options.fetch)
  }

  /**
   * What another thread needs to attach.
   * @throws SluiceError OPTION_INVALID if it was opened with `shared: false`, or runs as JavaScript
   */
  get handle(): SluiceHandle {
    const { memory, module, build } = this.#engine
    if (module === undefined) {
      const how = build === 'js' ? "with evaluators: 'js'" : 'with shared: false'
      throw new SluiceError('OPTION_INVALID', `opened ${how}, which no thread can attach to`)
    }
    this.#engine.share()
    const ticks = this.#ticker?.cell
    return { sluice: 1, memory, module, ...(ticks !== undefined && { ticks }) }
  }

  /** What the evaluators run as. */
  get evaluators(): EvaluatorsKind {
    const { build } = this.#engine
    return build === 'js' || build === 'debug' ? build : 'wasm'
  }

  /** Version of the live config, counted from 1; -1 once closed. */
  get version(): number {
    return this.#engine.version
  }

  /** Metadata of the flag set. A copy. */
  get metadata(): Metadata {
    return this.#reader.metadata()
  }

  /** The handle of a flag, whether the config has it yet or not. The same key gives the same handle. */
  flag(key: string): Flag {
    let flag = this.#flags.get(key)
    if (flag === undefined) {
      flag = new Flag(this.#parts, key)
      // Keys that callers make up must not fill the memory.
      if (this.hasFlag(key)) this.#flags.set(key, flag)
    }
    return flag
  }

  /** Whether the live config has a flag of that key. */
  hasFlag(key: string): boolean {
    return this.#currentKeys().set.has(key)
  }

  /** Keys of the live config's flags. */
  flagKeys(): readonly string[] {
    return this.#currentKeys().keys
  }

  /**
   * A context that is encoded once for many flags. For the next request give it other attributes with its `set`.
   * @throws TypeError if the attributes are no object
   */
  context(attributes: EvaluationContext): PreparedContext {
    return new PreparedContext(attributes)
  }

  /**
   * Flags that are evaluated together, in one call and against one version.
   * @param keys which, whether the config has them yet or not; all of the config if left out
   */
  flagGroup(keys?: readonly string[]): FlagGroup {
    return new FlagGroup(this.#parts, keys)
  }

  /**
   * Holds the live version of the config, so that several evaluations are decided by the same rules.
   * @throws SluiceError CLOSED
   */
  pin(): Snapshot {
    return new Snapshot(this.#parts)
  }

  /**
   * The handle of a limit, whether the config has it yet or not. The same name gives the same handle.
   * @throws SluiceError LIMIT_NOT_FOUND of a name that is no text, CLOSED
   */
  limit(name: string): Limit {
    let limit = this.#limits.get(name)
    if (limit === undefined) {
      checkName('LIMIT_NOT_FOUND', 'limit', name)
      limit = new Limit(this.#limitParts, name)
      if (this.hasLimit(name)) this.#limits.set(name, limit)
    }
    return limit
  }

  /**
   * Limits that are asked together, all or nothing: 1 to 16, by name, or as handles of their plans.
   * @throws RangeError
   */
  limitGroup(limits: readonly (string | Limit)[]): LimitGroup {
    const handles = limits.map(limit => (typeof limit === 'string' ? this.limit(limit) : limit))
    return new LimitGroup(this.#limitParts, handles)
  }

  /**
   * A key that is encoded and hashed once, for many calls on this thread. Of several parts it is one key, which no other
   * parts make.
   * @throws SluiceError KEY_INVALID
   */
  key(...parts: (string | number | boolean)[]): PreparedKey {
    return this.#limitParts.prepareKey(composeKey(...parts))
  }

  /**
   * Settles a reservation by its `id`, of whatever thread.
   * @param actual what was really used, of each limit, or one number for all; without it, what was reserved; 0 puts
   *   everything back
   * @returns whether it was still held
   * @throws SluiceError RESERVATION_INVALID, COST_INVALID, CLOSED
   */
  settle(id: string, actual?: number | readonly number[]): boolean {
    return settleReservation(this.#limitParts, id, actual)
  }

  /**
   * The handle of a gate, whether the config has it yet or not. The same name gives the same handle.
   * @throws SluiceError GATE_NOT_FOUND of a name that is no text, CLOSED
   */
  gate(name: string): Gate {
    let gate = this.#gates.get(name)
    if (gate === undefined) {
      // Without a name a gate would ask for nothing.
      checkName('GATE_NOT_FOUND', 'gate', name)
      gate = new Gate(this.#gateParts, name)
      if (this.hasGate(name)) this.#gates.set(name, gate)
    }
    return gate
  }

  /** Whether the live config has a gate of that name. */
  hasGate(name: string): boolean {
    return this.#currentGates().set.has(name)
  }

  /** Names of the live config's gates. */
  gateNames(): readonly string[] {
    return this.#currentGates().names
  }

  #currentGates() {
    const { version } = this.#engine
    if (this.#gateNames?.version !== version) {
      const names = this.#reader.pinned(ruleset => readGateNames(this.#engine, ruleset))
      this.#gateNames = { version, names: Object.freeze(names), set: new Set(names) }
    }
    return this.#gateNames
  }

  /**
   * Who shows a credential, without a gate: a key, an opaque session, or a JWT, which is verified if it is not known yet.
   * The answer is the caller's own.
   * @throws SluiceError OPTION_INVALID, CLOSED
   */
  verify(credential: string | undefined, options: VerifyOptions = {}): Promise<VerificationAnswer> {
    return this.#verifier.verify(credential, options)
  }

  /** The API keys, at run time. */
  get keys(): Keys {
    return this.#identity.keys
  }

  /** The sessions, at run time. */
  get sessions(): Sessions {
    return this.#identity.sessions
  }

  /** Whether the live config has a limit of that name. */
  hasLimit(name: string): boolean {
    return this.#limitParts.table.views().has(name)
  }

  /** Names of the live config's limits. */
  limitNames(): readonly string[] {
    return [...this.#limitParts.table.views().keys()]
  }

  /**
   * What happened to a limit, over all threads.
   * @throws SluiceError LIMIT_NOT_FOUND
   */
  limitMetrics(name: string): LimitMetrics {
    checkName('LIMIT_NOT_FOUND', 'limit', name)
    return this.#limitParts.table.metrics(name)
  }

  /**
   * Gives a key of a limit numbers of its own, before those of its plan and of the config, from the next call on in every
   * thread; `undefined` takes them back. They survive reloads.
   * @throws SluiceError NUMBERS_INVALID, LIMIT_NOT_FOUND, CAPACITY_EXCEEDED, EXCEPTIONS_EXHAUSTED, HANDLE_INVALID on a
   *   thread that did not open the engine
   */
  setOverride(limit: string, key: string, numbers: LimitNumbers | undefined): void {
    const overrides = this.#owned('give keys numbers of their own').overrides
    if (numbers === undefined) overrides.delete(limit, key)
    else overrides.set(limit, key, numbers)
  }

  /**
   * All counters as bytes, to `restore` with when opening: what was used, reserved, blocked, and the numbers that keys
   * got at run time. Only on the thread that opened the engine. Keep them secret, and to yourself: whoever has them can
   * choose keys that collide. Takes of known keys go on meanwhile.
   * @throws SluiceError HANDLE_INVALID, CLOSED
   */
  dump(): Uint8Array {
    const publisher = this.#owned('dump')
    if (this.#closed) throw new SluiceError('CLOSED', 'the engine was closed')
    const nowMs = this.#limitParts.elapsed()
    return publisher.dump(nowMs, this.#engine.wallOffset + Math.floor(Math.max(nowMs, 0)))
  }

  /** Compares the wall clock with what quotas and aligned windows go by. Done every second; for clocks that jump. */
  syncClock(): void {
    this.#wall?.sync()
  }

  /**
   * Reads the source again and makes it live. On any error the config that is live stays.
   * @throws SluiceError as `open`
   */
  async reload(): Promise<void> {
    const publisher = this.#owned('reload it')
    await this.#makeLive(publisher, publisher.source)
  }

  /**
   * Makes another config live in place of the one that was opened, until the next reload.
   * @throws SluiceError as `open`
   */
  async publish(config: object): Promise<void> {
    await this.#makeLive(this.#owned('publish'), config)
  }

  /** `publish`: a config went live. `error`: a changed file did not. Both on the thread that opened only. */
  on<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): this {
    this.#events.on(event, listener as never)
    return this
  }

  /** Takes a listener back. */
  off<Name extends keyof Events>(event: Name, listener: (...args: Events[Name]) => void): this {
    this.#events.off(event, listener as never)
    return this
  }

  /** Ends this thread's use; on the thread that opened, everybody's. May be called again. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#watch?.close()
    this.#wall?.close()
    this.#ticker?.close()
    this.#publisher?.close()
    this.#identity.close()
    this.#engine.close()
    this.#events.removeAllListeners()
  }

  /** What only the thread that opened the engine has. */
  #owned(what: string): Publisher {
    if (this.#publisher !== undefined) return this.#publisher
    throw new SluiceError('HANDLE_INVALID', `only the thread that opened the engine can ${what}`)
  }

  #currentKeys() {
    const version = this.#engine.version
    if (this.#keys?.version !== version) {
      const keys = this.#reader.flagKeys().sort()
      this.#keys = { version, keys: Object.freeze(keys), set: new Set(keys) }
    }
    return this.#keys
  }

  async #startWatch(publisher: Publisher, path: string): Promise<void> {
    const warn = (error: unknown) => this.#fail(error)
    this.#watch = watchConfig(path, () => void this.#makeLive(publisher, path).catch(warn), {
      onError: warn,
    })
    const watch = this.#watch
    publisher.follow(read => watch.follow(read))
    await watch.ready
  }

  /** An error that nobody waits for. */
  #fail(cause: unknown): void {
    if (this.#closed) return
    const error =
      cause instanceof SluiceError ? cause : new SluiceError('CONFIG_INVALID', String(cause))
    if (this.#events.listenerCount('error') > 0) this.#events.emit('error', error)
    else process.emitWarning(error.message, { type: 'SluiceWarning', code: error.code })
  }

  async #makeLive(publisher: Publisher, source: string | object): Promise<void> {
    const event = await publisher.publish(source)
    for (const key of this.#flags.keys()) if (!this.hasFlag(key)) this.#flags.delete(key)
    for (const name of this.#gates.keys()) if (!this.hasGate(name)) this.#gates.delete(name)
    for (const name of this.#limits.keys()) if (!this.hasLimit(name)) this.#limits.delete(name)
    this.#events.emit('publish', event)
  }
}
