// Limits as a plugin of Fastify 5: requests are asked about before they are run, all limits of one at once.
//
//   await app.register(limitsPlugin, { sluice, limits: ['per-ip'] })
//   app.get('/export', { config: { limits: ['per-ip', { limit: 'exports', key }] } }, handler)
//   app.get('/health', { config: { limits: false } }, handler)
//
// The hook is one of the scope and not of its routes, so that it also holds for routes that were added before, and for
// what is not found. No mistake opens the gate: what is thrown on the way goes to Fastify's error handler.
import type { FastifyInstance, onRequestHookHandler } from 'fastify'
import type { FastifyLimit, FastifyLimitsOptions } from './fastify-options.ts'
import { invalid } from './limit-list.ts'
import { LimitsHook, OWNER, REPORTS, type Scope } from './limits-hook.ts'
import { checkOptions } from './options.ts'

export type { LimitReport } from '../limits/headers.ts'
export type { FastifyLimit, FastifyLimitsOptions } from './fastify-options.ts'
export type { GateEntry } from './gate-asker.ts'
export type { Credentials, FastifyGate, FastifyGatesOptions } from './gate-options.ts'
export { gatePlugin } from './gate-plugin.ts'
export type { GateProblem, GateRefusal } from './gate-refusal.ts'
export type { LimitEntry } from './limit-list.ts'
export type { Refusal } from './refusal.ts'

const OPTIONS = [
  ...['sluice', 'limits', 'key', 'ipv6Prefix', 'hook', 'headers', 'onRefused', 'renewMs'],
  // Fastify's own.
  ...['prefix', 'logLevel', 'logSerializers'],
]
const HOOKS = ['onRequest', 'preValidation', 'preHandler']

/**
 * Limits the requests of the scope that it is registered in, and of the scopes within that are registered later.
 *
 * Allowed requests get RateLimit-Policy and RateLimit. Refused ones are answered 429 with Retry-After and a body of
 * application/problem+json that says by which limits; 503 where the engine has no lease left to hold them. What any
 * function of a limit throws is an error of the request. A key that limits do not accept (KEY_INVALID) has the status
 * 400: it is made of what the client sent.
 *
 * Slots are put back when the response is written, or its connection is gone: once. A client that is gone before its
 * request is decided is not run.
 *
 * @throws SluiceError OPTION_INVALID, LIMIT_NOT_FOUND: at registration, and of routes when the app gets ready
 */
async function registerLimits(app: FastifyInstance, options: FastifyLimitsOptions): Promise<void> {
  checkOptions(options, OPTIONS, ['key', 'onRefused'])
  const { hook = 'onRequest' } = options
  if (!HOOKS.includes(hook)) throw invalid(`option hook must be one of ${HOOKS.join(', ')}`)
  const limits = new LimitsHook(options)
  const scope: Scope = app
  scope[OWNER] = limits
  if (!app.hasRequestDecorator(REPORTS)) app.decorateRequest(REPORTS, null)
  const ask: onRequestHookHandler = (request, reply, done) => limits.limit(request, reply, done)
  // Three calls: the types know each name by itself.
  if (hook === 'onRequest') app.addHook(hook, ask)
  else if (hook === 'preValidation') app.addHook(hook, ask)
  else app.addHook('preHandler', ask)
  checkRoutes(app, limits)
}

/** Whose limits a route's are is known when all plugins are there. */
function checkRoutes(app: FastifyInstance, hook: LimitsHook): void {
  const routes: { scope: Scope; limits: readonly FastifyLimit[] }[] = []
  app.addHook('onRoute', function ({ config }) {
    const limits = config?.limits
    if (limits !== undefined && limits !== false) routes.push({ scope: this, limits })
  })
  app.addHook('onReady', async () => {
    for (const { scope, limits } of routes) if (scope[OWNER] === hook) hook.check(limits)
  })
}

/** The plugin. Not encapsulated: its hook is one of the scope that registers it. */
export const limitsPlugin = Object.assign(registerLimits, {
  [Symbol.for('skip-override')]: true,
  [Symbol.for('fastify.display-name')]: 'sluice-limits',
  [Symbol.for('plugin-meta')]: { name: 'sluice-limits', fastify: '5.x' },
})
