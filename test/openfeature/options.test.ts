// What the constructor refuses, and with which words.
import { describe, expect, it } from 'vitest'
import { Sluice, SluiceError } from '../../src/index.ts'
import { SluiceProvider } from '../../src/openfeature/index.ts'
import { flag, SMALL } from './helpers.ts'

const GOOD = { flags: { a: flag('one') } }

function refusal(source: unknown, options?: unknown): string {
  try {
    new SluiceProvider(source as object, options as object)
  } catch (error) {
    if (error instanceof SluiceError && error.code === 'OPTION_INVALID') return error.message
    throw error
  }
  throw new Error('expected a refusal')
}

describe('the constructor refuses', () => {
  it.each([undefined, null, 5, true, () => GOOD])('a source that is none: %s', source => {
    expect(refusal(source)).toMatch(/a path, a config object, or an open Sluice/)
  })

  it.each([null, 5, 'watch'])('options that are no object: %s', options => {
    expect(refusal(GOOD, options)).toMatch(/options must be an object/)
  })

  it.each([
    ['hooks', {}, 'an array'],
    ['hooks', null, 'an array'],
    ['onTrack', 'bought', 'a function'],
    ['onTrack', null, 'a function'],
    ['onError', {}, 'a function'],
  ])('%s: %j', (name, value, expected) => {
    expect(refusal(GOOD, { [name]: value })).toBe(`option ${name} must be ${expected}`)
  })

  it('options of an engine together with an engine', async () => {
    const sluice = await Sluice.open(GOOD, SMALL)
    expect(refusal(sluice, { watch: false })).toMatch(/option watch is not for a provider around/)
    expect(refusal(sluice, { hooks: [], flagsMax: 5 })).toMatch(/option flagsMax/)
    expect(new SluiceProvider(sluice, { hooks: [], onTrack() {}, onError() {} })).toBeDefined()
    sluice.close()
  })
})

it('options are read once: changing them afterwards changes nothing', async () => {
  const options = { ...SMALL, flagsMax: 1 }
  const provider = new SluiceProvider(GOOD, options)
  options.flagsMax = 0
  await provider.initialize()
  await provider.onClose()
})
