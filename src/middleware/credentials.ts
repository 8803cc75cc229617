// Where requests have their credentials: `Authorization: Bearer`, or `X-API-Key`. Never the query: URLs end up in logs,
// in histories and in the Referer header.
//
// All that are there are returned, and a gate refuses more than one: whatever stands before could have checked the other.

const BEARER = /^bearer(?: +(.*))?$/i

/** The credentials among header fields. A header that is there twice gives two. */
export function credentialsOf(fields: Iterable<readonly [name: string, value: string]>): string[] {
  const found: string[] = []
  for (const [name, value] of fields) {
    const lower = name.toLowerCase()
    if (lower === 'x-api-key') found.push(value.trim())
    else if (lower === 'authorization') {
      const bearer = BEARER.exec(value.trim())
      if (bearer !== null) found.push(bearer[1] ?? '')
    }
  }
  return found
}

/** Fields of a request of Node, whose `rawHeaders` alone keep a header that is there twice. */
export function* rawFields({
  rawHeaders,
}: {
  readonly rawHeaders: readonly string[]
}): Generator<readonly [string, string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    yield [rawHeaders[index]!, rawHeaders[index + 1]!]
  }
}

/** Fields of fetch-style headers, which join what is there twice by commas. None of the credentials holds one. */
export function* fetchFields(headers: Headers): Generator<readonly [string, string]> {
  for (const name of ['authorization', 'x-api-key']) {
    for (const value of headers.get(name)?.split(',') ?? []) yield [name, value]
  }
}
