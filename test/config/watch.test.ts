// The watch with real files, renames and links. Nothing sleeps for luck: a change is awaited, and
// that something did not fire is shown by the next change firing alone.
import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { watchConfig } from '../../src/config/watch.ts'
import { replace, temporaryFolder, watched } from './helpers.ts'

describe('a watched file', () => {
  it('tells of a write in place, of renames over it, of its end and of its return', async () => {
    const file = join(await temporaryFolder(), 'sluice.yaml')
    await writeFile(file, 'a')
    const { changeBy, count, errors } = await watched(file)
    await changeBy(() => writeFile(file, 'b'))
    await changeBy(() => replace(file, 'c'))
    await changeBy(() => replace(file, 'd'))
    await changeBy(() => rm(file))
    await changeBy(() => writeFile(file, 'e'))
    await changeBy(() => writeFile(file, 'f'))
    // a write in place may be seen half done, and then once more
    expect(count()).toBeGreaterThanOrEqual(6)
    expect(errors).toEqual([])
  })

  it('does not tell of a touch, of the same bytes again, or of a neighbour', async () => {
    const folder = await temporaryFolder()
    const file = join(folder, 'sluice.yaml')
    await writeFile(file, 'a')
    const { changeBy, count } = await watched(file)
    await utimes(file, new Date(0), new Date(0))
    await replace(file, 'a')
    await writeFile(join(folder, 'other.yaml'), 'x')
    await changeBy(() => replace(file, 'b'))
    expect(count()).toBe(1)
  })

  it('tells of a swap of links as Kubernetes makes it', async () => {
    const folder = await temporaryFolder()
    for (const version of ['1', '2', '3']) {
      await mkdir(join(folder, `..2024_${version}`))
      await writeFile(join(folder, `..2024_${version}`, 'sluice.yaml'), version)
    }
    const swap = async (version: string) => {
      await symlink(`..2024_${version}`, join(folder, '..data_tmp'))
      await rename(join(folder, '..data_tmp'), join(folder, '..data'))
    }
    await swap('1')
    await symlink(join('..data', 'sluice.yaml'), join(folder, 'sluice.yaml'))
    const { changeBy, count } = await watched(join(folder, 'sluice.yaml'))
    await changeBy(() => swap('2'))
    await changeBy(() => swap('3'))
    expect(count()).toBe(2)
  })

  it('tells of a write to a file in another folder that a link leads to', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()]
    await writeFile(join(other, 'real.yaml'), 'a')
    await symlink(join(other, 'real.yaml'), join(folder, 'sluice.yaml'))
    const { changeBy } = await watched(join(folder, 'sluice.yaml'))
    await changeBy(() => replace(join(other, 'real.yaml'), 'b'))
    await changeBy(() => writeFile(join(other, 'real.yaml'), 'c'))
  })

  it('may lie in a folder that does not exist yet, or goes and comes back', async () => {
    const folder = join(await temporaryFolder(), 'etc', 'sluice')
    const file = join(folder, 'sluice.yaml')
    const { changeBy } = await watched(file)
    const create = async () => {
      await mkdir(folder, { recursive: true })
      await writeFile(file, 'a')
    }
    await changeBy(create)
    await changeBy(() => rm(folder, { recursive: true }))
    await changeBy(create)
    await changeBy(() => writeFile(file, 'b'))
  })
})

describe('a watched folder', () => {
  it('tells of files that come, change and go, and not of those that do not count', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'a.yaml'), 'a')
    const { changeBy, count } = await watched(folder)
    await writeFile(join(folder, 'notes.txt'), 'x')
    await writeFile(join(folder, '.b.yaml.swp'), 'x')
    await changeBy(() => replace(join(folder, 'b.json'), 'b'))
    await changeBy(() => replace(join(folder, 'a.yaml'), 'c'))
    await changeBy(() => rename(join(folder, 'b.json'), join(folder, 'c.json')))
    await changeBy(() => rm(join(folder, 'c.json')))
    expect(count()).toBe(4)
  })
})

describe('a watch', () => {
  it('hands over what onChange throws or rejects with, and goes on', async () => {
    const file = join(await temporaryFolder(), 'sluice.yaml')
    const failures = [() => Promise.reject(new Error('rejected')), () => failNow()]
    const { changeBy, errors } = await watched(file, () => failures.shift()?.())
    await changeBy(() => replace(file, 'a'))
    await changeBy(() => replace(file, 'b'))
    await changeBy(() => replace(file, 'c'))
    expect(errors.map(error => error.message)).toEqual(['rejected', 'thrown'])
  })

  it('tells nothing once it is closed', async () => {
    const file = join(await temporaryFolder(), 'sluice.yaml')
    const closed = await watched(file)
    const { changeBy } = await watched(file)
    closed.close()
    await changeBy(() => replace(file, 'a'))
    expect(closed.count()).toBe(0)
  })

  it('refuses a debounce that is no time', () => {
    expect(() => watchConfig('x', () => {}, { debounceMs: -1 })).toThrow(RangeError)
    expect(() => watchConfig('x', () => {}, { debounceMs: Number.NaN })).toThrow(RangeError)
  })
})

function failNow(): void {
  throw new Error('thrown')
}
