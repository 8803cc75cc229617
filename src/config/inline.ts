// The tenants and keys that are written in a config: read as those in files are, so that there is one way to be right.
import { problemsMax } from './bounds.ts'
import { Faults } from './faults.ts'
import type { Finding } from './finding.ts'
import { readKey } from './key-of.ts'
import { readTenant } from './tenant-of.ts'
import {
  isObject,
  type JsonObject,
  type JsonValue,
  type KeyDefinition,
  type Path,
  type TenantDefinition,
} from './types.ts'
import { subjectOf } from './words.ts'

/** What one document says of tenants and keys, and what is wrong with it. */
export interface InlineEntities {
  tenants: Map<string, TenantDefinition>
  /** By their index in the list. */
  keys: Map<number, KeyDefinition>
  findings: Finding[]
}

/** Reads the sections `tenants` and `keys` of a document. */
export function readInline(root: JsonValue | undefined): InlineEntities {
  const entities: InlineEntities = { tenants: new Map(), keys: new Map(), findings: [] }
  if (!isObject(root)) return entities
  readInlineTenants(root.tenants, entities)
  readInlineKeys(root.keys, entities)
  return entities
}

/** Whether the section says in which file its entries are. A tenant called `file` is an object. */
export function isFileForm(section: JsonValue | undefined): section is JsonObject {
  return isObject(section) && typeof section.file === 'string'
}

function readInlineTenants(section: JsonValue | undefined, entities: InlineEntities): void {
  if (section === undefined) return
  const path: Path = ['tenants']
  const faults = new Faults(path, subjectOf(path))
  if (isFileForm(section)) checkFileForm(section, faults)
  else if (!isObject(section)) faults.mustBe('SCHEMA_TYPE', [], 'an object', section)
  else {
    for (const [id, tenant] of Object.entries(section)) {
      const at = [...path, id]
      const read = readTenant(tenant, at, subjectOf(at), id)
      if ('definition' in read) entities.tenants.set(id, read.definition)
      else faults.findings.push(...read.findings)
      if (faults.findings.length > problemsMax) break
    }
  }
  entities.findings.push(...faults.findings)
}

function readInlineKeys(section: JsonValue | undefined, entities: InlineEntities): void {
  if (section === undefined) return
  const path: Path = ['keys']
  const faults = new Faults(path, subjectOf(path))
  if (Array.isArray(section)) {
    for (const [index, key] of section.entries()) {
      const at = [...path, index]
      const read = readKey(key, at, subjectOf(at))
      if ('definition' in read) entities.keys.set(index, read.definition)
      else faults.findings.push(...read.findings)
      if (faults.findings.length > problemsMax) break
    }
  } else if (isObject(section)) checkFileForm(section, faults)
  else faults.mustBe('SCHEMA_TYPE', [], 'a list of keys, or { file: path }', section)
  entities.findings.push(...faults.findings)
}

function checkFileForm(section: JsonObject, faults: Faults): void {
  faults.object(section, ['file'])
  if (section.file === undefined) faults.missing('file')
  else if (typeof section.file !== 'string') {
    faults.mustBe('SCHEMA_TYPE', ['file'], 'a string', section.file)
  } else if (section.file === '') {
    faults.add('SCHEMA_LENGTH', "'file' is empty", ['file'], 'some text', '""')
  }
}
