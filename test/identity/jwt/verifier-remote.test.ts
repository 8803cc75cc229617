// Tokens of an issuer whose keys come from a server: who waits for them, and what is fetched because of a token.
import { afterEach, describe, expect, it } from 'vitest'
import { TokenVerifier } from '../../../src/identity/jwt/verifier.ts'
import {
  closeAll,
  define,
  ecKey,
  ISSUER,
  makeKey,
  NOW,
  open,
  rsaKey,
  sign,
  TestClock,
} from './issuers.ts'
import { json, type KeyServer, serveKeys, servers, text } from './key-server.ts'

const COOLDOWN_MS = 30_000
const KEYS = json({ keys: [ecKey.publicJwk, rsaKey.publicJwk] })
const newKey = await makeKey('ES256', 'ec-2')
const ROTATED = json({ keys: [rsaKey.publicJwk, newKey.publicJwk] })

afterEach(() => {
  closeAll()
  for (const server of servers.splice(0)) server.close()
})

describe('a verifier with a key set', () => {
  const remote = (server: KeyServer) => {
    const clock = new TestClock()
    const definition = define({ jwks: server.url })
    return { clock, verifier: open([definition], { nowMs: clock.now }) }
  }

  it('lets the first tokens wait for the first fetch', async () => {
    const held: Parameters<KeyServer['answer']>[0][] = []
    const server = await serveKeys(response => held.push(response))
    const arrived = server.nextRequest()
    const { verifier } = remote(server)
    const results = [verifier.verify(await sign()), verifier.verify(await sign({}, {}, rsaKey))]
    await arrived
    KEYS(held[0]!)
    expect(await Promise.all(results)).toMatchObject([{ ok: true }, { ok: true }])
    expect(server.requestCount).toBe(1)
  })

  it('says that the issuer is unavailable, and asks again later', async () => {
    const server = await serveKeys(text('', 500))
    const { clock, verifier } = remote(server)
    const token = await sign()
    const unavailable = { code: 'ISSUER_UNAVAILABLE', reason: 'keys-unavailable' }
    expect(await verifier.verify(token)).toMatchObject(unavailable)
    expect(await verifier.verify(token)).toMatchObject(unavailable)
    expect(verifier.status()).toMatchObject([{ issuer: ISSUER, keyCount: 0, failure: 'status' }])
    expect(server.requestCount).toBe(1)
    server.answer = KEYS
    clock.ms += COOLDOWN_MS
    expect(await verifier.verify(token)).toMatchObject({ ok: true })
  })

  it('fetches once for any number of unknown keys', async () => {
    const server = await serveKeys(KEYS)
    const { clock, verifier } = remote(server)
    expect(await verifier.verify(await sign())).toMatchObject({ ok: true })
    clock.ms += COOLDOWN_MS
    const tokens = Array.from({ length: 100 }, (_, index) => sign({}, { kid: `x${index}` }))
    const verified = (await Promise.all(tokens)).map(token => verifier.verify(token))
    for (const result of await Promise.all(verified)) {
      expect(result).toMatchObject({ code: 'CREDENTIAL_INVALID', reason: 'key-unknown' })
    }
    expect(server.requestCount).toBe(2)
  })

  it('fetches nothing for an issuer, an algorithm or a form that is refused anyway', async () => {
    const server = await serveKeys(KEYS)
    const { clock, verifier } = remote(server)
    expect(await verifier.verify(await sign())).toMatchObject({ ok: true })
    clock.ms += COOLDOWN_MS
    const edKey = await makeKey('EdDSA', 'unknown')
    await verifier.verify(await sign({ iss: 'https://evil.example.com' }, { kid: 'unknown' }))
    await verifier.verify(await sign({}, {}, edKey))
    await verifier.verify('eyJ.eyJ.x')
    expect(server.requestCount).toBe(1)
  })

  it('follows a rotation by the first token that names the new key', async () => {
    const server = await serveKeys(KEYS)
    const { clock, verifier } = remote(server)
    const told: number[] = []
    verifier.onGeneration = (_, generation) => told.push(generation)
    expect(await verifier.verify(await sign())).toMatchObject({
      ok: true,
      token: { generation: 1 },
    })
    server.answer = ROTATED
    const token = await sign({}, {}, newKey)
    expect(await verifier.verify(token)).toMatchObject({ reason: 'key-unknown' })
    clock.ms += COOLDOWN_MS
    expect(await verifier.verify(token)).toMatchObject({ ok: true, token: { generation: 2 } })
    expect(told).toEqual([2])
    expect(verifier.generationOf(ISSUER)).toBe(2)
    expect(await verifier.verify(await sign())).toMatchObject({ reason: 'key-unknown' })
  })

  it('does not call a token invalid whose key it cannot ask for', async () => {
    const server = await serveKeys(KEYS)
    const { clock, verifier } = remote(server)
    expect(await verifier.verify(await sign())).toMatchObject({ ok: true })
    server.answer = text('', 500)
    clock.ms += COOLDOWN_MS
    const unknown = await verifier.verify(await sign({}, {}, newKey))
    expect(unknown).toMatchObject({ code: 'ISSUER_UNAVAILABLE' })
    expect(await verifier.verify(await sign())).toMatchObject({ ok: true })
  })

  it('keeps its keys when the issuer is defined anew at the same URL', async () => {
    const server = await serveKeys(KEYS)
    const { verifier } = remote(server)
    expect(await verifier.verify(await sign())).toMatchObject({ ok: true })
    verifier.update([define({ jwks: server.url, audience: ['api', 'web'] })])
    expect(await verifier.verify(await sign())).toMatchObject({
      ok: true,
      token: { generation: 2 },
    })
    expect(server.requestCount).toBe(1)
  })

  it('does not keep a process alive', async () => {
    const before = process.getActiveResourcesInfo().filter(name => name === 'Timeout').length
    const server = await serveKeys(() => {})
    const verifier = new TokenVerifier([define({ jwks: server.url })], { nowMs: () => NOW * 1000 })
    // Only timers that hold the process count here.
    const timers = process.getActiveResourcesInfo().filter(name => name === 'Timeout').length
    verifier.close()
    expect(timers).toBeLessThanOrEqual(before)
  })
})
