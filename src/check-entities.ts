// The tenants and keys that are in files of their own: read once to see what is wrong, for a config with errors does not go
// live. Nothing of them is kept.

import { problemsMax } from './config/bounds.ts'
import { type EntityLine, readKeys, readTenants } from './config/entities.ts'
import { entityChecker } from './config/entity-checker.ts'
import type { Config, EntityFile } from './config/types.ts'
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
  for (const key of config.keys) {
    ids.keys.add(key.id)
    counter.addKey(key)
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
      return checker.key(definition, [])
    })
  }
  return { problems, needs: counter.needs }
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
