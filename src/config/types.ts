// The raw config: what the files say, checked against the schema and merged, but not yet
// compiled. Names of flags, variants, limits, plans, features, tenants and so on are the user's own
// words, so every object here has no prototype: a flag named `__proto__` or `constructor` is a name
// like any other. Read with `in`, `Object.keys` or an index, not with methods of `Object.prototype`.
import type { Position, Problem } from '../problems.ts'
import type {
  EntityFile,
  FeatureDefinition,
  GateDefinition,
  IssuerConfig,
  KeyDefinition,
  PlanDefinition,
  TenantDefinition,
} from './identity-types.ts'

export type {
  AddOnDefinition,
  EntityFile,
  FeatureDefinition,
  FeatureRow,
  GateDefinition,
  IssuerConfig,
  KeyDefinition,
  KeyHash,
  PlanDefinition,
  TenantDefinition,
  TenantStateName,
} from './identity-types.ts'

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
  /** Of a quota that has its `limit` from the plans: in gates, who has no plan with it has nothing of it. */
  planOnly?: true
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
  /** The files that sets, tenants and keys are in, each once, whether they could be read or not. */
  setFiles: string[]
  /** Everything wrong, in the order of the files and lines. */
  problems: Problem[]
  /**
   * Where the value at a path of `config` stands, or its nearest ancestor that exists.
   * `evaluators` and `$evaluators` are the same, and so are `fractionalVersion` and `fractional`,
   * and `issuers` and `sessions.jwt`. Below `limits` also what quotas, plans and tenants gave.
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

/** A config without anything. */
export function emptyConfig(): Config {
  return {
    flags: emptyRecord(),
    evaluators: emptyRecord(),
    metadata: emptyRecord(),
    limits: emptyRecord(),
    sets: emptyRecord(),
    features: emptyRecord(),
    plans: emptyRecord(),
    tenants: emptyRecord(),
    tenantFiles: [],
    roles: emptyRecord(),
    keys: [],
    keyFiles: [],
    issuers: [],
    credentials: {},
    gates: emptyRecord(),
    fractionalVersion: 2,
  }
}

/** True for an object that is not null and not an array. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object without a prototype, for keys that are the user's words. */
export function emptyRecord<Value>(): Record<string, Value> {
  return Object.create(null)
}
