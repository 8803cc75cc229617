// Expressions of permissions: written, printed and generated.
import fc from 'fast-check'
import { type PermissionExpression, parsePermission } from '../../src/identity/permission.ts'

/** What the text says. Throws where it says nothing. */
export function expressionOf(text: string): PermissionExpression {
  const result = parsePermission(text)
  if ('problem' in result) throw new Error(JSON.stringify(result.problem))
  return result.expression
}

export const name = (text: string): PermissionExpression => ({ kind: 'permission', name: text })
export const and = (...parts: PermissionExpression[]): PermissionExpression => ({
  kind: 'and',
  parts,
})
export const or = (...parts: PermissionExpression[]): PermissionExpression => ({
  kind: 'or',
  parts,
})

/** With the parentheses that the precedence asks for, and those around parts of the same kind. */
export function print(
  expression: PermissionExpression,
  words = { and: ' and ', or: ' or ' },
): string {
  if (expression.kind === 'permission') return expression.name
  const parts = expression.parts.map(part => {
    const isBare = part.kind === 'permission' || (expression.kind === 'or' && part.kind === 'and')
    return isBare ? print(part, words) : `(${print(part, words)})`
  })
  return parts.join(words[expression.kind])
}

const names = fc
  .stringMatching(/^[A-Za-z0-9_.:/*-]{1,8}$/)
  .filter(text => !/^(and|or)$/i.test(text))

/** Trees of the shapes that a text can have: 2 parts or more. */
export const expressions = fc.letrec<{ tree: PermissionExpression; leaf: PermissionExpression }>(
  tie => ({
    leaf: names.map(name),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.record({
        kind: fc.constantFrom('and', 'or'),
        parts: fc.array(tie('tree'), { minLength: 2, maxLength: 5 }),
      }),
    ),
  }),
).tree

export function namesOf(expression: PermissionExpression): string[] {
  return expression.kind === 'permission' ? [expression.name] : expression.parts.flatMap(namesOf)
}
