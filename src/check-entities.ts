// The tenants and keys that are in files of their own: read once to see what is wrong, for a config with errors does not go
// live. Nothing of them is kept.

import { problemsMax } from './config/bounds.ts'
import { type EntityLine, readKeys, readTenants } from './config/entities.ts'
import { entityChecker } from './config/entity-checker.ts'
import type { Config, EntityFile, KeyDefinition } from './config/types.ts'
import { environmentOf } from './identity/key-format.ts'
import { type IdentityNeeds, NeedsCounter } from './identity/needs.ts'
import type { Problem } from './problems.ts'
import { Slice } from './slice.ts'

/** What was found out about who a config knows. */
export interface CheckedEntities {
  /** What is wrong in the files, in their order; no more than are shown of a config. */
  readonly problems: readonly Problem[]
  readonly needs: IdentityNeeds
}

/** Reads the files of a config. Others get their turn in between. */
export async function checkEntityFiles(config: Config): Promise<CheckedEntities> {
  const problems: Problem[] = []
  const counter = new NeedsCounter()
  const checker = entityChecker(config)
  const ids = { tenants: new Set(Object.keys(config.tenants)), keys: new Set<string>() }
  for (const tenant of Object.values(config.tenants)) counter.addTenant(tenant)
  const hashes = new Set<string>()
  for (const key of config.keys) {
    ids.keys.add(key.id)
    counter.addKey(key)
    isHashKnown(hashes, key)
  }
  const slice = new Slice()
  const check = async <Definition extends { id: string }>(
    section: 'tenants' | 'keys',
    file: EntityFile,
    lines: Iterable<EntityLine<Definition>>,
    refer: (definition: Definition) => Problem[],
  ) => {
    for (const line of lines) {
      if (slice.isOver()) await slice.others()
      if (problems.length > problemsMax) return
      if ('problem' in line) {
        problems.push(line.problem)
        continue
      }
      const position = { file: file.file, line: line.line, column: 1 }
      const path = [section, 'file']
      const known = ids[section].size
      if (ids[section].add(line.definition.id).size === known) {
        problems.push({ ...duplicate(path), position })
      }
      for (const problem of refer(line.definition)) problems.push({ ...problem, path, position })
    }
  }
  for (const file of config.tenantFiles) {
    await check('tenants', file, readTenants(file), definition => {
      counter.addTenant(definition)
      return checker.tenant(definition, [])
    })
  }
  for (const file of config.keyFiles) {
    await check('keys', file, readKeys(file), definition => {
      counter.addKey(definition)
      const found = checker.key(definition, [])
      return isHashKnown(hashes, definition) ? [...found, sameHash] : found
    })
  }
  return { problems, needs: counter.needs }
}

/** Whether another key has the same hash. Those of our own are found by their ids, and one secret is never two of them. */
function isHashKnown(hashes: Set<string>, { id, hash }: KeyDefinition): boolean {
  if (environmentOf(id) !== undefined) return false
  const before = hashes.size
  return hashes.add(`${hash.pepper ?? ''}:${hash.digest}`).size === before
}

const sameHash: Problem = {
  severity: 'error',
  code: 'KEY_HASH_DUPLICATE',
  message: 'the key has the hash of another key: one secret would be two keys',
  path: [],
  expected: 'each hash once',
  found: 'a hash of another key',
}

function duplicate(path: string[]): Problem {
  const message = 'the id is there twice'
  return {
    severity: 'error',
    code: 'KEY_DUPLICATE',
    message,
    path,
    found: 'an id of another entry',
  }
}
