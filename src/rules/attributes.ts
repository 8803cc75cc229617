// The attributes that the flags of a ruleset read: each path once, numbered in the order of first use.
import { REACH_WHOLE, SOURCE_CONTEXT, SOURCE_TIMESTAMP } from '../../assembly/shared/ruleset.ts'
import { splitPath } from './path.ts'
import { unionOfReaches } from './reach.ts'

/** One attribute: its path as a JSON array, and where the host takes its value from. */
export interface Attribute {
  readonly path: string
  readonly source: number
  /** How much of it serves all flags. */
  readonly reach: number
}

const TIMESTAMP = '["$flagd","timestamp"]'

export class AttributeTable {
  readonly #indexes = new Map<string, number>()
  /** The same by dotted path, as rules write it. */
  readonly #dotted = new Map<string, number>()

  get size(): number {
    return this.#indexes.size
  }

  /** Index of the attribute that a dotted path leads to. */
  indexOfDotted(path: string): number {
    let index = this.#dotted.get(path)
    if (index === undefined) {
      index = this.index(splitPath(path))
      this.#dotted.set(path, index)
    }
    return index
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

  /** The paths of all attributes, as JSON. */
  paths(): string[] {
    return [...this.#indexes.keys()]
  }

  /** All attributes; `reads` has, of each flag, the attributes it reads with their reaches. */
  list(reads: readonly (readonly (readonly [number, number])[])[]): Attribute[] {
    const reaches: (number | undefined)[] = []
    for (const [index, reach] of reads.flat()) {
      reaches[index] = unionOfReaches(reaches[index] ?? reach, reach)
    }
    return [...this.#indexes.keys()].map((path, index) => ({
      path,
      source: path === TIMESTAMP ? SOURCE_TIMESTAMP : SOURCE_CONTEXT,
      reach: reaches[index] ?? REACH_WHOLE,
    }))
  }
}
