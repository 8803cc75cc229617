/**
 * What a run stands on: the machine that it describes, the peers that it installs, and no network.
 */

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { Socket } from 'node:net'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

/** @param {string} path */
const pathOf = path => fileURLToPath(new URL(path, import.meta.url))

/** The peers have a lock file of their own, so that they are no dependencies of the package. */
export function installPeers() {
  if (existsSync(pathOf('versus/node_modules'))) return
  console.log('bench/versus/node_modules is missing: running npm ci there')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: pathOf('versus'),
    stdio: 'inherit',
  })
}

/** A system that reaches for the network is not set up as claimed: stop rather than measure. */
export function forbidNetwork() {
  Socket.prototype.connect = () => {
    throw new Error('the benchmark runs offline, and a system tried to connect')
  }
}

export function describeMachine() {
  const processors = cpus()
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown CPU',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    v8: process.versions.v8,
  }
}
