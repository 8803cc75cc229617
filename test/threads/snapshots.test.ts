// A snapshot holds its version in place, whatever else its thread does meanwhile.
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Sluice } from '../../src/index.ts'
import { SMALL } from '../limits/helpers.ts'

const config = (word: string) => ({
  limits: { it: { rate: '5/s' } },
  flags: Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `flag-${index}`,
      { state: 'ENABLED', variants: { on: word, off: '' }, defaultVariant: 'on' },
    ]),
  ),
})

async function open() {
  const sluice = await Sluice.open(config('one'), { ...SMALL, lanesMax: 2 })
  onTestFinished(() => sluice.close())
  const other = Sluice.attach(sluice.handle)
  onTestFinished(() => other.close())
  return { sluice, other }
}

describe('a snapshot', () => {
  // The regions of versions take turns, so both have to be looked at.
  it.each([1, 2])('of version %i stays as it was while limits are asked', async version => {
    const { sluice, other } = await open()
    for (let next = 2; next <= version; next++) await sluice.publish(config(`version ${next}`))
    for (const thread of [sluice, other]) {
      const word = version === 1 ? 'one' : `version ${version}`
      const snapshot = thread.pin()
      const before = snapshot.version
      expect(thread.limit('it').take('key').allowed).toBe(true)
      await sluice.publish(config('next'))
      expect(thread.limit('it').take('key').allowed).toBe(true)
      const later = sluice.publish(config('later'))
      const first = await Promise.race([later.then(() => 'published'), delay(50, 'waiting')])
      expect(first, 'its region is not written').toBe('waiting')
      expect(snapshot.string('flag-7', {}, '')).toBe(thread === sluice ? word : 'later')
      expect(snapshot.version).toBe(before)
      snapshot.release()
      await later
      await sluice.publish(config('odd'))
      await sluice.publish(config('later'))
      if (sluice.version % 2 !== version % 2) await sluice.publish(config('later'))
    }
  })

  it('leaves the lane what it knows of the limits', async () => {
    const { sluice, other } = await open()
    const given = { tenants: { acme: { overrides: { limits: { own: '9/s' } } } } }
    await sluice.publish({
      ...config('one'),
      limits: { own: { rate: '5/s', key: 'tenant.id' } },
      ...given,
    })
    for (let round = 0; round < 4; round++) {
      for (const thread of [sluice, other]) {
        thread.pin().release()
        expect(thread.tenants.get('acme')?.state).toBe('active')
        expect(thread.limit('own').peek('acme').limit).toBe(9)
      }
      await sluice.publish({
        ...config('one'),
        limits: { own: { rate: '5/s', key: 'tenant.id' } },
        ...given,
      })
    }
  })
})
