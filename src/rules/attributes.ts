// The attributes that the flags of a ruleset read: each path once, numbered in the order of first use.
import { SOURCE_CONTEXT, SOURCE_TIMESTAMP } from '../../assembly/shared/ruleset.ts'

/** One attribute: its path as a JSON array, and where the host takes its value from. */
export interface Attribute {
  readonly path: string
  readonly source: number
}

const TIMESTAMP = '["$flagd","timestamp"]'

export class AttributeTable {
  readonly #indexes = new Map<string, number>()

  get size(): number {
    return this.#indexes.size
  }

  /** Index of the attribute at the path. */
  index(segments: readonly string[]): number {
    const path = JSON.stringify(segments)
    let index = this.#indexes.get(path)
    if (index === undefined) {
      index = this.#indexes.size
      this.#indexes.set(path, index)
    }
    return index
  }

  list(): Attribute[] {
    return [...this.#indexes.keys()].map(path => ({
      path,
      source: path === TIMESTAMP ? SOURCE_TIMESTAMP : SOURCE_CONTEXT,
    }))
  }
}
