// One key of several parts: a limit per tenant and route needs a text that no other tenant and route can give. Joined
// with a separator, ['a', 'b|c'] and ['a|b', 'c'] are one bucket, and a stranger who chooses a part chooses whose.
//
//   U+001F 4 : a c m e 5 : l o g i n
//     |    |   '--+--'
//     |    |      the part as it is: its length says where it ends, so nothing is escaped
//     |    characters of it (UTF-16), in decimal
//     marks a composed key
//
// One part is its own key, as it has always been; it is composed, too, when it starts with the mark.
import { SluiceError } from '../errors.ts'

const mark = '\u001f'

/**
 * One key of several parts. Different lists of parts never give the same key, whatever characters they hold. Numbers
 * and booleans are their text: 1 and '1' are equal, and so are true and 'true', 0 and -0. One part is the part itself,
 * except that one that starts with U+001F is composed. Of several, each costs 2 bytes or more besides its own.
 *
 * @param parts one at least; of several, some may be empty
 * @throws SluiceError KEY_INVALID when there are none, when the only one is empty, and when one is a NaN, an infinity
 *   or of another type. That a key is too long, or holds a lone surrogate, is for the limit to say
 * @example composeKey('acme', 'login') // '\u001f4:acme5:login'
 */
export function composeKey(...parts: (string | number | boolean)[]): string {
  if (parts.length === 0) throw new SluiceError('KEY_INVALID', 'a key needs a part at least')
  if (parts.length === 1) return singleKey(textOf(parts[0], 0))
  let key = mark
  for (let index = 0; index < parts.length; index++) key += framed(textOf(parts[index], index))
  return key
}

function singleKey(text: string): string {
  if (text === '') throw new SluiceError('KEY_INVALID', 'a key may not be empty')
  return text.startsWith(mark) ? mark + framed(text) : text
}

function framed(text: string): string {
  return `${text.length}:${text}`
}

function textOf(part: unknown, index: number): string {
  if (typeof part === 'string') return part
  if (typeof part === 'boolean' || Number.isFinite(part)) return String(part)
  const found = typeof part === 'number' ? String(part) : part === null ? 'null' : typeof part
  throw new SluiceError(
    'KEY_INVALID',
    `part ${index + 1} of a key must be a string, a finite number or a boolean, not ${found}`,
  )
}
