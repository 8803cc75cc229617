// Who is calling, found as a plain service would: Node's own hashes, and a Map.
import { createHash, createHmac } from 'node:crypto'
import { BlockList, isIP } from 'node:net'
import { crc32 } from 'node:zlib'
import type { DecisionCode } from '../../../src/gate/codes.ts'
import type { PrincipalAnswer } from '../../../src/gate/types.ts'
import type { Key } from './definition.ts'
import { Revocations, type Token, tokenFault } from './tokens.ts'

export const PEPPERS = {
  current: 'p1',
  secrets: { p1: 'a pepper of the tests', old: 'the pepper before it' },
}
const CREDENTIAL_BYTES_MAX = 8_192
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** The checksum of our own format: GitHub's, over everything before it. */
export function checksum(text: string): string {
  let rest = crc32(text)
  let digits = ''
  for (let place = 0; place < 6; place++) {
    digits = DIGITS[rest % 62]! + digits
    rest = Math.floor(rest / 62)
  }
  return digits
}

/** How the hash of a key can be written. */
export const HASH_FORMS = ['p1', 'old', 'hex', 'base64', 'base64url', 'bare'] as const
export type HashForm = (typeof HASH_FORMS)[number]

export function hashOf(text: string, form: HashForm): string {
  if (form === 'p1' || form === 'old') {
    const digest = createHmac('sha256', PEPPERS.secrets[form]).update(text).digest('base64url')
    return `hmac-sha256:${form}:${digest}`
  }
  const digest = createHash('sha256').update(text)
  return form === 'bare' ? digest.digest('hex') : `sha256:${digest.digest(form)}`
}

/** Whoever has the same has the same answer, in whatever order it was given. */
export function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort()
}

/** A key, and what was said of it since it was defined. */
export interface KnownKey extends Key {
  /** Whether somebody disabled or enabled it. */
  isSet?: boolean
  /** Unix ms from which another one is to be used, because somebody rotated it. */
  rotatedAt?: number
}

/** When a key ends, in Unix ms, and whether that is because it was rotated. */
export function endOf({ expires, rotated, rotatedAt = Infinity }: KnownKey): {
  endsAt: number
  isRotated: boolean
} {
  const expiresAt = expires === undefined ? Infinity : Date.parse(expires)
  const graceUntil = rotated === undefined ? Infinity : Date.parse(rotated.graceUntil)
  const replacedAt = Math.min(graceUntil, rotatedAt)
  return {
    endsAt: Math.min(expiresAt, replacedAt),
    isRotated: replacedAt !== Infinity && replacedAt <= expiresAt,
  }
}

/** All that an answer needs, and what decides whether it is valid. */
export interface Credential {
  principal: PrincipalAnswer
  state: 'active' | 'disabled' | 'revoked'
  /** Whether it is a rotation that ends it. */
  isRotated: boolean
  networks: string[]
}

export const NOBODY: Readonly<PrincipalAnswer> = {
  type: 'none',
  id: '',
  tenant: '',
  subject: '',
  keyId: '',
  environment: '',
  sessionId: '',
  issuer: '',
  roles: [],
  permissions: [],
  expiresAt: null,
}

export class Credentials {
  readonly keys = new Map<string, KnownKey>()
  /** By the token's SHA-256 in hex. */
  readonly sessions = new Map<string, Credential>()
  /** By their texts. */
  readonly tokens = new Map<string, Token>()
  readonly revocations = new Revocations()

  /** Forgets a session. */
  forget(text: string): void {
    const token = this.tokens.get(text)
    if (token !== undefined) token.isKnown = false
    this.sessions.delete(createHash('sha256').update(text).digest('hex'))
  }

  /**
   * The whole text decides: of a key in our format, its id and checksum are part of what is hashed.
   * @param isVerified whether a JWT is verified that is not known yet
   * @returns why there is nobody to be told of, if there is nobody
   */
  find(text: string, nowMs: number, isVerified: boolean): Credential | DecisionCode {
    const token = this.tokens.get(text)
    if (token !== undefined) return this.#verified(token, nowMs, isVerified)
    const session = this.sessions.get(createHash('sha256').update(text).digest('hex'))
    if (session !== undefined) return session
    const hashes = new Set(HASH_FORMS.map(form => hashOf(text, form)))
    const key = [...this.keys.values()].find(({ hash }) => hashes.has(hash))
    return key === undefined ? 'CREDENTIAL_INVALID' : credentialOf(key)
  }

  #verified(token: Token, nowMs: number, isVerified: boolean): Credential | DecisionCode {
    if (!token.isKnown) {
      if (!isVerified) return 'CREDENTIAL_UNVERIFIED'
      const fault = tokenFault(token, nowMs)
      if (fault !== undefined) return fault
      token.isKnown = true
    }
    const state = this.revocations.has(token) ? 'revoked' : 'active'
    return { principal: token.principal, state, isRotated: false, networks: [] }
  }
}

function credentialOf(key: KnownKey): Credential {
  const { id, tenant = '', subject = '', roles = [], permissions = [] } = key
  const [, environment = ''] = /^[A-Za-z0-9_]*_([a-z0-9]+)_[0-9A-Za-z]{8}$/.exec(id) ?? []
  const { endsAt, isRotated } = endOf(key)
  const principal: PrincipalAnswer = {
    ...NOBODY,
    type: 'key',
    id,
    tenant,
    subject,
    keyId: id,
    environment,
    roles: distinct(roles),
    permissions: distinct(permissions),
    expiresAt: Number.isFinite(endsAt) ? endsAt : null,
  }
  return {
    principal,
    state: key.state ?? 'active',
    isRotated,
    networks: key.networks ?? [],
  }
}

/** Why a text can be no credential. */
export function isMalformed(text: string): boolean {
  return text === '' || text.length > CREDENTIAL_BYTES_MAX || /[^\p{ASCII}]/u.test(text)
}

/** What is wrong with a credential that was found, if anything. */
export function credentialCode(
  { state, isRotated, principal }: Credential,
  nowMs: number,
): DecisionCode | undefined {
  const isOver = nowMs >= (principal.expiresAt ?? Infinity)
  // What ends soon anyway is not asked about: whether a session was revoked is found last.
  if (isOver && principal.type !== 'key') return 'CREDENTIAL_EXPIRED'
  if (state === 'revoked') return 'CREDENTIAL_REVOKED'
  if (state === 'disabled') return 'CREDENTIAL_DISABLED'
  if (!isOver) return undefined
  return isRotated ? 'CREDENTIAL_ROTATED' : 'CREDENTIAL_EXPIRED'
}

/** Whether an address is in one of the networks; of none, every address is, and also none at all. */
export function isInNetworks(networks: readonly string[], ip: unknown): boolean {
  if (networks.length === 0) return true
  if (typeof ip !== 'string' || isIP(ip) === 0) return false
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list.check(ip, isIP(ip) === 4 ? 'ipv4' : 'ipv6')
}
