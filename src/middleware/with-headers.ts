// Headers on a response that somebody else made.

/** The response with headers more: itself, or a copy where its headers cannot be changed. */
export function withHeaders(
  response: Response,
  fields: Readonly<Record<string, string>>,
): Response {
  try {
    for (const [name, value] of Object.entries(fields)) response.headers.set(name, value)
    return response
  } catch {
    // What `fetch`, Response.redirect and Response.error made. The last cannot be copied: it is no response at all.
    if (response.type === 'error') return response
  }
  const { body, status, statusText } = response
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries(fields)) headers.set(name, value)
  return new Response(body, { status, statusText, headers })
}
