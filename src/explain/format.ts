// An explanation as a page for people.
import type { JsonValue } from '../config/types.ts'
import { TRACE_STEPS_MAX } from '../engine/memory.ts'
import { clauseLines, shortPath, shortText, VALUE_MAX } from './clause-lines.ts'
import type { ExplainedAttribute, ExplainedBucket, Explanation } from './types.ts'
import { cut, roundText, valueText } from './words.ts'

/**
 * The explanation in lines: what was asked and what it met, the buckets, the attributes, the answer.
 *
 *     label-editor, version 1
 *
 *       if[0]  ✗ email ends with "@parcelo.example"   email = "…ne@shop.example"
 *
 *       if[2]  bucket 37 of 100: on [0, 25)  off [25, 100) → off
 *              …
 */
export function formatExplanation(explanation: Explanation): string {
  const { key, version, buckets } = explanation
  const blocks = [
    [`${key}, version ${version}`],
    clauseLines(explanation),
    ...buckets.map(bucketLines),
    attributeLines(explanation),
    answerLines(explanation),
  ]
  return blocks
    .filter(lines => lines.length > 0)
    .map((lines, index) => lines.map(line => (index === 0 ? line : `  ${line}`)).join('\n'))
    .join('\n\n')
}

function bucketLines(explained: ExplainedBucket): string[] {
  const { path, unit, unitText, encoding, hash, bucket, totalWeight } = explained
  const { boundaries, chosen, problem } = explained
  const place = shortPath(path)
  const indent = ' '.repeat(place.length + 2)
  const ranges = boundaries
    .map(({ variant, from, to }) => `${nameOf(variant)} [${roundText(from)}, ${roundText(to)})`)
    .join('  ')
  const lines =
    bucket === undefined
      ? [`${place}  no bucket: ${problem}`, `${indent}buckets of ${totalWeight}: ${ranges}`]
      : [`${place}  bucket ${roundText(bucket)} of ${totalWeight}: ${ranges} → ${nameOf(chosen)}`]
  if (hash !== undefined) {
    const how = encoding === 'cbor' ? `${unitText}, as CBOR` : unitText
    lines.push(`${indent}unit ${shortText(unit)} (${how}), hash ${hash}`)
  }
  return lines
}

function nameOf(variant: JsonValue): string {
  return typeof variant === 'string' ? variant : valueText(variant)
}

function attributeLines({ attributes, clauses, buckets }: Explanation): string[] {
  const { read, missing } = attributes
  if (clauses.length === 0 && buckets.length === 0 && read.length === 0 && missing.length === 0) {
    return []
  }
  const lines = read.map(attributeText)
  return [
    ...labelled('read', lines.length > 0 ? lines : ['nothing']),
    ...(missing.length > 0 ? labelled('missing', [missing.join(', ')]) : []),
  ]
}

function attributeText({ path, value, part }: ExplainedAttribute): string {
  const text = `${path === '' ? 'the whole context' : path} = ${shortText(value, part)}`
  if (part === undefined) return text
  return part.startsWith('only') ? `${text} (${part})` : `${text} (its ${part})`
}

function answerLines(explanation: Explanation): string[] {
  const { value, variant, reason, errorCode, errorMessage, decidedBy, failure } = explanation
  const { steps, stepsMax, truncated } = explanation
  const shown = value === undefined ? "(the caller's default)" : shortText(value)
  const error = errorCode === undefined ? [] : [`${errorCode}: ${errorMessage}`]
  return [
    ...labelled('value', [shown]),
    ...labelled('variant', variant === undefined ? [] : [variant]),
    ...labelled('reason', [reason]),
    ...labelled('error', error),
    ...labelled('failed', failure === undefined ? [] : [failureText(explanation)]),
    ...labelled('because', [decidedBy.text]),
    ...labelled('steps', stepsMax === 0 ? [] : [`${steps} of at most ${stepsMax}`]),
    ...labelled('', truncated ? [`what came after the first ${TRACE_STEPS_MAX} is not known`] : []),
  ]
}

function failureText({ failure }: Explanation): string {
  const { operands, result, attribute } = failure!
  const text = cut(failure!.text, VALUE_MAX)
  if (attribute !== undefined) return `the attribute ${attribute || '(the whole context)'}`
  if (result !== undefined) return `${text} gave ${shortText(result)}`
  const given = operands
    .filter(({ value }) => value !== undefined)
    .map(({ value }) => shortText(value!))
  return given.length === 0 ? text : `${text} met ${given.join(' and ')}`
}

/** Lines behind a word of their own. */
function labelled(label: string, lines: readonly string[]): string[] {
  return lines.map((line, index) => `${(index === 0 ? label : '').padEnd(9)}${line}`)
}
