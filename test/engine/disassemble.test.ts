// Listings as people will read them. Pages in full: what matters is how the whole looks.
import { describe, expect, it } from 'vitest'
import { disassemble } from '../../src/rules/disassemble.ts'
import { INSTRUCTIONS } from '../../src/rules/instructions.ts'
import { compileConfig, flag, THREE_RULES } from './helpers.ts'

/** A text of a test without its indentation and its first and last line break. */
function page(text: string): string {
  const lines = text.split('\n').slice(1, -1)
  const indent = Math.min(...lines.filter(line => line !== '').map(line => line.search(/\S/)))
  return `${lines.map(line => line.slice(indent)).join('\n')}\n`
}

/** The instructions of a flag with the rule. */
async function program(rule: object): Promise<string> {
  const variants = { a: 1, b: 2 }
  const text = disassemble(await compileConfig({ flags: { f: flag(rule, variants) } }))
  const lines = text.split('\n').slice(3)
  return lines.map(line => line.slice(2)).join('\n')
}

/** Jumps of all kinds, with and without a value that stays. */
const JUMPS = {
  if: [
    { and: [{ or: [{ '!': { var: 'x' } }, { '!!': [{ var: ['y', 3.5] }] }] }, true] },
    { if: [{ '<': [1, { var: 'n' }, -2] }, 'a', null] },
    { in: [{ '===': [{ var: '' }, null] }, [true, null, 1, 'é"']] },
    'b',
  ],
}

/** Operators whose operands the compiler cannot know. */
const OPERATORS = {
  if: [
    { in: [{ var: 'p' }, [{ var: 'q' }, 'r']] },
    { fractional: [{ var: 'unit' }, ['a', 1], ['b']] },
    { starts_with: [{ var: 'p' }, { var: 'q' }] },
    {
      fractional: [
        ['a', { var: 'w' }],
        ['b', 2],
      ],
    },
    { ends_with: [{ var: 'p' }, { var: 'q' }] },
    { fractional: [{ var: 'unit' }, ['a', { var: 'w' }], ['b', 2]] },
    { starts_with: [{ var: 'p' }, 'x.'] },
    { if: [{ '==': [{ var: 'q' }, 'a'] }, { var: 'p' }, 'b'] },
  ],
}

/** Fractionals whose values are not the flag's. */
const NOT_LAST = {
  or: [{ '==': [{ fractional: [['x', 1]] }, 'y'] }, { fractional: [{ var: 'unit' }, ['x', 1]] }],
}

const LAST = { fractional: [['a', 1]] }

