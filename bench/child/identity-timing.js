/**
 * Whether the time that a wrong key takes tells where it is wrong, in a process of its own: reported, not asserted.
 *
 * Two series, of samples in a random order:
 *   secret  the key of a known id, with one wrong character in its secret and a checksum made right again, so that the
 *           comparison is reached. What is compared are HMACs, which such keys share nothing of.
 *   digest  the right key, with the digest that the engine keeps of it made wrong in one byte: what is compared differs
 *           first in that byte. An early end of the comparison would show here.
 *
 * Right keys are reported and not compared with wrong ones: they go another way. A key that was verified is recognised by
 * its SipHash, and with `confirm: 'always'`, as here, hashed and compared once more; a wrong one is looked up by its id,
 * compared, and refused by the host. That a key is wrong is no secret: the answer says so.
 *
 *   node --expose-gc bench/child/identity-timing.js '{"samples":60000}'
 */

import { answer, question } from '../children.js'
import { collectGarbage } from '../collector.js'
import { forbidNetwork } from '../machine.js'
import { report } from '../rounds.js'
import * as work from '../work/api-keys.js'
import { seededRandom } from '../work/random.js'
import { flat } from '../work/rows.js'
import { loadSluice } from '../work/sluice.js'
import { compareClasses, quantile } from '../work/statistics.js'

const { samples } = question()
forbidNetwork()
const KEY_COUNT = 64
/** Strings are made for so many samples at a time, in their order: where one lies says nothing of its class. */
const BLOCK = 4_096
/** Samples before those that count. */
const WARM = 20_000
const DIGEST_BYTES = 32

const keys = work.manyKeys(KEY_COUNT)
const { sluice, verify } = await work.openKeys(await loadSluice(), keys, 'always')
const random = seededRandom(0x74_69_6d)
/** @param {number} below */
const draw = below => Math.floor(random() * below)

report(`identity: ${samples} timings of wrong secrets`)
const secret = series(work.SECRET_LENGTH, place => {
  const key = keys[draw(KEY_COUNT)]
  return place === work.SECRET_LENGTH ? flat(key) : work.withWrongSecret(key, place, 1 + draw(61))
})
report(`identity: ${samples} timings of wrong digests`)
const key = keys[0]
const digests = Array.from({ length: DIGEST_BYTES + 1 }, (_, place) => {
  const digest = Buffer.from(work.digestOf(key))
  if (place < DIGEST_BYTES) digest[place] ^= 0xff
  return work.definitionOf(key, {}, digest)
})
const digest = series(
  DIGEST_BYTES,
  () => flat(key),
  place => sluice.keys.set(digests[place]),
)
answer({ secret, digest })

/**
 * @param {number} places classes from 0 on that are wrong; the one above is right
 * @param {(place: number) => string} credentialOf
 * @param {(place: number) => void} [prepare] what is done before each call, outside the clock
 */
function series(places, credentialOf, prepare = () => {}) {
  const nanoseconds = new Float64Array(samples)
  const classes = new Uint8Array(samples)
  let next = -WARM
  while (next < samples) {
    const count = Math.min(BLOCK, next < 0 ? -next : samples - next)
    const drawn = Array.from({ length: count }, () => draw(places + 1))
    const texts = drawn.map(credentialOf)
    collectGarbage()
    for (let index = 0; index < count; index++) {
      const place = drawn[index]
      prepare(place)
      const text = texts[index]
      const start = performance.now()
      const isKnown = verify(text)
      const took = performance.now() - start
      if (isKnown !== (place === places)) throw new Error(`identity: ${place} is ${isKnown}`)
      if (next < 0) continue
      nanoseconds[next + index] = took * 1e6
      classes[next + index] = place
    }
    next += count
  }
  const rows = Array.from({ length: places + 1 }, (_, place) => {
    const own = nanoseconds.filter((_, index) => classes[index] === place)
    const reading = { count: own.length, p25: quantile(own, 0.25) }
    return { ...reading, p50: quantile(own, 0.5), p75: quantile(own, 0.75) }
  })
  return { rows, ...compareClasses(nanoseconds, classes, places) }
}
