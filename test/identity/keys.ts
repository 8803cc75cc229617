// Arbitrary API keys of our format.
import fc from 'fast-check'
import { createKey } from '../../src/identity/key-format.ts'

/** Labels that a key can have. */
export const labels = fc
  .record({
    prefix: fc.stringMatching(/^[A-Za-z0-9_]{1,7}$/),
    environment: fc.stringMatching(/^[a-z0-9]{1,7}$/),
  })
  .filter(({ prefix, environment }) => prefix.length + environment.length <= 8)

export const keys = labels.map(made => createKey(made).key)
