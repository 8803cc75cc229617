// Which flags differ between two configs, by their digests (compiled-source.ts).

/** Keys that only one side has, or whose digests differ. */
export function changedFlags(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  const changed = [...after.keys()].filter(key => before.get(key) !== after.get(key))
  for (const key of before.keys()) if (!after.has(key)) changed.push(key)
  return changed
}
