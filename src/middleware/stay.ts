// How long a fetch-style request holds what it holds: until its response has been read, or will not be.
import type { Held } from './held.ts'

type FetchHeld = Held<[request: Request, response?: Response]>

// A body that is dropped without a word, as by frameworks that answer HEAD with what GET returned, would be held until
// the process ends: what is held is renewed.
const dropped = new FinalizationRegistry<Stay>(stay => stay.end())

/** The stay of one request. Nothing that lives as long as the process may refer to the body that it hands out. */
export class Stay {
  readonly #request: Request
  readonly #held: FetchHeld
  #response: Response | undefined
  readonly #onAbort = () => this.end()

  constructor(request: Request, held: FetchHeld) {
    this.#request = request
    this.#held = held
    request.signal.addEventListener('abort', this.#onAbort, { once: true })
  }

  /** Ends it. Later calls do nothing. */
  end(): void {
    this.#request.signal.removeEventListener('abort', this.#onAbort)
    this.#held.end(warn, this.#request, this.#response)
  }

  /**
   * The response, with which it ends. Its body is read as it was: by pulls, each when the reader wants more.
   * @throws TypeError when the body is being read already
   */
  lastFor(response: Response): Response {
    const { body, status, statusText, headers } = response
    // The handler's: it does not know the body that is handed out.
    this.#response = response
    if (body === null || this.#request.method === 'HEAD') {
      this.end()
      return response
    }
    const watched = this.#watch(body)
    dropped.register(watched, this)
    return new Response(watched, { status, statusText, headers })
  }

  #watch(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
    const reader = body.getReader()
    const pull = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
      try {
        const { done, value } = await reader.read()
        if (!done) {
          controller.enqueue(value)
          return
        }
        controller.close()
      } catch (error) {
        controller.error(error)
      }
      this.end()
    }
    const cancel = (reason: unknown) => {
      this.end()
      return reader.cancel(reason)
    }
    // Nothing is read ahead.
    return new ReadableStream({ pull, cancel }, { highWaterMark: 0 })
  }
}

/** Nobody is left to catch it: the response is under way. */
function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error))
}
