// Permissions: what a pattern stands for, and how an expression is read.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isPermissionName,
  isRoleName,
  matchesPermission,
  parsePermission,
} from '../../src/identity/permission.ts'
import { and, expressionOf, expressions, name, namesOf, or, print } from './expressions.ts'

function problemOf(text: string) {
  const result = parsePermission(text)
  if ('expression' in result) throw new Error(`'${text}' is an expression`)
  return result.problem
}

describe('a permission', () => {
  it.each([
    ['orders:read', true],
    ['*', true],
    ['https://api/scope.read-all_2', true],
    ['x'.repeat(128), true],
    ['', false],
    [5, false],
    [null, false],
    ['x'.repeat(129), false],
    ['orders read', false],
    ['orders:read\n', false],
    ['bestellung:löschen', false],
    ['a,b', false],
  ])('%j is one: %s', (text, expected) => {
    expect(isPermissionName(text)).toBe(expected)
  })
})

describe('the name of a role', () => {
  it.each([
    ['writer', true],
    ['Schreiber-Ä/✓', true],
    ['x'.repeat(128), true],
    ['𝒳'.repeat(128), true],
    ['', false],
    [5, false],
    [null, false],
    ['x'.repeat(129), false],
    ['two words', false],
    ['two\u00a0words', false],
    ['tab\t', false],
    ['\u0000', false],
    ['\ud800', false],
  ])('%j is one: %s', (text, expected) => {
    expect(isRoleName(text)).toBe(expected)
  })
})

describe('a permission that was granted', () => {
  it.each([
    // Exactly, and by the pattern that was granted.
    ['orders:read', 'orders:read', true],
    ['orders:read', 'orders:write', false],
    ['orders:*', 'orders:read', true],
    ['orders:*', 'orders:', true],
    ['orders:*', 'orders', false],
    ['*:read', 'orders:read', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'a-b-b-c', true],
    ['a*b*c', 'acb', false],
    ['a*ab', 'ab', false],
    ['*', 'anything', true],
    ['**', 'x', true],
    ['Orders:read', 'orders:read', false],
    // Asked for by a pattern: what it stands for, the same pattern, a wider one.
    ['orders:read', 'orders:*', true],
    ['orders:*', 'orders:*', true],
    ['*', 'orders:*', true],
    ['invoices:read', 'orders:*', false],
    // Two patterns that stand for a common text, though neither stands for the other.
    ['orders:*', '*:read', true],
    ['a*', '*b', true],
    ['a*b', 'ab*', true],
    ['ab*', 'a*', true],
    ['*b*', '*a*', true],
    ['a*', 'b*', false],
    ['*a', '*b', false],
    ['orders:*', 'invoices:*', false],
    ['*:read', 'orders:*:write', false],
  ])('%s is enough for %s: %s', (granted, required, expected) => {
    expect(matchesPermission(granted, required)).toBe(expected)
  })

  it('is enough where both stand for a common text', () => {
    // Of two patterns of 5 without a common text of 9 there is none: it need have no more than the letters of both.
    const texts = ['']
    for (let end = 0; end < texts.length; end++) {
      if (texts[end]!.length < 9) texts.push(`${texts[end]}a`, `${texts[end]}b`)
    }
    const textsOf = (pattern: string) => {
      const form = new RegExp(`^${pattern.replaceAll('*', '.*')}$`)
      return texts.filter(text => form.test(text))
    }
    const patterns = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 5 })
    const property = fc.property(patterns, patterns, (granted, required) => {
      const ofRequired = new Set(textsOf(required))
      const isCommon = textsOf(granted).some(text => ofRequired.has(text))
      expect(matchesPermission(granted, required)).toBe(isCommon)
      expect(matchesPermission(required, granted)).toBe(isCommon)
    })
    fc.assert(property, { seed: 51, numRuns: 5_000 })
  })

  it('is found without trying again and again, whatever the pattern', () => {
    // A backtracking search takes 2^40 steps for these.
    const hostile = [`${'a*'.repeat(63)}b`, `${'*a'.repeat(63)}*b`, `*${'a'.repeat(60)}b*c`]
    const text = 'a'.repeat(128)
    const startMs = performance.now()
    for (let round = 0; round < 1000; round++) {
      for (const pattern of hostile) {
        expect(matchesPermission(pattern, text)).toBe(false)
      }
    }
    expect(performance.now() - startMs, 'ms for 3,000 matches').toBeLessThan(2000)
  })
})

