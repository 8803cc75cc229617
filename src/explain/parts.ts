// The parts of a targeting, as the source text of its flag names them (assembly/shared/ruleset.ts).
import { formatPath } from '../problems.ts'

/** A node of the targeting: an operator with its operands, a literal, an array. */
export interface Part {
  /** From the targeting: `['if', 0, 'in', 0]`. */
  readonly path: readonly (string | number)[]
  readonly parent: Part | undefined
  /** Its number among the operands or items of its parent; 0 for a single operand. */
  readonly index: number
  /** Its operator, if that has operands that are parts. */
  operator: string | undefined
  /** Its instructions and those of its parts: from the first up to, and without, the last. */
  start: number
  end: number
  /** Operands and items, in the order in which they are computed. */
  readonly parts: Part[]
}

/** Whether an instruction is of a part, or of a part of it. */
export function isIn({ start, end }: Part, index: number): boolean {
  return start <= index && index < end
}

/** Where a part stands, as text. */
export function pathText(part: Part): string {
  return formatPath(['targeting', ...part.path])
}

const INDEX = /^\d+$/

/** Makes parts of their paths. */
export class PartTree {
  readonly root: Part = newPart(undefined, [], 0)
  readonly #known = new Map<Part, Map<string, Part>>()

  /** Makes the parts that a flag's source names, and gives the part of each of its instructions. */
  grow(source: string, instructions: number): Part[] {
    const marks = source.split('\n').map(line => {
      const colon = line.indexOf(':')
      return { start: Number(line.slice(0, colon)), part: this.#find(line.slice(colon + 1)) }
    })
    const owners: Part[] = []
    marks.forEach(({ start, part }, position) => {
      const end = marks[position + 1]?.start ?? instructions
      for (let index = start; index < end; index++) owners.push(part)
      for (let around: Part | undefined = part; around !== undefined; around = around.parent) {
        around.start = Math.min(around.start, start)
        around.end = Math.max(around.end, end)
      }
    })
    return owners
  }

  /** Of the segments behind a part: an index is an item of an array, a name an operator with the operand's index. */
  #find(path: string): Part {
    const names = path === '' ? [] : path.split('/').map(decodeURIComponent)
    let part = this.root
    for (let position = 0; position < names.length; position++) {
      const name = names[position]!
      if (INDEX.test(name)) {
        part = this.#child(part, name, [Number(name)])
        continue
      }
      part.operator = name
      const operand = names[position + 1]
      if (operand !== undefined && INDEX.test(operand)) {
        part = this.#child(part, operand, [name, Number(operand)])
        position++
      } else part = this.#child(part, '', [name])
    }
    return part
  }

  #child(parent: Part, key: string, segments: readonly (string | number)[]): Part {
    let children = this.#known.get(parent)
    if (children === undefined) {
      children = new Map()
      this.#known.set(parent, children)
    }
    let part = children.get(key)
    if (part === undefined) {
      part = newPart(parent, [...parent.path, ...segments], Number(key))
      children.set(key, part)
      parent.parts.push(part)
    }
    return part
  }
}

function newPart(
  parent: Part | undefined,
  path: readonly (string | number)[],
  index: number,
): Part {
  return {
    path,
    parent,
    index,
    operator: undefined,
    start: Number.POSITIVE_INFINITY,
    end: 0,
    parts: [],
  }
}
