// A Fastify server whose routes say their gate: who is calling, whether they may, whether their plan has it, and how
// often, decided in one call before the handler runs. The key is the published one of examples/sluice.yaml.
//   PORT=3000 node examples/fastify-gate.js
//   curl -i localhost:3000/labels -X POST -H 'x-api-key: parc_test_N8nHwqv0_KMohScWTlgDl5XRwMoONKFth7rdpNB0QNBov'
//   curl -i localhost:3000/labels -X POST
import { fastify } from 'fastify'
import { Sluice } from 'sluice'
import { gatePlugin } from 'sluice/fastify'

const sluice = await Sluice.open(`${import.meta.dirname}/sluice.yaml`)

const app = fastify()

// The credential is in `Authorization: Bearer` or `X-API-Key`; what flags and limits need beside it says `context`.
await app.register(gatePlugin, {
  sluice,
  realm: 'parcelo',
  context: ({ headers }) => ({ country: headers['x-country'] }),
})

// The handler runs only where the gate allows, and reads of the decision what else it needs: no second call.
app.post('/labels', { config: { gate: 'labels.create' } }, async ({ decision }, reply) => {
  const { principal, plan, features, flags } = decision
  reply.code(201)
  return {
    tenant: principal.tenant,
    plan: plan.id,
    seats: `${features.seats.used} of ${features.seats.value}`,
    batches: flags['batch-printing'].value,
  }
})

// A gate may cost more than one of each limit: five labels are five of the quota, or none. What a cost is made of is
// checked first, here by the route's schema: so this gate is asked after that.
const count = { type: 'integer', minimum: 1, maximum: 100, default: 1 }
const schema = { querystring: { type: 'object', properties: { count } } }
const cost = ({ query }) => query.count
await app.register(async scope => {
  await scope.register(gatePlugin, { sluice, realm: 'parcelo', hook: 'preHandler' })
  const options = { schema, config: { gate: { name: 'labels.upload', cost } } }
  scope.post('/uploads', options, async ({ query }) => ({ uploaded: query.count }))
})

// What it costs is known at the end: two are held, and one is charged; none where the answer is 500 or more.
const gate = { name: 'exports.create', mode: 'reserve', cost: 2, actual: () => 1 }
app.get('/export', { config: { gate } }, async () => ({ rows: 1200 }))

// With a key or without one.
app.get('/parcels/:id', { config: { gate: 'parcels.track' } }, async ({ params, decision }) => ({
  id: params.id,
  known: decision.principal.type === 'key',
}))

// A changed file that is not valid: the last good config keeps deciding.
sluice.on('error', error => console.error(error.message))

console.log(`listening on ${await app.listen({ port: Number(process.env.PORT ?? 3000) })}`)

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, async () => {
    await app.close()
    sluice.close()
  })
}
