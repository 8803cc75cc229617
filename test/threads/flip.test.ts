// Publishing under load: threads that evaluate see the old config or the new one, and never a mix.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { LANE_PIN } from '../../assembly/shared/layout.ts'
import { Sluice } from '../../src/index.ts'
import { Inspection, openSluice, THREADS, Thread } from './helpers.ts'

/** What a worker reports. */
interface Seen {
  evaluations: number
  /** Changes of the config that it saw in answers, and of the version. */
  publications: number
  versions: number
  faults: string[]
}

/**
 * Config a or b. Everything in it says which: values, variants, metadata. They read the two attributes in different
 * order, so that an attribute of one stands in the slot of the other; and their texts have different lengths, so that
 * nothing stands at the same offset.
 */
function makeConfig(name: 'a' | 'b', publication: number): object {
  const wrong = { [`${name}-wrong`]: `${name}: wrong` }
  const right = { [`${name}-variant`]: name }
  const variants = name === 'a' ? { ...right, ...wrong } : { ...wrong, ...right }
  const one = { starts_with: [{ var: 'one' }, '1'] }
  const two = { '==': [{ var: 'two' }, '2'] }
  const conditions = name === 'a' ? [one, two] : [two, one]
  const flag = {
    state: 'ENABLED',
    variants,
    defaultVariant: `${name}-wrong`,
    targeting: { if: [{ and: conditions }, `${name}-variant`] },
  }
  const padding = name === 'a' ? {} : { padding: 'x'.repeat(1_000) }
  return {
    flags: { first: flag, second: flag, third: flag },
    limits: { tokens: { algorithm: 'gcra', rate: '1/s', burst: name === 'a' ? 10 : 20 } },
    metadata: { config: name, publication, ...padding },
  }
}

const nameOf = (publication: number) => (publication % 2 === 0 ? 'a' : 'b')

describe('publishing while threads evaluate', () => {
  it('is seen whole: every answer is of one config, and versions never go back', async () => {
    const sluice = await openSluice(makeConfig('b', 1))
    const stop = new SharedArrayBuffer(4)
    const workers = Array.from({ length: THREADS }, () => {
      return new Thread('evaluate.js', { handle: sluice.handle, stop })
    })
    await Promise.all(workers.map(worker => worker.answer()))
    const publications = 500
    for (let publication = 2; publication <= publications; publication++) {
      await sluice.publish(makeConfig(nameOf(publication), publication))
      // On few cores the workers need a turn to see it.
      if (publication % 10 === 0) await delay(1)
    }
    Atomics.store(new Int32Array(stop), 0, 1)
    const seen = await Promise.all(workers.map(worker => worker.answer<Seen>()))

    expect(sluice.version).toBe(publications)
    for (const { faults, evaluations, publications: changes, versions } of seen) {
      expect(faults).toEqual([])
      expect(evaluations).toBeGreaterThan(publications)
      // It would prove nothing if a thread had slept through it all.
      expect(changes).toBeGreaterThan(20)
      expect(versions).toBeGreaterThan(20)
    }
  })

  // Five seconds: the time after which publishing gives up.
  it('gives up when a thread stays in an evaluation, and the last good config goes on', async () => {
    const sluice = await openSluice(makeConfig('b', 1))
    const attached = Sluice.attach(sluice.handle, { clock: () => 0 })
    const inspection = new Inspection(sluice)
    const first = sluice.flag('first')
    const context = { one: '1', two: '2' }

    // A thread that is suspended, or was terminated, in the middle of an evaluation in version 1. Version 2 has a
    // region of its own, but version 3 needs that of version 1.
    inspection.setU32(inspection.lane(1) + LANE_PIN, 1)
    await sluice.publish(makeConfig('a', 2))
    await expect(sluice.publish(makeConfig('b', 3))).rejects.toMatchObject({
      code: 'PUBLISH_BLOCKED',
      message: expect.stringContaining('version 1'),
    })
    expect(sluice.version).toBe(2)
    expect(first.evaluate(context)).toMatchObject({ value: 'a', metadata: { publication: 2 } })
    expect(sluice.limit('tokens').take('key').limit).toBe(10)

    // When the thread goes on, so does publishing.
    inspection.setU32(inspection.lane(1) + LANE_PIN, 0)
    await sluice.publish(makeConfig('b', 3))
    expect(sluice.version).toBe(3)
    expect(attached.flag('first').evaluate(context)).toMatchObject({ value: 'b' })
    attached.close()
  })
})
