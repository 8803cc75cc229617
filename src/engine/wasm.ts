// Loads the evaluators. All builds come from one source:
//
//   shared     sluice.shared.wasm   for a memory that threads share
//   unshared   sluice.wasm          for one thread
//   debug      sluice.debug.wasm    as shared, not optimised, with assertions; for tests
//   js         sluice.js            the unshared build translated to JavaScript, for hosts that forbid WebAssembly
import { readFileSync } from 'node:fs'
import * as loader from '@assemblyscript/loader'
import { PAGE_BYTES } from '../../assembly/shared/layout.ts'

export type Build = 'shared' | 'unshared' | 'debug' | 'js'

/** What evaluators work on: a WebAssembly.Memory, or what looks like one to those in JavaScript. */
export interface EvaluatorMemory {
  readonly buffer: ArrayBufferLike
}

/** The exports of assembly/index.ts. Pointers are addresses in the memory; results of u32 arrive signed. */
export interface Evaluators extends Record<string, unknown> {
  evaluate(lane: number, ruleset: number, flag: number, context: number): number
  evaluatePinned(
    lane: number,
    ruleset: number,
    flag: number,
    context: number,
    version: number,
  ): number
  evaluateMany(lane: number, ruleset: number, context: number, count: number): void
  trace(lane: number, ruleset: number, flag: number, context: number): number
  unitHash(table: number, unit: number): number
  pin(lane: number, version: number): number
  unpin(lane: number): void
  verify(ruleset: number, length: number): number
  murmur3(pointer: number, length: number): number
  murmur3Prefix(pointer: number, length: number): number
  hashText(text: number, length: number, seed: number, target: number): void
  hashLines(text: number, length: number, seed: number, target: number): number
  hashKey(lane: number, keyIndex: number, length: number): void
  take(lane: number, id: number, keyIndex: number, cost: number, nowMs: number): number
  peek(lane: number, id: number, keyIndex: number, cost: number, nowMs: number): number
  takeParts(lane: number, count: number, mode: number, nowMs: number): number
  takeOnce(lane: number, id: number, ttlMs: number, nowMs: number): number
  settleLease(
    lane: number,
    index: number,
    generation: number,
    actual: number,
    nowMs: number,
  ): number
  renewLease(lane: number, index: number, generation: number, nowMs: number): number
  block(lane: number, untilMs: number, nowMs: number): number
  setOverride(lane: number, variant: number, nowMs: number): number
  sweep(lane: number, id: number, successor: number, nowMs: number): void
  entries(lane: number, family: number): number
  restoreEntry(lane: number, nowMs: number): void
  decide(
    lane: number,
    ruleset: number,
    version: number,
    gate: number,
    mode: number,
    length: number,
    cost: number,
    nowMs: number,
  ): number
  decidePinned(
    lane: number,
    ruleset: number,
    version: number,
    gate: number,
    mode: number,
    length: number,
    cost: number,
    nowMs: number,
  ): number
  admit(lane: number, length: number): number
  featureOf(
    lane: number,
    ruleset: number,
    version: number,
    tenant: number,
    feature: number,
    nowMs: number,
  ): number
  hashSha256(state: number, pointer: number, length: number, target: number, scratch: number): void
  hashHmac(
    midstates: number,
    pointer: number,
    length: number,
    target: number,
    scratch: number,
  ): void
  makeHmac(key: number, length: number, target: number, scratch: number): void
  crc32(pointer: number, length: number): number
  keyIdLength(pointer: number, length: number): number
  siphash128(seed: number, pointer: number, length: number, target: number): void
  hashIdentity(lane: number, pointer: number, length: number, target: number): void
  hashLimitKey(lane: number, pointer: number, length: number, target: number): void
  indexFind(lane: number, hash: number, kind: number, place: number): number
  indexNumber(lane: number, hash: number, place: number): number
  indexInsert(lane: number, hash: number, kind: number, number: number): number
  indexRemove(lane: number, hash: number, kind: number, number: number): void
  lockAll(lane: number): void
  unlockAll(lane: number): void
  partRemaining(part: number): number
  partResetMs(part: number): number
  partRetryMs(part: number): number
  partNextMs(part: number): number
  partLimit(part: number): number
  partGranted(part: number): number
}

/** What `sluice.js` exports. */
interface JavaScriptBuild {
  instantiate(memory: EvaluatorMemory): Evaluators
}

const FILES = {
  shared: 'sluice.shared.wasm',
  unshared: 'sluice.wasm',
  debug: 'sluice.debug.wasm',
} as const

const modules = new Map<string, WebAssembly.Module>()
let javaScript: JavaScriptBuild | undefined

/** The URL of a build's file, both from src/ (tests) and from dist/src/ (the package). */
function buildUrl(name: string): URL {
  const fromDist = import.meta.url.includes('/dist/src/')
  return new URL(`${fromDist ? '../../../' : '../../'}build/${name}`, import.meta.url)
}

/** Whether the host has WebAssembly: `node --jitless` has not. */
export function hasWebAssembly(): boolean {
  return typeof WebAssembly !== 'undefined'
}

export function isMemory(value: unknown): value is WebAssembly.Memory {
  return hasWebAssembly() && value instanceof WebAssembly.Memory
}

export function isModule(value: unknown): value is WebAssembly.Module {
  return hasWebAssembly() && value instanceof WebAssembly.Module
}

/** Compiles a build once per process. */
export function loadModule(build: Exclude<Build, 'js'>): WebAssembly.Module {
  const name = FILES[build]
  let module = modules.get(name)
  if (module === undefined) {
    module = new WebAssembly.Module(readFileSync(buildUrl(name)))
    modules.set(name, module)
  }
  return module
}

/** Gets a build ready for `instantiateBuild`. Only `js` needs it: a module of JavaScript can only be waited for. */
export async function prepareBuild(build: Build): Promise<void> {
  if (build !== 'js') return
  javaScript ??= (await import(buildUrl('sluice.js').href)) as JavaScriptBuild
}

/** A memory for a build, all zeroes. It never grows. */
export function createMemory(build: Build, pages: number): EvaluatorMemory {
  if (build === 'js') return { buffer: new ArrayBuffer(pages * PAGE_BYTES) }
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: build !== 'unshared' })
}

/** An instance of a build over a memory that was made for it. */
export function instantiateBuild(build: Build, memory: EvaluatorMemory): Evaluators {
  if (build !== 'js') return instantiate(loadModule(build), memory as WebAssembly.Memory)
  if (javaScript === undefined) throw new Error('build/sluice.js has not been loaded yet')
  return javaScript.instantiate(memory)
}

/** An instance over the memory. Static data are constants, so instances do not disturb each other. */
export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Evaluators {
  return loader.instantiateSync<Evaluators>(module, { env: { memory } }).exports
}
