// Loads the evaluators. Two release builds of one source: `sluice.shared.wasm` for a memory that threads share,
// `sluice.wasm` for one thread.
import { readFileSync } from 'node:fs'
import * as loader from '@assemblyscript/loader'

/** The exports of assembly/index.ts. Pointers are addresses in the memory; results of u32 arrive signed. */
export interface Evaluators extends Record<string, unknown> {
  evaluate(lane: number, ruleset: number, flag: number): number
  evaluatePinned(lane: number, ruleset: number, flag: number, version: number): number
  pin(lane: number, version: number): number
  unpin(lane: number): void
  verify(ruleset: number, length: number): number
  murmur3(pointer: number, length: number): number
  murmur3Prefix(pointer: number, length: number): number
  hashKey(lane: number, keyIndex: number, length: number): void
  take(lane: number, id: number, keyIndex: number, cost: number, nowMs: number): number
  peek(lane: number, id: number, keyIndex: number, cost: number, nowMs: number): number
  sweep(lane: number, id: number): void
  remaining(lane: number): number
  resetMs(lane: number): number
  retryMs(lane: number): number
}

const modules = new Map<string, WebAssembly.Module>()

/** The directory of the .wasm files, both from src/ (tests) and from dist/src/ (the package). */
function moduleUrl(name: string): URL {
  const fromDist = import.meta.url.includes('/dist/src/')
  return new URL(`${fromDist ? '../../../' : '../../'}build/${name}`, import.meta.url)
}

/** Compiles a build once per process. */
export function loadModule(shared: boolean): WebAssembly.Module {
  const name = shared ? 'sluice.shared.wasm' : 'sluice.wasm'
  let module = modules.get(name)
  if (module === undefined) {
    module = new WebAssembly.Module(readFileSync(moduleUrl(name)))
    modules.set(name, module)
  }
  return module
}

/** An instance over the memory. Static data are constants, so instances do not disturb each other. */
export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Evaluators {
  return loader.instantiateSync<Evaluators>(module, { env: { memory } }).exports
}
