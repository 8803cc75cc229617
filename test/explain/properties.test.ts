// Whatever the rule and the context: an explanation answers what the evaluation answers, is plain data, names places
// that the targeting has, and gives for each clause what that part of the rule gives when it is evaluated on its own.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formatExplanation } from '../../src/explain/format.ts'
import type { Explanation } from '../../src/explain/types.ts'
import { attributePath, isTruthy, plain } from '../../src/explain/words.ts'
import { type EvaluationContext, Sluice } from '../../src/index.ts'
import { splitPath } from '../../src/rules/path.ts'
import type { Json } from '../flags/rules.ts'
import { contexts, rulesOf, VARIANTS } from '../flags/rules.ts'
import { RuleFailed, ValueEvaluator } from '../flags/values.ts'
import { allContexts, allRules } from './rules.ts'

const RUNS = Number(process.env.SLUICE_FUZZ_RUNS ?? 600)
const SEED = Number(process.env.SLUICE_FUZZ_SEED ?? 20261122)
const CONTEXTS = 4

const variants = Object.fromEntries(VARIANTS.map(name => [name, `value of ${name}`]))
const dialect = { defaults: true, variablesOnTheRight: true, arraysNegated: true }

/** Operators that the compiler answers itself where it can: a variable that no loop has, a list of no weight. */
const FOLDED = ['var', 'fractional']

function configOf(targeting: Json, hasDefault = true, fractional?: number) {
  const flag = { state: 'ENABLED', variants, targeting, metadata: { team: 'edge' } }
  const flags = { 'a-flag': hasDefault ? { ...flag, defaultVariant: 'off' } : flag }
  return fractional === undefined ? { flags } : { flags, fractional }
}

