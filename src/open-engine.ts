// From the options to an engine: its clock, its wall clock, and, of a dump, the time at which to go on.
import { randomBytes } from 'node:crypto'
import { type Clock, processClockMs } from './engine/clock.ts'
import { Engine } from './engine/engine.ts'
import type { EngineSizes } from './engine/options.ts'
import { Ticker } from './engine/ticker.ts'
import type { Build } from './engine/wasm.ts'
import { SluiceError } from './errors.ts'
import { type LimitDump, readDump } from './limit-dump.ts'
import type { SluiceOptions } from './sluice-options.ts'

/** An engine, and what goes with it. */
export interface OpenedEngine {
  readonly engine: Engine
  /** Undefined for the default; the cell of a ticker for the coarse one. */
  readonly clock: Clock | SharedArrayBuffer | undefined
  readonly ticker: Ticker | undefined
  readonly dump: LimitDump | undefined
  /** ms that the engine's clock shows at first. */
  readonly startMs: number
}

/** @throws SluiceError OPTION_INVALID, DUMP_INVALID */
export function openEngine(sizes: EngineSizes, build: Build, options: SluiceOptions): OpenedEngine {
  const { wallClock = Date.now, restore } = options
  const dump = restore === undefined ? undefined : readDump(restore)
  const wallMs = Math.floor(wallClock())
  if (!Number.isSafeInteger(wallMs) || wallMs < 0) {
    throw new SluiceError('OPTION_INVALID', `option wallClock must return Unix ms, found ${wallMs}`)
  }
  // The clock goes on where the dump's stopped, and later by what has passed since; not earlier if the wall clock was
  // set back.
  const startMs =
    dump === undefined ? 0 : dump.header.elapsedMs + Math.max(wallMs - dump.header.wallMs, 0)
  const baseMs =
    (typeof options.clock === 'function' ? options.clock() : processClockMs()) - startMs
  const seed = dump?.seed ?? randomBytes(16)
  const offset = wallMs - Math.floor(startMs)
  const wallAtOpenMs = dump?.header.wallAtOpenMs ?? wallMs
  const engine = Engine.open(sizes, seed, baseMs, build, offset, wallAtOpenMs)
  // Last: nothing that fails may leave its thread behind.
  const ticker = options.clock === 'coarse' ? new Ticker(baseMs) : undefined
  const clock = typeof options.clock === 'function' ? options.clock : ticker?.cell
  return { engine, clock, ticker, dump, startMs }
}
