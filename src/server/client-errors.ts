// Requests that fail before they are requests: Node reports them as errors of the connection.

import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { type ApiErrorCode, CATALOGUE } from './errors.ts'

const CODES: Readonly<Record<string, ApiErrorCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
}

/** Answers in JSON, since nothing of the request can be trusted, and closes the connection. */
export function rejectBrokenConnection(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  if (socket.writable) socket.write(rawAnswer(CODES[error.code ?? ''] ?? 'REQUEST_INVALID'))
  socket.destroy()
}

function rawAnswer(code: ApiErrorCode): string {
  const { status, message } = CATALOGUE[code]
  const body = JSON.stringify({ code, message })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