/** The node of the targeting at a path; undefined if it leads nowhere. */
function nodeAt(targeting: Json, path: string): Json | undefined {
  const segments = [...path.matchAll(/\[(\d+)\]|\.((?:[^.[]|\[(?!\d+\]))+)|^(targeting)/g)]
  expect(segments.map(([text]) => text).join('')).toBe(path)
  let node: Json | undefined = targeting
  for (const [, index, name] of segments.slice(1)) {
    if (typeof node !== 'object' || node === null) return undefined
    node =
      index === undefined ? (node as Record<string, Json>)[name!] : (node as Json[])[Number(index)]
  }
  return node
}

/** A value without the properties of its objects, which are only read where some operator looks into them. */
function shallow(value: Json): Json {
  if (Array.isArray(value)) return value.map(shallow)
  if (typeof value !== 'object' || value === null) return value
  return Object.keys(value).length > 0 ? { some: true } : {}
}

function pathsOf({ clauses, buckets, decidedBy, failure }: Explanation): string[] {
  const paths = [...clauses, ...buckets].map(({ path }) => path)
  paths.push(...decidedBy.conditions, decidedBy.path)
  if (failure !== undefined) paths.push(failure.path)
  return paths.filter(path => path !== 'defaultVariant' && path !== '')
}

/** What a clause of the node may be called. Some operators are a constant where their operands make no sense. */
function operatorsOf(node: Json): string[] {
  if (typeof node !== 'object' || node === null) return ['constant']
  const operators = Array.isArray(node) ? ['array'] : Object.keys(node)
  return FOLDED.includes(operators[0]!) ? [...operators, 'constant'] : operators
}

function expectConsistent(explanation: Explanation, targeting: Json): void {
  const { clauses, buckets, attributes, steps, stepsMax } = explanation
  expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
  for (const path of pathsOf(explanation)) expect(nodeAt(targeting, path), path).toBeDefined()
  for (const { path, operator } of clauses) {
    const written = operatorsOf(nodeAt(targeting, path)!)
    expect(written, path).toContain(operator)
  }
  expect(steps).toBeLessThanOrEqual(stepsMax)
  expect(steps).toBeGreaterThan(0)
  const read = attributes.read.map(({ path }) => path)
  expect(new Set([...read, ...attributes.missing]).size).toBe(
    read.length + attributes.missing.length,
  )
  for (const path of explanation.decidedBy.conditions) {
    expect(clauses.find(clause => clause.path === path)?.outcome, path).toBe('matched')
  }
  if (!explanation.truncated) {
    for (const { outcome, item, result } of clauses) {
      // What a loop's body built may have been overwritten.
      if (item === undefined) expect(outcome).not.toBe('unknown')
      if (result !== undefined && outcome !== 'computed') {
        expect(outcome).toBe(isTruthy(result as Json) ? 'matched' : 'failed')
      }
    }
    if (clauses.some(({ outcome }) => outcome === 'error'))
      expect(explanation.failure).toBeDefined()
  }
  for (const { bucket, totalWeight, boundaries, chosen, problem } of buckets) {
    if (problem?.includes('overwritten')) continue
    if (bucket === undefined) {
      expect(problem).toBeDefined()
      expect(chosen).toBeNull()
      continue
    }
    const found = boundaries.find(({ from, to }) => from <= bucket && bucket < to)
    expect(found?.variant ?? null).toEqual(chosen)
    expect(problem === undefined).toBe(found !== undefined)
    expect(boundaries.at(-1)!.to).toBeCloseTo(totalWeight, 5)
  }
  expect(formatExplanation(explanation)).toContain(explanation.reason)
}

describe('explaining', () => {
  let sluice: Sluice
  let values: ValueEvaluator
  beforeAll(async () => {
    sluice = await Sluice.open({ flags: {} }, { shared: false, malformedRules: 'warning' })
    values = new ValueEvaluator()
  })
  afterAll(() => {
    sluice.close()
    values.close()
  })

  async function expectSame(
    config: object,
    targeting: Json,
    given: readonly EvaluationContext[],
  ): Promise<Explanation[]> {
    await sluice.publish(config)
    const flag = sluice.flag('a-flag')
    const explanations: Explanation[] = []
    for (const attributes of given) {
      for (const context of [attributes, sluice.context(attributes)]) {
        const explanation = flag.explain(context)
        const { value, variant, reason, errorCode, errorMessage, metadata } = explanation
        const ours = { value, variant, reason, errorCode, errorMessage, metadata }
        expect(ours, JSON.stringify({ targeting, attributes })).toEqual(flag.evaluate(context))
        expect(explanation.version).toBe(sluice.version)
        if (explanation.stepsMax > 0) expectConsistent(explanation, targeting)
        explanations.push(explanation)
      }
    }
    return explanations
  }

  it('answers as the evaluation does, for rules of flagd', async () => {
    const property = fc.asyncProperty(
      rulesOf(dialect),
      fc.boolean(),
      fc.array(contexts, { minLength: CONTEXTS, maxLength: CONTEXTS }),
      async (targeting, hasDefault, given) => {
        await expectSame(configOf(targeting, hasDefault), targeting, given)
      },
    )
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true })
  }, 600_000)

  it('answers as the evaluation does, for rules with every operator, in all generations of fractional', async () => {
    const property = fc.asyncProperty(
      allRules,
      fc.constantFrom(1, 2, 3),
      fc.array(allContexts, { minLength: CONTEXTS, maxLength: CONTEXTS }),
      async (targeting, fractional, given) => {
        await expectSame(configOf(targeting, true, fractional), targeting, given)
      },
    )
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true })
  }, 600_000)

  it('gives for each clause what that part of the rule gives on its own', async () => {
    const seen = new Set<string>()
    const property = fc.asyncProperty(
      allRules,
      fc.constantFrom<1 | 2 | 3>(1, 2, 3),
      allContexts,
      async (targeting, fractional, context) => {
        const config = configOf(targeting, true, fractional)
        const [{ clauses }] = (await expectSame(config, targeting, [context])) as [Explanation]
        for (const { path, item, outcome, operator, result } of clauses) {
          // The body of a loop means nothing outside it.
          if (outcome === 'not evaluated' || item !== undefined) continue
          seen.add(`${operator} ${outcome}`)
          const node = nodeAt(targeting, path)!
          const alone = values.load(node, fractional).then(() => values.run(context))
          const where = JSON.stringify({ targeting, path, context })
          if (outcome === 'error') await expect(alone, where).rejects.toThrow(RuleFailed)
          else expect(shallow(plain(await alone)), where).toEqual(shallow(result!))
        }
      },
    )
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true })
    for (const what of ['and matched', 'or failed', '! matched', '< error', 'some matched']) {
      expect(seen, what).toContain(what)
    }
    for (const what of ['in failed', 'map computed', 'var matched', 'reduce error']) {
      expect(seen, what).toContain(what)
    }
  }, 600_000)

  it('never shows what has been overwritten', async () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ö'), maxLength: 12 })
    const rowsOf = fc.array(
      word.map(n => ({ n })),
      { maxLength: 5 },
    )
    const body: Json = { in: ['ab', { cat: [{ var: 'n' }, '-', { var: 'n' }] }] }
    const loops = fc.constantFrom<(list: string) => Json>(
      ...['some', 'all', 'none', 'filter'].map(operator => (list: string) => ({
        [operator]: [{ var: list }, body],
      })),
      list => ({ some: [{ filter: [{ map: [{ var: list }, { var: '' }] }, body] }, body] }),
    )
    const written = fc.constantFrom<Json>(
      true,
      { cat: ['x'.repeat(40), { var: 'a' }] },
      { merge: [[1, 2, 3], [4, 5, 6], { var: 'list' }] },
    )
    let known = 0
    let unknown = 0
    const property = fc.asyncProperty(
      fc.tuple(loops, loops, written, written),
      fc.tuple(rowsOf, rowsOf),
      async ([first, second, third, fourth], [rows, others]) => {
        const parts: Json[] = [first('rows'), third, second('others'), fourth]
        const targeting: Json = {
          if: [{ or: [{ and: parts }, { and: [second('rows'), third] }] }, 'on'],
        }
        const context = { rows, others, a: 'b', list: [7] }
        const [{ clauses }] = (await expectSame(configOf(targeting), targeting, [context])) as [
          Explanation,
        ]
        const texts = new Set([...rows, ...others].map(({ n }) => `${n}-${n}`))
        for (const { operands } of clauses) {
          for (const { text, value } of operands) {
            if (!text.startsWith('cat(item')) continue
            if (value === undefined) unknown++
            else {
              known++
              expect(texts).toContain(value)
            }
          }
        }
      },
    )
    await fc.assert(property, { numRuns: RUNS, seed: SEED, endOnFailure: true })
    expect(known).toBeGreaterThan(RUNS / 10)
    expect(unknown).toBeGreaterThan(RUNS / 10)
  }, 600_000)

  it('names attributes as rules name them', () => {
    const segments = fc.array(fc.string({ unit: fc.constantFrom('a', '.', '\\', '/') }), {
      maxLength: 4,
    })
    const property = fc.property(segments, path => {
      expect(splitPath(attributePath(path))).toEqual(path)
    })
    fc.assert(property, { seed: SEED })
  })
})
