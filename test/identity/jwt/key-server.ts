// A server of key sets on the loopback, which behaves as a test wants it to.
import { once } from 'node:events'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export class KeyServer {
  requestCount = 0
  /** What it does with a request; without an answer it hangs. */
  answer: (response: ServerResponse) => void
  readonly #server: Server
  #waiting: (() => void)[] = []

  constructor(answer: (response: ServerResponse) => void) {
    this.answer = answer
    const listener: RequestListener = (_, response) => {
      this.requestCount += 1
      this.answer(response)
      for (const resolve of this.#waiting.splice(0)) resolve()
    }
    this.#server = createServer(listener)
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/jwks.json`
  }

  /** Resolves when the next request has come in. */
  nextRequest(): Promise<void> {
    return new Promise(resolve => this.#waiting.push(resolve))
  }

  /** Ends it with all its connections. */
  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }
}

export const servers: KeyServer[] = []

export async function serveKeys(answer: (response: ServerResponse) => void): Promise<KeyServer> {
  const server = await new KeyServer(answer).listen()
  servers.push(server)
  return server
}

/** An answer with a JSON body. */
export function json(value: unknown): (response: ServerResponse) => void {
  return response => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(value))
  }
}

export function text(body: string, status = 200, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body)
  }
}
