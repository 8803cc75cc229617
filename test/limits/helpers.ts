// What the suites of the limits have in common: engines that are small, and clocks that the test sets.
import { onTestFinished } from 'vitest'
import { Sluice, SluiceError, type SluiceOptions } from '../../src/index.ts'

/** Sizes that make an engine cheap to open: hundreds are. */
export const SMALL: SluiceOptions = {
  limitsMax: 32,
  limitKeysMax: 256,
  rulesetBytesMax: 65_536,
  lanesMax: 1,
  leasesMax: 64,
  exceptionsMax: 64,
  requestsMax: 64,
  logKeysMax: 64,
  logTokensMax: 256,
  attributesMax: 8,
  contextBytesMax: 1024,
  contextsMax: 1,
  flagsMax: 16,
}

/** The wall clock when an engine opens: all windows of a day and less start here. */
export const NEW_YEAR = Date.parse('2026-01-01T00:00:00Z')

/** The clocks of an engine: ms since it opened, and the Unix ms that the wall clock then said. */
export interface Times {
  now: number
  wall: number
}

export interface Opened {
  sluice: Sluice
  times: Times
  /** Sets the clock, in ms since the opening. The wall clock runs along. */
  at(ms: number): void
}

/** Opens an engine with limits that is closed when the test is done. */
export async function openLimits(
  limits: Record<string, object>,
  options: SluiceOptions = {},
  wall: number | string = NEW_YEAR,
): Promise<Opened> {
  const times = { now: 0, wall: typeof wall === 'string' ? Date.parse(wall) : wall }
  const sluice = await Sluice.open(
    { limits },
    {
      shared: false,
      ...SMALL,
      clock: () => times.now,
      wallClock: () => times.wall + times.now,
      ...options,
    },
  )
  onTestFinished(() => sluice.close())
  const at = (ms: number) => {
    times.now = ms
  }
  return { sluice, times, at }
}

/** The code of the SluiceError that a call throws; another error's name; 'nothing'. */
export function codeOf(call: () => unknown): string {
  try {
    call()
  } catch (error) {
    if (error instanceof SluiceError) return error.code
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  }
  return 'nothing'
}

/** The same of a promise. */
export async function rejectionOf(promise: Promise<unknown>): Promise<string> {
  const [result] = await Promise.allSettled([promise])
  return codeOf(() => {
    if (result.status === 'rejected') throw result.reason
  })
}

export const SECOND = 1000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** Five a day by every algorithm that takes. The windows that are in step with the clock start when the engine opens. */
export const FIVE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  gcra: { algorithm: 'gcra', rate: '5/d' },
  aligned: { algorithm: 'fixed-window', rate: '5/d' },
  'first hit': { algorithm: 'fixed-window', rate: '5/d', window: 'first-hit' },
  quota: { algorithm: 'quota', limit: 5, period: 'day' },
  sliding: { algorithm: 'sliding-window', rate: '5/d' },
  strict: { algorithm: 'sliding-window', rate: '5/d', strict: true },
  log: { algorithm: 'sliding-log', rate: '5/d' },
}
