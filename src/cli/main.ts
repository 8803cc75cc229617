#!/usr/bin/env node
// The executable: gives the commands the process's own streams, and the process their exit code.
import { EXIT, type Io } from './io.ts'
import { run } from './run.ts'

const io: Io = {
  out: text => void process.stdout.write(`${text}\n`),
  err: text => void process.stderr.write(`${text}\n`),
  env: process.env,
  readStdin: async () => {
    const chunks: Buffer[] = []
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
    return Buffer.concat(chunks).toString('utf8')
  },
}

// A server goes on without its output, and every command ends with its own exit code.
let isTold = false
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // The reader has gone, as with `| head`: there is nobody to tell, and nothing failed.
  if (code === 'EPIPE' || isTold) return
  isTold = true
  io.err(`sluice: standard output: ${message}`)
  process.on('exit', exitCode => {
    // What was asked for has not arrived.
    if (exitCode === EXIT.OK) process.exitCode = EXIT.FAILED
  })
})
process.stderr.on('error', () => {})

// Not process.exit: what is still on its way to a pipe would be lost.
process.exitCode = await run(process.argv.slice(2), io)
