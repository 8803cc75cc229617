// What is the same in all tests of the composition: the keys that callers may show.
import { checksum } from './credentials.ts'

/** A key that somebody has, and the public id under which a config may know it. */
export interface KeySlot {
  readonly id: string
  readonly text: string
}

/** A key of our own format. */
function own(id: string, secret: string): KeySlot {
  const text = `${id}_${secret.repeat(30).slice(0, 30)}`
  return { id, text: text + checksum(text) }
}

/** Four of our own format, and two that came from elsewhere. */
export const KEY_SLOTS: readonly KeySlot[] = [
  own('sk_live_AAAAAAA0', 'a1B'),
  own('sk_test_AAAAAAA1', '0zZ'),
  own('pk_live_zzzzzzz2', 'Qq9'),
  own('a_b_live_00000003', 'x'),
  { id: 'legacy-4', text: 'an-old-key.of/another+system=' },
  { id: 'legacy_5', text: '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' },
]

/** What is shown in place of a key: nothing that anybody has. */
export const MANGLERS = {
  /** Another secret, with a checksum that is right. */
  secret: (text: string) => {
    const rest = text.slice(0, -6)
    const other = `${rest.slice(0, -1)}${rest.endsWith('7') ? '8' : '7'}`
    return other + checksum(other)
  },
  /** An id that nobody has, with a checksum that is right. */
  unknown: (text: string) => {
    const rest = text.slice(0, -6).replace(/[0-9]_/, '9_')
    return rest + checksum(rest)
  },
  checksum: (text: string) => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0'),
  truncated: (text: string) => text.slice(0, -1),
  longer: (text: string) => `${text}0`,
  upper: (text: string) => text.toUpperCase(),
} as const satisfies Record<string, (text: string) => string>
export type Mangler = keyof typeof MANGLERS
