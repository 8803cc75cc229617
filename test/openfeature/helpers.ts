// The real SDK around a provider, and files that change under it. OpenFeature's API is one object for the process, and
// keeps the handlers of a domain for ever: so each test binds its providers to domains of its own.
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client, EventDetails, Logger } from '@openfeature/server-sdk'
import { OpenFeature, ProviderEvents } from '@openfeature/server-sdk'
import { onTestFinished } from 'vitest'
import { SluiceProvider } from '../../src/openfeature/index.ts'

// The SDK prints each failed initialization; the tests look at it.
const silent: Logger = { error() {}, warn() {}, info() {}, debug() {} }
OpenFeature.setLogger(silent)

let domains = 0

/** A name that no other test has. */
export function freshDomain(): string {
  return `domain-${++domains}`
}

/** Small memories: a test has many engines. */
export const SMALL = {
  shared: false,
  rulesetBytesMax: 65_536,
  limitKeysMax: 64,
  contextBytesMax: 2_048,
} as const

/** A provider of a config object or a path, with an engine of its own. */
export function provider(source: string | object, options: object = {}): SluiceProvider {
  const made = new SluiceProvider(source, { ...SMALL, onError() {}, ...options })
  onTestFinished(() => made.onClose())
  return made
}

/** A client of the provider, once that is ready. */
export async function bind(made: SluiceProvider, domain = freshDomain()): Promise<Client> {
  await OpenFeature.setProviderAndWait(domain, made)
  return OpenFeature.getClient(domain)
}

/** A flag without targeting that has one value. */
export function flag(value: unknown, more: object = {}): object {
  return { state: 'ENABLED', variants: { only: value }, defaultVariant: 'only', ...more }
}

export type Seen = EventDetails & {
  readonly event: ProviderEvents
  readonly flagsChanged?: string[]
}

/** Everything that a client's handlers are told. */
export class Recorder {
  readonly seen: Seen[] = []
  readonly #waiting = new Set<() => void>()

  constructor(client: Pick<Client, 'addHandler'>) {
    for (const event of Object.values(ProviderEvents)) {
      client.addHandler(event, details => {
        this.seen.push({ ...details!, event })
        for (const look of this.#waiting) look()
      })
    }
  }

  get names(): ProviderEvents[] {
    return this.seen.map(({ event }) => event)
  }

  /** The nth event of that name, counted from 1, once it is there; the test's own timeout bounds the wait. */
  until(event: ProviderEvents, count = 1): Promise<Seen> {
    return new Promise(resolve => {
      const look = () => {
        const found = this.seen.filter(({ event: name }) => name === event)[count - 1]
        if (found === undefined) return
        this.#waiting.delete(look)
        resolve(found)
      }
      this.#waiting.add(look)
      look()
    })
  }
}

/** A config file in a folder of its own. */
export class ConfigFile {
  readonly path: string

  private constructor(folder: string) {
    this.path = join(folder, 'sluice.json')
  }

  /** Without a content there is no file yet. */
  static async create(content?: unknown): Promise<ConfigFile> {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-openfeature-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const file = new ConfigFile(folder)
    if (content !== undefined) await file.write(content)
    return file
  }

  /** Puts another content in its place at once, as an editor or a deployment does. */
  async write(content: unknown): Promise<void> {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    await writeFile(`${this.path}.new`, text)
    await rename(`${this.path}.new`, this.path)
  }
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<Error & { code?: string }> {
  const error = await promise.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (!(error instanceof Error)) throw new Error('expected a rejection')
  return error
}
