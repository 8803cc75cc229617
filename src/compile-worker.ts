// The worker thread that compiles large configs, so that the thread which serves requests does not stand still
// meanwhile. One request at a time: a source in, a compiled source or an error out.
import { parentPort } from 'node:worker_threads'
import type { CheckOptions } from './check.ts'
import type { CompiledSource } from './compiled-source.ts'
import { compileSource } from './compiled-source.ts'

/** What the worker is asked. */
export interface CompileRequest {
  readonly source: string | object
  readonly options: CheckOptions
}

/** What it answers. */
export type CompileAnswer = { readonly compiled: CompiledSource } | { readonly error: unknown }

parentPort?.on('message', async ({ source, options }: CompileRequest) => {
  const answer: CompileAnswer = await compileSource(source, options).then(
    compiled => ({ compiled }),
    (error: unknown) => ({ error }),
  )
  const moved = 'compiled' in answer ? [answer.compiled.bytes.buffer as ArrayBuffer] : []
  parentPort?.postMessage(answer, moved)
})
