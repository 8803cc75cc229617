// One thread's view of one memory: the typed views, the evaluators, this thread's lane, and which ruleset is live.
// Everything above it asks the engine; nothing above it touches the memory.
import {
  CONTROL_CLOSED,
  CONTROL_LIMITS,
  CONTROL_OFFSET,
  CONTROL_SEED,
  CONTROL_VERSION,
  CONTROL_WALL,
  LANE_ANSWER,
  LANE_ARENA_END,
  LANE_ATTACHED,
  LANE_COLLISIONS,
  LANE_CREDENTIAL,
  LANE_EXCEPTION_SLOTS,
  LANE_EXCEPTIONS,
  LANE_EXCEPTIONS_MAX,
  LANE_FREE,
  LANE_GATE_CONTEXT,
  LANE_HASHING,
  LANE_IDENTITY,
  LANE_KEY_BYTES,
  LANE_LEASE_COUNT,
  LANE_LEASES,
  LANE_LIMITS,
  LANE_LOG_BYTES,
  LANE_LOG_SETS,
  LANE_LOGS,
  LANE_METRICS,
  LANE_OUTCOMES,
  LANE_REQUEST_SETS,
  LANE_REQUESTS,
  LANE_SCRATCH,
  LANE_SEED,
  LANE_SET_COUNT,
  LANE_SNAPSHOTS,
  LANE_SOLO,
  LANE_STATE,
  LANE_TABLE,
  LANE_TRACE,
  LANE_TRACE_STEPS,
  LANE_VACATED,
  PAGE_BYTES,
} from '../../assembly/shared/layout.ts'
import { STRING_BYTES, STRING_LENGTH } from '../../assembly/shared/value.ts'
import { SluiceError } from '../errors.ts'
import { writeIdentityHeader } from './identity-map.ts'
import { foldCounts } from './limit-counts.ts'
import type { MemoryMap } from './memory.ts'
import {
  CONTEXT_OF_GATES,
  mapMemory,
  readControl,
  TRACE_STEPS_MAX,
  writeControl,
} from './memory.ts'
import type { EngineSizes } from './options.ts'
import type { Build, EvaluatorMemory, Evaluators } from './wasm.ts'
import { createMemory, instantiate, instantiateBuild, loadModule } from './wasm.ts'

// A text that starts with U+FEFF keeps it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const VERSION_INDEX = (CONTROL_OFFSET + CONTROL_VERSION) >> 2
const LIMITS_INDEX = (CONTROL_OFFSET + CONTROL_LIMITS) >> 2
const CLOSED_INDEX = (CONTROL_OFFSET + CONTROL_CLOSED) >> 2

/** The version a closed engine reports: never one that is live. */
const CLOSED_VERSION = -1

/** An instance of a module that came with a handle, and may be anything. */
function instantiateForeign(module: WebAssembly.Module, memory: WebAssembly.Memory): Evaluators {
  const names = WebAssembly.Module.exports(module).map(({ name }) => name)
  const own = WebAssembly.Module.exports(loadModule('shared')).map(({ name }) => name)
  if (own.every(name => names.includes(name))) return instantiate(module, memory)
  throw new SluiceError('HANDLE_INVALID', 'the handle is not one of this version of Sluice')
}

export class Engine {
  readonly memory: EvaluatorMemory
  readonly build: Build
  /** What other threads instantiate; undefined where no other thread can have the memory. */
  readonly module: WebAssembly.Module | undefined
  readonly evaluators: Evaluators
  readonly sizes: EngineSizes
  readonly map: MemoryMap
  /** ms on the shared clock when the engine was opened: all its times count from there. */
  readonly clockBaseMs: number
  readonly u8: Uint8Array
  readonly u16: Uint16Array
  readonly i32: Int32Array
  readonly u32: Uint32Array
  readonly f64: Float64Array
  /** Address of this thread's lane. */
  readonly lane: number
  /** Whether this thread opened the engine: it alone publishes, and so needs no pins. */
  readonly owner: boolean
  /** Of the owner: the live version, without an atomic load. Once closed, that. */
  #ownVersion = 0
  /** Of the owner: the epoch of the limits, without an atomic load. Once closed, -1. */
  #ownEpoch = 0
  /** Whether this thread closed it: its lane may be another thread's by now. */
  #closed = false

