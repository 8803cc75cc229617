// Credentials on their way into the lane: nothing of them is kept on the JavaScript side.
import type { Engine } from '../engine/engine.ts'

/** It is none: empty, too long, not ASCII, or no text. */
export const MALFORMED = -1

/** Bytes of the lane behind the longest credential. */
const SPARE = 64

export class CredentialWriter {
  readonly #buffer: Buffer
  readonly #max: number

  constructor(engine: Engine) {
    const start = engine.lane + engine.map.laneCredential
    this.#max = engine.sizes.credentialBytesMax
    // Room for more than the longest: or one with other characters could end where the longest does.
    this.#buffer = Buffer.from(engine.memory.buffer as ArrayBuffer, start, this.#max + SPARE)
  }

  /** Writes the credential: how many bytes it has, or MALFORMED. */
  write(credential: string): number {
    if (typeof credential !== 'string') return MALFORMED
    const { length } = credential
    if (length === 0 || length > this.#max) return MALFORMED
    // One call for any length: 50 ns for a key, 65 for a token of 400 bytes, where a loop of stores takes 90 and 620.
    if (this.#buffer.write(credential, 0, this.#max + SPARE, 'utf8') === length) return length
    // Other characters take more bytes than one.
    this.wipe(this.#max + SPARE)
    return MALFORMED
  }

  wipe(length: number): void {
    this.#buffer.fill(0, 0, length)
  }
}
