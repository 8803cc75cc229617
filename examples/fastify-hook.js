// A Fastify server that asks Sluice before each request: a limit by API key, or by address where
// there is none, and a flag that decides which answer is given.
//   PORT=3000 node examples/fastify-hook.js
//   curl -i localhost:3000/labels/7 -H 'x-api-key: key_1' -H 'x-printer: zebra'
import { fastify } from 'fastify'
import { Sluice } from 'sluice'

const config = `${import.meta.dirname}/sluice.yaml`
const sluice = await Sluice.open(config)
const perKey = sluice.limit('per-key')
const perIp = sluice.limit('per-ip')
const labelFormat = sluice.flag('label-format')

const app = fastify()

app.addHook('onRequest', async (request, reply) => {
  const apiKey = request.headers['x-api-key']
  // A real service checks the key first: an unchecked one lets a client choose its own bucket.
  const named = typeof apiKey === 'string' && apiKey.length >= 1 && apiKey.length <= 64
  const result = named ? perKey.take(apiKey) : perIp.take(request.ip)
  // The result is reused by the next take: what is needed of it is read here and now.
  reply.header('x-ratelimit-limit', result.limit)
  reply.header('x-ratelimit-remaining', result.remaining)
  if (result.allowed) return
  reply.header('retry-after', Math.ceil(result.retryMs / 1000))
  await reply.code(429).send({ error: 'too many requests' })
})

app.get('/labels/:id', async request => {
  const { 'x-printer': printer, 'x-country': country } = request.headers
  return { id: request.params.id, format: labelFormat.string({ printer, country }, 'pdf-a6') }
})

// A changed file that is not valid: the last good config keeps deciding.
sluice.on('error', error => console.error(error.message))

console.log(`listening on ${await app.listen({ port: Number(process.env.PORT ?? 3000) })}`)

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await app.close()
    sluice.close()
  })
}
