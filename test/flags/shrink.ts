// Makes a rule and a context smaller for as long as what is wrong with them stays.
import type { Json } from './rules.ts'

/** JSON that is a little smaller than the value, what takes most away first. */
function* smaller(value: Json): Generator<Json> {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'number') {
    if (value !== 0 && value !== 1) yield 1
    return
  }
  if (typeof value === 'string') {
    if (value.length > 1) yield value[0]!.isWellFormed() ? value[0]! : 'a'
    return
  }
  yield null
  if (Array.isArray(value)) {
    for (const item of value) yield item
    for (let index = 0; index < value.length; index++) yield value.toSpliced(index, 1)
    for (const [index, item] of value.entries()) {
      for (const less of smaller(item)) yield value.with(index, less)
    }
    return
  }
  const entries = Object.entries(value)
  for (const [, item] of entries) yield item
  if (entries.length > 1) {
    for (const [name] of entries) {
      yield Object.fromEntries(entries.filter(([other]) => other !== name))
    }
  }
  for (const [name, item] of entries) {
    for (const less of smaller(item)) yield { ...value, [name]: less }
  }
}

function* smallerContexts(data: { [name: string]: Json }): Generator<{ [name: string]: Json }> {
  for (const name of Object.keys(data)) {
    const { [name]: _, ...rest } = data
    yield rest
  }
  for (const [name, value] of Object.entries(data)) {
    for (const less of smaller(value)) yield { ...data, [name]: less }
  }
}

/** The smallest rule and context found for which `isWrong` still holds. */
export async function shrink(
  rule: Json,
  data: { [name: string]: Json },
  isWrong: (rule: Json, data: { [name: string]: Json }) => Promise<boolean>,
): Promise<[Json, { [name: string]: Json }]> {
  let found = true
  while (found) {
    found = false
    for (const less of smaller(rule)) {
      if (!(await isWrong(less, data))) continue
      rule = less
      found = true
      break
    }
    if (found) continue
    for (const less of smallerContexts(data)) {
      if (!(await isWrong(rule, less))) continue
      data = less
      found = true
      break
    }
  }
  return [rule, data]
}
