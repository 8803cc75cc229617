// The examples run, print what their comments promise, and end by themselves.
import { expect, it } from 'vitest'
import { check } from '../../src/index.ts'
import { MAIN, ROOT, start } from './helpers.ts'

async function output(file: string): Promise<string[]> {
  const program = start([file])
  expect([await program.code(), program.err]).toEqual([0, ''])
  return program.out.trim().split('\n')
}

it('sluice.yaml has no problems, warnings included', async () => {
  const { problems } = await check(`${ROOT}/examples/sluice.yaml`)
  expect(problems).toEqual([])
  const lint = start([MAIN, 'lint', 'examples/sluice.yaml'])
  expect(await lint.code()).toBe(0)
  expect(lint.err).toContain('0 errors, 0 warnings')
})

it('library.js asks flags and a limit', async () => {
  expect(await output('examples/library.js')).toEqual([
    'editor true',
    'upload 500 MB',
    'details off TARGETING_MATCH',
    'logins true true true true true false',
    'again in 12 s',
  ])
})

it('worker-threads.js admits exactly the limit over all threads', async () => {
  expect(await output('examples/worker-threads.js')).toEqual([
    '4 threads asked 400 times, 100 were admitted',
  ])
})

it.each(['SIGTERM', 'SIGINT'] as const)('fastify-hook.js limits, and stops on %s', async signal => {
  const program = start(['examples/fastify-hook.js'], { PORT: '0' })
  const [, url] = await program.until(/listening on (\S+)/)
  const label = (headers: Record<string, string>) => fetch(`${url}/labels/7`, { headers })

  const answer = await label({ 'x-api-key': 'key_1', 'x-printer': 'zebra' })
  expect(answer.headers.get('x-ratelimit-limit')).toBe('200')
  expect(await answer.json()).toEqual({ id: '7', format: 'zpl-203dpi' })

  // 40 at once, 20 a second: of 120 at once some must wait.
  const answers = await Promise.all(Array.from({ length: 120 }, () => label({})))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.length).toBeGreaterThan(0)
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(40)
  expect(refused[0]?.headers.get('retry-after')).toBe('1')

  expect(await program.stop(signal)).toBe(0)
  expect(program.err).toBe('')
})
