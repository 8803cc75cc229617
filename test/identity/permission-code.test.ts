// The code of a permission expression: that it means what the expression says, in the room that it has.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PERMISSION_AND,
  PERMISSION_COUNT_MASK,
  PERMISSION_DEPTH_MAX,
  PERMISSION_OR,
} from '../../assembly/shared/gate.ts'
import { compilePermission, type PermissionExpression } from '../../src/identity/permission.ts'
import { and, expressionOf, expressions, name, or } from './expressions.ts'

function holds(expression: PermissionExpression, has: (name: string) => boolean): boolean {
  if (expression.kind === 'permission') return has(expression.name)
  const values = expression.parts.map(part => holds(part, has))
  return expression.kind === 'and' ? values.every(Boolean) : values.some(Boolean)
}

/** As the evaluators run it: a stack of bits in one word, the top the lowest. */
function run(code: Uint16Array, bits: ReadonlySet<number>): { value: boolean; deepest: number } {
  let stack = 0n
  let depth = 0
  let deepest = 0
  for (const word of code) {
    const count = BigInt(word & PERMISSION_COUNT_MASK)
    const mask = (1n << count) - 1n
    let value: boolean
    if ((word & PERMISSION_AND) !== 0) value = (stack & mask) === mask
    else if ((word & PERMISSION_OR) !== 0) value = (stack & mask) !== 0n
    else value = bits.has(word)
    const taken = word < PERMISSION_OR ? 0 : Number(count)
    if (taken > depth || taken === 1) throw new Error(`an operator of ${taken} over ${depth}`)
    stack = ((stack >> BigInt(taken)) << 1n) | (value ? 1n : 0n)
    depth += 1 - taken
    deepest = Math.max(deepest, depth)
  }
  expect(depth, 'one value is left').toBe(1)
  return { value: stack === 1n, deepest }
}

describe('the code of an expression', () => {
  const bitOf = (text: string) => text.charCodeAt(0) - 'a'.charCodeAt(0)
  const codeOf = (text: string) => [...compilePermission(expressionOf(text), bitOf)]
  const AND = PERMISSION_AND
  const OR = PERMISSION_OR

  it.each([
    ['a', [0]],
    ['a and b', [0, 1, AND | 2]],
    ['a or b or c', [0, 1, 2, OR | 3]],
    ['a and (b and (c and d))', [0, 1, 2, 3, AND | 4]],
    ['a and b or c', [0, 1, AND | 2, 2, OR | 2]],
    // What needs more of the stack comes first.
    ['c or a and b', [0, 1, AND | 2, 2, OR | 2]],
    ['(a or b) and (c or d)', [0, 1, OR | 2, 2, 3, OR | 2, AND | 2]],
  ])('%s', (text, code) => {
    expect(codeOf(text)).toEqual(code)
  })

  it('combines a long chain before the stack is full', () => {
    const chain = Array.from({ length: 128 }, (_, index) => `p${index}`)
    const code = compilePermission(expressionOf(chain.join('&&')), text => Number(text.slice(1)))
    expect(code.filter(word => word >= OR)).toEqual(
      Uint16Array.of(AND | 32, AND | 32, AND | 32, AND | 32, AND | 4),
    )
    const all = new Set(chain.keys())
    expect(run(code, all)).toEqual({ value: true, deepest: PERMISSION_DEPTH_MAX })
    for (const bit of all) {
      const others = new Set([...all].filter(other => other !== bit))
      expect(run(code, others).value).toBe(false)
    }
  })

  it('stays in 8 places where every operator is nested in another kind', () => {
    let text = 'a'
    for (let depth = 0; depth < 31; depth++) text = `(${text} and b or c)`
    expect(run(compilePermission(expressionOf(text), bitOf), new Set([0, 1])).value).toBe(true)
    expect(run(compilePermission(expressionOf(text), bitOf), new Set([1])).deepest).toBeLessThan(9)
    // The other way round.
    text = 'a'
    for (let depth = 0; depth < 31; depth++) text = `(c or b and ${text})`
    expect(run(compilePermission(expressionOf(text), bitOf), new Set([1])).deepest).toBeLessThan(9)
  })

  it('gives what the expression says, for all principals', () => {
    const cases = fc.record({ expression: expressions, isHeld: fc.func(fc.boolean()) })
    let deepest = 0
    const property = fc.property(cases, ({ expression, isHeld }) => {
      const bits = new Map<string, number>()
      const bit = (text: string) => {
        if (!bits.has(text)) bits.set(text, 1023 - bits.size)
        return bits.get(text)!
      }
      const code = compilePermission(expression, bit)
      expect(code, 'deterministic').toEqual(compilePermission(expression, bit))
      const held = new Set([...bits].filter(([text]) => isHeld(text)).map(([, value]) => value))
      const result = run(code, held)
      deepest = Math.max(deepest, result.deepest)
      expect(result.value).toBe(holds(expression, text => isHeld(text)))
      expect(result.deepest).toBeLessThanOrEqual(PERMISSION_DEPTH_MAX)
    })
    fc.assert(property, { seed: 54, numRuns: 3000 })
    expect(deepest, 'some were deep').toBeGreaterThan(5)
  })

  it('is refused where it could not run', () => {
    expect(() => compilePermission(and(), bitOf)).toThrow(RangeError)
    expect(() => compilePermission(name('a'), () => 1024)).toThrow('0 to 1023, found 1024')
    expect(() => compilePermission(name('a'), () => Number.NaN)).toThrow(RangeError)
    expect([...compilePermission(or(name('b')), bitOf)]).toEqual([1])
  })
})
