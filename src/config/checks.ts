// What a schema cannot say about flags and sets: that a name exists, that an id fits, that a
// property is probably a slip. Each check takes the value as it is, malformed or not, and leaves to
// the schema what is its own. Other sections have files of their own.
import schema from '../../schema/sluice.schema.json' with { type: 'json' }
import { idBytesMax } from './bounds.ts'
import { checkFeatures } from './check-features.ts'
import { checkGates } from './check-gates.ts'
import { checkIssuers } from './check-issuers.ts'
import { checkLimits, checkQuotas } from './check-limits.ts'
import { checkRoles } from './check-roles.ts'
import { type Finding, finding } from './finding.ts'
import { didYouMean } from './suggest.ts'
import { isObject, type JsonObject, type JsonValue, type Path } from './types.ts'
import { quote, subjectOf } from './words.ts'

const flagProperties = Object.keys(schema.definitions.flag.properties)

/** The findings in one file beyond its schema. */
export function checkEntries(root: JsonValue): Finding[] {
  if (!isObject(root)) return []
  return [
    ...checkFlags(root.flags),
    ...checkLimits(root.limits),
    ...checkQuotas(root.quotas),
    ...checkSets(root.sets),
    ...checkFeatures(root.features),
    ...checkRoles(root.roles),
    ...checkIssuers(root.sessions),
    ...checkGates(root.gates),
  ]
}

function checkFlags(flags: JsonValue | undefined): Finding[] {
  const findings: Finding[] = []
  if (Array.isArray(flags)) {
    for (const [index, flag] of flags.entries()) {
      if (isObject(flag))
        findings.push(...checkFlag(flag, ['flags', index], ['key', ...flagProperties]))
    }
  } else if (isObject(flags)) {
    for (const [name, flag] of Object.entries(flags)) {
      if (isObject(flag)) findings.push(...checkFlag(flag, ['flags', name], flagProperties))
    }
  }
  return findings
}

function checkFlag(flag: JsonObject, path: Path, known: readonly string[]): Finding[] {
  const findings: Finding[] = []
  const { variants, defaultVariant } = flag
  const names = isObject(variants) ? Object.keys(variants) : []
  // without any variants, that is the mistake
  if (names.length > 0 && typeof defaultVariant === 'string' && !names.includes(defaultVariant)) {
    const message = `the default variant '${defaultVariant}' is not one of the variants`
    const hint = didYouMean(defaultVariant, names)
    const expected = `one of ${names.join(', ')}`
    const at = [...path, 'defaultVariant']
    const found = quote(defaultVariant)
    findings.push(finding('DEFAULT_VARIANT_UNKNOWN', message + hint, at, expected, found))
  }
  for (const name of Object.keys(flag)) {
    if (known.includes(name)) continue
    // flagd lets them pass, so they cannot be errors; but a slip in `targeting` would switch a
    // rule off.
    const message = `unknown property '${name}' is ignored${didYouMean(name, known)}`
    const expected = `one of ${known.join(', ')}`
    const slip = finding(
      'SCHEMA_PROPERTY_UNKNOWN',
      message,
      [...path, name],
      expected,
      quote(name),
      'key',
    )
    slip.problem.severity = 'warning'
    findings.push(slip)
  }
  return findings
}

function checkSets(sets: JsonValue | undefined): Finding[] {
  if (!isObject(sets)) return []
  const findings: Finding[] = []
  for (const [name, ids] of Object.entries(sets)) {
    if (!Array.isArray(ids)) continue
    for (const [index, id] of ids.entries()) {
      if (typeof id !== 'string') continue
      const path = ['sets', name, index]
      const length = Buffer.byteLength(id)
      if (length > idBytesMax) {
        const message = `${subjectOf(path)} is too long for an id`
        const expected = `at most ${idBytesMax} bytes`
        findings.push(finding('SET_ID_TOO_LONG', message, path, expected, `${length} bytes`))
      }
      if (!id.isWellFormed()) {
        const message = `${subjectOf(path)} holds half of a surrogate pair, which UTF-8 cannot say`
        findings.push(finding('SET_ID_ENCODING', message, path, 'whole characters', quote(id)))
      }
    }
  }
  return findings
}
