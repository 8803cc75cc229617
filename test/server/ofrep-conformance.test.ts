// Answers held against the protocol's own OpenAPI document, where a copy of it lies beside this
// repository. Two of its sentences are read with a grain of salt, here and nowhere else:
//  - its `oneOf` over the types of a value can hold for no answer: every value also matches the schema
//    of "no value", and an integer is a number too. It is read as `anyOf`.
//  - its list of reasons lacks DEFAULT, which flagd sends and OpenFeature defines.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Answer, post, postPacked, serve } from './helpers.ts'

const DOCUMENT = join(import.meta.dirname, '../../../shared/conformance/ofrep/service/openapi.yaml')
const FLAGS = '/ofrep/v1/evaluate/flags'
const context = { targetingKey: 'user-1' }
const present = existsSync(DOCUMENT)
if (!present) console.warn(`SKIPPED: no OFREP document at ${DOCUMENT}`)

function validatorOf(schema: string): (body: unknown) => string {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  const document = readFileSync(DOCUMENT, 'utf8')
    .replaceAll('oneOf:', 'anyOf:')
    .replace('enum: [STATIC, TARGETING_MATCH,', 'enum: [STATIC, DEFAULT, TARGETING_MATCH,')
  ajv.addSchema(parse(document), 'ofrep')
  return body => {
    const valid = ajv.validate(`ofrep#/components/schemas/${schema}`, body)
    return valid ? '' : ajv.errorsText()
  }
}

async function bothFormats(path: string, body: unknown): Promise<Answer[]> {
  const { url } = await serve()
  return [await post(url + path, body), await postPacked(url + path, body)]
}

describe.skipIf(!present)('OFREP 0.3.0', () => {
  it.each([
    ['banner', {}, 200, 'serverEvaluationSuccess'],
    ['plan', { plan: 'pro' }, 200, 'serverEvaluationSuccess'],
    ['plan', {}, 200, 'serverEvaluationSuccess'],
    ['ratio', {}, 200, 'serverEvaluationSuccess'],
    ['layout', {}, 200, 'serverEvaluationSuccess'],
    ['retired', {}, 200, 'serverEvaluationSuccess'],
    ['undecided', {}, 200, 'serverEvaluationSuccess'],
    ['picked', { pick: 'c' }, 400, 'evaluationFailure'],
    ['nothing', {}, 404, 'flagNotFound'],
  ])('%s with %j: %i, %s', async (key, attributes, status, schema) => {
    const body = { context: { ...context, ...attributes } }
    for (const answer of await bothFormats(`${FLAGS}/${key}`, body)) {
      expect(answer.status).toBe(status)
      expect(validatorOf(schema)(answer.body)).toBe('')
    }
  })

  it.each([
    ['no context', {}],
    ['context a list', { context: [] }],
    ['an empty list', []],
  ])('bad bodies: %s', async (_name, body) => {
    for (const answer of await bothFormats(`${FLAGS}/banner`, body)) {
      expect(answer.status).toBe(400)
      expect(validatorOf('evaluationFailure')(answer.body)).toBe('')
    }
    for (const answer of await bothFormats(FLAGS, body)) {
      expect(answer.status).toBe(400)
      expect(validatorOf('bulkEvaluationFailure')(answer.body)).toBe('')
    }
  })

  it('all flags', async () => {
    const body = { context: { ...context, pick: 'c' } }
    for (const answer of await bothFormats(FLAGS, body)) {
      expect(answer.status).toBe(200)
      expect(validatorOf('bulkEvaluationSuccess')(answer.body)).toBe('')
    }
  })

  it('and the check can fail', () => {
    expect(validatorOf('serverEvaluationSuccess')({ key: 'x' })).not.toBe('')
    expect(validatorOf('flagNotFound')({ key: 'x', errorCode: 'GENERAL' })).not.toBe('')
  })
})
