// Signatures that others publish, with what they expect: Wycheproof's (401 signatures, 26 key sets), and the examples of
// RFC 7520, 7797 and 8037. Where we answer otherwise, the vector is listed here with the reason; none may be missing from
// the lists, and none may be on them that we answer as expected.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { JWK } from 'jose'
import { describe, expect, it } from 'vitest'
import { ALGORITHMS } from '../../../src/identity/jwt/algorithms.ts'
import { type VerificationKey, verifyCompact } from '../../../src/identity/jwt/compact.ts'
import { KeySet } from '../../../src/identity/jwt/key-set.ts'
import { reasonOf } from '../../../src/identity/jwt/reason.ts'
import type { TokenReason } from '../../../src/identity/jwt/types.ts'

const root = new URL('../../../../shared/conformance/', import.meta.url)
const isHere = existsSync(root)
if (!isHere) console.warn(`SKIPPED: no published test data at ${fileURLToPath(root)}`)

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8')) as Value
}

interface Vector {
  tcId: number
  comment: string
  jws: string
  result: 'valid' | 'invalid'
  flags: string[]
}

interface Group {
  comment: string
  private?: JWK | { keys: JWK[] }
  public?: JWK | { keys: JWK[] }
  tests: Vector[]
}

interface Row extends Vector {
  group: string
  keys: JWK[]
}

function readVectors(file: string): Row[] {
  if (!isHere) return []
  const { testGroups } = readJson<{ testGroups: Group[] }>(`wycheproof/${file}`)
  return testGroups.flatMap(({ tests, comment, ...group }) => {
    const set = (group.public ?? group.private)!
    const keys = ('keys' in set ? set.keys : [set]) as JWK[]
    return tests.map(test => ({ ...test, group: comment, keys }))
  })
}

/** A secret alone is an issuer's secret; everything else is a set of public keys. */
function readKey(keys: JWK[]): VerificationKey {
  const [key] = keys
  if (keys.length === 1 && key?.kty === 'oct') return Buffer.from(key.k!, 'base64url')
  return new KeySet(keys)
}

/** As if the issuer were pinned to what its keys are for; to everything where they do not say. */
function readAlgorithms(keys: JWK[]): string[] {
  const names = keys.map(({ alg }) => alg)
  return names.every(name => name !== undefined) ? names : [...ALGORITHMS.keys()]
}

async function answer(
  jws: string,
  keys: JWK[],
  algorithms = readAlgorithms(keys),
): Promise<'valid' | TokenReason> {
  try {
    await verifyCompact(jws, readKey(keys), algorithms)
    return 'valid'
  } catch (error) {
    return reasonOf(error)
  }
}

type Deviations = Record<number, [comment: string, ours: 'valid' | TokenReason, why: string]>

const NO_SUCH_ALGORITHM = 'the key is for "ES521", which is no algorithm (RFC 7518 has ES512)'
const OTHER_ALGORITHM =
  'the key is for PS256, the signature is PS384: a key is for its algorithm only'
const SAME_TOKEN = 'byte for byte the token of 357, which is valid: what it was about has been lost'
const NOT_BASE64URL =
  'a character that is not of base64url: refused, where the vector asks to skip it'

const SIGNATURE_DEVIATIONS: Deviations = {
  346: ['Figure20', 'algorithm', OTHER_ALGORITHM],
  347: ['Figure27', 'algorithm', NO_SUCH_ALGORITHM],
  350: ['Figure20', 'algorithm', OTHER_ALGORITHM],
  351: ['Figure27', 'algorithm', NO_SUCH_ALGORITHM],
  367: ['invalidBase64Padding', 'valid', SAME_TOKEN],
  370: ['invalidBase64PaddingInPayload', 'valid', SAME_TOKEN],
  372: ['InvalidCharacterInsertedInHeader', 'shape', NOT_BASE64URL],
  373: ['InvalidCharacterInsertedInPayload', 'shape', NOT_BASE64URL],
}

const KEY_DEVIATIONS: Deviations = {
  2: ['acceptsValid', 'key-unusable', 'a set of secrets: sets are of public keys, a secret is one'],
}

