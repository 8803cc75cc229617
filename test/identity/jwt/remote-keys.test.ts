// Key sets from real servers on the loopback: slow ones, broken ones, ones that serve something else. The clock is the
// test's; the only real time is that of the timeout, which is short here.
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { FETCH_BOUNDS } from '../../../src/identity/jwt/fetch-keys.ts'
import { RemoteKeys } from '../../../src/identity/jwt/remote-keys.ts'
import { ecKey, makeKey, NOW, rsaKey, TestClock } from './issuers.ts'
import { json, type KeyServer, serveKeys, servers, text } from './key-server.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const DAY = 1_440 * MINUTE

const KEYS = json({ keys: [ecKey.publicJwk, rsaKey.publicJwk] })
const newKey = await makeKey('ES256', 'ec-2')
const ROTATED = json({ keys: [rsaKey.publicJwk, newKey.publicJwk] })

const remotes: RemoteKeys[] = []
afterEach(() => {
  for (const remote of remotes.splice(0)) remote.close()
  for (const server of servers.splice(0)) server.close()
})

interface Opened {
  remote: RemoteKeys
  clock: TestClock
  goneCount: () => number
}

function follow(
  url: string,
  bounds = { ...FETCH_BOUNDS, timeoutMs: 30_000 },
  hasOthers = false,
): Opened {
  const clock = new TestClock()
  let goneCount = 0
  const onGone = () => {
    goneCount += 1
  }
  const remote = new RemoteKeys(url, {
    fetch,
    nowMs: clock.now,
    onGone,
    hasOthers: () => hasOthers,
    bounds,
  })
  remotes.push(remote)
  return { remote, clock, goneCount: () => goneCount }
}

/** With the keys there. */
async function followed(server: KeyServer, bounds?: typeof FETCH_BOUNDS): Promise<Opened> {
  const opened = follow(server.url, bounds)
  await opened.remote.pending
  expect(opened.remote.keys?.count).toBe(2)
  return opened
}

/** Lets time pass, and does what is due then. */
async function pass({ remote, clock }: Opened, ms: number): Promise<void> {
  clock.ms += ms
  remote.tick()
  await remote.pending
}

describe('a set that is fetched again', () => {
  it.each([
    [false, 0],
    [true, 2],
  ])('may have been another one for others: %s', async (hasOthers, count) => {
    const server = await serveKeys(KEYS)
    const opened = follow(server.url, undefined, hasOthers)
    await opened.remote.pending
    expect(opened.goneCount()).toBe(0)
    for (let round = 0; round < 2; round++) await pass(opened, 10 * 60_000)
    expect(opened.goneCount()).toBe(count)
  })
})

