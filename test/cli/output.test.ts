// Standard output fails: its reader leaves, or its disk is full. Commands end as they would have, and a server goes on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { post, stallTake, TAKE_BODY } from '../server/helpers.ts'
import { BROKEN_TEXT, Child, configFile, file, MAIN } from './helpers.ts'

const gates = (): string => file('gates.json', '{"gates":{"g":{}}}')
const isHealthy = (url: string) =>
  fetch(`${url}/healthz`).then(
    answer => answer.ok,
    () => false,
  )

describe('a reader that leaves', () => {
  it.each<[string, () => string[], number]>([
    ['help', () => ['--help'], 0],
    ['a flag', () => ['eval', 'banner', '--config', configFile()], 0],
    ['a denied request', () => ['decide', gates(), '--gate', 'g'], 1],
    ['a config with errors', () => ['lint', file('sluice.yaml', BROKEN_TEXT)], 1],
    ['a mistake', () => ['decide', gates(), '--nope'], 2],
  ])('changes nothing for %s', async (_, args, code) => {
    const child = new Child(args())
    child.process.stdout.destroy()
    expect(await child.code()).toBe(code)
    if (code < 2) expect(child.err).not.toMatch(/EPIPE|^ +at /m)
  })

  it('leaves a server that answers, and drains when it is stopped', async () => {
    const child = new Child(['serve', configFile(), '--port', '0', '--json', '--log'])
    await child.until('"listening"')
    const url = /"url":"([^"]+)"/.exec(child.out)?.[1] ?? ''
    child.process.stdout.destroy()
    for (let count = 0; count < 3; count++) {
      expect((await post(`${url}/v1/limits/per-key/take`, { key: 'k' })).status).toBe(200)
    }
    const running = await stallTake(url)
    child.process.kill('SIGTERM')
    await expect.poll(() => isHealthy(url), { timeout: 20_000 }).toBe(false)
    running.send(TAKE_BODY.slice(1))
    await running.untilClosed()
    expect(running.received).toContain('"allowed":true')
    expect([await child.code(), child.err]).toEqual([0, ''])
  })
})

// A device that is always full, on Linux.
describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  function start(args: readonly string[]) {
    const out = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', out, 'pipe'] })
    closeSync(out)
    onTestFinished(() => void child.kill('SIGKILL'))
    const program = { child, err: '', ended: once(child, 'close') }
    child.stderr?.setEncoding('utf8').on('data', text => {
      program.err += text
    })
    return program
  }

  it('is told, and is a failure of a command that had no other', async () => {
    const program = start(['eval', 'banner', '--config', configFile()])
    expect((await program.ended)[0]).toBe(1)
    expect(program.err).toMatch(/^sluice: standard output: ENOSPC[^\n]*\n$/)
  })

  it('is told once by a server, which goes on', async () => {
    const port = String(await freePort())
    const url = `http://127.0.0.1:${port}`
    const program = start(['serve', configFile(), '--port', port, '--log'])
    await expect.poll(() => isHealthy(url), { timeout: 20_000 }).toBe(true)
    expect((await post(`${url}/v1/limits/per-key/take`, { key: 'k' })).status).toBe(200)
    program.child.kill('SIGTERM')
    expect((await program.ended)[0]).toBe(1)
    expect(program.err).toMatch(/^sluice: standard output: ENOSPC[^\n]*\n$/)
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
