// Whose tokens are accepted: where the keys come from, that the algorithms go with them, and that nothing in the config
// is what only the issuer may know. No message repeats anything of a key but its `kid`, and that only if it is short.
import { type Finding, finding } from './finding.ts'
import { parseDuration } from './rate.ts'
import { isObject, type JsonObject, type JsonValue, type Path } from './types.ts'
import { describe, listOf, quote, subjectOf } from './words.ts'

const sources = ['jwks', 'keys', 'secretEnv'] as const
/** The members of a JWK that hold what is private (RFC 7518). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const
const toleranceMsMax = 300_000
const localHosts = ['localhost', '127.0.0.1', '[::1]']
const kidShown = 40

/** The issuers of a document with their paths. */
export function issuersOf(sessions: JsonValue | undefined): { issuer: JsonObject; path: Path }[] {
  const jwt = isObject(sessions) ? sessions.jwt : undefined
  if (isObject(jwt)) return [{ issuer: jwt, path: ['sessions', 'jwt'] }]
  if (!Array.isArray(jwt)) return []
  return jwt.flatMap((issuer, index) =>
    isObject(issuer) ? [{ issuer, path: ['sessions', 'jwt', index] }] : [],
  )
}

/** What is wrong in the section `sessions`, beyond its schema. */
export function checkIssuers(sessions: JsonValue | undefined): Finding[] {
  return issuersOf(sessions).flatMap(({ issuer, path }) => [...checkIssuer(issuer, path)])
}

function* checkIssuer(issuer: JsonObject, path: Path): Generator<Finding> {
  const given = sources.filter(name => issuer[name] !== undefined)
  if (given.length !== 1) {
    const message = `${subjectOf(path)} must have exactly one of ${listOf(sources)}`
    const found = given.length === 0 ? 'none of them' : given.join(', ')
    yield finding('ISSUER_KEYS', message, path, `one of ${sources.join(', ')}`, found, 'key')
  }
  yield* checkAlgorithms(issuer, path)
  if (typeof issuer.jwks === 'string') yield* checkAddress(issuer.jwks, [...path, 'jwks'])
  if (Array.isArray(issuer.keys)) yield* checkKeys(issuer.keys, [...path, 'keys'])
  const { clockTolerance, maxAge } = issuer
  if (typeof clockTolerance === 'string' && toleranceMs(clockTolerance) === undefined) {
    const at = [...path, 'clockTolerance']
    const message = `'clockTolerance' must be a duration of at most 5 minutes`
    yield finding('DURATION_INVALID', message, at, '0s to 5m', quote(clockTolerance))
  }
  if (typeof maxAge === 'string' && parseDuration(maxAge) === undefined) {
    const message = "'maxAge' must be a duration: a whole number of 1 or more and its unit"
    const at = [...path, 'maxAge']
    yield finding('DURATION_INVALID', message, at, 'a duration such as 24h', quote(maxAge))
  }
  for (const [name, claim] of isObject(issuer.claims) ? Object.entries(issuer.claims) : []) {
    if (typeof claim !== 'string' || claim === '' || claim.split('.').every(step => step !== '')) {
      continue
    }
    const message = `'${name}' must be the path of a claim`
    const at = [...path, 'claims', name]
    yield finding('CLAIM_INVALID', message, at, 'names with dots between them', quote(claim))
  }
}

function* checkAlgorithms({ algorithms, ...issuer }: JsonObject, path: Path): Generator<Finding> {
  if (!Array.isArray(algorithms)) return
  const isSecret = issuer.secretEnv !== undefined
  // Which of them is too much is said elsewhere.
  if (isSecret === (issuer.jwks !== undefined || issuer.keys !== undefined)) return
  for (const [index, algorithm] of algorithms.entries()) {
    if (typeof algorithm !== 'string') continue
    const isSymmetric = algorithm.startsWith('HS')
    if (isSymmetric === isSecret) continue
    const message = isSecret
      ? `${algorithm} is verified with a public key, and not with a secret`
      : `${algorithm} is verified with a secret: who has the published keys could sign with them`
    const expected = isSecret ? 'HS256, HS384 or HS512' : 'none of HS256, HS384 and HS512'
    const at = [...path, 'algorithms', index]
    yield finding('ISSUER_ALGORITHM', message, at, expected, quote(algorithm))
  }
}

function* checkAddress(address: string, path: Path): Generator<Finding> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isLocal = url?.protocol === 'http:' && localHosts.includes(url.hostname)
  const isOpen = url?.username === '' && url.password === ''
  if (isOpen && (url.protocol === 'https:' || isLocal)) return
  const message =
    url !== undefined && !isOpen
      ? "'jwks' must not hold a user or a password"
      : "'jwks' must be an address with https: who answers it decides whose tokens are accepted"
  const expected = `https://..., or http:// with ${listOf(localHosts)}`
  const found = url === undefined ? 'no address' : `an address with ${url.protocol}//`
  yield finding('ISSUER_ADDRESS', message, path, expected, found)
}

function* checkKeys(keys: readonly JsonValue[], path: Path): Generator<Finding> {
  const seen = new Map<string, number>()
  for (const [index, key] of keys.entries()) {
    if (!isObject(key)) continue
    const at = [...path, index]
    const isSymmetric = key.kty === 'oct'
    const held = privateMembers.filter(name => key[name] !== undefined)
    if (isSymmetric || held.length > 0) {
      const message = `${subjectOf(at)} holds what only the issuer may know: make a new one, and write its public part here`
      const found = isSymmetric ? 'a secret' : `a private key, with ${held.map(quote).join(', ')}`
      yield finding('ISSUER_KEY_PRIVATE', message, at, 'a public key', found)
    }
    const { kid } = key
    if (typeof kid !== 'string') continue
    const first = seen.get(kid)
    if (first === undefined) seen.set(kid, index)
    else {
      const message = `${subjectOf(at)} has the 'kid' of item ${first + 1}`
      const found = kid.length > kidShown ? `${kid.length} characters` : describe(kid)
      yield finding('ISSUER_KEY_DUPLICATE', message, [...at, 'kid'], 'each kid once', found)
    }
  }
}

/** A clock tolerance in ms, 0 to 300,000; undefined where the text is none. */
export function toleranceMs(text: string): number | undefined {
  if (/^0(ms|s|m)$/.test(text)) return 0
  const ms = parseDuration(text)
  return ms !== undefined && ms <= toleranceMsMax ? ms : undefined
}
