// The first evaluations of a process would wait for compilers: V8 compiles a WebAssembly function when it is first
// called (the evaluator takes about a millisecond) and interprets JavaScript until it is warm. So opening an engine
// evaluates some flags of the config before anybody asks.

import { PreparedContext } from './context.ts'
import type { FlagView } from './engine/decode.ts'
import { COMPUTED } from './engine/decode.ts'
import type { EvaluationParts } from './engine/evaluation.ts'

/** Enough for V8's baseline compilers. With 200 it optimises, and throws that away when real contexts have other shapes. */
const ROUNDS = 20
/** Flags that are tried; the rest runs the same code. They are looked for among the first keys. */
const FLAGS_MAX = 4
const KEYS_MAX = 64

/** Evaluates flags whose rules are programs, against made-up contexts. Changes nothing that anybody can see. */
export function warmUp(parts: EvaluationParts): void {
  const version = parts.reader.hold()
  try {
    let tried = 0
    for (const key of parts.reader.heldFlagKeys(version).slice(0, KEYS_MAX)) {
      if (tried === FLAGS_MAX) break
      const view = parts.reader.heldFlag(key, version)
      if (view?.fixed !== COMPUTED) continue
      run(parts, view)
      tried++
    }
  } finally {
    parts.reader.release(version)
  }
}

function run(parts: EvaluationParts, view: FlagView): void {
  const names = view.plan.flatMap(({ name }) => (name === undefined ? [] : [name]))
  for (let round = 0; round < ROUNDS; round++) {
    // Other strings each time: the same would be found in their slots.
    const context = Object.fromEntries(names.map(name => [name, `${name}-${round}`]))
    view.details(parts.runHeld(view, round % 4 === 0 ? new PreparedContext(context) : context))
  }
}
