// What a config keeps of an API key is a digest, in whatever notation it was exported. And what a whole key looks like:
// who pastes one in place of its digest is told so, in words that do not repeat it.
import { forgetMatch } from '../identity/forget-match.ts'
import type { KeyHash } from './types.ts'

/** What `parseKeyHash` takes, in words. */
export const hashForm =
  'sha256:<digest> or hmac-sha256:<pepper>:<digest>, with the 32 bytes in hex, base64 or base64url'

const hex = /^[0-9A-Fa-f]{64}$/
// The last of 43 characters has two bits that mean nothing. They must be 0, or one digest would have four spellings.
const base64url = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
const base64 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]$/
/** The id of a pepper. */
const pepperForm = /^[A-Za-z0-9_.-]{1,64}$/

/** Reads the hash of a key; undefined where it is none. */
export function parseKeyHash(text: string): KeyHash | undefined {
  if (text.startsWith('hmac-sha256:')) {
    const colon = text.indexOf(':', 12)
    const pepper = text.slice(12, Math.max(colon, 12))
    const digest = digestOf(text.slice(colon + 1))
    if (colon === -1 || digest === undefined || !pepperForm.test(pepper)) return undefined
    return { algorithm: 'hmac-sha256', pepper, digest }
  }
  const isBare = hex.test(text)
  const digest = isBare || text.startsWith('sha256:') ? digestOf(isBare ? text : text.slice(7)) : ''
  return digest ? { algorithm: 'sha256', digest } : undefined
}

function digestOf(text: string): string | undefined {
  if (base64url.test(text)) return text
  if (hex.test(text)) return Buffer.from(text, 'hex').toString('base64url')
  const bare = text.length === 44 && text.endsWith('=') ? text.slice(0, 43) : text
  if (base64url.test(bare)) return bare
  return base64.test(bare) ? bare.replaceAll('+', '-').replaceAll('/', '_') : undefined
}

// Our own keys; JWTs; PEM. Ids of others look much like their keys, so those are not looked for everywhere.
const secrets = [
  /(?:^|[^0-9A-Za-z])[0-9A-Za-z]+_[0-9a-z]+_[0-9A-Za-z]{8}_[0-9A-Za-z]{36}$/,
  /^eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/,
  /-----BEGIN /,
]
/** In the place of a hash. */
const foreignKey = /^[A-Za-z]{2,10}[_-](?:[A-Za-z0-9]{1,10}[_-])*[A-Za-z0-9]{20,}$/

/** Whether a text looks like a whole API key, a token or a private key. */
export function looksSecret(text: string): boolean {
  // Ids are mostly shorter than any of them.
  const isForm = text.length >= 24 && secrets.some(form => form.test(text))
  forgetMatch()
  return isForm
}

/** Whether a text that is no hash looks like what should have been hashed. */
export function looksUnhashed(text: string): boolean {
  const isKey = looksSecret(text) || foreignKey.test(text)
  forgetMatch()
  return isKey
}
