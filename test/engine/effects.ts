// What an instruction takes from the stack and leaves there, as the instruction table's text has it:
// `unit (value weight)×a → value | null`.
import type { InstructionInfo } from '../../src/rules/instructions.ts'

export interface StackEffect {
  /** Names of the values that it takes, the lowest first. */
  readonly takes: readonly string[]
  /** Names of those that it leaves, for each way to go on. */
  readonly leaves: readonly (readonly string[])[]
}

function namesOf(side: string, count: number): string[] {
  const groups = side.replace(/\(([^)]*)\)×a/g, (_, group: string) => `${group} `.repeat(count))
  const single = groups.replace(/(\S+)×a/g, (_, name: string) => `${name} `.repeat(count))
  return single.split(/\s+/).filter(Boolean)
}

const effects = new Map<string, StackEffect>()

/** The effect of the instruction with `a` of whatever it takes a number of. */
export function stackEffect({ name, stack }: InstructionInfo, a: number): StackEffect {
  const key = `${name} ${a}`
  let effect = effects.get(key)
  if (effect === undefined) {
    const [before = '', after = ''] = stack.split('→')
    const ways = after.split('|').map(way => namesOf(way, a))
    effect = { takes: namesOf(before, a), leaves: ways }
    effects.set(key, effect)
  }
  return effect
}