describe('the listing of a ruleset', () => {
  it('shows a flag with three rules as one page', async () => {
    expect(disassemble(await compileConfig(THREE_RULES))).toBe(
      page(`
        flag "new-checkout": targeting
          variants    "on", "off" (default), "trial"
          reads       email (its last 12 characters), country (its first 3 characters), targetingKey, app.version
                ATTRIBUTE_ENDS_WITH    email, "@example.com"
                JUMP_IF_FALSE          L1
                RETURN_VARIANT         "on"
          L1    ATTRIBUTE_IN           country, ["de", "fr", "it"]
                JUMP_IF_FALSE          L2
                PUSH_ATTRIBUTE         targetingKey
                RETURN_FRACTIONAL      "on" 25 : "off" 75
          L2    PUSH_ATTRIBUTE         app.version
                PUSH_CONSTANT          "2.1.0"
                SEM_VER                >=
                JUMP_IF_FALSE          L3
                RETURN_VARIANT         "trial"
          L3    RETURN_VARIANT         "off"
      `),
    )
  })

  it('sorts flags by key and says what each is', async () => {
    const variants = { on: true, off: false }
    const config = {
      flags: {
        zebra: { state: 'ENABLED', variants, defaultVariant: 'on' },
        'größe "x"': { state: 'DISABLED', variants, defaultVariant: 'off' },
        open: { state: 'ENABLED', variants },
      },
    }
    expect(disassemble(await compileConfig(config))).toBe(
      page(`
        flag "größe \\"x\\"": disabled
          variants    "on", "off" (default)

        flag "open": static
          variants    "on", "off", (no default)

        flag "zebra": static
          variants    "on" (default), "off"
      `),
    )
  })

  it('is empty for a ruleset without flags', async () => {
    const limits = { one: { algorithm: 'gcra', rate: '1/s' } }
    expect(disassemble(await compileConfig({ limits }))).toBe('')
  })

  it('writes jumps that keep a value, and constants of every type', async () => {
    expect(await program(JUMPS)).toBe(
      page(`
              PUSH_ATTRIBUTE         x
              NOT
              OR                     L2
              PUSH_ATTRIBUTE         y
              COALESCE               L1
              PUSH_CONSTANT          3.5
        L1    TRUTHY
        L2    JUMP_IF_FALSE          L5
              PUSH_CONSTANT          true
              JUMP_IF_FALSE          L5
              PUSH_CONSTANT          1
              PUSH_ATTRIBUTE         n
              COMPARE_CHAIN          <, L3
              PUSH_CONSTANT          -2
              COMPARE                <
        L3    JUMP_IF_FALSE          L4
              RETURN_VARIANT         "a"
        L4    RETURN_DEFAULT
        L5    PUSH_ATTRIBUTE         (the whole context)
              PUSH_CONSTANT          null
              COMPARE                ===
              IN_CONSTANT            [true, null, 1, "é\\""]
              JUMP_IF_FALSE          L6
              RETURN_VARIANT         "b"
        L6    RETURN_DEFAULT
      `),
    )
  })

  it('writes operators whose operands are rules themselves', async () => {
    expect(await program(OPERATORS)).toBe(
      page(`
              PUSH_ATTRIBUTE         p
              PUSH_ATTRIBUTE         q
              PUSH_CONSTANT          "r"
              MAKE_ARRAY             2
              IN
              JUMP_IF_FALSE          L1
              PUSH_ATTRIBUTE         unit
              RETURN_FRACTIONAL_BY   "a" 1 : "b" 1
        L1    PUSH_ATTRIBUTE         p
              PUSH_ATTRIBUTE         q
              STARTS_WITH
              JUMP_IF_FALSE          L2
              PUSH_ATTRIBUTE         targetingKey
              PUSH_CONSTANT          "a"
              PUSH_ATTRIBUTE         w
              PUSH_CONSTANT          "b"
              PUSH_CONSTANT          2
              FRACTIONAL_DYNAMIC     2
              RETURN
        L2    PUSH_ATTRIBUTE         p
              PUSH_ATTRIBUTE         q
              ENDS_WITH
              JUMP_IF_FALSE          L3
              PUSH_ATTRIBUTE         unit
              PUSH_CONSTANT          "a"
              PUSH_ATTRIBUTE         w
              PUSH_CONSTANT          "b"
              PUSH_CONSTANT          2
              FRACTIONAL_DYNAMIC_BY  2
              RETURN
        L3    ATTRIBUTE_STARTS_WITH  p, "x."
              JUMP_IF_FALSE          L5
              ATTRIBUTE_EQUALS       q, "a"
              JUMP_IF_FALSE          L4
              PUSH_ATTRIBUTE         p
              RETURN
        L4    RETURN_VARIANT         "b"
        L5    RETURN_DEFAULT
      `),
    )
  })

  it('can name every instruction', async () => {
    const rules = [
      JUMPS,
      OPERATORS,
      { and: [{ var: 'p' }, { if: [{ var: 'q' }, 'a', 'b'] }] },
      NOT_LAST,
      LAST,
    ]
    const lines = (
      await Promise.all([...rules, THREE_RULES.flags['new-checkout'].targeting].map(program))
    )
      .join('\n')
      .split('\n')
    const names = lines.map(line => line.slice(6).split(' ')[0]).filter(Boolean)
    expect(new Set(names)).toEqual(new Set(INSTRUCTIONS.map(({ name }) => name)))
  })
})
