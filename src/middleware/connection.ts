// When is a response over? When it was written, or when nobody is left to read it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type End = () => void

/** Of each connection, what is to be told when it is gone. */
const waiting = new WeakMap<Socket, Set<End>>()

/**
 * Calls `end` once: when the response is written, or its connection is gone. Not if that has happened already.
 *
 * Pipelined requests wait for their turn without a connection of their own: when it goes, nothing is emitted on their
 * responses. So the socket is listened to as well, once for all of its requests.
 */
export function whenOver(request: IncomingMessage, response: ServerResponse, end: End): void {
  // HTTP/2 has a stream for each request, and its socket is a proxy.
  const ends = request.httpVersionMajor === 2 ? undefined : endsOf(request.socket)
  const once = () => {
    response.off('finish', once)
    response.off('close', once)
    ends?.delete(once)
    end()
  }
  response.on('finish', once)
  response.on('close', once)
  ends?.add(once)
}

/** Whether nobody is left to read the response. */
export function isGone(request: IncomingMessage, response: ServerResponse): boolean {
  const { stream } = response as { stream?: { destroyed: boolean } }
  if (request.httpVersionMajor === 2) return stream?.destroyed === true
  return response.destroyed || request.socket.destroyed
}

function endsOf(socket: Socket): Set<End> {
  const known = waiting.get(socket)
  if (known !== undefined) return known
  const ends = new Set<End>()
  waiting.set(socket, ends)
  socket.once('close', () => {
    for (const end of [...ends]) end()
  })
  return ends
}
