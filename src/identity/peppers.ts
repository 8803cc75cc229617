// Peppers: secrets under which keys are hashed, kept outside the config. What stays in the memory are the states of HMAC
// behind them, with which keys can be verified and hashed, and the names.
import * as layout from '../../assembly/shared/identity.ts'
import { HASHING_BYTES } from '../engine/memory.ts'
import { SluiceError } from '../errors.ts'
import type { IdentityStore } from './store.ts'

/** The secrets under which API keys are hashed. */
export interface Peppers {
  /** The name of the one that new keys are hashed under. */
  readonly current: string
  /** By name, the current and retired ones: 16 bytes or more each, as bytes or text. At most 8. */
  readonly secrets: Readonly<Record<string, string | Uint8Array>>
}

interface PepperNames {
  current: string
  names: string[]
}

const BYTES_MIN = 16
/** As in the hashes of a config. */
const NAME = /^[A-Za-z0-9_.-]{1,64}$/
const encoder = new TextEncoder()

function invalid(message: string): SluiceError {
  return new SluiceError('OPTION_INVALID', message)
}

/** @throws SluiceError OPTION_INVALID, which does not repeat a secret */
export function checkPeppers(peppers: unknown): asserts peppers is Peppers {
  const { current, secrets } = Object(peppers) as Partial<Peppers>
  if (typeof secrets !== 'object' || secrets === null) {
    throw invalid('option peppers must have `secrets`, by name')
  }
  const names = Object.keys(secrets)
  if (names.length === 0 || names.length > layout.PEPPER_MAX) {
    throw invalid(
      `option peppers must have 1 to ${layout.PEPPER_MAX} secrets, found ${names.length}`,
    )
  }
  for (const name of names) {
    if (!NAME.test(name)) throw invalid('a pepper has a name of 1 to 64 of A-Z a-z 0-9 _ . and -')
    const secret: unknown = secrets[name]
    const isText = typeof secret === 'string'
    if (!isText && !(secret instanceof Uint8Array)) {
      throw invalid(`the pepper '${name}' must be a text or bytes`)
    }
    const length = isText ? encoder.encode(secret).length : secret.length
    if (length < BYTES_MIN)
      throw invalid(`the pepper '${name}' must have ${BYTES_MIN} bytes or more`)
  }
  if (typeof current !== 'string' || !names.includes(current)) {
    throw invalid('option peppers must say which is `current`, by its name')
  }
}

/** Writes the peppers of an engine that was just opened. */
export function writePeppers(store: IdentityStore, peppers: Peppers): void {
  const { engine } = store
  const scratch = engine.lane + engine.map.laneHashing
  const room = engine.lane + engine.map.laneCredential
  store.locked(() => {
    Object.values(peppers.secrets).forEach((secret, index) => {
      const bytes = typeof secret === 'string' ? encoder.encode(secret) : secret
      if (bytes.length > engine.sizes.credentialBytesMax) {
        throw invalid('a pepper must not be longer than the option credentialBytesMax')
      }
      store.copy(room, bytes)
      const target = store.base + layout.IDENTITY_PEPPERS + index * layout.PEPPER_BYTES
      engine.evaluators.makeHmac(room, bytes.length, target, scratch)
      engine.u8.fill(0, room, room + bytes.length)
    })
    engine.u8.fill(0, scratch, scratch + HASHING_BYTES)
    const names: PepperNames = { current: peppers.current, names: Object.keys(peppers.secrets) }
    store.setField(layout.IDENTITY_PEPPER_NAMES, store.string(JSON.stringify(names)))
  })
}

const known = new WeakMap<IdentityStore, PepperNames>()

/** The names of the engine's peppers in the order of their slots, and which is the current one; undefined without. */
export function readPeppers(store: IdentityStore): PepperNames | undefined {
  const names = known.get(store)
  if (names !== undefined) return names
  // Written once, when the engine is opened.
  const text = store.text(store.field(layout.IDENTITY_PEPPER_NAMES))
  if (text === '') return undefined
  const read = JSON.parse(text) as PepperNames
  known.set(store, read)
  return read
}
