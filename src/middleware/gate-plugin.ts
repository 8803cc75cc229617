// Gates as a plugin of Fastify 5: a route says its gate, and is run only where that allows the request.
//
//   await app.register(gatePlugin, { sluice })
//   app.post('/orders', { config: { gate: 'orders.create' } }, handler)
//   app.get('/export', { config: { gate: { name: 'exports.create', mode: 'reserve' } } }, handler)
//
// As with limits the hook is one of the scope and not of its routes, and no mistake opens the gate: what is thrown on the
// way goes to Fastify's error handler.
import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import { GATE_OWNER, GateHook, type GateScope } from './gate-hook.ts'
import type { FastifyGate, FastifyGatesOptions } from './gate-options.ts'
import { invalid } from './limit-list.ts'
import { REPORTS } from './limits-hook.ts'
import { checkOptions } from './options.ts'

const OPTIONS = [
  ...[
    'sluice',
    'credential',
    'context',
    'source',
    'realm',
    'hook',
    'headers',
    'onRefused',
    'renewMs',
  ],
  // Fastify's own.
  ...['prefix', 'logLevel', 'logSerializers'],
]
const FUNCTIONS = ['credential', 'context', 'source', 'onRefused']
const HOOKS = ['onRequest', 'preValidation', 'preHandler']

/**
 * Asks the gates of the routes of the scope that it is registered in, and of the scopes within that are registered later.
 *
 * Allowed requests have `request.decision`, and get RateLimit-Policy and RateLimit. Denied ones are answered with the
 * status of the decision, WWW-Authenticate where a credential or a permission is missing, Retry-After where waiting
 * helps, and a body of application/problem+json with the decision's code. What any function of the options throws is an
 * error of the request.
 *
 * What a gate reserves is settled when the response is written, or its connection gone: once. A client that is gone
 * before its request is decided is not run.
 *
 * @throws SluiceError OPTION_INVALID; and when the app gets ready, of its routes, OPTION_INVALID, GATE_NOT_FOUND,
 *   OPERATION_UNSUPPORTED
 */
async function registerGates(app: FastifyInstance, options: FastifyGatesOptions): Promise<void> {
  checkOptions(options, OPTIONS, FUNCTIONS)
  const { hook = 'onRequest' } = options
  if (!HOOKS.includes(hook)) throw invalid(`option hook must be one of ${HOOKS.join(', ')}`)
  const gates = new GateHook(options)
  const scope: GateScope = app
  scope[GATE_OWNER] = gates
  for (const name of [REPORTS, 'decision']) {
    if (!app.hasRequestDecorator(name)) app.decorateRequest(name, null)
  }
  const ask: onRequestHookHandler = (request, reply, done) => gates.ask(request, reply, done)
  // Three calls: the types know each name by itself.
  if (hook === 'onRequest') app.addHook(hook, ask)
  else if (hook === 'preValidation') app.addHook(hook, ask)
  else app.addHook('preHandler', ask)
  checkRoutes(app, gates)
}

/** Whose gate a route's is is known when all plugins are there. */
function checkRoutes(app: FastifyInstance, hook: GateHook): void {
  const routes: { scope: GateScope; gate: FastifyGate }[] = []
  app.addHook('onRoute', function ({ config }) {
    const gate = config?.gate
    if (gate !== undefined && gate !== false) routes.push({ scope: this, gate })
  })
  app.addHook('onReady', async () => {
    for (const { scope, gate } of routes) if (scope[GATE_OWNER] === hook) hook.check(gate)
  })
}

/** The plugin. Not encapsulated: its hook is one of the scope that registers it. */
export const gatePlugin = Object.assign(registerGates, {
  [Symbol.for('skip-override')]: true,
  [Symbol.for('fastify.display-name')]: 'sluice-gates',
  [Symbol.for('plugin-meta')]: { name: 'sluice-gates', fastify: '5.x' },
})
