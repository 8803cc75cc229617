// The names of roles and permissions: what a gate asks for is compared with them, letter by letter.
import { isPermissionName, isRoleName } from '../identity/permission.ts'
import { problemsMax } from './bounds.ts'
import { type Finding, finding } from './finding.ts'
import { permissionForm, roleForm } from './key-of.ts'
import { isObject, type JsonValue, type Path } from './types.ts'
import { quote, subjectOf } from './words.ts'

/** What is wrong in the section `roles`, beyond its schema. */
export function checkRoles(roles: JsonValue | undefined): Finding[] {
  const findings: Finding[] = []
  if (!isObject(roles)) return findings
  for (const [role, permissions] of Object.entries(roles)) {
    if (role !== '' && !isRoleName(role)) {
      const path: Path = ['roles', role]
      const message = `${subjectOf(path)} is no name for a role`
      findings.push(finding('ROLE_INVALID', message, path, roleForm, quote(role), 'key'))
    }
    if (!Array.isArray(permissions)) continue
    for (const [index, permission] of permissions.entries()) {
      if (typeof permission !== 'string' || isPermissionName(permission)) continue
      const path: Path = ['roles', role, index]
      const message = `${subjectOf(path)} must be a permission`
      findings.push(finding('PERMISSION_INVALID', message, path, permissionForm, quote(permission)))
      if (findings.length > problemsMax) return findings
    }
  }
  return findings
}
