// The watch follows the files of sets, wherever they are, and a reload after each change ends with
// what is on the disk. Nothing sleeps for luck: see watch.test.ts.
import { mkdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { digestFile } from '../../src/config/fingerprint.ts'
import { eachId } from '../../src/config/id-lines.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { LoadedConfig } from '../../src/config/types.ts'
import { type ConfigWatch, watchConfig } from '../../src/config/watch.ts'
import { replace, temporaryFolder, type Watched, watched } from './helpers.ts'

/** A watch of a config that stays as it is, so that only followed files are told of. */
async function watchedConfig(): Promise<Watched & { config: string }> {
  const config = join(await temporaryFolder(), 'sluice.yaml')
  await writeFile(config, 'flags: {}')
  return { ...(await watched(config)), config }
}

/** A file of ids in a folder of its own. */
async function idFile(text?: string): Promise<string> {
  const file = join(await temporaryFolder(), 'ids.txt')
  if (text !== undefined) await writeFile(file, text)
  return file
}

describe('a followed file', () => {
  it('is told of when it is written, renamed over, deleted and created again', async () => {
    const { changeBy, follow, count, errors } = await watchedConfig()
    const file = await idFile('a')
    await follow(file)
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

  it('is told of when a link to it is swapped, as Kubernetes does', async () => {
    const folder = await temporaryFolder()
    for (const version of ['1', '2', '3']) {
      await mkdir(join(folder, `..2024_${version}`))
      await writeFile(join(folder, `..2024_${version}`, 'ids.txt'), version)
    }
    const swap = async (version: string) => {
      await symlink(`..2024_${version}`, join(folder, '..data_tmp'))
      await rename(join(folder, '..data_tmp'), join(folder, '..data'))
    }
    await swap('1')
    await symlink(join('..data', 'ids.txt'), join(folder, 'ids.txt'))
    const { changeBy, follow, count } = await watchedConfig()
    await follow(join(folder, 'ids.txt'))
    await changeBy(() => swap('2'))
    await changeBy(() => swap('3'))
    expect(count()).toBe(2)
  })

  it('is told of when it is behind a link into another folder', async () => {
    const [folder, real] = [await temporaryFolder(), await idFile('a')]
    await symlink(real, join(folder, 'ids.txt'))
    const { changeBy, follow } = await watchedConfig()
    await follow(join(folder, 'ids.txt'))
    await changeBy(() => replace(real, 'b'))
    await changeBy(() => writeFile(real, 'c'))
  })

  it('may be a folder at first, or lie in one that does not exist', async () => {
    const folder = await temporaryFolder()
    const [deep, blocked] = [join(folder, 'x', 'y', 'ids.txt'), join(folder, 'blocked')]
    await mkdir(blocked)
    const { changeBy, follow } = await watchedConfig()
    await follow(deep, blocked)
    const create = async () => {
      await mkdir(join(folder, 'x', 'y'), { recursive: true })
      await writeFile(deep, 'a')
    }
    await changeBy(create)
    await changeBy(() => rm(join(folder, 'x'), { recursive: true }))
    await changeBy(create)
    await changeBy(() => rm(blocked, { recursive: true }))
    await changeBy(() => writeFile(blocked, 'a'))
  })

  it('is not told of for a touch, the same bytes again, or a neighbour', async () => {
    const { changeBy, follow, count } = await watchedConfig()
    const file = await idFile('a')
    await follow(file)
    await utimes(file, new Date(0), new Date(0))
    await replace(file, 'a')
    await writeFile(`${file}.bak`, 'x')
    await changeBy(() => replace(file, 'b'))
    expect(count()).toBe(1)
  })

  it('is not told of any more when others are followed; those are, and so is the config', async () => {
    const { changeBy, follow, count, config } = await watchedConfig()
    const [first, second] = [await idFile('a'), await idFile('a')]
    const besideFirst = join(first, '..', 'beside.txt')
    await follow(first)
    await follow(second, besideFirst)
    await replace(first, 'b')
    await changeBy(() => replace(second, 'b'))
    await replace(first, 'c')
    await changeBy(() => replace(besideFirst, 'a'))
    await changeBy(() => replace(config, 'flags: { }'))
    await follow()
    await replace(first, 'd')
    await replace(second, 'd')
    await changeBy(() => replace(config, 'flags: {  }'))
    expect(count()).toBe(4)
  })

  it('is told of when it has changed since it was read, before anybody watched it', async () => {
    const { changeBy, watch, count, config } = await watchedConfig()
    const file = await idFile('a')
    const sets = new Map([[file, await digestFile(file)]])
    await replace(file, 'b')
    await changeBy(() => watch.follow({ config: undefined, sets }))
    // the same for the config: what was read is what counts, and not what the watch has seen
    const { digest } = await digestFile(config)
    await changeBy(() => watch.follow({ config: digest, sets: new Map() }))
    expect(count()).toBe(2)
  })

  it('is that of the last call, when several come at once', async () => {
    const { changeBy, follow, count } = await watchedConfig()
    const files = [await idFile('a'), await idFile('a'), await idFile('a')]
    await Promise.all([follow(files[0]!, files[1]!), follow(files[0]!), follow(files[2]!)])
    await replace(files[0]!, 'b')
    await replace(files[1]!, 'b')
    await changeBy(() => replace(files[2]!, 'b'))
    expect(count()).toBe(1)
  })

  it('is not followed by a watch that is closed', async () => {
    const [closed, open] = [await watchedConfig(), await watchedConfig()]
    const file = await idFile('a')
    const following = closed.follow(file)
    closed.close()
    await following
    await closed.follow(file)
    await open.follow(file)
    await open.changeBy(() => replace(file, 'b'))
    expect([closed.count(), closed.errors, open.errors]).toEqual([0, [], []])
  })
})

const timeoutMs = 10_000

/**
 * After a load the watch looks once more, and would see the next change without being told. So it is
 * given time to come to rest. Where that is not enough, a test proves less; it never fails for it.
 */
const rest = () => sleep(20)

/** A config that is loaded again whenever the watch says so, with its files followed. */
class Reloaded {
  live = ''
  readonly #path: string
  readonly #watch: ConfigWatch
  #queue = Promise.resolve()
  #wake = () => {}

  constructor(path: string) {
    this.#path = path
    this.#watch = watchConfig(path, () => this.load(), { debounceMs: 5 })
    watches.push(this.#watch)
  }

  /** One load after the other, as a newer config must not be replaced by an older one. */
  load(): Promise<void> {
    this.#queue = this.#queue.then(() => this.#load())
    return this.#queue
  }

  async #load(): Promise<void> {
    const loaded = await loadConfig(this.#path, { follow: read => this.#watch.follow(read) })
    this.live = summary(loaded)
    this.#wake()
  }

  async start(): Promise<void> {
    await this.#watch.ready
    await this.load()
  }

  /** Resolves when that is live; nobody asks for a load meanwhile. */
  async until(expected: string): Promise<void> {
    while (this.live !== expected) {
      await new Promise<void>((resolve, reject) => {
        const late = () => reject(new Error(`live is '${this.live}', and not '${expected}'`))
        const timer = setTimeout(late, timeoutMs)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  close(): void {
    this.#watch.close()
  }
}

const watches: ConfigWatch[] = []
afterEach(() => {
  for (const watch of watches.splice(0)) watch.close()
})

/** The ids of all sets, or the codes of the problems. */
function summary({ config, problems }: LoadedConfig): string {
  if (problems.length > 0) return problems.map(problem => problem.code).join()
  const sets = Object.entries(config.sets).map(([name, set]) => {
    if ('ids' in set) return `${name}=${set.ids}`
    let ids = ''
    eachId(set.bytes, (start, end) => {
      ids += ` ${new TextDecoder().decode(set.bytes.subarray(start, end))}`
    })
    return `${name}=${ids}`
  })
  return sets.join(';')
}

describe('a config that is loaded again after each change', () => {
  it('has what its sets hold, through other files, missing files and bad ones', async () => {
    const folder = await temporaryFolder()
    const config = join(folder, 'sluice.yaml')
    const [first, second] = [await idFile('anna\n'), await idFile()]
    const naming = (file: string) => `flags: {}\nsets: { s: { file: ${JSON.stringify(file)} } }`
    await writeFile(config, naming(first))
    const reloaded = new Reloaded(config)
    await reloaded.start()
    expect(reloaded.live).toBe('s= anna')
    const becomes = async (expected: string) => {
      await reloaded.until(expected)
      await rest()
    }
    await replace(first, 'anna\nben\n')
    await becomes('s= anna ben')
    await replace(config, naming(second))
    await becomes('SET_FILE_NOT_FOUND')
    await writeFile(second, 'carl')
    await becomes('s= carl')
    await replace(second, '\xff'.repeat(2000))
    await becomes('SET_ID_TOO_LONG')
    await rm(second)
    await becomes('SET_FILE_NOT_FOUND')
    await replace(second, 'dora')
    await becomes('s= dora')
    await replace(config, 'flags: {}\nsets: { s: [emil] }')
    await becomes('s=emil')
    await replace(config, 'flags: {')
    await becomes('YAML_SYNTAX')
    await replace(config, naming(first))
    await becomes('s= anna ben')
  })

  it('ends with what is on the disk, whatever happened at whatever time', async () => {
    const name = fc.constantFrom('a', 'b')
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom('write', 'replace', 'remove', 'link'), name }),
      fc.record({ kind: fc.constantFrom('both', 'one', 'none', 'broken', 'reload', 'wait'), name }),
    )
    const run = async (steps: { kind: string; name: string }[]) => {
      const folder = await temporaryFolder()
      const config = join(folder, 'sluice.yaml')
      await writeFile(config, 'flags: {}')
      const reloaded = new Reloaded(config)
      await reloaded.start()
      const use = (names: string[]) => {
        const sets = names.map(name => `${name}: { file: ids/${name} }`).join()
        return replace(config, `flags: {}\nsets: {${sets}}`)
      }
      const reloads: Promise<void>[] = []
      await mkdir(join(folder, 'ids'))
      for (const [index, { kind, name }] of steps.entries()) {
        const file = join(folder, 'ids', name)
        if (kind === 'write') await writeFile(file, `w${index}`)
        else if (kind === 'replace') await replace(file, `r${index}`)
        else if (kind === 'remove') await rm(file, { force: true })
        else if (kind === 'link') {
          await writeFile(join(folder, `target${index}`), `l${index}`)
          await rm(file, { force: true })
          await symlink(join(folder, `target${index}`), file)
        } else if (kind === 'both') await use(['a', 'b'])
        else if (kind === 'one') await use([name])
        else if (kind === 'none') await use([])
        else if (kind === 'broken') await replace(config, 'flags: [')
        // asked for while the watch may be at its own
        else if (kind === 'reload') reloads.push(reloaded.load())
        else {
          await reloaded.until(summary(await loadConfig(config)))
          await rest()
        }
      }
      await Promise.all(reloads)
      await reloaded.until(summary(await loadConfig(config)))
      reloaded.close()
    }
    const steps = fc.array(step, { minLength: 1, maxLength: 16 })
    await fc.assert(fc.asyncProperty(steps, run), { numRuns: 100, endOnFailure: true })
  })
})

describe('looking at a file of ids', () => {
  it('reads one that has rested for long only once', async () => {
    const file = await idFile('a')
    const laterMs = Date.now() + 10_000
    const first = await digestFile(file, undefined, laterMs)
    expect(await digestFile(file, first)).toBe(first)
    await replace(file, 'b')
    const second = await digestFile(file, first, laterMs)
    expect(second.digest).not.toBe(first.digest)
    await replace(file, 'a')
    expect((await digestFile(file, second)).digest).toBe(first.digest)
  })

  it('reads one that has just changed again, for its times need not tell', async () => {
    const file = await idFile('0')
    let before = await digestFile(file)
    expect(before.state).toBe(undefined)
    for (let round = 1; round < 10; round++) {
      await writeFile(file, String(round))
      const now = await digestFile(file, before)
      expect(now.digest).not.toBe(before.digest)
      before = now
    }
  })

  it('tells a missing file, a folder and an empty file apart', async () => {
    const folder = await temporaryFolder()
    const empty = await idFile('')
    const looks = await Promise.all([join(folder, 'no.txt'), folder, empty].map(f => digestFile(f)))
    expect(new Set(looks.map(({ digest }) => digest)).size).toBe(3)
  })
})