  private constructor(
    memory: EvaluatorMemory,
    build: Build,
    module: WebAssembly.Module | undefined,
    evaluators: Evaluators,
    sizes: EngineSizes,
    clockBaseMs: number,
    owner: boolean,
  ) {
    this.memory = memory
    this.build = build
    this.module = module
    this.sizes = sizes
    this.clockBaseMs = clockBaseMs
    this.owner = owner
    this.map = mapMemory(sizes)
    const buffer = memory.buffer
    this.u8 = new Uint8Array(buffer)
    this.u16 = new Uint16Array(buffer)
    this.i32 = new Int32Array(buffer)
    this.u32 = new Uint32Array(buffer)
    this.f64 = new Float64Array(buffer)
    this.evaluators = evaluators
    this.lane = this.#claimLane()
  }

  /**
   * A new memory. `seed` is 16 secret bytes. For the build `js` `prepareBuild` must have been awaited before.
   * `true` stands for the build `shared`, `false` for `unshared`.
   */
  static open(
    sizes: EngineSizes,
    seed: Uint8Array,
    clockBaseMs: number,
    from: Build | boolean,
    wallMs = Date.now(),
    wallAtOpenMs = wallMs,
  ): Engine {
    const build = typeof from === 'string' ? from : from ? 'shared' : 'unshared'
    const memory = createMemory(build, Math.ceil(mapMemory(sizes).bytes / PAGE_BYTES))
    const view = new DataView(memory.buffer)
    writeControl(view, sizes, seed, clockBaseMs, wallMs, wallAtOpenMs)
    writeIdentityHeader(view, mapMemory(sizes).identity, sizes)
    const evaluators = instantiateBuild(build, memory)
    const module = build === 'shared' || build === 'debug' ? loadModule(build) : undefined
    return new Engine(memory, build, module, evaluators, sizes, clockBaseMs, true)
  }

  /**
   * This thread's view of a memory that another thread opened.
   * @throws SluiceError HANDLE_INVALID, LANES_EXHAUSTED, CLOSED.
   */
  static attach(memory: WebAssembly.Memory, module: WebAssembly.Module): Engine {
    const { sizes, clockBaseMs } = readControl(new DataView(memory.buffer))
    const evaluators = instantiateForeign(module, memory)
    const engine = new Engine(memory, 'shared', module, evaluators, sizes, clockBaseMs, false)
    if (engine.version === CLOSED_VERSION) {
      engine.close()
      throw new SluiceError('CLOSED', 'the engine was closed by the thread that opened it')
    }
    return engine
  }

