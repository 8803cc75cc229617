// What a tenant has of a limit in place of its plan's: the numbers that the exceptions have for it.
import { loadU64 } from '../atomic.ts'
import { exceptionTag, hasExceptions, ownVariant } from '../limits/exceptions.ts'
import { limitOf, mixKey, tagOfKey } from '../limits/table.ts'
import { TENANT_LIMIT_HASH } from '../shared/identity.ts'
import { HEADER_LIMITS, LIMIT_BYTES, LIMIT_ID, LIMIT_TOKENS } from '../shared/ruleset.ts'

/** Address of the tenant's own variant of the limit of a record; 0 if it has none. */
export function ownLimit(lane: usize, ruleset: usize, base: u32, tenant: usize): usize {
  if (tenant == 0 || !hasExceptions()) return 0
  const record = ruleset + load<u32>(ruleset, HEADER_LIMITS) + usize(base) * LIMIT_BYTES
  const id = load<u32>(record, LIMIT_ID)
  const mixed = mixKey(loadU64(tenant + TENANT_LIMIT_HASH), limitOf(lane, id))
  const own = ownVariant(lane, exceptionTag(lane, tagOfKey(mixed, id)))
  if (own == 0) return 0
  const limit = limitOf(lane, own)
  return load<u32>(limit, LIMIT_TOKENS) == 0 ? 0 : limit
}
