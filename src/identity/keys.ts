// API keys at run time: `sluice.keys`. Every change holds in all threads from their next decision on.
import { createHash } from 'node:crypto'
import * as layout from '../../assembly/shared/identity.ts'
import { keyOf } from '../config/entities.ts'
import type { KeyDefinition } from '../config/types.ts'
import { configError, SluiceError } from '../errors.ts'
import { Slice } from '../slice.ts'
import type { CredentialTable } from './credential-table.ts'
import { createKey, environmentOf } from './key-format.ts'
import { checkCredential, checkId, checkIterable, checkObject, endOf } from './key-input.ts'
import { KeyRecords } from './key-records.ts'
import type { IssuedKey, KeyAnswer, NewKey } from './key-types.ts'
import { readPeppers } from './peppers.ts'
import type { IdentityStore } from './store.ts'

const STATES = ['active', 'disabled', 'revoked'] as const
const TRIES_MAX = 16

export class Keys {
  readonly #store: IdentityStore
  readonly #table: CredentialTable
  readonly #records: KeyRecords
  readonly #nowMs: () => number

  /** @internal `nowMs` in Unix ms. */
  constructor(table: CredentialTable, nowMs: () => number) {
    this.#store = table.store
    this.#table = table
    this.#records = new KeyRecords(table)
    this.#nowMs = nowMs
  }

