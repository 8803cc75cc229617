// How often what an issuer's tokens were trusted by has been taken back: a key was removed, or the issuer was defined
// anew. It only grows, also over an issuer that goes and comes back, so what was verified before is never taken for new.

export class Generations {
  /** Told of each new generation. */
  onGeneration: ((issuer: string, generation: number) => void) | undefined
  readonly #byIssuer = new Map<string, number>()

  /** 1 or more; 0 if there never was such an issuer. */
  of(issuer: string): number {
    return this.#byIssuer.get(issuer) ?? 0
  }

  bump(issuer: string): void {
    const generation = this.of(issuer) + 1
    this.#byIssuer.set(issuer, generation)
    this.onGeneration?.(issuer, generation)
  }
}
