/**
 * JWTs that were verified before, in a process of its own; and what verifying one takes.
 *
 *   node --expose-gc bench/child/identity-tokens.js '{"names":["sluice","jose","fast-jwt"],"tokenCount":1000,
 *     "budget":{"rounds":2,"taskMs":40,"timedCalls":10000,"watchedCalls":40000},
 *     "slow":{"rounds":2,"taskMs":40,"timedCalls":1000,"watchedCalls":1000}}'
 */

import { generateKeyPairSync } from 'node:crypto'
import { exportJWK, SignJWT } from 'jose'
import { answer, question } from '../children.js'
import { forbidNetwork } from '../machine.js'
import { callSubject } from '../measure.js'
import { report, runRounds } from '../rounds.js'
import { openFastJwt, openJose } from '../versus/tokens.js'
import * as keys from '../work/api-keys.js'
import { loadSluice } from '../work/sluice.js'

/** @import { Budget } from '../measure.js' */
/** @import { TokenSystem } from '../versus/tokens.js' */

const { names, tokenCount, budget, slow } = question()
forbidNetwork()
const ISSUER = 'https://id.sluice.example'
const AUDIENCE = 'https://api.sluice.example'
/** Strings for each token. Each system has its own: some leave their hash in the string, or another string behind it. */
const COPIES = 64

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'ES256', use: 'sig' }
const about = {
  issuer: ISSUER,
  audience: AUDIENCE,
  jwk,
  pem: /** @type {string} */ (publicKey.export({ type: 'spki', format: 'pem' })),
}
const tokens = await Promise.all(Array.from({ length: tokenCount }, (_, index) => sign(index)))

/** @type {TokenSystem[]} */
const cached = []
/** @type {TokenSystem[]} */
const uncached = []
if (names.includes('sluice')) cached.push(...(await openSluice()))
if (names.includes('fast-jwt')) {
  const cacheKeyBuilder = (/** @type {string} */ token) => token
  cached.push(
    openFastJwt(about, 'fast-jwt (cache: true)', { cache: true }),
    openFastJwt(about, 'fast-jwt (cache, by token)', { cache: true, cacheKeyBuilder }),
  )
  uncached.push(openFastJwt(about, 'fast-jwt (no cache)', {}))
}
if (names.includes('jose')) uncached.push(await openJose(about))
for (const system of [...cached, ...uncached]) await check(system)
report(`identity: ${cached.length + uncached.length} systems told tokens from forged ones`)

const rows = [...(await measure(cached, budget)), ...(await measure(uncached, slow))]
const decoded = cached.length === 0 ? [] : await measureDecoded()
answer({ rows, decoded, tokenBytes: tokens[0].length })

/** About 400 characters, as issuers make them. @param {number} index */
function sign(index) {
  const nowSeconds = Math.floor(Date.now() / 1000)
  return new SignJWT({ org_id: `tenant-${index % 100}`, scope: 'orders:read orders:write' })
    .setProtectedHeader({ alg: 'ES256', kid: 'key-1', typ: 'JWT' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(subjectOf(index))
    .setJti(String(index).padStart(8, '0'))
    .setIssuedAt(nowSeconds)
    .setExpirationTime(nowSeconds + 12 * 3600)
    .sign(privateKey)
}

/** @param {number} index */
function subjectOf(index) {
  return `user-${10_000_000 + index}`
}

/** The gate knows the tokens; the second row reads the subject, as the others do. */
async function openSluice() {
  const Sluice = await loadSluice()
  const issuer = { issuer: ISSUER, audience: AUDIENCE, algorithms: ['ES256'], keys: [jwk] }
  const definitions = {
    flags: {},
    sessions: { jwt: [issuer] },
    tenants: Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`tenant-${index}`, { state: 'active' }]),
    ),
    gates: { verify: { credential: ['session'] } },
  }
  const sluice = await Sluice.open(definitions)
  for (const token of tokens) {
    const { valid, code } = await sluice.verify(token)
    if (!valid) throw new Error(`identity: a token was refused: ${code}`)
  }
  const gate = sluice.gate('verify')
  return [
    {
      name: 'sluice',
      isAsync: false,
      verify: (/** @type {string} */ credential) => gate.decide({ credential }).allow,
    },
    {
      name: 'sluice (subject read)',
      isAsync: false,
      verify: (/** @type {string} */ credential) => gate.decide({ credential }).principal.subject,
    },
  ]
}

/** @param {TokenSystem} system */
async function check({ name, verify }) {
  for (let index = 0; index < 100; index++) {
    const token = tokens[index]
    const found = await verify(token)
    if (found !== true && found !== subjectOf(index)) throw new Error(`identity: ${name}: ${found}`)
    // Another signature, of the same length.
    const forged = token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    const isRefused = await Promise.resolve()
      .then(() => verify(forged))
      .then(accepts => !accepts)
      .catch(() => true)
    if (!isRefused) throw new Error(`identity: ${name} accepted a forged token`)
  }
}

/** @param {TokenSystem[]} systems @param {Budget} budget */
async function measure(systems, budget) {
  const subjects = []
  for (const { name, isAsync, verify } of systems) {
    const asked = keys.askedCopies(tokens, tokenCount * COPIES)
    const isSlow = uncached.some(system => system.name === name)
    subjects.push(await subject('tokens', { name, isAsync, verify }, asked, isSlow))
  }
  return subjects.length === 0 ? [] : runRounds('identity: tokens', subjects, budget)
}

/** The strings made in the call: nothing can have been kept with one, and all pay for the making, as the floor shows. */
async function measureDecoded() {
  const floor = { name: 'empty (string only)', isAsync: false, verify: keys.verifyNothing }
  const bytes = tokens.map(token => Buffer.from(token, 'latin1'))
  const asked = Array.from(keys.shuffled(tokenCount * COPIES), index => bytes[index % tokenCount])
  const subjects = []
  for (const { name, isAsync, verify } of [floor, ...cached]) {
    const decode = (/** @type {Buffer} */ token) => verify(token.toString('latin1'))
    subjects.push(await subject('decoded tokens', { name, isAsync, verify: decode }, asked, false))
  }
  return runRounds('identity: tokens decoded in the call', subjects, budget)
}

/**
 * @param {string} work
 * @param {{ name: string, isAsync: boolean, verify: (token: any) => any }} system
 * @param {(string | Buffer)[]} asked
 * @param {boolean} isSlow
 */
function subject(work, { name, isAsync, verify }, asked, isSlow) {
  return callSubject(work, name, {
    isAsync,
    accept: found => found !== undefined && found !== false && found !== '',
    accepted: [1],
    step: loops => loops.keysStep(verify, asked),
    ...(isSlow && { batchUnits: 64 }),
  })
}
