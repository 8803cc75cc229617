// Limits around a fetch-style handler, as those of Hono, of Next's routes and of Deno and Bun are. Here Node's own server
// calls it, through the few lines of an adapter.
//   PORT=3000 node examples/fetch.js
//   curl -i localhost:3000/
//   curl -iN localhost:3000/ticks
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { ipKey, Sluice } from 'sluice'
import { withLimits } from 'sluice/fetch'

const sluice = await Sluice.open({
  limits: {
    requests: { rate: '3/min' },
    streams: { algorithm: 'concurrency', limit: 1 },
  },
})

// A Request has no address: what else the handler is given says whom to count.
const key = (_request, { address }) => ipKey(address)

const hello = withLimits(() => new Response('hello\n'), { sluice, limits: ['requests'], key })

// The slot is held until the last tick is read, or the client is gone.
const ticks = withLimits(() => new Response(ReadableStream.from(tick())), {
  sluice,
  limits: ['streams'],
  key,
})

async function* tick() {
  for (let count = 1; count <= 20; count++) {
    yield Buffer.from(`${count}\n`)
    await sleep(100)
  }
}

const server = createServer(async (message, response) => {
  const abort = new AbortController()
  response.on('close', () => abort.abort())
  const { method, headers, socket } = message
  const url = new URL(message.url, 'http://localhost')
  try {
    const request = new Request(url, { method, headers, signal: abort.signal })
    const handler = url.pathname === '/ticks' ? ticks : hello
    const answer = await handler(request, { address: socket.remoteAddress })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    if (answer.body === null) response.end()
    else await pipeline(Readable.fromWeb(answer.body), response)
  } catch (error) {
    // The client left, or something failed.
    if (!abort.signal.aborted) console.error(error)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
})

server.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`listening on http://localhost:${server.address().port}`)
})

for (const signal of ['SIGTERM', 'SIGINT']) {
  process.once(signal, () => {
    server.close(() => sluice.close())
    server.closeAllConnections()
  })
}
