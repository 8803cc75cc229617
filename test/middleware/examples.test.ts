// The examples of the middleware run as servers of their own, and do what their comments promise. They import the built
// package by its name.
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { start } from '../examples/helpers.ts'
import { begin, items, response } from './helpers.ts'

it.each(['SIGTERM', 'SIGINT'] as const)('fastify-plugin.js, until %s', async signal => {
  const program = start(['examples/fastify-plugin.js'], { PORT: '0' })
  const [, url] = await program.until(/listening on (\S+)/)
  const label = (key: string) => fetch(`${url}/labels/7`, { headers: { 'x-api-key': key } })

  const gold = await label('key_gold')
  expect(await gold.json()).toEqual({ id: '7' })
  expect(items(gold.headers.get('ratelimit'))).toMatchObject({ 'per-key': { r: 99 } })
  expect((await label('key_unknown')).status).toBe(401)
  const free = await Promise.all(Array.from({ length: 15 }, () => label('key_free')))
  const refused = free.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(await refused[0]?.json()).toMatchObject({ 'violated-policies': ['per-key'] })
  expect((await fetch(`${url}/health`)).headers.get('ratelimit')).toBeNull()

  const exports = await Promise.all(Array.from({ length: 4 }, () => fetch(`${url}/exports`)))
  expect(exports.map(({ status }) => status).toSorted()).toEqual([200, 200, 429, 429])
  const next = await fetch(`${url}/exports`)
  // 100,000, less twice the 1,200 that there were, less the estimate of this one.
  expect(items(next.headers.get('ratelimit'))).toMatchObject({ 'export-rows': { r: 92_600 } })

  expect(await program.stop(signal)).toBe(0)
  expect(program.err).toBe('')
})

it.each(['SIGTERM', 'SIGINT'] as const)('fetch.js, until %s', async signal => {
  const program = start(['examples/fetch.js'], { PORT: '0' })
  const [, url = ''] = await program.until(/listening on (\S+)/)
  const statuses = []
  for (let count = 0; count < 4; count++) statuses.push((await fetch(url)).status)
  expect(statuses).toEqual([200, 200, 200, 429])

  const request = begin(`${url}/ticks`)
  await once(await response(request), 'data')
  expect((await fetch(`${url}/ticks`)).status).toBe(429)
  request.destroy()
  let status = 429
  for (let tries = 0; tries < 100 && status === 429; tries++) {
    const again = await fetch(`${url}/ticks`)
    status = again.status
    await again.body?.cancel()
  }
  expect(status).toBe(200)

  expect(await program.stop(signal)).toBe(0)
  expect(program.err).toBe('')
})

it.each(['SIGTERM', 'SIGINT'] as const)('fastify-gate.js, until %s', async signal => {
  const program = start(['examples/fastify-gate.js'], { PORT: '0' })
  const [, url = ''] = await program.until(/listening on (\S+)/)
  const key = 'parc_test_N8nHwqv0_KMohScWTlgDl5XRwMoONKFth7rdpNB0QNBov'
  const ask = (path: string, method: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { method, headers })
  const known = { 'x-api-key': key }

  const label = await ask('/labels', 'POST', known)
  expect([label.status, await label.json()]).toEqual([
    201,
    { tenant: 'pinecone', plan: 'team', seats: '3 of 15', batches: true },
  ])
  expect(items(label.headers.get('ratelimit'))).toMatchObject({ 'labels-printed': { r: 4999 } })
  const nobody = await ask('/labels', 'POST')
  expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="parcelo"',
  ])
  const uploads = await ask('/uploads?count=5', 'POST', { authorization: `Bearer ${key}` })
  expect(await uploads.json()).toEqual({ uploaded: 5 })
  expect(items(uploads.headers.get('ratelimit'))).toMatchObject({ 'labels-printed': { r: 4994 } })
  for (const count of ['', 'abc', '0', '-1', '1.5', '101', '1e99', '1&count=2']) {
    expect((await ask(`/uploads?count=${count}`, 'POST', known)).status).toBe(400)
  }
  const last = await ask('/uploads', 'POST', known)
  expect(items(last.headers.get('ratelimit'))).toMatchObject({ 'labels-printed': { r: 4993 } })
  expect((await ask('/uploads', 'POST')).status).toBe(401)
  const locked = await ask('/export', 'GET', known)
  expect([locked.status, await locked.json()]).toMatchObject([402, { code: 'FEATURE_LOCKED' }])
  expect(await (await ask('/parcels/7', 'GET')).json()).toEqual({ id: '7', known: false })
  expect(await (await ask('/parcels/7', 'GET', known)).json()).toEqual({ id: '7', known: true })

  expect(await program.stop(signal)).toBe(0)
  expect(program.err).toBe('')
})
