// "Did you mean": the nearest known word to an unknown one.

/**
 * The candidate nearest to `name`, or undefined when none is near. Near: the same letters and
 * digits in any case (`startsWith` and `starts_with`), or at most two edits that change no more
 * than half of the word.
 */
export function suggest(name: string, candidates: readonly string[]): string | undefined {
  const bare = letters(name)
  let best: string | undefined
  let bestDistance = 3
  for (const candidate of candidates) {
    if (bare !== '' && letters(candidate) === bare) return candidate
    if (Math.abs(candidate.length - name.length) > 2) continue
    const distance = editDistance(name, candidate)
    if (distance < bestDistance && distance * 2 <= Math.max(name.length, candidate.length)) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** `; did you mean 'x'?`, or nothing when no candidate is near. */
export function didYouMean(name: string, candidates: readonly string[]): string {
  const suggestion = suggest(name, candidates)
  return suggestion === undefined ? '' : `; did you mean '${suggestion}'?`
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
 * (optimal string alignment). Takes time and memory in the product of the lengths.
 */
export function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let least = previous[column - 1]! + (same ? 0 : 1)
      least = Math.min(least, previous[column]! + 1, current[column - 1]! + 1)
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      if (row > 1 && column > 1 && swapped) least = Math.min(least, beforePrevious[column - 2]! + 1)
      current.push(least)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[to.length]!
}

function letters(word: string): string {
  return word.length > 64 ? '' : word.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
