// Configs as files in a folder of their own, problems as lines that fit in a table, and watches whose
// changes can be awaited.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import type { FileDigest } from '../../src/config/digest.ts'
import { digestFile } from '../../src/config/fingerprint.ts'
import { type LoadedConfig, type LoadOptions, loadConfig } from '../../src/config/load.ts'
import { type ConfigWatch, watchConfig } from '../../src/config/watch.ts'
import type { Problem } from '../../src/problems.ts'

const folders: string[] = []

// here, and not where one is made: a hook that a running test adds is not run
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A new folder in the system's temporary folder, removed when the tests of the file are done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-config-'))
  folders.push(folder)
  return folder
}

/** Loads a text as a file of that name. */
export async function loadText(
  text: string | Uint8Array,
  name = 'sluice.yaml',
  options: LoadOptions = {},
): Promise<LoadedConfig> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-config-'))
  try {
    const file = join(folder, name)
    await writeFile(file, text)
    return await loadConfig(file, options)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** `line:column CODE message`, or `CODE message` without a position. */
export function brief({ position, code, message }: Problem): string {
  return `${position ? `${position.line}:${position.column} ` : ''}${code} ${message}`
}

/** A flag that is fine, with the properties given in place of its own. */
export function flag(properties: object = {}): object {
  return { state: 'ENABLED', variants: { on: true, off: false }, ...properties }
}

const debounceMs = 20
const timeoutMs = 10_000
const watches: ConfigWatch[] = []

afterEach(() => {
  for (const watch of watches.splice(0)) watch.close()
})

/** A watch, and what it has told. */
export interface Watched {
  watch: ConfigWatch
  /** The changes told so far. */
  count(): number
  errors: Error[]
  /** Tells the watch that these files were read just now. */
  follow(...files: string[]): Promise<void>
  close(): void
  /** Runs an action and waits until one more change is told. */
  changeBy(action: () => Promise<unknown>): Promise<void>
}

/** Watches a path until the test ends. */
export async function watched(
  path: string,
  onChange: () => void | Promise<void> = () => {},
): Promise<Watched> {
  let changes = 0
  let wake = () => {}
  const errors: Error[] = []
  const tell = () => {
    changes++
    wake()
    return onChange()
  }
  const watch = watchConfig(path, tell, { debounceMs, onError: error => void errors.push(error) })
  watches.push(watch)
  await watch.ready
  const changeBy = async (action: () => Promise<unknown>) => {
    const { promise, resolve, reject } = deferred()
    const timer = setTimeout(() => reject(new Error('no change was told')), timeoutMs)
    wake = resolve
    await action()
    await promise
    clearTimeout(timer)
  }
  const follow = async (...files: string[]) => {
    const sets = new Map<string, FileDigest>()
    for (const file of files) sets.set(file, await digestFile(file))
    await watch.follow({ config: undefined, sets })
  }
  return { watch, count: () => changes, errors, follow, close: () => watch.close(), changeBy }
}

function deferred() {
  let resolve = () => {}
  let reject = (_: Error) => {}
  const promise = new Promise<void>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}

/** Replaces a file as editors and deployments do: by a rename. */
export async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.tmp`, text)
  await rename(`${file}.tmp`, file)
}
