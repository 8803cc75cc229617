// Whether an issuer is defined so that it can be verified, and safely. The config is checked by this too.
import { isIP } from 'node:net'
import { ALGORITHMS, secretBytesMin } from './algorithms.ts'
import { readPublicKey } from './public-key.ts'
import type { IssuerDefinition } from './types.ts'

const TOLERANCE_MS_MAX = 300_000

/** What is wrong with a definition, as a phrase without any secret in it; undefined if nothing is. */
export function issuerProblem(definition: IssuerDefinition): string | undefined {
  const { issuer, audience, algorithms, clockToleranceMs, maxAgeMs } = definition
  if (issuer === '') return 'the issuer is empty'
  if (audience.length === 0 || audience.includes('')) return 'there is no audience, or an empty one'
  if (algorithms.length === 0) return 'there are no algorithms'
  const unknown = algorithms.find(name => !ALGORITHMS.has(name))
  if (unknown !== undefined) return `the algorithm ${JSON.stringify(unknown)} is not supported`
  if (!(clockToleranceMs >= 0 && clockToleranceMs <= TOLERANCE_MS_MAX)) {
    return `the clock tolerance is not from 0 to ${TOLERANCE_MS_MAX} ms`
  }
  if (maxAgeMs !== undefined && !(maxAgeMs > 0 && maxAgeMs < Infinity)) {
    return 'the greatest age is not above 0'
  }
  return keysProblem(definition)
}

function keysProblem({ algorithms, jwks, keys, secret }: IssuerDefinition): string | undefined {
  const sources = [jwks, keys, secret].filter(source => source !== undefined)
  if (sources.length !== 1) return 'it needs one of jwks, keys and a secret, and only one'
  const bytesMin = secretBytesMin(algorithms)
  if (secret !== undefined) {
    if (algorithms.some(name => ALGORITHMS.get(name)!.kind !== 'secret')) {
      return 'only HS256, HS384 and HS512 are verified with a secret'
    }
    if (secret.length >= bytesMin) return undefined
    return `the secret is shorter than the ${bytesMin} bytes that its algorithms ask for`
  }
  if (bytesMin > 0) return 'HS256, HS384 and HS512 need a secret, which no public key can be'
  return jwks === undefined ? publicKeysProblem(keys ?? []) : jwksProblem(jwks)
}

function publicKeysProblem(keys: readonly unknown[]): string | undefined {
  if (keys.length === 0) return 'there are no keys'
  const ids = new Set<string>()
  for (const [index, member] of keys.entries()) {
    const read = readPublicKey(member)
    if ('problem' in read) return `keys[${index}] cannot be used: ${read.problem}`
    const { kid } = read.key
    if (kid === undefined) continue
    if (ids.has(kid)) return `keys[${index}] has the kid of another key`
    ids.add(kid)
  }
  return undefined
}

/** What is wrong with the URL of a key set; undefined if nothing is. */
export function jwksProblem(text: string): string | undefined {
  if (!URL.canParse(text)) return 'jwks is no absolute URL'
  const url = new URL(text)
  if (url.username !== '' || url.password !== '') return 'jwks has a user or a password in it'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && isLoopback(url.hostname)) return undefined
  return 'jwks is not https, nor http on a loopback host'
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '[::1]') return true
  return isIP(host) === 4 && host.startsWith('127.')
}