describe('an expression', () => {
  it.each([
    ['a', name('a')],
    ['a and b', and(name('a'), name('b'))],
    ['a or b and c', or(name('a'), and(name('b'), name('c')))],
    ['(a or b) and c', and(or(name('a'), name('b')), name('c'))],
    ['a&&b||c', or(and(name('a'), name('b')), name('c'))],
    ['a AND b Or c', or(and(name('a'), name('b')), name('c'))],
    ['a and b and c', and(name('a'), name('b'), name('c'))],
    ['a and (b and c)', and(name('a'), and(name('b'), name('c')))],
    ['((a))', name('a')],
    [' \t\r\n( a )\n', name('a')],
    ['andy or oracle', or(name('andy'), name('oracle'))],
    ['and-more', name('and-more')],
    ['orders:* and *', and(name('orders:*'), name('*'))],
  ])('%j', (text, expression) => {
    expect(parsePermission(text)).toEqual({ expression })
  })

  it.each([
    ['', 0, 'a permission is missing here', 'a permission or `(`', 'the end'],
    ['  ', 2, 'a permission is missing here', 'a permission or `(`', 'the end'],
    ['and', 0, 'a permission is missing here', 'a permission or `(`', '"and"'],
    ['a or', 4, 'a permission is missing here', 'a permission or `(`', 'the end'],
    ['a or OR b', 5, 'a permission is missing here', 'a permission or `(`', '"OR"'],
    ['()', 1, 'a permission is missing here', 'a permission or `(`', '")"'],
    ['a b', 2, 'two permissions need `and` or `or` between them', '`and`, `or` or the end', '"b"'],
    ['a)', 1, '`)` without `(`', '`and`, `or` or the end', '")"'],
    ['(a', 2, 'a parenthesis is not closed', '`and`, `or` or `)`', 'the end'],
    ['(a b)', 3, 'a parenthesis is not closed', '`and`, `or` or `)`', '"b"'],
    [
      'a & b',
      2,
      'the text is no part of an expression',
      'a permission, `and`, `or`, `(` or `)`',
      '"&"',
    ],
    [
      'größe',
      2,
      'the text is no part of an expression',
      'a permission, `and`, `or`, `(` or `)`',
      '"öß"',
    ],
    [
      'a and !b',
      6,
      'the text is no part of an expression',
      'a permission, `and`, `or`, `(` or `)`',
      '"!"',
    ],
  ])('%j is none', (text, offset, message, expected, found) => {
    expect(problemOf(text)).toEqual({ message, offset, expected, found })
  })

  it('has bounds, and each is told where it is passed', () => {
    const chain = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`)
    expect(namesOf(expressionOf(chain(128).join(' or ')))).toEqual(chain(128))
    expect(problemOf(chain(129).join('||'))).toMatchObject({
      message: 'the expression has too many permissions',
      offset: chain(128).join('||').length + 2,
      found: '"p128"',
    })
    const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`
    expect(expressionOf(nested(32))).toEqual(name('a'))
    expect(problemOf(nested(33))).toMatchObject({
      message: 'the parentheses are too deep',
      offset: 32,
    })
    // Side by side they are not in each other.
    expect(namesOf(expressionOf('(a) and '.repeat(40).concat('b')))).toHaveLength(41)
    expect(problemOf('x'.repeat(129))).toMatchObject({ message: 'the permission is too long' })
    expect(expressionOf(`a${' '.repeat(999)}`)).toEqual(name('a'))
    expect(problemOf(`a${' '.repeat(1000)}`)).toMatchObject({
      message: 'the expression is too long',
      found: '1001 characters',
    })
  })

  it('is read as it is printed', () => {
    const words = fc.record({
      and: fc.constantFrom(' and ', ' AND ', '&&', '\tAnd\n'),
      or: fc.constantFrom(' or ', ' OR ', '||', '  oR '),
    })
    let count = 0
    const property = fc.property(expressions, words, (expression, ofWords) => {
      const text = print(expression, ofWords)
      fc.pre(text.length <= 1000 && namesOf(expression).length <= 128)
      count++
      expect(parsePermission(text)).toEqual({ expression })
    })
    fc.assert(property, { seed: 52, numRuns: 2000 })
    expect(count).toBeGreaterThan(1000)
  })

  it('is an expression or has a problem inside the text, whatever the text', () => {
    const pieces = fc.constantFrom(
      'a',
      'and',
      'or',
      '(',
      ')',
      ' ',
      '&&',
      '|',
      '*',
      'é',
      '\u0000',
      '𝒳',
    )
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map(list => list.join('')),
      fc.string({ unit: 'binary' }),
    )
    const property = fc.property(texts, text => {
      const result = parsePermission(text)
      if ('expression' in result) {
        expect(expressionOf(print(result.expression))).toEqual(result.expression)
        return
      }
      const { offset, message, expected, found } = result.problem
      expect(offset).toBeGreaterThanOrEqual(0)
      expect(offset).toBeLessThanOrEqual(text.length)
      expect([message, expected, found]).not.toContain('')
      expect(found.length).toBeLessThanOrEqual(60)
    })
    fc.assert(property, { seed: 53, numRuns: 10_000 })
  })

  it('takes no longer for hostile texts', () => {
    const texts = [
      '('.repeat(1000),
      'a '.repeat(500),
      '&'.repeat(1000),
      'é'.repeat(1000),
      '(a)'.repeat(333),
    ]
    const startMs = performance.now()
    for (const text of texts) for (let round = 0; round < 100; round++) problemOf(text)
    problemOf('('.repeat(10_000_000))
    expect(performance.now() - startMs, 'ms').toBeLessThan(2000)
  })
})
