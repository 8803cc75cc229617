// Threads that explain while another one publishes: each explanation is of one config, whole.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Sluice } from '../../src/index.ts'
import { openSluice, Thread } from '../threads/helpers.ts'

const THREADS = 2
const PUBLICATIONS = 200

/** What a worker reports. */
interface Seen {
  explanations: number
  versions: number
  faults: string[]
}

/** Config a or b, which everything in it says; nothing of one stands where it stands in the other. */
function makeConfig(publication: number): object {
  const name = publication % 2 === 0 ? 'a' : 'b'
  const wrong = { [`${name}-wrong`]: `${name}: wrong` }
  const right = { [`${name}-variant`]: name }
  const variants = name === 'a' ? { ...right, ...wrong } : { ...wrong, ...right }
  const conditions = [{ in: [{ var: 'one' }, [name, '1']] }, { in: [{ var: 'two' }, [name, '2']] }]
  const fractional = [
    [`${name}-variant`, name === 'a' ? 3 : 50],
    [`${name}-wrong`, 0],
  ]
  const flag = {
    state: 'ENABLED',
    variants,
    defaultVariant: `${name}-wrong`,
    targeting: {
      if: [{ and: name === 'a' ? conditions : conditions.reverse() }, { fractional }],
    },
  }
  const padding = name === 'a' ? {} : { padding: 'x'.repeat(1_000) }
  return { flags: { 'a-flag': flag }, metadata: { config: name, publication, ...padding } }
}

describe('explaining in threads', () => {
  it('while configs are published: every explanation is of one of them', async () => {
    const sluice = await openSluice(makeConfig(1))
    const stop = new SharedArrayBuffer(4)
    const workers = Array.from({ length: THREADS }, () => {
      return new Thread('../../explain/fixtures/explain.js', { handle: sluice.handle, stop })
    })
    await Promise.all(workers.map(worker => worker.answer()))
    for (let publication = 2; publication <= PUBLICATIONS; publication++) {
      await sluice.publish(makeConfig(publication))
      if (publication % 5 === 0) await delay(1)
    }
    Atomics.store(new Int32Array(stop), 0, 1)
    const seen = await Promise.all(workers.map(worker => worker.answer<Seen>()))
    for (const { explanations, versions, faults } of seen) {
      expect(faults).toEqual([])
      expect(explanations).toBeGreaterThan(PUBLICATIONS)
      // It would prove nothing if a thread had slept through it all.
      expect(versions).toBeGreaterThan(20)
    }
  })

  it('is the same as on the thread that opened', async () => {
    const sluice = await openSluice(makeConfig(1))
    const attached = Sluice.attach(sluice.handle)
    const context = { one: 'b', two: 'x', targetingKey: 'user-1' }
    expect(attached.flag('a-flag').explain(context)).toEqual(sluice.flag('a-flag').explain(context))
    expect(attached.flag('other').explain(context)).toMatchObject({ errorCode: 'FLAG_NOT_FOUND' })
    attached.close()
    expect(() => attached.flag('a-flag').explain(context)).toThrow(
      expect.objectContaining({ code: 'CLOSED' }),
    )
  })
})
