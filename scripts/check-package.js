// Packs the package as npm would publish it and lets publint and arethetypeswrong judge the tarball.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'sluice-pack-'))
const run = (command, args) => execFileSync(command, args, { stdio: 'inherit' })
try {
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], {
    encoding: 'utf8',
  })
  const [{ filename, files, size }] = Object.values(JSON.parse(packed.slice(packed.search(/[[{]/))))
  console.log(`${filename}: ${files.length} files, ${size} bytes`)
  const tarball = join(folder, filename)
  run('npx', ['publint', 'run', tarball, '--strict'])
  // ESM only: a require() of the package is not offered.
  run('npx', ['attw', tarball, '--profile', 'esm-only'])
} finally {
  rmSync(folder, { recursive: true })
}
