// Real servers on free ports, an engine whose clock stands still until it is moved, and clients that hang up.
import { once } from 'node:events'
import { type Agent, type ClientRequest, type IncomingMessage, request as send } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FastifyInstance, type FastifyServerOptions, fastify } from 'fastify'
import { onTestFinished } from 'vitest'
import { Sluice, type SluiceOptions } from '../../src/index.ts'
import { type FastifyLimitsOptions, limitsPlugin } from '../../src/middleware/fastify.ts'

export interface Engine {
  readonly sluice: Sluice
  /** Moves the clock of the limits. */
  advance(ms: number): void
  /** Tokens or slots that a key has left. */
  left(limit: string, key?: string): number
}

/** An engine with these limits, closed after the test. */
export async function engine(limits: object, options: SluiceOptions = {}): Promise<Engine> {
  let nowMs = 1_000_000
  const sluice = await Sluice.open({ limits }, { clock: () => nowMs, ...options })
  onTestFinished(() => sluice.close())
  return {
    sluice,
    advance: ms => {
      nowMs += ms
    },
    left: (limit, key = 'one') => sluice.limit(limit).peek(key, 0).remaining,
  }
}

/** An app with the plugin, where all clients are the key 'one' if nothing else is said. */
export async function app(
  sluice: Sluice,
  options: Partial<FastifyLimitsOptions> = {},
  server: FastifyServerOptions = {},
): Promise<FastifyInstance> {
  const made = fastify({ forceCloseConnections: true, ...server })
  onTestFinished(() => made.close())
  await made.register(limitsPlugin, { sluice, key: () => 'one', ...options })
  return made
}

export async function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ port: 0, host: '127.0.0.1' })
}

/** Waits for something that other tasks bring about. */
export async function until(condition: () => boolean): Promise<void> {
  const endMs = Date.now() + 5_000
  while (!condition()) {
    if (Date.now() > endMs) throw new Error(`not so within 5 s: ${condition}`)
    await sleep(2)
  }
}

/** A promise and the function that fulfils it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  return { opened, open }
}

/** A request that the test ends by `destroy`. */
export function begin(url: string, agent?: Agent): ClientRequest {
  const request = send(url, agent === undefined ? {} : { agent })
  request.on('error', () => {})
  request.end()
  return request
}

/** Its response, at the head. */
export async function response(request: ClientRequest): Promise<IncomingMessage> {
  const [found] = await once(request, 'response')
  found.on('error', () => {})
  return found
}

/** The Items of a List of RFC 9651 by their Strings; throws at what is none of the draft's. */
export function items(field: string | null): Record<string, Record<string, number | string>> {
  const found = (field ?? '').split(', ').map(item => {
    const [, name, parameters = ''] =
      /^"([^"]+)"((?:;[a-z]+=(?:[0-9]+|"[^"]+"))*)$/.exec(item) ?? []
    if (name === undefined) throw new Error(`not an item: ${item}`)
    const pairs = [...parameters.matchAll(/;([a-z]+)=(?:([0-9]+)|"([^"]+)")/g)]
    const values = pairs.map(([, key, number, text]) => [key, text ?? Number(number)])
    return [name, Object.fromEntries(values)]
  })
  return Object.fromEntries(found)
}
