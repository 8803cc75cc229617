// Reading attributes out of a caller's context, and the part of their text that a rule needs.

export type Attributes = Readonly<Record<string, unknown>>

/** The value at a path; undefined where it leads nowhere. */
export function resolve(context: Attributes, path: readonly string[]): unknown {
  let value: unknown = context
  for (const segment of path) {
    if (value === null || value === undefined) return undefined
    value = (value as Attributes)[segment]
  }
  return value
}

/**
 * `context[name]`, at one of 16 places in the code by the attribute's number. The engine remembers property lookups
 * by place: one place for all names costs 9 ns a lookup, a place that sees one name or few costs 2.
 */
export function readAttribute(context: Attributes, name: string, index: number): unknown {
  switch (index & 15) {
    case 0:
      return context[name]
    case 1:
      return context[name]
    case 2:
      return context[name]
    case 3:
      return context[name]
    case 4:
      return context[name]
    case 5:
      return context[name]
    case 6:
      return context[name]
    case 7:
      return context[name]
    case 8:
      return context[name]
    case 9:
      return context[name]
    case 10:
      return context[name]
    case 11:
      return context[name]
    case 12:
      return context[name]
    case 13:
      return context[name]
    case 14:
      return context[name]
    default:
      return context[name]
  }
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800
}

/** Where the first `units` of a text end, a surrogate pair not torn apart. */
export function headEnd(text: string, units: number): number {
  if (text.length <= units) return text.length
  return isHighSurrogate(text.charCodeAt(units - 1)) ? units + 1 : units
}

/** Where the last `units` of a text start, a surrogate pair not torn apart. */
export function tailStart(text: string, units: number): number {
  const start = text.length - units
  if (start <= 0) return 0
  return isHighSurrogate(text.charCodeAt(start - 1)) ? start - 1 : start
}
