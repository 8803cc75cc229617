// Compiles the AssemblyScript evaluators: one source, two release builds (shared and unshared memory) and a debug build
// that keeps its assertions. `asconfig.json` holds the flags of each target. The target `js` translates the unshared
// build, as it then is on the disk, to JavaScript.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'
import { toJavaScript } from './wasm2js.js'

const targets =
  process.argv.length > 2 ? process.argv.slice(2) : ['unshared', 'shared', 'debug', 'js']
mkdirSync('build', { recursive: true })
for (const target of targets) {
  if (target === 'js') {
    writeFileSync('build/sluice.js', toJavaScript(readFileSync('build/sluice.wasm')))
    continue
  }
  const options = ['--config', 'asconfig.json', '--target', target]
  // On top of the engine's exports the debug build has those that only tests reach.
  if (target === 'debug') options.unshift('assembly/debug.ts')
  const { error, stderr } = await asc.main(options)
  const warnings = stderr.toString()
  if (warnings) process.stderr.write(warnings)
  if (error) {
    console.error(`build of target '${target}' failed: ${error.message}`)
    process.exit(1)
  }
}
