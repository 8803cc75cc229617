// What the surfaces of one server share: which requests are in work, and whether it is stopping.
import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'

/** Knows the requests in work and says when the last one has ended. */
export class ServerState {
  stopping = false
  /** Requests that were cut off because the server could wait no longer. */
  requestsCut = 0
  readonly #concurrentRequestsMax: number
  readonly #active = new Set<ServerResponse>()
  readonly #release: (this: ServerResponse) => void
  #onIdle: (() => void) | undefined

  constructor(concurrentRequestsMax: number) {
    this.#concurrentRequestsMax = concurrentRequestsMax
    const release = (response: ServerResponse): void => {
      this.#active.delete(response)
      if (this.#active.size === 0) this.#onIdle?.()
    }
    // One listener for every response: a closure each would be garbage each.
    this.#release = function (this: ServerResponse) {
      release(this)
    }
  }

  /** Requests in work. */
  get activeCount(): number {
    return this.#active.size
  }

  /** Counts a request until its connection is done with it; false when the bound is reached. */
  admit(reply: FastifyReply): boolean {
    if (this.#active.size >= this.#concurrentRequestsMax) return false
    this.#active.add(reply.raw)
    // `close`, not `finish`: a client that hangs up halfway gives its place back too.
    reply.raw.once('close', this.#release)
    return true
  }

  /** Tells the clients of running requests not to use their connections again. */
  endConnections(): void {
    for (const response of this.#active) {
      if (!response.headersSent) response.setHeader('connection', 'close')
    }
  }

  /** Calls `listener` when no request is in work: at once if that is now. */
  whenIdle(listener: () => void): void {
    this.#onIdle = listener
    if (this.#active.size === 0) listener()
  }
}
