// The verifier is all that stands between bytes and an evaluator without bounds checks. Here: it takes what the compiler
// makes, and nothing of which a bit is missing or changed. What it does with changes that are sealed again is in
// verify-programs, verify-data and verify-records (one fault each, by hand) and in verify-random (thousands).
import { describe, expect, it } from 'vitest'
import * as outcome from '../../assembly/shared/outcome.ts'
import * as layout from '../../assembly/shared/ruleset.ts'
import { compileConfig, THREE_RULES, toolbox } from './helpers.ts'

describe('bytes that are not a whole ruleset', () => {
  it('are refused at every length that cuts something off', async () => {
    const bytes = await compileConfig(THREE_RULES)
    for (let length = 0; length < bytes.length; length++) {
      expect(toolbox.verify(bytes.slice(0, length)), `${length}`).toBe(outcome.VERIFY_TRUNCATED)
    }
    expect(toolbox.verify(bytes)).toBe(outcome.VERIFY_OK)
  })

  it('are refused with something behind them', async () => {
    const bytes = await compileConfig(THREE_RULES)
    expect(toolbox.verify(new Uint8Array([...bytes, 0]))).toBe(outcome.VERIFY_TRUNCATED)
  })

  it('are refused cut off even if length and checksum agree with the cut', async () => {
    const bytes = await compileConfig(THREE_RULES)
    for (let length = layout.HEADER_BYTES; length < bytes.length; length++) {
      const cut = bytes.slice(0, length)
      new DataView(cut.buffer).setUint32(layout.HEADER_BYTE_LENGTH, length, true)
      toolbox.seal(cut)
      expect(toolbox.verify(cut), `${length}`).toBe(outcome.VERIFY_LAYOUT)
    }
  })

  it('are refused with any single bit changed', async () => {
    const bytes = await compileConfig(THREE_RULES)
    const expected = (offset: number) => {
      if (offset < layout.HEADER_ABI) return outcome.VERIFY_MAGIC
      if (offset < layout.HEADER_CHECKSUM) return outcome.VERIFY_ABI
      const isLength = offset >= layout.HEADER_BYTE_LENGTH && offset < layout.HEADER_FLAG_COUNT
      return isLength ? outcome.VERIFY_TRUNCATED : outcome.VERIFY_CHECKSUM
    }
    for (let bit = 0; bit < 8 * bytes.length; bit++) {
      const changed = bytes.slice()
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(toolbox.verify(changed), `bit ${bit}`).toBe(expected(bit >> 3))
    }
  })
})
