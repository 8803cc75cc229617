// Configs as files in a folder of their own, and problems as lines that fit in a table.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type LoadedConfig, type LoadOptions, loadConfig } from '../../src/config/load.ts'
import type { Problem } from '../../src/problems.ts'

/** A new folder in the system's temporary folder, removed when the tests of the file are done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-config-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
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
