// From a source to what the thread that publishes needs of it: plain data, so that another thread can do the work.
import { createHash } from 'node:crypto'
import type { CheckOptions } from './check.ts'
import { prepare, sharedToolbox } from './check.ts'
import type { ReadContent } from './config/load.ts'
import type {
  Config,
  EntityFile,
  IssuerConfig,
  KeyDefinition,
  TenantDefinition,
} from './config/types.ts'
import type { IdentityNeeds } from './identity/needs.ts'
import type { Problem } from './problems.ts'
import type { CompiledLimit } from './rules/limit.ts'

/** A source, compiled. Structured cloning keeps it whole. */
export interface CompiledSource {
  /** The ruleset, neither sealed nor with the numbers of its limits: those are the publisher's to give. */
  readonly bytes: Uint8Array
  readonly limits: readonly CompiledLimit[]
  readonly problems: readonly Problem[]
  readonly needs: CapacityNeeds
  /** Of each flag's key a text that is the same as long as the flag evaluates the same. */
  readonly digests: ReadonlyMap<string, string>
  readonly entities: CompiledEntities
  /** What was read, for the watch; undefined if the source is an object. */
  readonly read: ReadContent | undefined
}

/** Who a config knows: what goes into the tables, and not into the ruleset. */
export interface CompiledEntities {
  readonly tenants: readonly TenantDefinition[]
  readonly tenantFiles: readonly EntityFile[]
  readonly keys: readonly KeyDefinition[]
  readonly keyFiles: readonly EntityFile[]
  readonly issuers: readonly IssuerConfig[]
}

/** What an engine must have room for, besides the bytes. */
export interface CapacityNeeds {
  readonly flags: number
  readonly attributes: number
  /** Bytes of the longest flag key and limit name. */
  readonly flagKeyBytes: number
  readonly limitNameBytes: number
  /** Undefined for a config with errors. */
  readonly identity: IdentityNeeds | undefined
}

/** Loads and compiles a source. Never throws for what it holds. */
export async function compileSource(
  source: string | object,
  options: CheckOptions,
): Promise<CompiledSource> {
  let read: ReadContent | undefined
  const follow = (content: ReadContent) => {
    read = content
  }
  const { compiled, config, problems, identityNeeds } = await prepare(
    source,
    options,
    () => 0,
    typeof source === 'string' ? follow : undefined,
  )
  sharedToolbox().shrink()
  const needs = {
    flags: compiled.flags.length,
    attributes: compiled.attributes.length,
    flagKeyBytes: longest(Object.keys(config.flags)),
    limitNameBytes: longest(Object.keys(config.limits)),
    identity: identityNeeds,
  }
  const { keys, keyFiles, tenantFiles, issuers } = config
  const tenants = Object.values(config.tenants)
  const entities = { tenants, tenantFiles, keys, keyFiles, issuers }
  const digests = digestFlags(config)
  return {
    bytes: compiled.bytes,
    limits: compiled.limits,
    problems,
    needs,
    digests,
    entities,
    read,
  }
}

function longest(names: readonly string[]): number {
  return names.reduce((most, name) => Math.max(most, Buffer.byteLength(name)), 0)
}

/** Which evaluators and sets a rule reaches is not worth finding out for this. */
function digestFlags(config: Config): Map<string, string> {
  const sets = createHash('sha256')
  for (const [name, set] of Object.entries(config.sets)) {
    sets.update(JSON.stringify([name, 'bytes' in set ? set.bytes.length : set.ids]))
    if ('bytes' in set) sets.update(set.bytes)
  }
  const evaluators = JSON.stringify(config.evaluators) + sets.digest('base64')
  const metadata = JSON.stringify([config.metadata, config.fractionalVersion])
  const digests = new Map<string, string>()
  for (const [key, definition] of Object.entries(config.flags)) {
    const text = JSON.stringify(definition)
    const refers = text.includes('"$ref"') || text.includes('"set"')
    const hash = createHash('sha256').update(text + metadata + (refers ? evaluators : ''))
    digests.set(key, hash.digest('base64').slice(0, 22))
  }
  return digests
}
