// A Fastify server whose routes say their limits: by address, by API key under the key's plan, and slots for exports
// that run. All limits of a request are asked at once, and if one refuses, none is taken from.
//   PORT=3000 node examples/fastify-plugin.js
//   curl -i localhost:3000/labels/7 -H 'x-api-key: key_gold'
//   curl -i localhost:3000/exports & curl -i localhost:3000/exports & curl -i localhost:3000/exports
import { setTimeout as sleep } from 'node:timers/promises'
import { fastify } from 'fastify'
import { Sluice } from 'sluice'
import { limitsPlugin } from 'sluice/fastify'

const sluice = await Sluice.open({
  limits: {
    'per-ip': { rate: '20/s', burst: 40 },
    'per-key': { rate: '5/s', burst: 10, plans: { gold: '100/s' } },
    exports: { algorithm: 'concurrency', limit: 2 },
    'export-rows': { algorithm: 'quota', period: 'day', limit: 100000 },
  },
})

// A real service looks its keys up: an unknown one lets a client choose whom it is counted as.
const plans = new Map([
  ['key_free', undefined],
  ['key_gold', 'gold'],
])

function apiKey(request) {
  const key = request.headers['x-api-key']
  if (plans.has(key)) return key
  throw Object.assign(new Error('an API key is needed'), { statusCode: 401 })
}

const app = fastify()

// By address, where a route has no limits of its own.
await app.register(limitsPlugin, { sluice, limits: ['per-ip'] })

app.get('/health', { config: { limits: false } }, async () => ({ ok: true }))

const perKey = { limit: 'per-key', key: apiKey, plan: request => plans.get(apiKey(request)) }

app.get('/labels/:id', { config: { limits: ['per-ip', perKey] } }, async request => ({
  id: request.params.id,
}))

// How many rows there are is known at the end: 5,000 are reserved, and then what there were is charged. The slot is
// free again when the response is written, or the client is gone.
const rows = { limit: 'export-rows', cost: 5000, actual: request => request.rows ?? 0 }

app.decorateRequest('rows', undefined)
app.get('/exports', { config: { limits: ['per-ip', 'exports', rows] } }, async request => {
  await sleep(500)
  request.rows = 1200
  return { rows: request.rows }
})

console.log(`listening on ${await app.listen({ port: Number(process.env.PORT ?? 3000) })}`)

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await app.close()
    sluice.close()
  })
}
