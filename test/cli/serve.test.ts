// `sluice serve` as it runs in production: the built executable, a process, signals.
import { renameSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { post, RawConnection, stallTake, TAKE_BODY } from '../server/helpers.ts'
import { BROKEN_TEXT, Child, CONFIG_TEXT, cli, configFile, file } from './helpers.ts'

async function start(args: readonly string[]): Promise<{ child: Child; url: string }> {
  const child = new Child(['serve', ...args, '--port', '0', '--json'])
  await child.until('"listening"')
  const { url } = JSON.parse(child.out.split('\n')[0]!)
  return { child, url }
}

const EVENTS = (child: Child): unknown[] =>
  child.out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

describe('sluice serve', () => {
  it('serves flags and limits', async () => {
    const { child, url } = await start([configFile()])
    const flag = await post(`${url}/ofrep/v1/evaluate/flags/plan`, { context: { plan: 'pro' } })
    expect(flag.body).toMatchObject({ value: 'gold' })
    const limit = await post(`${url}/v1/limits/per-key/take`, { key: 'k' })
    expect(limit.body).toMatchObject({ allowed: true, limit: 3 })
    child.process.kill('SIGINT')
    expect(await child.code()).toBe(0)
    expect(EVENTS(child)).toMatchObject([
      { event: 'listening', url, version: 1 },
      { event: 'stopping', signal: 'SIGINT' },
      { event: 'stopped', requestsCut: 0 },
    ])
    expect(child.err).toBe('')
  })

  it('serves gates, whose keys it hashes under the peppers of its environment', async () => {
    const SLUICE_PEPPERS = '{"current":"p1","secrets":{"p1":"0123456789abcdef"}}'
    const made = await cli(['keys', 'create', '--json'], { env: { SLUICE_PEPPERS } })
    const { key, entry } = JSON.parse(made.out)
    const path = file('gates.json', JSON.stringify({ keys: [entry], gates: { g: {} } }))
    const child = new Child(['serve', path, '--port', '0', '--json'], { env: { SLUICE_PEPPERS } })
    await child.until('"listening"')
    const { url } = JSON.parse(child.out)
    const { body } = await post(`${url}/v1/decide`, { gate: 'g', credential: key })
    expect(body).toMatchObject({ allow: true, principal: { id: entry.id } })
    child.process.kill('SIGTERM')
    expect([await child.code(), child.err]).toEqual([0, ''])
    expect(child.out).not.toContain(key)
  })

  it('says in words what it does where nobody asked for JSON', async () => {
    const child = new Child(['serve', configFile(), '--port', '0'])
    await child.until('listens on http://127.0.0.1:')
    expect(child.out).toContain('3 flags, 1 limit, 0 gates)')
    child.process.kill('SIGTERM')
    expect(await child.code()).toBe(0)
  })

  it('lets a running request end when it gets SIGTERM', async () => {
    const { child, url } = await start([configFile()])
    const running = await stallTake(url)
    child.process.kill('SIGTERM')
    await child.until('"stopping"')
    running.send(TAKE_BODY.slice(1))
    await running.untilClosed()
    expect(running.received).toContain('"allowed":true')
    expect(running.received.toLowerCase()).toContain('connection: close')
    expect(await child.code()).toBe(0)
    expect(EVENTS(child).at(-1)).toEqual({ event: 'stopped', requestsCut: 0 })
  })

  it('does not wait longer than it may', async () => {
    const { child, url } = await start([configFile(), '--shutdown-timeout-ms', '100'])
    await stallTake(url)
    child.process.kill('SIGTERM')
    expect(await child.code()).toBe(0)
    expect(EVENTS(child).at(-1)).toEqual({ event: 'stopped', requestsCut: 1 })
  })

  it('stops at once at the second signal', async () => {
    const { child, url } = await start([configFile(), '--shutdown-timeout-ms', '60000'])
    await stallTake(url)
    child.process.kill('SIGTERM')
    await child.until('"stopping"')
    child.process.kill('SIGTERM')
    expect(await child.code()).toBe(1)
  })

  it('loads a config that changes, and keeps the last good one', async () => {
    const path = configFile()
    const replace = (text: string): void => {
      writeFileSync(`${path}.new`, text)
      renameSync(`${path}.new`, path)
    }
    const { child, url } = await start([path])
    const value = async () => {
      const answer = await post(`${url}/ofrep/v1/evaluate/flags/banner`, { context: {} })
      return (answer.body as { value: unknown }).value
    }
    expect(await value()).toBe(true)
    replace(BROKEN_TEXT)
    await expect.poll(() => child.err, { timeout: 10_000 }).toContain('silver')
    expect(await value()).toBe(true)
    replace(CONFIG_TEXT.replace('defaultVariant: on', 'defaultVariant: off'))
    await child.until('"published"')
    expect(await value()).toBe(false)
    child.process.kill('SIGTERM')
    expect(await child.code()).toBe(0)
  })

  it('takes its bounds from the command line', async () => {
    const { url } = await start([configFile(), '--body-bytes-max', '20', '--no-watch'])
    const answer = await post(`${url}/v1/limits/per-key/take`, { key: 'k'.repeat(20) })
    expect(answer.status).toBe(413)
  })

  it('logs requests where asked to, and nothing that was sent', async () => {
    const child = new Child(['serve', configFile(), '--port', '0', '--log', '--json'])
    await child.until('"listening"')
    const line = child.out.split('\n').find(text => text.includes('"listening"'))
    const { url } = JSON.parse(line!)
    await post(`${url}/v1/limits/per-key/take`, '{"key": secret')
    await fetch(`${url}/secret?key=secret`)
    await child.until('"statusCode":404')
    expect(child.out).toContain('"statusCode":400')
    expect(child.out).toContain('"route":"/v1/limits/:name/take"')
    expect(child.out).not.toContain('secret')
  })

  it('exits 1 when the port is taken', async () => {
    const { url } = await start([configFile()])
    const second = new Child(['serve', configFile(), '--port', new URL(url).port])
    expect(await second.code()).toBe(1)
    expect(second.err).toContain('EADDRINUSE')
  })

  it('exits 3 for a config that does not open', async () => {
    const broken = new Child(['serve', file('sluice.yaml', BROKEN_TEXT), '--port', '0'])
    expect(await broken.code()).toBe(3)
    expect(broken.err).toContain('silver')
    expect(broken.out).toBe('')
  })

  it.each([
    ['two configs', ['a', 'b']],
    ['a port that is no number', ['--port', 'http']],
    ['a port out of range', ['--port', '65536']],
    ['a bound out of range', ['--body-bytes-max', '0']],
    ['an unknown option', ['--nope']],
  ])('exits 2 for %s', async (_name, args) => {
    const { code, err } = await cli(['serve', ...args], { env: { SLUICE_CONFIG: configFile() } })
    expect(code).toBe(2)
    expect(err).toContain('sluice serve --help')
  })

  it('answers health on a connection of its own while requests run', async () => {
    const { url } = await start([configFile()])
    await stallTake(url)
    const prober = new RawConnection(url)
    prober.send('GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n')
    await prober.until('"ready":true')
  })
})
