// `var`, `missing` and `missing_some`.
import type { Json } from '../rules.ts'
import type { Model, Place } from './model.ts'
import * as semantics from './semantics.ts'
import { fail, isObject, ownProperty } from './semantics.ts'
import { isConstant, isLiteral, listOf } from './shape.ts'

export function variable(model: Model, argument: Json, place: Place): Json {
  const [path = '', fallback = null] = listOf(argument)
  const isOnly = !Array.isArray(argument) || argument.length === 1
  const isComputed = !isLiteral(path)
  const key = model.value(path, place)
  const text = key === null ? '' : String(key)
  const names = semantics.namesOf(text)
  notePath(model, key, text, isOnly && isConstant(path))
  if (isComputed && isOnly && Array.isArray(key)) model.note('pathComputedList')
  if (isObject(path) && Object.keys(path).length === 0) model.note('pathOfObject')
  if (place.isTop && !isComputed && text === '$flagd.flagKey') return model.flagKey
  const found = lookUp(model, place.data, names, place.isTop && !isComputed)
  if (isOnly && isConstant(path) && names.length <= 3) noteFalsyParent(model, place.data, names)
  if (found !== undefined && found !== null) {
    model.noteUnneeded([fallback], place)
    return found
  }
  if (fallback === null) return null
  // The whole is what it is, where that is known when the rule is compiled.
  if (names.length === 0 && !isComputed) return null
  if (names.length === 0) model.note('defaultOfWhole')
  else if (found === null) {
    model.note('defaultForNull')
    if (isComputed) model.note('defaultForNullComputed')
  }
  model.noteLooseCode(fallback)
  return model.value(fallback, place)
}

/** `isFixed`: interpreters look at it once, when they load the rule. */
function notePath(model: Model, key: Json, text: string, isFixed: boolean): void {
  const isNoText = typeof key === 'boolean' || (typeof key === 'number' && /^0$|\./.test(text))
  if (isFixed && isNoText) model.note('pathNoText')
  if (text.startsWith('../')) model.note('pathUp')
  noteSpelling(model, key, text)
}

function noteSpelling(model: Model, key: Json, text: string): void {
  const isWhole = key === null || key === ''
  const names = isWhole ? [] : text.split('.')
  const areSame = names.join('\n') === semantics.namesOf(text).join('\n')
  if (!areSame || (!isWhole && text === '')) model.note('pathSpelling')
}

function noteFalsyParent(model: Model, data: Json, names: readonly string[]): void {
  for (let count = 0; count < names.length; count++) {
    const parent = semantics.follow(data, names.slice(0, count), semantics.anyProperty)
    if (parent === 0 || parent === false || parent === '') model.note('falsyParent')
  }
}

/** `isPlain`: as the host reads the context, with what a value inherits. */
export function lookUp(
  model: Model,
  data: Json,
  names: readonly string[],
  isPlain: boolean,
  isStrict = false,
): Json | undefined {
  const any = semantics.follow(data, names, semantics.anyProperty, isStrict)
  const own = semantics.follow(data, names, ownProperty, isStrict)
  const isHalf = typeof any === 'string' && !any.isWellFormed()
  const isInherited = any !== own || typeof any === 'function'
  if (isHalf) model.note('halfCharacter')
  else if (isInherited) model.note('inherited')
  if (!isPlain || isHalf) return own
  return typeof any === 'function' ? null : any
}

/** Of one or two names, written out, code is made. */
function noteNoName(model: Model, names: readonly Json[]): void {
  if (names.length <= 2 && names.includes('')) model.note('missingNoName')
}

export function missing(model: Model, argument: Json, place: Place): Json {
  const nodes = listOf(argument)
  noteNoName(model, nodes)
  let names = nodes.map(node => model.value(node, place))
  if (names.length === 1 && Array.isArray(names[0])) {
    if (Array.isArray(argument)) model.note('missingList')
    names = names[0]
  } else if (Array.isArray(names[0])) model.note('missingListAndMore')
  return absent(model, names, place.data)
}

/** Those of the names that lead to nothing. */
function absent(model: Model, names: readonly Json[], data: Json): Json[] {
  return names.filter(name => {
    if (typeof name === 'object' && name !== null) model.note('missingNames')
    if (name === null) model.note('pathSpelling')
    const text = String(name)
    noteSpelling(model, name, text)
    const isMissing = lookUp(model, data, semantics.namesOf(text), false, true) === undefined
    // json-logic-js looks at what `var` gives.
    const found = semantics.follow(data, text.split('.'), semantics.anyProperty) ?? ''
    if ((found === '') !== isMissing) model.note('missingEmpty')
    return isMissing
  })
}

export function missingSome(model: Model, argument: Json, place: Place): Json {
  const [needNode, namesNode] = listOf(argument) as [Json, Json]
  if (!isConstant(needNode)) model.note('missingSomeNeedComputed')
  if (Array.isArray(namesNode)) {
    if (!namesNode.every(isLiteral)) model.note('missingSomeNamesComputed')
    noteNoName(model, namesNode)
  }
  const need = semantics.numberOf(model.value(needNode, place))
  const names = model.value(namesNode, place)
  if (Number.isNaN(need)) model.note('missingSomeNeed')
  if (!Array.isArray(names)) {
    model.note('missingSomeOfOthers')
    return fail('no list of names')
  }
  if (Array.isArray(names[0])) model.note('missingListAndMore')
  const found = absent(model, names, place.data)
  return names.length - found.length >= need ? [] : found
}
