// Permissions as their description says it, in as few words as possible: tries every way, and reads the text anew.

/** Whether there is a text that both stand for: a `*` ends, or takes in one character or star of the other. */
function meet(one: string, other: string): boolean {
  if (one === '' && other === '') return true
  if (one[0] === '*') {
    return meet(one.slice(1), other) || (other !== '' && meet(one, other.slice(1)))
  }
  if (other[0] === '*') return meet(other, one)
  return one[0] === other[0] && meet(one.slice(1), other.slice(1))
}

/** Whether who has the granted ones has the required one. */
export function isGranted(granted: readonly string[], required: string): boolean {
  return granted.some(pattern => meet(pattern, required))
}

/** Replaces what is decided by its value until one is left: permissions, parentheses, `and`s, `or`s. */
export function isPermitted(granted: readonly string[], expression: string): boolean {
  let text = ` ${expression.replaceAll(/[()]|&&|\|\|/g, ' $& ')} `
  text = text.replaceAll(/(?<= )(and|&&)(?= )/gi, '&').replaceAll(/(?<= )(or|\|\|)(?= )/gi, '|')
  text = text.replaceAll(/[A-Za-z0-9_.:/*-]+/g, name => (isGranted(granted, name) ? 'T' : 'F'))
  text = text.replaceAll(' ', '')
  while (text.length > 1) {
    const shorter = text
      .replace(/\(([TF])\)/, '$1')
      .replace(/([TF])&([TF])/, (_, left, right) => (left + right === 'TT' ? 'T' : 'F'))
      // Beside an `and`, an operand is not yet the `or`'s.
      .replace(/(?<!&)([TF])\|([TF])(?!&)/, (_, left, right) => (left + right === 'FF' ? 'F' : 'T'))
    if (shorter === text) throw new Error(`no expression: ${expression}`)
    text = shorter
  }
  return text === 'T'
}
