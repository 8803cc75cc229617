// JsonLogic's dotted paths: `a.b` is two segments, `a\.b` one, `.` alone a single empty one.

/** The segments of a path, as json-logic-engine splits them. The empty path is the whole context. */
export function splitPath(path: string): string[] {
  if (path === '') return []
  const segments: string[] = []
  let segment = ''
  for (let index = 0; index < path.length; index++) {
    const char = path[index]
    const next = path[index + 1]
    if (char === '\\' && (next === '.' || next === '\\' || next === '/')) {
      segment += next
      index++
    } else if (char === '.') {
      segments.push(segment)
      segment = ''
    } else segment += char
  }
  if (segments.length !== path.length) segments.push(segment)
  return segments
}
