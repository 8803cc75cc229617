// The builds of the evaluators, for suites that run the same pages on each of them.
import { Sluice, type SluiceOptions } from '../../src/index.ts'

/** One build: the options of `Sluice.open` that ask for it. */
export interface TestedBuild {
  readonly name: 'shared' | 'unshared' | 'debug' | 'js'
  readonly options: SluiceOptions
}

export const BUILDS: readonly TestedBuild[] = [
  { name: 'shared', options: { evaluators: 'wasm', shared: true } },
  { name: 'unshared', options: { evaluators: 'wasm', shared: false } },
  { name: 'debug', options: { evaluators: 'debug', shared: true } },
  { name: 'js', options: { evaluators: 'js', shared: false } },
]

/** Opens an engine on a build. The caller closes it. */
export function openWith(
  build: TestedBuild,
  config: object,
  options: SluiceOptions = {},
): Promise<Sluice> {
  return Sluice.open(config, { ...options, ...build.options })
}
