// API keys as their callers see them.

/** What a new key is to be. */
export interface NewKey {
  /** Default `sk`. */
  prefix?: string
  /** Default `live`. With the prefix at most 8 characters. */
  environment?: string
  tenant?: string
  subject?: string
  roles?: readonly string[]
  /** Also called scopes. */
  permissions?: readonly string[]
  /** Unix ms from which it is refused; null, the default, for never. */
  expiresAt?: number | null
  /** Addresses and networks in CIDR notation that it may be used from. Default all. */
  networks?: readonly string[]
}

/** A key that was just made. The only place where it is ever shown. */
export interface IssuedKey {
  /** What it is known by. Not a secret. */
  id: string
  /** The whole key. A secret. */
  key: string
  /** What the config has of it. */
  hash: string
}

/** What is known of a key. */
export interface KeyAnswer {
  id: string
  state: 'active' | 'disabled' | 'revoked'
  /** Whether it was replaced by another, and ends when `expiresAt` says. */
  rotated: boolean
  environment: string
  tenant: string
  subject: string
  roles: readonly string[]
  permissions: readonly string[]
  /** Unix ms; null for never. */
  expiresAt: number | null
}