  /** The live version: 0 before the first publish, -1 once closed. */
  get version(): number {
    if (this.owner || this.#closed) return this.#ownVersion
    if (Atomics.load(this.i32, CLOSED_INDEX) !== 0) return CLOSED_VERSION
    return Atomics.load(this.i32, VERSION_INDEX)
  }

  /** Changes whenever the limits do: odd while they are being written, -1 once closed. */
  get limitsEpoch(): number {
    if (this.owner || this.#closed) return this.#ownEpoch
    return Atomics.load(this.i32, LIMITS_INDEX)
  }

  /** Says that the limits are other ones, or, with odd numbers, are being written. Of the owner only. */
  setLimitsEpoch(epoch: number): void {
    this.#ownEpoch = epoch
    Atomics.store(this.i32, LIMITS_INDEX, epoch)
  }

  /** Whether another thread can have the memory. */
  get isShared(): boolean {
    return this.u32[(this.lane + LANE_SOLO) >> 2] === 0
  }

  /** What to add to whole ms since the engine opened to get Unix ms. */
  get wallOffset(): number {
    return this.f64[(CONTROL_OFFSET + CONTROL_WALL) >> 3]!
  }

  set wallOffset(ms: number) {
    this.f64[(CONTROL_OFFSET + CONTROL_WALL) >> 3] = ms
  }

  /** Address of the region that holds, or will hold, a version. */
  region(version: number): number {
    return this.map.rulesets + (version & 1) * this.map.rulesetBytes
  }

  /** Makes a version live. Of the owner only. */
  setVersion(version: number): void {
    this.#ownVersion = version
    Atomics.store(this.i32, VERSION_INDEX, version)
  }

  /** The text of the string record at an address. */
  readString(address: number): string {
    const length = this.u32[(address + STRING_LENGTH) >> 2]!
    // A copy, for TextDecoder refuses shared memory.
    return decoder.decode(this.u8.slice(address + STRING_BYTES, address + STRING_BYTES + length))
  }

  /** How often a compare-and-swap of this thread lost to another thread. */
  get collisions(): number {
    return this.u32[(this.lane + LANE_COLLISIONS) >> 2]!
  }

  /** Says that other threads may have the memory from now on. To be called before they can. */
  share(): void {
    this.u32[(this.lane + LANE_SOLO) >> 2] = 0
  }

  /** Gives the lane back; the owner also ends the engine for all threads. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#ownVersion = CLOSED_VERSION
    this.#ownEpoch = CLOSED_VERSION
    if (this.owner) {
      Atomics.store(this.i32, CLOSED_INDEX, 1)
      Atomics.store(this.i32, LIMITS_INDEX, CLOSED_VERSION)
    }
    foldCounts(this)
    // Snapshots that were not released must not hold the publisher up.
    for (const region of [0, 1]) {
      Atomics.store(this.i32, (this.lane + LANE_SNAPSHOTS + 4 * region) >> 2, 0)
    }
    Atomics.store(this.i32, (this.lane + LANE_STATE) >> 2, LANE_VACATED)
  }

  /** Addresses of all lanes. */
  *lanes(): Generator<number> {
    for (let index = 0; index < this.sizes.lanesMax; index++) {
      yield this.map.lanes + index * this.map.laneBytes
    }
  }

  #claimLane(): number {
    for (const lane of this.lanes()) {
      const state = (lane + LANE_STATE) >> 2
      for (const vacant of [LANE_FREE, LANE_VACATED]) {
        if (Atomics.compareExchange(this.i32, state, vacant, LANE_ATTACHED) !== vacant) continue
        // Nothing of the thread that had the lane before may be left in it. One that nobody had is all zeroes, and its
        // pages need not be touched.
        if (vacant === LANE_VACATED) this.u8.fill(0, lane + LANE_TABLE, lane + this.map.laneBytes)
        this.#prepareLane(lane)
        return lane
      }
    }
    throw new SluiceError(
      'LANES_EXHAUSTED',
      `all ${this.sizes.lanesMax} lanes are taken: raise the option lanesMax, and call close() in threads that end`,
    )
  }

  #prepareLane(lane: number): void {
    const { map, sizes } = this
    const set = (field: number, value: number) => {
      this.u32[(lane + field) >> 2] = value
    }
    set(LANE_TABLE, map.table)
    set(LANE_SET_COUNT, map.setCount)
    set(LANE_METRICS, map.metrics)
    set(LANE_SCRATCH, lane + map.laneScratch)
    set(LANE_ARENA_END, lane + map.laneScratch + sizes.scratchBytesMax)
    set(LANE_TRACE, lane + map.laneTrace)
    set(LANE_TRACE_STEPS, TRACE_STEPS_MAX)
    set(LANE_OUTCOMES, lane + map.laneOutcomes)
    set(LANE_KEY_BYTES, lane + map.laneKey)
    set(LANE_LIMITS, lane + map.laneLimits)
    set(LANE_LOGS, map.logs)
    set(LANE_LOG_SETS, map.logSets)
    set(LANE_LOG_BYTES, map.logBytes)
    set(LANE_LEASES, map.leases)
    set(LANE_LEASE_COUNT, sizes.leasesMax)
    set(LANE_EXCEPTIONS, map.exceptions)
    set(LANE_EXCEPTION_SLOTS, map.exceptionSlots)
    set(LANE_EXCEPTIONS_MAX, sizes.exceptionsMax)
    set(LANE_REQUESTS, map.requests)
    set(LANE_REQUEST_SETS, map.requestSets)
    set(LANE_SOLO, this.owner ? 1 : 0)
    set(LANE_IDENTITY, map.identity.base)
    set(LANE_ANSWER, lane + map.laneAnswer)
    set(LANE_HASHING, lane + map.laneHashing)
    set(LANE_CREDENTIAL, lane + map.laneCredential)
    set(LANE_GATE_CONTEXT, lane + map.laneContexts + CONTEXT_OF_GATES * map.contextBytes)
    const seed = CONTROL_OFFSET + CONTROL_SEED
    this.u8.copyWithin(lane + LANE_SEED, seed, seed + 16)
  }
}
