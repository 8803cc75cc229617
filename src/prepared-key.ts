// A key that is encoded and hashed once, for callers that ask about it often.

/**
 * A key of limits whose hash is known. Made by `Sluice.key`, for that Sluice alone. Not changed by anything; it may be
 * kept for as long as the Sluice is open.
 */
export class PreparedKey {
  /** What was prepared: of several parts, the one key that they make. */
  readonly text: string
  /** @internal Which thread's view of which engine made it. */
  readonly owner: object
  /** @internal Where the lane remembers it. */
  readonly place: number
  /** @internal */
  readonly print: number
  /** @internal The halves of its hash. */
  readonly low: number
  /** @internal */
  readonly high: number

  /** @internal */
  constructor(
    text: string,
    owner: object,
    { place, print, low, high }: { place: number; print: number; low: number; high: number },
  ) {
    this.text = text
    this.owner = owner
    this.place = place
    this.print = print
    this.low = low
    this.high = high
  }
}
