// Sets of ids: named ones, from the config or from a file, and long lists in a rule, which become sets by themselves.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prepare } from '../../src/check.ts'
import { Sluice } from '../../src/index.ts'

let folder: string
let sluice: Sluice | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-sets-'))
})
afterEach(() => {
  sluice?.close()
  sluice = undefined
  rmSync(folder, { recursive: true })
})

/** A flag that is `on` for the members of what `in` is given. */
function memberFlag(container: unknown, item: unknown = { var: 'id' }) {
  const targeting = { if: [{ in: [item, container] }, 'on', 'off'] }
  return { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'off', targeting }
}

async function open(sets: object, flags: object, options: object = {}): Promise<Sluice> {
  sluice = await Sluice.open({ sets, flags }, { shared: false, ...options })
  return sluice
}

describe('a set', () => {
  it('has the ids of its list, and nothing else', async () => {
    const { flag } = bound(
      await open({ staff: ['anna', 'ben'] }, { it: memberFlag({ set: 'staff' }) }),
    )
    expect(['anna', 'ben', 'ann', 'annab', 'Anna', '', 'set'].filter(id => flag(id))).toEqual([
      'anna',
      'ben',
    ])
  })

  it('has the lines of its file', async () => {
    writeFileSync(join(folder, 'beta.txt'), 'one\r\ntwo words\n\n# three\nvier\u00e4\nlast')
    const config = { sets: { beta: { file: join(folder, 'beta.txt') } } }
    const { flag } = bound(await open(config.sets, { it: memberFlag({ set: 'beta' }) }))
    for (const id of ['one', 'two words', '# three', 'vier\u00e4', 'last']) {
      expect(flag(id), id).toBe(true)
    }
    for (const id of ['', 'two', 'one\r', 'three', 'vier', 'las']) expect(flag(id), id).toBe(false)
  })

  it('has strings only: a number, null or a list is in none', async () => {
    const opened = await open({ ids: ['1', 'null', 'a'] }, { it: memberFlag({ set: 'ids' }) })
    for (const id of [1, null, undefined, true, ['a'], {}]) {
      expect(opened.flag('it').boolean({ id }, true)).toBe(false)
    }
    expect(opened.flag('it').boolean({ id: '1' }, false)).toBe(true)
  })

  it('takes computed items, and items of a loop', async () => {
    const looped = { some: [{ var: 'ids' }, { in: [{ var: 'name' }, { set: 'staff' }] }] }
    const flags = {
      computed: memberFlag({ set: 'staff' }, { cat: [{ var: 'first' }, 'na'] }),
      looped: { ...memberFlag([]), targeting: { if: [looped, 'on', 'off'] } },
    }
    const opened = await open({ staff: ['anna', 'ben'] }, flags)
    expect(opened.flag('computed').boolean({ first: 'an' }, false)).toBe(true)
    expect(opened.flag('computed').boolean({ first: 'be' }, true)).toBe(false)
    const ids = [{ name: 'x' }, { name: 'ben' }]
    expect(opened.flag('looped').boolean({ ids }, false)).toBe(true)
    expect(opened.flag('looped').boolean({ ids: ids.slice(0, 1) }, true)).toBe(false)
  })

  it('may be empty', async () => {
    const { flag } = bound(await open({ nobody: [] }, { it: memberFlag({ set: 'nobody' }) }))
    expect(flag('')).toBe(false)
    expect(flag('anna')).toBe(false)
  })

  it('is what a long list in a rule becomes', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `id-${index}`)
    const { flag } = bound(await open({}, { it: memberFlag(ids) }))
    expect(ids.every(id => flag(id))).toBe(true)
    expect(ids.some(id => flag(`${id}x`) || flag(id.slice(1)))).toBe(false)
    // With one that is no string it stays a list, in which that one is found.
    const mixed = bound(await open({}, { it: memberFlag([...ids, 5]) }))
    expect(mixed.flag('id-999')).toBe(true)
    expect(sluice!.flag('it').boolean({ id: 5 }, false)).toBe(true)
  })

  it('has exactly its members, whatever they are', async () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    const opened = await open({}, {})
    const property = fc.asyncProperty(
      fc.array(texts, { minLength: 1, maxLength: 300 }),
      fc.array(texts, { minLength: 20, maxLength: 20 }),
      async (members, others) => {
        await opened.publish({ sets: { s: members }, flags: { it: memberFlag({ set: 's' }) } })
        const expected = new Set(members)
        const { flag } = bound(opened)
        for (const id of [...members, ...others]) expect(flag(id)).toBe(expected.has(id))
      },
    )
    await fc.assert(property, { numRuns: 60, seed: 20261122 })
  })

  it('of a million ids takes at most 12 MB and is looked up as quickly as a small one', async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, index) => `user-${index * 7919}`)
    const file = join(folder, 'million.txt')
    writeFileSync(file, lines.join('\n'))
    const config = { sets: { beta: { file } }, flags: { it: memberFlag({ set: 'beta' }) } }
    const { compiled } = await prepare(config, {}, () => 1)
    expect(compiled.bytes.length).toBeLessThan(12e6)
    const opened = await open(config.sets, config.flags, { rulesetBytesMax: 16 << 20 })
    const { flag } = bound(opened)
    let wrong = 0
    for (let index = 0; index < lines.length; index += 97) {
      if (!flag(lines[index]!)) wrong++
      if (flag(`user-${index * 7919 + 1}`)) wrong++
    }
    expect(wrong).toBe(0)
  })
})

function bound(opened: Sluice) {
  const handle = opened.flag('it')
  return { flag: (id: string) => handle.boolean({ id }, false) }
}
