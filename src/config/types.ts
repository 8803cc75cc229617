// The raw config: what the files say, checked against the schema and merged, but not yet
// compiled. Names of flags, variants, evaluators, limits, sets and metadata are the user's own
// words, so every object here has no prototype: a flag named `__proto__` or `constructor` is a name
// like any other. Read with `in`, `Object.keys` or an index, not with methods of `Object.prototype`.
import type { Position, Problem } from '../problems.ts'

/** Anything JSON can say. Numbers are finite. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | JsonValue[]
  | { [key: string]: JsonValue }

/** A JSON object. Those the loader returns have no prototype. */
export type JsonObject = { [key: string]: JsonValue }

/** The values that metadata may hold. */
export type Metadata = Record<string, string | number | boolean>

/**
 * One flag as flagd defines it. All variants are of one type: boolean, string, number or object.
 */
export interface FlagDefinition {
  state: 'ENABLED' | 'DISABLED'
  variants: Record<string, JsonValue>
  /** A name in `variants`. With null or without it, callers get the value written in their code. */
  defaultVariant?: string | null
  /** `{}` or one rule; its shape is checked, its meaning is not. */
  targeting?: JsonValue
  metadata?: Metadata
}

/** How a limit counts. */
export type LimitAlgorithm =
  | 'gcra'
  | 'fixed-window'
  | 'sliding-window'
  | 'sliding-log'
  | 'concurrency'
  | 'quota'

/** A part of a limit's key: the path of an attribute, or of one that is an IP address. */
export type LimitKeyPart = string | { ip: string; prefix?: number }

/** What a plan or a key can have of its own: a rate (a text), a number of tokens, or several of these. */
export type LimitNumbers =
  | string
  | number
  | { rate?: string; burst?: number; limit?: number; anchor?: string }

/** What becomes of what a key has used when its numbers change. */
export type LimitChange = 'used' | 'as-is' | 'proportional' | 'additive' | 'reset'

/** One limit. Which properties it needs and may have depends on its algorithm. */
export interface LimitDefinition {
  /** Default gcra. */
  algorithm?: LimitAlgorithm
  /** `<count>/<period>`, as `parseRate` accepts it. */
  rate?: string
  /** Of gcra: 1 to 2147483647; `burstOf` gives the default. */
  burst?: number
  /** Of concurrency and quotas: 1 to 2147483647. */
  limit?: number
  /** Of fixed windows: in step with the Unix time, or from a key's first hit. Default aligned. */
  window?: 'aligned' | 'first-hit'
  /** Of quotas. */
  period?: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
  /** Of quotas: an IANA name. Default UTC. */
  timeZone?: string
  /** Of quotas: a date, or date and time, from which the periods are counted. */
  anchor?: string
  /** Never more than the count of the rate in any window of its period. */
  strict?: boolean
  /** Counts, but refuses nothing. */
  shadow?: boolean
  /** The attributes that name the key of a context. */
  key?: string | LimitKeyPart[]
  /** Of concurrency: how long a slot is held at most, as `parseDuration` accepts it. Default 60s. */
  lease?: string
  /** How long a reservation holds, and what happens at its end. Default 60s, charge. */
  reservation?: { ttl?: string; expiry?: 'charge' | 'refund' }
  change?: LimitChange
  plans?: Record<string, LimitNumbers>
  /** By key. */
  overrides?: Record<string, LimitNumbers>
}

/** A set of ids: written in the config, or in a text file of its own. */
export type SetDefinition = { ids: readonly string[] } | SetFile

/** A set whose ids are in a text file, one a line. */
export interface SetFile {
  /** The path that was opened. */
  file: string
  /**
   * The file's content without a byte order mark, checked to be UTF-8 and in bounds. `eachId` reads
   * its ids: a million lines must not become a million strings.
   */
  bytes: Uint8Array
}

/** How a feature counts, or what it is worth. */
export interface FeatureDefinition {
  /** boolean: on or off. gauge: a number, and how much of it is used. config: any value. metered: a quota's. */
  type: 'boolean' | 'gauge' | 'config' | 'metered'
  /** What a tenant has of it whose plan, add-ons and overrides say nothing. */
  default?: JsonValue
  /** The feature is hidden where this flag is not true. */
  flag?: string
  /** Of metered features: the quota or limit that tells what is left. */
  quota?: string
  /** How add-ons count with numbers. Default replace. */
  addOns?: 'replace' | 'sum' | 'max'
}

/** What a plan gives. */
export interface PlanDefinition {
  features: Record<string, JsonValue>
  /** 0: the plan does not have the limit. `unlimited`: 2147483647, of quotas and limits of slots only. */
  limits: Record<string, LimitNumbers | 0 | 'unlimited'>
  quotas: Record<string, LimitNumbers | 0 | 'unlimited'>
}

/** The value of a feature that somebody gave one tenant, for a time. */
export interface FeatureRow {
  value: JsonValue
  /** Unix ms from which it counts; null for ever since. */
  fromMs: number | null
  /** Unix ms from which it does not count any more; null for never. */
  untilMs: number | null
}

/** What was bought beside the plan. */
export interface AddOnDefinition {
  features: Record<string, JsonValue>
  /** Whole, 1 to 2147483647; multiplies numbers of features whose add-ons are summed. */
  quantity: number
  fromMs: number | null
  untilMs: number | null
}