  /**
   * Makes a key in our own format and adds it. It is hashed under the current pepper, or, where the engine has none, with
   * SHA-256 alone, which its 178 random bits bear.
   * @throws SluiceError OPTION_INVALID, ENTITY_INVALID, CAPACITY_EXCEEDED, CLOSED
   */
  create(options: NewKey = {}): IssuedKey {
    checkObject('the options of a key', options)
    const { prefix = 'sk', environment = 'live', expiresAt, ...rest } = options
    for (let tries = 0; tries < TRIES_MAX; tries++) {
      const { key, id } = createKey({ prefix, environment })
      if (this.#has(id)) continue
      const hash = this.hash(key)
      this.set({ ...definedOf(rest), ...endOf(expiresAt), id, hash })
      return { id, key, hash }
    }
    throw new SluiceError('ENTITY_INVALID', 'no id is free for the prefix and environment')
  }

  /**
   * What a config keeps of a credential: its HMAC under the current pepper, or, without one, its SHA-256.
   * @param credential 1 to `credentialBytesMax` characters of ASCII: no request can show another
   * @throws SluiceError ENTITY_INVALID, CLOSED
   */
  hash(credential: string): string {
    this.#checkOpen()
    checkCredential(credential, this.#store.engine.sizes.credentialBytesMax)
    const names = readPeppers(this.#store)
    if (names === undefined) {
      return `sha256:${createHash('sha256').update(credential).digest('base64url')}`
    }
    const digest = Buffer.from(this.#hmac(credential, names.names.indexOf(names.current)))
    return `hmac-sha256:${names.current}:${digest.toString('base64url')}`
  }

  /** Of a credential that was checked: of ASCII, and not too long. */
  #hmac(credential: string, pepper: number): Uint8Array {
    const { engine, base } = this.#store
    const room = engine.lane + engine.map.laneCredential
    const scratch = engine.lane + engine.map.laneHashing
    const { length } = credential
    this.#store.writeText(room, credential, length)
    const midstates = base + layout.IDENTITY_PEPPERS + pepper * layout.PEPPER_BYTES
    // Behind the longest credential the lane has 64 bytes more: room for these 32.
    const target = room + ((length + 7) & ~7)
    engine.evaluators.hashHmac(midstates, room, length, target, scratch)
    const digest = engine.u8.slice(target, target + 32)
    engine.u8.fill(0, room, target + 32)
    return digest
  }

  /**
   * Adds a key, or replaces the one of the same id. A key that was revoked stays revoked.
   * @param definition as an entry of `keys` of a config: `{ id, hash, tenant, roles, … }`
   * @throws SluiceError ENTITY_INVALID with what is wrong with it, CAPACITY_EXCEEDED, CLOSED
   */
  set(definition: object): void {
    this.#checkOpen()
    const read = keyOf(definition, [])
    if ('problems' in read) {
      const { message } = configError(read.problems)
      throw new SluiceError(
        'ENTITY_INVALID',
        message.replace('the config', 'the key'),
        read.problems,
      )
    }
    this.add(read.definition, 0)
  }

  /**
   * Adds many keys, giving others their turn in between.
   * @returns how many
   * @throws SluiceError as `set`; those before it are added
   */
  async load(definitions: Iterable<object> | AsyncIterable<object>): Promise<number> {
    this.#checkOpen()
    checkIterable(definitions)
    const slice = new Slice()
    let count = 0
    for await (const definition of definitions) {
      this.set(definition)
      count++
      if (slice.isOver()) await slice.others()
    }
    return count
  }

  /**
   * What is known of a key; undefined if there is none of that id.
   * @throws SluiceError ENTITY_INVALID, CLOSED
   */
  get(id: string): KeyAnswer | undefined {
    checkId(id)
    // Another thread may be writing the record, or giving its texts to another one.
    const facts = this.#store.locked(() => {
      const number = this.#table.find('key', id)
      return number === 0 ? undefined : this.#table.facts('key', number)
    })
    if (facts === undefined) return undefined
    const { state, expiresMs, tenant, subject, roles, permissions } = facts
    return {
      id,
      state: STATES[(state & layout.STATUS_MASK) - 1]!,
      rotated: (state & layout.CREDENTIAL_ROTATED) !== 0,
      environment: environmentOf(id) ?? '',
      tenant,
      subject,
      roles,
      permissions,
      expiresAt: Number.isFinite(expiresMs) ? expiresMs : null,
    }
  }

  /**
   * Removes a key and all that is known of it. Returns whether there was one.
   * @throws SluiceError ENTITY_INVALID, CLOSED
   */
  delete(id: string): boolean {
    checkId(id)
    return this.#store.locked(() => {
      const number = this.#table.find('key', id)
      if (number !== 0) this.#records.remove(number)
      return number !== 0
    })
  }

  /** Refuses a key until it is enabled again. @throws SluiceError KEY_NOT_FOUND, ENTITY_INVALID, CLOSED */
  disable(id: string): void {
    this.#setStatus(id, layout.STATUS_DISABLED)
  }

  /** @throws SluiceError KEY_NOT_FOUND, ENTITY_INVALID also of a key that was revoked, CLOSED */
  enable(id: string): void {
    this.#setStatus(id, layout.STATUS_ACTIVE)
  }

  /**
   * Refuses a key for ever. Its id stays known, so that nothing brings it back.
   * @throws SluiceError KEY_NOT_FOUND, ENTITY_INVALID, CLOSED
   */
  revoke(id: string): void {
    this.#setStatus(id, layout.STATUS_REVOKED)
  }

  /**
   * Makes a key in place of another, which is good for some time more.
   * @param options.graceMs how long the old one still is, 0 or more. Default 0
   * @throws SluiceError KEY_NOT_FOUND, ENTITY_INVALID also of a key that was revoked or rotated already, DURATION_INVALID,
   *   CAPACITY_EXCEEDED, CLOSED
   */
  rotate(id: string, options: { graceMs?: number } = {}): IssuedKey {
    checkId(id)
    checkObject('the options of rotate', options)
    const { graceMs = 0 } = options
    if (typeof graceMs !== 'number' || !(graceMs >= 0)) {
      throw new SluiceError('DURATION_INVALID', 'graceMs must be a number of 0 or more')
    }
    return this.#store.locked(() => {
      const number = this.#number(id)
      const { tenant, subject, roles, permissions, expiresMs, state } = this.#table.facts(
        'key',
        number,
      )
      const status = state & layout.STATUS_MASK
      // Or somebody whose key was taken away would get another.
      if (status === layout.STATUS_REVOKED) {
        throw new SluiceError('ENTITY_INVALID', 'a key that was revoked cannot be rotated')
      }
      // Its end is that of its grace by now, and another key would have no more than that.
      if ((state & (layout.CREDENTIAL_ROTATED | layout.CREDENTIAL_ENDING)) !== 0) {
        throw new SluiceError('ENTITY_INVALID', 'the key was rotated already')
      }
      const [prefix, environment] = labelsOf(id)
      const issued = this.create({
        ...(prefix !== undefined && { prefix, environment: environment! }),
        ...(tenant !== '' && { tenant }),
        ...(subject !== '' && { subject }),
        roles,
        permissions,
        ...(Number.isFinite(expiresMs) && { expiresAt: expiresMs }),
        networks: this.#table.networks('key', number),
      })
      if (status === layout.STATUS_DISABLED) this.disable(issued.id)
      const record = this.#store.record('key', number)
      const graceEndsMs = this.#nowMs() + graceMs
      this.#store.change(record, () => {
        // One whose own end comes first expires, and was not rotated away.
        const rotated = graceEndsMs <= expiresMs ? layout.CREDENTIAL_ROTATED : 0
        const word = state | rotated | layout.CREDENTIAL_ENDING
        this.#store.setU32(record + layout.CREDENTIAL_STATE, word)
        this.#store.setF64(record + layout.CREDENTIAL_EXPIRES, Math.min(graceEndsMs, expiresMs))
      })
      return issued
    })
  }

  /** @internal Adds a checked definition. `origin`: the load of the config it came with, 0 at run time. */
  add(definition: KeyDefinition, origin: number): void {
    this.#records.add(definition, origin)
  }

  /** @internal Removes the keys that came with another load of the config than this one, and are not in it any more. */
  sweep(origin: number): void {
    this.#records.sweep(origin)
  }

  /** @internal Says of a key that came with a config that it is in this one, too. */
  keep(id: string, origin: number): void {
    this.#records.keep(id, origin)
  }

  /** @internal Whether the engine has a pepper of that name. */
  hasPepper(name: string): boolean {
    return readPeppers(this.#store)?.names.includes(name) === true
  }

  /** @throws SluiceError CLOSED */
  #checkOpen(): void {
    if (this.#store.engine.version < 0) throw new SluiceError('CLOSED', 'the engine was closed')
  }

  #has(id: string): boolean {
    return this.#store.locked(() => this.#table.find('key', id) !== 0)
  }

  /** @throws SluiceError KEY_NOT_FOUND */
  #number(id: string): number {
    const number = this.#table.find('key', id)
    if (number === 0) throw new SluiceError('KEY_NOT_FOUND', 'there is no key of that id')
    return number
  }

  #setStatus(id: string, status: number): void {
    checkId(id)
    const store = this.#store
    store.locked(() => {
      const record = store.record('key', this.#number(id))
      const state = store.u32(record + layout.CREDENTIAL_STATE)
      const isRevoked = (state & layout.STATUS_MASK) === layout.STATUS_REVOKED
      if (isRevoked && status !== layout.STATUS_REVOKED) {
        throw new SluiceError('ENTITY_INVALID', 'a key that was revoked stays revoked')
      }
      store.change(record, () => {
        const rest = state & ~layout.STATUS_MASK
        store.setU32(record + layout.CREDENTIAL_STATE, rest | status | layout.CREDENTIAL_SET)
      })
    })
  }
}

function labelsOf(id: string): [prefix?: string, environment?: string] {
  const environment = environmentOf(id)
  if (environment === undefined) return []
  const end = id.lastIndexOf('_') - environment.length - 1
  return [id.slice(0, end), environment]
}

function definedOf<Options extends object>(options: Options): Partial<Options> {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<Options>
}