describe.skipIf(!isHere).each([
  ['json_web_signature_test.json', 401, SIGNATURE_DEVIATIONS],
  ['json_web_key_test.json', 26, KEY_DEVIATIONS],
])('Wycheproof: %s', (file, count, deviations) => {
  const rows = readVectors(file)

  it('is all there', () => {
    expect(rows).toHaveLength(count)
  })

  it.each(rows)('$tcId $group $comment: $result', async ({ tcId, comment, jws, keys, result }) => {
    const ours = await answer(jws, keys)
    expect(ours).not.toBe('internal')
    const deviation = deviations[tcId]
    if (deviation === undefined) return expect(ours === 'valid' ? 'valid' : 'invalid').toBe(result)
    expect([comment, ours]).toEqual(deviation.slice(0, 2))
    expect(ours === 'valid').not.toBe(result === 'valid')
  })

  it('accepts nothing that is signed by none or written as JSON', async () => {
    const flags = ['AlgIsNone', 'JsonSerialization']
    for (const { jws, keys, flags: own } of rows) {
      if (!flags.some(flag => own.includes(flag))) continue
      expect(await answer(jws, keys, [...ALGORITHMS.keys()])).not.toBe('valid')
    }
  })

  it('accepts nothing under HS* with the public key for the secret', async () => {
    for (const { jws, keys } of rows) {
      if (keys.some(({ kty }) => kty === 'oct')) continue
      const secret = Buffer.from(JSON.stringify(keys[0]))
      const verified = verifyCompact(jws, secret, [...ALGORITHMS.keys()])
      const reason = await verified.then(() => 'valid', reasonOf)
      // Some vectors are of HS512: there it is a secret, and the wrong one.
      expect(['shape', 'header', 'algorithm', 'key-unusable', 'signature']).toContain(reason)
    }
  })
})

interface Example {
  title: string
  input: { payload: string; key: JWK | JWK[]; alg: string | string[] }
  output: { compact?: string; json: object; json_flat?: object }
}

const folders = ['jws', 'rfc7797', 'curve25519']
const examples = isHere
  ? folders.flatMap(folder =>
      readdirSync(new URL(`jose-cookbook/${folder}/`, root)).map(file => ({
        file: `${folder}/${file}`,
        example: readJson<Example>(`jose-cookbook/${folder}/${file}`),
      })),
    )
  : []

// A key that is for no algorithm in particular may be used with each of its kind.
const COMPACT: Record<string, 'valid' | TokenReason> = {
  'jws/4_1.rsa_v15_signature.json': 'valid',
  'jws/4_2.rsa-pss_signature.json': 'valid',
  'jws/4_3.ecdsa_signature.json': 'valid',
  'jws/4_4.hmac-sha2_integrity_protection.json': 'valid',
  // What was signed is not in the token: the signature is over something else.
  'jws/4_5.signature_with_detached_content.json': 'signature',
  // The payload as it is, with spaces: not even the form of a token, and `b64` would be refused.
  'rfc7797/hmac-sha2_b64_false.json': 'shape',
  'curve25519/jws.json': 'valid',
}

describe.skipIf(!isHere)('the examples of RFC 7520, 7797 and 8037', () => {
  const all = [...ALGORITHMS.keys()]
  const keysOf = ({ input }: Example) => {
    const keys = Array.isArray(input.key) ? input.key : [input.key]
    // The example of RFC 8037 brings the private key; verifying needs the public one.
    return keys.map(({ d, p, q, dp, dq, qi, ...key }) => key)
  }

  it('are all there', () => {
    expect(examples).toHaveLength(11)
  })

  it.each(examples)('$file, compact', async ({ file, example }) => {
    const { compact } = example.output
    expect(compact !== undefined).toBe(file in COMPACT)
    if (compact === undefined) return
    expect(await answer(compact, keysOf(example), all)).toBe(COMPACT[file])
    if (COMPACT[file] !== 'valid') return
    const payload = await verifyCompact(compact, readKey(keysOf(example)), all)
    expect(Buffer.from(payload).toString()).toBe(example.input.payload)
  })

  it.each(examples)('$file, as JSON, is no token', async ({ example }) => {
    for (const output of [example.output.json, example.output.json_flat ?? {}]) {
      expect(await answer(JSON.stringify(output), keysOf(example), all)).toBe('shape')
    }
  })

  it.each(['jws/4_5.signature_with_detached_content.json'])(
    '%s verifies with its content put back',
    async file => {
      const { example } = examples.find(candidate => candidate.file === file)!
      const [header, , signature] = example.output.compact!.split('.')
      const content = Buffer.from(example.input.payload).toString('base64url')
      const whole = `${header}.${content}.${signature}`
      expect(await answer(whole, keysOf(example), all)).toBe('valid')
    },
  )

  it.each(['3_1.ec_public_key.json', '3_3.rsa_public_key.json'])('jwk/%s is a key', file => {
    expect(new KeySet([readJson(`jose-cookbook/jwk/${file}`)])).toMatchObject({ count: 1 })
  })

  it.each([
    '3_2.ec_private_key.json',
    '3_4.rsa_private_key.json',
    '3_5.symmetric_key_mac_computation.json',
    '3_6.symmetric_key_encryption.json',
  ])('jwk/%s is none', file => {
    expect(new KeySet([readJson(`jose-cookbook/jwk/${file}`)])).toMatchObject({ count: 0 })
  })
})