describe('what a server may do wrong', () => {
  const quick = { ...FETCH_BOUNDS, timeoutMs: 1_000, bodyBytesMax: 10_000, keysMax: 4 }
  const big = JSON.stringify({ keys: [ecKey.publicJwk], pad: 'x'.repeat(10_000) })
  const five = Array.from({ length: 5 }, (_, index) => ({ ...ecKey.publicJwk, kid: `k${index}` }))
  const body = JSON.stringify({ keys: [ecKey.publicJwk] })

  it.each([
    ['not answer', () => {}, 'timeout'],
    ['begin and not end', response => response.write('{"keys":['), 'timeout'],
    ['hang up', response => response.destroy(), 'network'],
    ['hang up half way', response => hangUpHalfWay(response, body), 'network'],
    ['answer 500', text(body, 500), 'status'],
    ['answer 404', text(body, 404), 'status'],
    ['answer 204', text('', 204), 'status'],
    ['answer 206', text(body, 206), 'status'],
    ['answer 304', text('', 304), 'redirect'],
    ['serve a page', text('<html>', 200, { 'content-type': 'text/html' }), 'garbage'],
    ['serve nothing', text(''), 'garbage'],
    ['serve half of it', text(body.slice(0, -3)), 'garbage'],
    ['serve it with more after it', text(`${body}x`), 'garbage'],
    [
      'serve what is not UTF-8',
      response => response.end(Buffer.from([0x22, 0xff, 0x22])),
      'garbage',
    ],
    ['serve null', json(null), 'garbage'],
    ['serve a list', json([ecKey.publicJwk]), 'garbage'],
    ['serve a key alone', json(ecKey.publicJwk), 'garbage'],
    ['serve keys that are an object', json({ keys: {} }), 'garbage'],
    ['serve keys that are no objects', json({ keys: [ecKey.publicJwk, 'x'] }), 'garbage'],
    ['serve deep nesting', text(`{"keys":${'['.repeat(4_000)}`), 'garbage'],
    ['serve too much', text(big), 'too-large'],
    ['serve without an end', endless, 'too-large'],
    ['serve what swells', response => swell(response), 'too-large'],
    ['serve too many keys', json({ keys: five }), 'too-large'],
  ] as [string, (response: Parameters<KeyServer['answer']>[0]) => unknown, string][])(
    '%s: the keys of before serve',
    async (_, answer, failure) => {
      const server = await serveKeys(KEYS)
      const opened = await followed(server, quick)
      server.answer = answer
      await pass(opened, 10 * MINUTE)
      expect(opened.remote.failure).toBe(failure)
      expect(opened.remote.keys?.count).toBe(2)
      expect(opened.goneCount()).toBe(0)
      server.answer = KEYS
      await pass(opened, 30 * SECOND)
      expect(opened.remote.failure).toBeUndefined()
      expect(server.requestCount).toBe(3)
    },
  )

  it.each([301, 302, 303, 307, 308])('redirect by %i: nobody follows', async status => {
    const target = await serveKeys(KEYS)
    const server = await serveKeys(text('', status, { location: target.url }))
    const { remote } = follow(server.url)
    await remote.pending
    expect(remote.keys).toBeUndefined()
    expect(remote.failure).toBe('redirect')
    expect(target.requestCount).toBe(0)
  })

  it('be away', async () => {
    const server = await serveKeys(KEYS)
    const { url } = server
    server.close()
    const { remote } = follow(url)
    await remote.pending
    expect(remote.failure).toBe('network')
  })

  it('name another type of content: what counts is the content', async () => {
    const server = await serveKeys(text(body, 200, { 'content-type': 'text/html' }))
    const { remote } = follow(server.url)
    await remote.pending
    expect(remote.keys?.count).toBe(1)
  })

  it('have keys that cannot be used: the others can', async () => {
    const unusable = [
      { kty: 'oct', k: 'AAAA', kid: 'ec-1' },
      { ...newKey.publicJwk, use: 'enc' },
      { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AAAA' },
      { ...ecKey.publicJwk, kid: 'broken', x: 'AAAA' },
      { ...rsaKey.publicJwk, kid: 'private', d: 'AAAA' },
      {},
    ]
    const server = await serveKeys(json({ keys: [...unusable, ecKey.publicJwk] }))
    const { remote } = follow(server.url)
    await remote.pending
    expect(remote.keys?.count).toBe(1)
    expect(remote.keys?.unusableCount).toBe(unusable.length)
    expect(remote.keys?.isAmbiguous('ec-1')).toBe(false)
  })

  it('take for ever where a fetch of the caller has no end', async () => {
    const nowMs = () => NOW * 1000
    const bounds = { ...FETCH_BOUNDS, timeoutMs: 20 }
    const fetch = () => new Promise<Response>(() => {})
    const remote = new RemoteKeys('https://a.example', {
      fetch,
      nowMs,
      onGone: () => {},
      hasOthers: () => false,
      bounds,
    })
    await remote.pending
    expect(remote.failure).toBe('timeout')
  })
})

describe('when keys are fetched', () => {
  it('is at once, and every ten minutes', async () => {
    const server = await serveKeys(KEYS)
    const opened = await followed(server)
    await pass(opened, 10 * MINUTE - 1)
    expect(server.requestCount).toBe(1)
    await pass(opened, 1)
    expect(server.requestCount).toBe(2)
    expect(opened.remote.fetchedAtMs).toBe(opened.clock.ms)
  })

  it('is 30 seconds after a failure', async () => {
    const server = await serveKeys(text('', 500))
    const opened = follow(server.url)
    await opened.remote.pending
    server.answer = KEYS
    await pass(opened, 30 * SECOND - 1)
    expect(server.requestCount).toBe(1)
    await pass(opened, 1)
    expect(server.requestCount).toBe(2)
    expect(opened.remote.keys?.count).toBe(2)
  })

  it('is not more often because somebody asks', async () => {
    const server = await serveKeys(KEYS)
    const { remote, clock } = await followed(server)
    expect(remote.seek()).toBeUndefined()
    clock.ms += 30 * SECOND
    const [first, second] = [remote.seek(), remote.seek()]
    expect(first).toBe(second)
    await first
    expect(remote.seek()).toBeUndefined()
    expect(server.requestCount).toBe(2)
  })

  it('does not wait for a clock that was set back', async () => {
    const server = await serveKeys(KEYS)
    const opened = await followed(server)
    await pass(opened, -DAY)
    expect(server.requestCount).toBe(2)
  })

  it('ends with the verifier', async () => {
    const server = await serveKeys(() => {})
    const arrived = server.nextRequest()
    const { remote } = follow(server.url)
    await arrived
    const fetched = remote.seek()
    remote.close()
    await fetched
    expect(remote.keys).toBeUndefined()
    expect(remote.seek()).toBeUndefined()
  })
})

describe('old keys', () => {
  it('serve for a day while the server is down, and not a minute longer', async () => {
    const server = await serveKeys(KEYS)
    const opened = await followed(server)
    server.answer = text('', 503)
    await pass(opened, DAY - 1)
    expect(opened.remote.keys?.count).toBe(2)
    expect(opened.goneCount()).toBe(0)
    await pass(opened, 1)
    expect(opened.remote.keys).toBeUndefined()
    expect(opened.goneCount()).toBe(1)
    server.answer = KEYS
    await pass(opened, 30 * SECOND)
    expect(opened.remote.keys?.count).toBe(2)
    expect(opened.goneCount()).toBe(1)
  })

  it('are gone when the server has others, or none', async () => {
    const server = await serveKeys(KEYS)
    const opened = await followed(server)
    server.answer = json({ keys: [newKey.publicJwk, rsaKey.publicJwk, ecKey.publicJwk] })
    await pass(opened, 10 * MINUTE)
    expect(opened.goneCount()).toBe(0)
    server.answer = ROTATED
    await pass(opened, 10 * MINUTE)
    expect(opened.goneCount()).toBe(1)
    server.answer = json({ keys: [] })
    await pass(opened, 10 * MINUTE)
    expect(opened.goneCount()).toBe(2)
    expect(opened.remote.keys?.count).toBe(0)
  })

  it('are gone when another has taken the id', async () => {
    const server = await serveKeys(KEYS)
    const opened = await followed(server)
    server.answer = json({ keys: [{ ...newKey.publicJwk, kid: 'ec-1' }, rsaKey.publicJwk] })
    await pass(opened, 10 * MINUTE)
    expect(opened.goneCount()).toBe(1)
  })
})

function hangUpHalfWay(response: Parameters<KeyServer['answer']>[0], body: string): void {
  response.setHeader('content-length', body.length)
  response.write(body.slice(0, 20), () => response.destroy())
}

function endless(response: Parameters<KeyServer['answer']>[0]): void {
  const write = () => {
    if (response.destroyed) return
    response.write(' '.repeat(4_096), () => setImmediate(write))
  }
  write()
}

/** A few kilobytes that unpack to ten mebibytes. */
function swell(response: Parameters<KeyServer['answer']>[0]): void {
  response.setHeader('content-encoding', 'gzip')
  response.end(gzipSync(Buffer.alloc(10_485_760, 0x20)))
}
