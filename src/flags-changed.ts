// Which flags differ between two configs.
import type { Config } from './config/types.ts'

/** A text for each flag that is the same as long as the flag evaluates the same. */
export function digestFlags(config: Config): ReadonlyMap<string, string> {
  const digests = new Map<string, string>()
  const metadata = JSON.stringify(config.metadata)
  const evaluators = JSON.stringify(config.evaluators)
  for (const [key, definition] of Object.entries(config.flags)) {
    const text = JSON.stringify(definition)
    // Which evaluators a rule reaches is not worth finding out for this.
    digests.set(key, text + metadata + (text.includes('"$ref"') ? evaluators : ''))
  }
  return digests
}

/** Keys that only one side has, or whose texts differ. */
export function changedFlags(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const changed = [...after.keys()].filter(key => before.get(key) !== after.get(key))
  for (const key of before.keys()) if (!after.has(key)) changed.push(key)
  return changed
}
