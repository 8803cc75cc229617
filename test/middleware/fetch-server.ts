// A server of Node in front of a fetch-style handler, as frameworks have one.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { setTimeout as sleep } from 'node:timers/promises'
import { onTestFinished, vi } from 'vitest'
import { type FetchLimitsOptions, withLimits } from '../../src/middleware/fetch.ts'
import { engine } from './helpers.ts'

export type Handler = (request: Request, address: string) => Response | Promise<Response>

/** The handler behind a free port, given the client's address besides. 500 for what it rejects with. */
export async function serveFetch(handler: Handler): Promise<string> {
  const server = createServer(async (message, response) => {
    const abort = new AbortController()
    response.on('close', () => abort.abort())
    const headers = message.headers as Record<string, string>
    const { method = 'GET', url = '/' } = message
    const request = new Request(`http://a.test${url}`, { method, headers, signal: abort.signal })
    try {
      const answer = await handler(request, message.socket.remoteAddress ?? '')
      const cookies = answer.headers.getSetCookie()
      response.writeHead(answer.status, {
        ...Object.fromEntries(answer.headers),
        ...(cookies.length > 0 && { 'set-cookie': cookies }),
      })
      if (answer.body === null) response.end()
      else await pipeline(Readable.fromWeb(answer.body as WebStream), response)
    } catch {
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

export const LIMITS = {
  burst: { rate: '3/min' },
  daily: { algorithm: 'quota', period: 'day', limit: 100, plans: { gold: 200 } },
  slots: { algorithm: 'concurrency', limit: 2, lease: '10s' },
  trial: { rate: '1/min', shadow: true },
}
export type Options = Omit<FetchLimitsOptions<[string]>, 'sluice'>

export async function serve(handler: Handler, options: Options) {
  const parts = await engine(LIMITS)
  const run = vi.fn(handler)
  const limited = withLimits<[string]>(run, { sluice: parts.sluice, key: () => 'one', ...options })
  return { ...parts, run, limited, url: await serveFetch(limited) }
}

export const text = () => new Response('run')

/** A body whose chunks come when they are asked for, until it is broken. */
export function stream(chunks: number, broken = false): ReadableStream<Uint8Array> {
  let left = chunks
  return new ReadableStream({
    pull: async controller => {
      await sleep(1)
      if (left-- > 0) controller.enqueue(new Uint8Array(1000))
      else if (broken) controller.error(new Error('broken'))
      else controller.close()
    },
  })
}
