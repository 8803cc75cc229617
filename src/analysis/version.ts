// Which text is a version for `sem_ver`: assembly/flags/semver.ts in TypeScript.
import type { Scalar } from './scalar.ts'

const LENGTH_MAX = 256
const PARTIAL = /^(\d{1,16})(?:\.(\d{1,16}))?$/
const IDENTIFIER = '(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)'
const FULL = new RegExp(
  `^v?(\\d+)\\.(\\d+)\\.(\\d+)(?:-${IDENTIFIER}(?:\\.${IDENTIFIER})*)?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
)

function isPart(digits: string): boolean {
  return (digits === '0' || !digits.startsWith('0')) && Number(digits) <= Number.MAX_SAFE_INTEGER
}

/** Whether `sem_ver` takes the value for a version; a number counts by its text. */
export function isVersion(value: Scalar): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  const text = String(value).replace(/^v/i, '')
  if (Buffer.byteLength(text) > LENGTH_MAX) return false
  const parts = PARTIAL.exec(text) ?? FULL.exec(text.trim())
  return parts?.slice(1).every(digits => digits === undefined || isPart(digits)) ?? false
}
