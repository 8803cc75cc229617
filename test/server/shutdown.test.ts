// Stopping: what runs may end, what is idle is closed, nothing new comes in, and it takes no longer
// than it may. The same with a signal and a process of its own is in ../cli/serve.test.ts.
import { describe, expect, it } from 'vitest'
import { RawConnection, serve, stallTake, TAKE_BODY } from './helpers.ts'

describe('stop', () => {
  it('lets a running request end, and takes no other', async () => {
    const server = await serve({ shutdownTimeoutMs: 30_000 })
    const running = await stallTake(server.url)
    const stopped = server.stop()
    await expect
      .poll(
        () =>
          fetch(`${server.url}/healthz`).then(
            () => 'open',
            () => 'closed',
          ),
        { timeout: 5000 },
      )
      .toBe('closed')
    running.send(TAKE_BODY.slice(1))
    await running.untilClosed()
    expect(running.received).toContain('200 OK')
    expect(running.received).toContain('"allowed":true')
    expect(running.received.toLowerCase()).toContain('connection: close')
    expect(await stopped).toEqual({ requestsCut: 0 })
  })

  it('cuts off what does not end in time, and says so', async () => {
    const server = await serve({ shutdownTimeoutMs: 100 })
    const stalled = await stallTake(server.url)
    expect(await server.stop()).toEqual({ requestsCut: 1 })
    await stalled.untilClosed()
  })

  it('does not wait for connections without a request', async () => {
    const server = await serve({ shutdownTimeoutMs: 30_000 })
    const silent = new RawConnection(server.url)
    const half = new RawConnection(server.url)
    half.send('GET /healthz HTTP/1.1\r\n')
    const kept = new RawConnection(server.url)
    kept.send('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n')
    await kept.until('ok')
    const startMs = performance.now()
    expect(await server.stop()).toEqual({ requestsCut: 0 })
    expect(performance.now() - startMs).toBeLessThan(5000)
    await Promise.all([silent, half, kept].map(connection => connection.untilClosed()))
  })

  it('can be called twice', async () => {
    const server = await serve()
    expect(server.stop()).toBe(server.stop())
    expect(await server.stop()).toEqual({ requestsCut: 0 })
  })

  it('leaves the port free', async () => {
    const first = await serve()
    const port = Number(new URL(first.url).port)
    await first.stop()
    const second = await serve({ port })
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
  })
})

describe('start', () => {
  it('rejects when the port is taken, and the one who has it goes on', async () => {
    const first = await serve()
    const port = Number(new URL(first.url).port)
    await expect(serve({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  })

  it.each([{ port: 65_536 }, { port: -1 }, { port: 1.5 }, { host: '' }])(
    'refuses %j',
    async options => {
      await expect(serve(options)).rejects.toMatchObject({ code: 'OPTION_INVALID' })
    },
  )
})