/** One customer. Times are Unix ms, and the first at which a thing is over. */
export interface TenantDefinition {
  id: string
  plan?: string
  planUntilMs?: number
  state: 'active' | 'suspended'
  trial?: { plan: string; untilMs: number }
  graceUntilMs?: number
  overrides: {
    features: Record<string, FeatureRow>
    limits: Record<string, LimitNumbers>
    quotas: Record<string, LimitNumbers>
  }
  addOns: AddOnDefinition[]
  /** Of gauges: how much is used. */
  used: Record<string, number>
}

/** What is kept of an API key. */
export type KeyHash = {
  algorithm: 'sha256' | 'hmac-sha256'
  /** Of hmac-sha256: the id of the pepper. */
  pepper?: string
  /** base64url without padding, 43 characters. */
  digest: string
}

/** One API key. Times are Unix ms, and the first at which a thing is over. */
export interface KeyDefinition {
  id: string
  hash: KeyHash
  tenant?: string
  subject?: string
  roles: string[]
  permissions: string[]
  expiresMs?: number
  state: 'active' | 'disabled' | 'revoked'
  rotated?: { to?: string; graceUntilMs: number }
  /** Addresses and ranges in CIDR notation; none means everywhere. */
  networks: string[]
}

/** One JSON object a line, in a file of its own: `readKeys` and `readTenants` read it. */
export interface EntityFile {
  /** The path that was opened. */
  file: string
  /** The file's content without a byte order mark, checked to be UTF-8 and in bounds. */
  bytes: Uint8Array
}

/** Whose JWTs are sessions. Exactly one of `jwks`, `keys` and `secretEnv` is there. */
export interface IssuerConfig {
  issuer: string
  /** At least one. */
  audience: string[]
  /** At least one; HS* only, or none of them. */
  algorithms: string[]
  /** The address of the issuer's keys. */
  jwks?: string
  /** Public keys as JWKs. */
  keys?: JsonObject[]
  /** The environment variable that the secret is in. */
  secretEnv?: string
  /** 0 to 300,000. */
  clockToleranceMs: number
  /** Tokens with an `iat` older than this are refused. */
  maxAgeMs?: number
  /** The `typ` a token must have. */
  type?: string
  /** The dotted paths of the claims. */
  claims: { subject: string; tenant: string; roles: string; permissions: string; session: string }
  /** Fixed, instead of a claim. */
  tenant?: string
}

/** What a tenant's subscription is in. */
export type TenantStateName = 'none' | 'active' | 'trial' | 'grace' | 'past_due' | 'suspended'

/** One policy: who may pass, and what it costs. */
export interface GateDefinition {
  credential: ('key' | 'session' | 'none')[]
  /** The states that may pass. Undefined: what the gate needs otherwise decides. */
  tenant?: TenantStateName[]
  /** An expression, as `parsePermission` reads it. */
  permission?: string
  /** Each must be enabled. */
  entitlement: string[]
  /** Reported, not required. */
  features: string[]
  flags: string[]
  /** Names with what they cost, times the cost of the request. */
  limits: Record<string, number>
  quotas: Record<string, number>
}

/** The merged content of all files. */
export interface Config {
  flags: Record<string, FlagDefinition>
  /** The section `$evaluators`. */
  evaluators: Record<string, JsonValue>
  metadata: Metadata
  limits: Record<string, LimitDefinition>
  sets: Record<string, SetDefinition>
  features: Record<string, FeatureDefinition>
  plans: Record<string, PlanDefinition>
  /** Those that are written in the config. */
  tenants: Record<string, TenantDefinition>
  /** Those that are in files. */
  tenantFiles: EntityFile[]
  /** The permissions of each role. */
  roles: Record<string, string[]>
  keys: KeyDefinition[]
  keyFiles: EntityFile[]
  issuers: IssuerConfig[]
  /** `failures`: the limit of what a source may fail with unknown credentials. */
  credentials: { failures?: string }
  gates: Record<string, GateDefinition>
  /** The setting `fractional`: the generation of flagd's operator that all flags use. */
  fractionalVersion: 1 | 2 | 3
}

/** Keys and indexes from the root of a config or a file. */
export type Path = readonly (string | number)[]

/** What `loadConfig` found. */
export interface LoadedConfig {
  /** Without the entries that have errors: do not put it live while `problems` holds an error. */
  config: Config
  /** The files read, in order; empty when the source was an object. */
  files: string[]
  /** The files that sets are in, each once, whether they could be read or not. */
  setFiles: string[]
  /** Everything wrong, in the order of the files and lines. */
  problems: Problem[]
  /**
   * Where the value at a path of `config` stands, or its nearest ancestor that exists.
   * `evaluators` and `$evaluators` are the same, and so are `fractionalVersion` and `fractional`.
   * Undefined when the source was an object.
   */
  locate(path: Path): Position | undefined
}

/**
 * One parsed file, or the object that stands for one. Paths in it are those of the file, not of
 * `Config`.
 */
export interface SourceDocument {
  /** Undefined when it does not parse. */
  value: JsonValue | undefined
  problems: Problem[]
  /**
   * The position of a value, or of the key before it; of the nearest ancestor when there is none.
   */
  locate(path: Path, part: 'key' | 'value'): Position | undefined
}

/** True for an object that is not null and not an array. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object without a prototype, for keys that are the user's words. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null)
}
