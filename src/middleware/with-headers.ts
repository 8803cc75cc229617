// Headers on a response that somebody else made. That one stays as it is: it may be a constant, and answer others too.

/** Of a copy, what it is one of: Node cancels the body of what `fetch` returned when that is collected. */
const originals = new WeakMap<Response, Response>()

/**
 * A copy of the response with headers more. What cannot be copied is returned as it is: Response.error() and a 101.
 * @param giver who returned it, for the error
 * @throws TypeError when it is no Response, or its body is read already
 */
export function withHeaders(
  giver: string,
  response: Response,
  fields: Readonly<Record<string, string>>,
): Response {
  if (!isResponse(response)) throw new TypeError(`${giver} must return a Response`)
  const { body, status, statusText } = response
  if (response.bodyUsed || body?.locked) {
    throw new TypeError(`${giver} must return a Response whose body nobody has read`)
  }
  if (status < 200) return response
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(fields)) headers.set(name, value)
  const copy = new Response(body, { status, statusText, headers })
  originals.set(copy, response)
  return copy
}

/** By its members: frameworks bring their own class. */
function isResponse(value: unknown): value is Response {
  const { status, headers, body } = Object(value)
  const hasBody = body === null || typeof body?.getReader === 'function'
  return hasBody && typeof status === 'number' && typeof headers?.get === 'function'
}
