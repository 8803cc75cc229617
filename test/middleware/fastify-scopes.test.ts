// Which limits are a request's: of the scope, of the route, of several plugins.
import { setTimeout as sleep } from 'node:timers/promises'
import { fastify } from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import { limitsPlugin } from '../../src/middleware/fastify.ts'
import { app, engine, items, listen } from './helpers.ts'

const LIMITS = {
  all: { rate: '100/min' },
  user: { rate: '50/min' },
  login: { rate: '5/min' },
  other: { rate: '3/min' },
}

/** The policies that a path's answer tells of. */
async function policies(url: string, init: RequestInit = {}): Promise<string[]> {
  const { headers } = await fetch(url, init)
  const field = headers.get('ratelimit-policy')
  return field === null ? [] : Object.keys(items(field))
}

it("are the plugin's, the route's in their place, or none", async () => {
  const { sluice, left } = await engine(LIMITS)
  const made = await app(sluice, { limits: ['all'] })
  made.get('/', () => 'run')
  made.get('/login', { config: { limits: ['login', 'user'] } }, () => 'run')
  made.get('/free', { config: { limits: false } }, () => 'run')
  made.get('/empty', { config: { limits: [] } }, () => 'run')
  made.options('/', () => 'run')
  const url = await listen(made)
  expect(await policies(url)).toEqual(['all'])
  expect(await policies(`${url}/login`)).toEqual(['login', 'user'])
  expect(await policies(`${url}/login`, { method: 'HEAD' })).toEqual(['login', 'user'])
  expect(await policies(`${url}/free`)).toEqual([])
  expect(await policies(`${url}/empty`)).toEqual([])
  expect(await policies(url, { method: 'OPTIONS' })).toEqual(['all'])
  expect(await policies(`${url}/nowhere`)).toEqual(['all'])
  expect([left('all'), left('login')]).toEqual([97, 3])
})

it('are those of routes that were there before the plugin, too', async () => {
  const { sluice } = await engine(LIMITS)
  const made = fastify()
  onTestFinished(() => made.close())
  made.get('/', { config: { limits: ['login'] } }, () => 'run')
  await made.register(limitsPlugin, { sluice })
  expect(await policies(await listen(made))).toEqual(['login'])
})

it('stay within the scope that registers the plugin', async () => {
  const { sluice } = await engine(LIMITS)
  const made = fastify()
  onTestFinished(() => made.close())
  await made.register(async scope => {
    await scope.register(limitsPlugin, { sluice, limits: ['all'] })
    scope.get('/in', () => 'run')
    await scope.register(async inner => {
      inner.get('/inner', { config: { limits: ['login'] } }, () => 'run')
    })
  })
  made.get('/out', () => 'run')
  made.get('/late', { config: { limits: ['login'] } }, () => 'run')
  const url = await listen(made)
  expect(await policies(`${url}/in`)).toEqual(['all'])
  expect(await policies(`${url}/inner`)).toEqual(['login'])
  expect(await policies(`${url}/out`)).toEqual([])
  expect(await policies(`${url}/late`)).toEqual([])
})

it("of two plugins are those of both, and the route's are asked by the last", async () => {
  const { sluice, left } = await engine(LIMITS)
  const made = await app(sluice, { limits: ['all'] })
  await made.register(limitsPlugin, {
    sluice,
    hook: 'preHandler',
    limits: ['user'],
    key: async () => 'ada',
  })
  made.get('/', () => 'run')
  made.get('/login', { config: { limits: ['login'] } }, () => 'run')
  made.get('/free', { config: { limits: false } }, () => 'run')
  const url = await listen(made)
  expect(await policies(url)).toEqual(['all', 'user'])
  expect(await policies(`${url}/login`)).toEqual(['all', 'login'])
  expect(await policies(`${url}/free`)).toEqual([])
  expect([left('all'), left('user', 'ada'), left('login', 'ada')]).toEqual([98, 49, 4])
})

it('of a scope within are asked by its own plugin, of another engine at that', async () => {
  const outer = await engine({ all: LIMITS.all })
  const inner = await engine({ other: LIMITS.other, mine: LIMITS.login })
  const made = await app(outer.sluice, { limits: ['all'] })
  await made.register(async scope => {
    scope.get('/before', { config: { limits: ['mine'] } }, () => 'run')
    await scope.register(limitsPlugin, { sluice: inner.sluice, limits: ['other'], key: () => 'b' })
    scope.get('/scope', () => 'run')
    scope.get('/own', { config: { limits: ['mine'] } }, () => 'run')
  })
  made.get('/', () => 'run')
  const url = await listen(made)
  expect(await policies(url)).toEqual(['all'])
  expect(await policies(`${url}/scope`)).toEqual(['all', 'other'])
  expect(await policies(`${url}/own`)).toEqual(['all', 'mine'])
  expect(await policies(`${url}/before`)).toEqual(['all', 'mine'])
})

it('are checked when the app gets ready', async () => {
  const { sluice } = await engine(LIMITS)
  for (const limits of [['logni'], [{ limit: 'login', keys: 1 }], 'login', true, null]) {
    const made = await app(sluice)
    made.get('/', { config: { limits: limits as never } }, () => 'run')
    await expect(made.ready(), JSON.stringify(limits)).rejects.toThrow(/limit/)
  }
})

it('that are wrong on a route that nobody checked are an error of its requests', async () => {
  const { sluice } = await engine(LIMITS)
  const made = fastify()
  onTestFinished(() => made.close())
  made.get('/', { config: { limits: 'login' as never } }, () => 'run')
  await made.register(limitsPlugin, { sluice })
  expect((await fetch(await listen(made))).status).toBe(500)
})

it('are those of the config of now', async () => {
  const { sluice } = await engine(LIMITS)
  const made = await app(sluice, { limits: ['login'] })
  made.get('/', () => 'run')
  const url = await listen(made)
  await fetch(url)
  const publish = (login: object) => sluice.publish({ limits: { ...LIMITS, login } })
  await publish({ rate: '20/h' })
  const { headers } = await fetch(url)
  expect(items(headers.get('ratelimit-policy'))).toEqual({ login: { q: 20, w: 3600 } })
  // On trial, and by another algorithm: what is taken becomes what is held.
  await publish({ algorithm: 'concurrency', limit: 2, shadow: true })
  expect(await policies(url)).toEqual([])
  await publish({ algorithm: 'concurrency', limit: 2 })
  expect(await policies(url)).toEqual(['login'])
  await sleep(5)
  expect(sluice.limit('login').peek('one').remaining).toBe(2)
  const { login: _, ...rest } = LIMITS
  await sluice.publish({ limits: rest })
  expect((await fetch(url)).status).toBe(500)
})
