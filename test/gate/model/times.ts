// When the tests of the composition happen.

/** When the engines of the tests are opened: some Sunday, in the middle of every period. */
export const WALL_MS = Date.UTC(2025, 2, 30, 0, 17, 31, 250)

/** A time so many ms after the opening, as a config says it. */
export function iso(offsetMs: number): string {
  return new Date(WALL_MS + offsetMs).toISOString()
}
