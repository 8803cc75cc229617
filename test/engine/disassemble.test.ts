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
async function program(rule: object, fractional: 1 | 2 | 3 = 2): Promise<string> {
  const variants = { a: 1, b: 2 }
  const config = {
    fractional,
    sets: { staff: ['anna', 'ben'] },
    flags: { f: flag(rule, variants) },
  }
  const text = disassemble(await compileConfig(config))
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
const LAST_BY = { fractional: [{ cat: [{ var: 'unit' }, '!'] }, ['a', 1], ['b', 1]] }

/** Loops, one in the other, and what can be said only there. */
const LOOPS = {
  if: [
    { some: [{ var: 'roles' }, { in: [{ var: 'name' }, ['admin', 'owner']] }] },
    'a',
    {
      '>': [
        {
          reduce: [
            { filter: [{ var: 'orders' }, { all: [{ var: 'lines' }, { var: '' }] }] },
            { '+': [{ var: 'accumulator' }, { var: 'current.price.net' }] },
            0,
          ],
        },
        100,
      ],
    },
    'b',
  ],
}

/** Computing with numbers and texts, of operands that are written out and of those in one array. */
const COMPUTING = {
  if: [
    { '==': [{ '%': [{ var: 'age' }, 2] }, { max: [1, { var: 'n' }] }] },
    { cat: ['team-', { substr: [{ var: 'id' }, 0, 3] }] },
    { '-': { var: 'numbers' } },
    { cat: { merge: [['a', null], { var: 'parts' }, []] } },
  ],
}

/** What is missing, by names that are written out and by others; and members of sets. */
const MEMBERS = {
  if: [
    { '!': { missing: ['email', 'user.plan'] } },
    { missing: [{ var: 'names' }] },
    { missing_some: [1, ['email', 'phone']] },
    { missing_some: [{ var: 'need' }, { var: 'names' }] },
    { in: [{ var: 'targetingKey' }, { set: 'staff' }] },
    { reduce: [{ var: 'users' }, { var: { var: 'current' } }, { missing: ['current.a', 'b'] }] },
    { in: [{ cat: [{ var: 'tenant' }, '-1'] }, { set: 'staff' }] },
    { map: [{ var: 'groups' }, { var: 'a\\.b.0' }] },
  ],
}

describe('the listing of a ruleset', () => {
  it('shows a flag with three rules as one page', async () => {
    expect(disassemble(await compileConfig(THREE_RULES))).toBe(
      page(`
        flag "new-checkout": targeting
          variants    "on", "off" (default), "trial"
          reads       email (its last 12 characters), country (its first 3 characters), targetingKey, app.version
                ATTRIBUTE_ENDS_WITH          email, "@example.com"
                JUMP_IF_FALSE                L1
                RETURN_VARIANT               "on"
          L1    ATTRIBUTE_IN                 country, ["de", "fr", "it"]
                JUMP_IF_FALSE                L2
                ATTRIBUTE_RETURN_FRACTIONAL  targetingKey, "on" 25 : "off" 75
          L2    PUSH_ATTRIBUTE               app.version
                PUSH_CONSTANT                "2.1.0"
                SEM_VER                      >=
                JUMP_IF_FALSE                L3
                RETURN_VARIANT               "trial"
          L3    RETURN_VARIANT               "off"
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
              PUSH_ATTRIBUTE  x
              NOT
              OR              L2
              PUSH_ATTRIBUTE  y
              COALESCE        L1
              PUSH_CONSTANT   3.5
        L1    TRUTHY
        L2    JUMP_IF_FALSE   L5
              PUSH_CONSTANT   true
              JUMP_IF_FALSE   L5
              PUSH_CONSTANT   1
              PUSH_ATTRIBUTE  n
              COMPARE_CHAIN   <, L3
              PUSH_CONSTANT   -2
              COMPARE         <
        L3    JUMP_IF_FALSE   L4
              RETURN_VARIANT  "a"
        L4    RETURN_DEFAULT
        L5    PUSH_ATTRIBUTE  (the whole context)
              PUSH_CONSTANT   null
              COMPARE         ===
              IN_CONSTANT     [true, null, 1, "é\\""]
              JUMP_IF_FALSE   L6
              RETURN_VARIANT  "b"
        L6    RETURN_DEFAULT
      `),
    )
  })

  it('writes operators whose operands are rules themselves', async () => {
    expect(await program(OPERATORS)).toBe(
      page(`
              PUSH_ATTRIBUTE               p
              PUSH_ATTRIBUTE               q
              PUSH_CONSTANT                "r"
              MAKE_ARRAY                   2
              IN
              JUMP_IF_FALSE                L1
              ATTRIBUTE_RETURN_FRACTIONAL  unit, "a" 1 : "b" 1
        L1    PUSH_ATTRIBUTE               p
              PUSH_ATTRIBUTE               q
              STARTS_WITH
              JUMP_IF_FALSE                L2
              PUSH_ATTRIBUTE               targetingKey
              PUSH_CONSTANT                "a"
              PUSH_ATTRIBUTE               w
              PUSH_CONSTANT                "b"
              PUSH_CONSTANT                2
              FRACTIONAL_DYNAMIC           2
              RETURN
        L2    PUSH_ATTRIBUTE               p
              PUSH_ATTRIBUTE               q
              ENDS_WITH
              JUMP_IF_FALSE                L3
              PUSH_ATTRIBUTE               unit
              PUSH_CONSTANT                "a"
              PUSH_ATTRIBUTE               w
              PUSH_CONSTANT                "b"
              PUSH_CONSTANT                2
              FRACTIONAL_DYNAMIC_BY        2
              RETURN
        L3    ATTRIBUTE_STARTS_WITH        p, "x."
              JUMP_IF_FALSE                L5
              ATTRIBUTE_EQUALS             q, "a"
              JUMP_IF_FALSE                L4
              PUSH_ATTRIBUTE               p
              RETURN
        L4    RETURN_VARIANT               "b"
        L5    RETURN_DEFAULT
      `),
    )
  })

  it('writes loops with their two ends and what their bodies read', async () => {
    expect(await program(LOOPS)).toBe(
      page(`
              PUSH_ATTRIBUTE  roles
              PUSH_CONSTANT   null
              ITERATE         some, L2
        L1    PUSH_LOCAL      item
              GET             name
              IN_CONSTANT     ["admin", "owner"]
              NEXT            some, L1
        L2    JUMP_IF_FALSE   L3
              RETURN_VARIANT  "a"
        L3    PUSH_ATTRIBUTE  orders
              PUSH_CONSTANT   null
              ITERATE         filter, L7
        L4    PUSH_LOCAL      item
              GET             lines
              PUSH_CONSTANT   null
              ITERATE         all, L6
        L5    PUSH_LOCAL      item
              NEXT            all, L5
        L6    NEXT            filter, L4
        L7    PUSH_CONSTANT   0
              ITERATE         reduce, L9
        L8    PUSH_LOCAL      accumulator
              PUSH_LOCAL      item
              GET             price.net
              ARITHMETIC      2, +
              NEXT            reduce, L8
        L9    PUSH_CONSTANT   100
              COMPARE         >
              JUMP_IF_FALSE   L10
              RETURN_VARIANT  "b"
        L10   RETURN_DEFAULT
      `),
    )
  })

  it('writes what is computed', async () => {
    expect(await program(COMPUTING)).toBe(
      page(`
              PUSH_ATTRIBUTE  age
              PUSH_CONSTANT   2
              ARITHMETIC      2, %
              PUSH_CONSTANT   1
              PUSH_ATTRIBUTE  n
              ARITHMETIC      2, max
              COMPARE         ==
              JUMP_IF_FALSE   L1
              PUSH_CONSTANT   "team-"
              PUSH_ATTRIBUTE  id
              PUSH_CONSTANT   0
              PUSH_CONSTANT   3
              SUBSTR          3
              CAT             2
              RETURN
        L1    PUSH_ATTRIBUTE  numbers
              ARITHMETIC      *, -
              JUMP_IF_FALSE   L2
              PUSH_ARRAY      ["a", null]
              PUSH_ATTRIBUTE  parts
              MAKE_ARRAY      0
              MERGE           3
              CAT             *
              RETURN
        L2    RETURN_DEFAULT
      `),
    )
  })

  it('writes names that are missing, sets, and paths that are computed', async () => {
    expect(await program(MEMBERS)).toBe(
      page(`
              ATTRIBUTE_ABSENT  email, "email"
              ATTRIBUTE_ABSENT  user.plan, "user.plan"
              MERGE             2
              NOT
              JUMP_IF_FALSE     L1
              PUSH_ATTRIBUTE    (the whole context)
              PUSH_ATTRIBUTE    names
              MISSING           *
              RETURN
        L1    PUSH_CONSTANT     1
              ATTRIBUTE_ABSENT  email, "email"
              ATTRIBUTE_ABSENT  phone, "phone"
              MERGE             2
              ENOUGH            2
              JUMP_IF_FALSE     L2
              PUSH_ATTRIBUTE    (the whole context)
              PUSH_ATTRIBUTE    need
              PUSH_ATTRIBUTE    names
              MISSING_SOME
              RETURN
        L2    ATTRIBUTE_IN_SET  targetingKey, set of 2
              JUMP_IF_FALSE     L5
              PUSH_ATTRIBUTE    users
              ATTRIBUTE_ABSENT  current.a, "current.a"
              ATTRIBUTE_ABSENT  b, "b"
              MERGE             2
              ITERATE           reduce, L4
        L3    PUSH_CONSTANT     "accumulator"
              PUSH_LOCAL        accumulator
              PUSH_CONSTANT     "current"
              PUSH_LOCAL        item
              MAKE_OBJECT       2
              PUSH_LOCAL        item
              GET_COMPUTED
              NEXT              reduce, L3
        L4    RETURN
        L5    PUSH_ATTRIBUTE    tenant
              PUSH_CONSTANT     "-1"
              CAT               2
              IN_SET            set of 2
              JUMP_IF_FALSE     L8
              PUSH_ATTRIBUTE    groups
              PUSH_CONSTANT     null
              ITERATE           map, L7
        L6    PUSH_LOCAL        item
              GET               ["a.b","0"]
              NEXT              map, L6
        L7    RETURN
        L8    RETURN_DEFAULT
      `),
    )
  })

  it('writes units that are encoded', async () => {
    expect(await program(NOT_LAST, 3)).toBe(
      page(`
              PUSH_CONSTANT     "f"
              PUSH_ATTRIBUTE    targetingKey
              ENCODE_UNIT_PAIR
              FRACTIONAL_BY     "x" 1
              PUSH_CONSTANT     "y"
              COMPARE           ==
              OR                L1
              PUSH_ATTRIBUTE    unit
              ENCODE_UNIT
              FRACTIONAL_BY     "x" 1
        L1    RETURN
      `),
    )
  })

  it('says of an attribute that rules look into it', async () => {
    const rule = { if: [{ some: [{ var: 'roles' }, { var: 'name' }] }, 'on', { var: 'off' }] }
    const text = disassemble(await compileConfig({ flags: { f: flag(rule) } }))
    expect(text).toContain('reads       roles (with all that is in it), off')
  })

  it('can name every instruction that rules are compiled to', async () => {
    const rules = [
      JUMPS,
      OPERATORS,
      { and: [{ var: 'p' }, { if: [{ var: 'q' }, 'a', 'b'] }] },
      NOT_LAST,
      LAST,
      LAST_BY,
      LOOPS,
      COMPUTING,
      MEMBERS,
      THREE_RULES.flags['new-checkout'].targeting,
    ]
    const pages = [...rules.map(rule => program(rule)), program(NOT_LAST, 3)]
    const lines = (await Promise.all(pages)).join('\n').split('\n')
    const names = lines.map(line => line.slice(6).split(' ')[0]).filter(Boolean)
    // A targeting key is always read by the instruction that ends with it.
    const all = INSTRUCTIONS.map(({ name }) => name).filter(name => name !== 'RETURN_FRACTIONAL')
    expect(new Set(names)).toEqual(new Set(all))
  })
})
