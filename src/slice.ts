// Long work on a thread that serves requests meanwhile is done in slices, with others' turns in between.

/** For how long the thread is kept, in ms. */
const SLICE_MS = 2
/** Small steps between two looks at the clock, which costs as much as some of them. */
const STEPS = 16

/** One piece of long work. */
export class Slice {
  #endMs = performance.now() + SLICE_MS
  #steps = 0

  /** Whether it is time for others; asked after each small step. */
  isOver(): boolean {
    return ++this.#steps % STEPS === 0 && performance.now() >= this.#endMs
  }

  /** Gives others their turn, and begins the next slice. */
  async others(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve))
    this.#endMs = performance.now() + SLICE_MS
  }
}
