// Permissions as their description says it, in as few words as possible: tries every way, and reads the text anew.

/** Whether the text is one of those that the pattern stands for. */
function stands(pattern: string, text: string): boolean {
  if (pattern === '') return text === ''
  if (pattern[0] === '*') {
    return stands(pattern.slice(1), text) || (text !== '' && stands(pattern, text.slice(1)))
  }
  return pattern[0] === text[0] && stands(pattern.slice(1), text.slice(1))
}

/** Whether who has the granted ones has the required one. */
export function isGranted(granted: readonly string[], required: string): boolean {
  return granted.some(
    pattern => stands(pattern, required) || (required.includes('*') && stands(required, pattern)),
  )
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
