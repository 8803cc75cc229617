// One API key: the checks of what a config, a file of keys or a caller says of it. No message repeats a hash, or what
// may be the key itself.
import { isPermissionName, isRoleName } from '../identity/permission.ts'
import {
  keyIdBytesMax,
  keyNetworksMax,
  keyPermissionsMax,
  keyRolesMax,
  subjectBytesMax,
  tenantIdBytesMax,
} from './bounds.ts'
import { Faults } from './faults.ts'
import type { Finding } from './finding.ts'
import { hashForm, looksSecret, looksUnhashed, parseKeyHash } from './key-hash.ts'
import { isNetwork, networkForm } from './network.ts'
import type { KeyDefinition, KeyHash, Path } from './types.ts'

/** A definition, or what is wrong with it. */
export type Read<Definition> = { definition: Definition } | { findings: Finding[] }

/** What a permission looks like, in words. */
export const permissionForm = '1 to 128 characters of A-Z a-z 0-9 _ . : / - and *'
/** What the name of a role looks like, in words. */
export const roleForm = '1 to 128 printable characters without spaces'

const properties = [
  'id',
  'hash',
  'tenant',
  'subject',
  'roles',
  'permissions',
  'expires',
  'state',
  'rotated',
  'networks',
] as const
const states = ['active', 'disabled', 'revoked'] as const
const rotatedProperties = ['to', 'graceUntil']

/** Reads one key. May throw what a getter of the value throws. */
export function readKey(value: unknown, path: Path, subject: string): Read<KeyDefinition> {
  const faults = new KeyFaults(path, subject)
  if (!faults.object(value, properties)) return faults
  const { id, hash, tenant, subject: who, roles, permissions, expires, networks } = value
  const { state = 'active', rotated } = value
  const definition: Omit<KeyDefinition, 'hash'> & { hash: KeyHash | undefined } = {
    id: '',
    hash: undefined,
    roles: [],
    permissions: [],
    state: 'active',
    networks: [],
  }
  if (id === undefined) faults.missing('id')
  else if (faults.name(id, keyIdBytesMax, 'id')) definition.id = id
  if (hash === undefined) faults.missing('hash')
  else definition.hash = faults.hash(hash)
  if (tenant !== undefined && faults.name(tenant, tenantIdBytesMax, 'tenant')) {
    definition.tenant = tenant
  }
  if (who !== undefined && faults.name(who, subjectBytesMax, 'subject')) definition.subject = who
  if (roles !== undefined) {
    definition.roles = faults.words(
      roles,
      keyRolesMax,
      isRoleName,
      'ROLE_INVALID',
      roleForm,
      'roles',
    )
  }
  if (permissions !== undefined) {
    const [test, form] = [isPermissionName, permissionForm]
    const code = 'PERMISSION_INVALID'
    definition.permissions = faults.words(
      permissions,
      keyPermissionsMax,
      test,
      code,
      form,
      'permissions',
    )
  }
  if (expires !== undefined) {
    const expiresMs = faults.date(expires, 'expires')
    if (expiresMs !== undefined) definition.expiresMs = expiresMs
  }
  if (faults.word(state, states, 'state')) definition.state = state
  if (rotated !== undefined) {
    const read = faults.rotated(rotated)
    if (read !== undefined) definition.rotated = read
  }
  if (networks !== undefined) {
    const code = 'NETWORK_INVALID'
    definition.networks = faults.words(
      networks,
      keyNetworksMax,
      isNetwork,
      code,
      networkForm,
      'networks',
    )
  }
  return faults.findings.length > 0 || definition.hash === undefined
    ? faults
    : { definition: definition as KeyDefinition }
}

class KeyFaults extends Faults {
  /** A text that names something; not a key. */
  name(value: unknown, bytesMax: number, ...at: Path): value is string {
    if (typeof value === 'string' && looksSecret(value)) {
      this.secret(at, `the public part of a key, or another name`)
      return false
    }
    return this.text(value, bytesMax, ...at)
  }

  secret(at: Path, expected: string): void {
    const message = `${this.subject(at)} looks like a whole key, which must not be in a config: revoke it if it is one`
    this.add('KEY_SECRET', message, at, expected, 'what may be a secret')
  }

  hash(value: unknown): KeyHash | undefined {
    if (typeof value !== 'string') {
      this.mustBe('SCHEMA_TYPE', ['hash'], 'a string', value)
      return undefined
    }
    const hash = parseKeyHash(value)
    if (hash !== undefined) return hash
    if (looksUnhashed(value)) this.secret(['hash'], hashForm)
    else {
      const found = `another text of ${value.length} characters`
      this.add('KEY_HASH_INVALID', "'hash' is not the hash of a key", ['hash'], hashForm, found)
    }
    return undefined
  }

  /** A list of texts for which a test holds. */
  words(
    value: unknown,
    countMax: number,
    test: (text: string) => boolean,
    code: string,
    form: string,
    name: string,
  ): string[] {
    if (!this.list(value, countMax, name)) return []
    for (let index = 0; index < value.length; index++) {
      const item = value[index]
      if (typeof item === 'string' && test(item) && !looksSecret(item)) continue
      if (typeof item === 'string' && looksSecret(item)) this.secret([name, index], form)
      else this.mustBe(typeof item === 'string' ? code : 'SCHEMA_TYPE', [name, index], form, item)
    }
    return [...(value as readonly string[])]
  }

  rotated(value: unknown): { to?: string; graceUntilMs: number } | undefined {
    if (!this.object(value, rotatedProperties, 'rotated')) return undefined
    const { to, graceUntil } = value
    const isTo = to === undefined || this.name(to, keyIdBytesMax, 'rotated', 'to')
    if (graceUntil === undefined) {
      this.missing('graceUntil', 'rotated')
      return undefined
    }
    const graceUntilMs = this.date(graceUntil, 'rotated', 'graceUntil')
    if (graceUntilMs === undefined || !isTo) return undefined
    return to === undefined ? { graceUntilMs } : { to, graceUntilMs }
  }
}
