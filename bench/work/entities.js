/**
 * Many tenants and keys in files of one JSON object a line, as a config refers to them.
 */

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { definitionOf, keyText } from './api-keys.js'

const CHUNK_LINES = 20_000

/** @param {number} index */
export const tenantId = index => `tenant-${String(index).padStart(6, '0')}`

/** One tenant in ten has a value of its own. @param {number} index */
export function tenantDefinition(index) {
  const own = { overrides: { features: { seats: 50 } } }
  return { plan: index % 3 === 0 ? 'free' : 'pro', ...(index % 10 === 0 && own) }
}

/** @param {number} index @param {number} tenantCount */
export function keyDefinition(index, tenantCount) {
  const tenant = tenantId(index % tenantCount)
  return definitionOf(keyText(index), { tenant, roles: [index % 2 === 0 ? 'reader' : 'writer'] })
}

/**
 * A config with its files.
 * @param {string} folder
 * @param {number} keyCount
 * @param {number} tenantCount
 * @returns {string} the path of the config
 */
export function writeEntities(folder, keyCount, tenantCount) {
  writeLines(join(folder, 'tenants.ndjson'), tenantCount, index => {
    return { id: tenantId(index), ...tenantDefinition(index) }
  })
  writeLines(join(folder, 'keys.ndjson'), keyCount, index => keyDefinition(index, tenantCount))
  const config = {
    flags: {},
    features: {
      orders: { type: 'boolean', default: false },
      seats: { type: 'gauge', default: 1 },
    },
    plans: {
      free: { features: { seats: 3 } },
      pro: { features: { orders: true, seats: 20 } },
    },
    roles: { reader: ['orders:read'], writer: ['orders:read', 'orders:write'] },
    tenants: { file: 'tenants.ndjson' },
    keys: { file: 'keys.ndjson' },
    gates: { orders: { credential: ['key', 'session'], permission: 'orders:read' } },
  }
  const path = join(folder, 'config.json')
  writeFileSync(path, JSON.stringify(config))
  return path
}

/**
 * @param {string} file
 * @param {number} count
 * @param {(index: number) => object} lineOf
 */
function writeLines(file, count, lineOf) {
  const handle = openSync(file, 'w')
  for (let start = 0; start < count; start += CHUNK_LINES) {
    const length = Math.min(CHUNK_LINES, count - start)
    const lines = Array.from({ length }, (_, index) => JSON.stringify(lineOf(start + index)))
    writeSync(handle, `${lines.join('\n')}\n`)
  }
  closeSync(handle)
}
