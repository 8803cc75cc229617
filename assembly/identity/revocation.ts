// Revocations of sessions: what was issued before a time is void. A session that was found good is not asked about
// again before there is another revocation, of whatever it is.
import { loadU32, loadU64, storeU32 } from '../atomic.ts'
import {
  IDENTITY_REVOCATION_SLOTS,
  IDENTITY_REVOCATIONS,
  IDENTITY_REVOCATIONS_EPOCH,
  REVOCATION_BYTES,
  REVOCATION_HASH,
  REVOCATION_NOT_BEFORE,
  REVOCATION_PROBES_MAX,
  SESSION_CHECKED,
  SESSION_ID_HASH,
  SESSION_ISSUED,
  SESSION_ISSUER_HASH,
  SESSION_SESSION_HASH,
  SESSION_SUBJECT_HASH,
  SESSION_TENANT_HASH,
  SESSION_TOKEN_HASH,
} from '../shared/identity.ts'

/** The time before which what has the hash is void; -Infinity if that was never said. */
export function revokedBefore(identity: usize, hash: u64): f64 {
  const first: usize = load<u32>(identity, IDENTITY_REVOCATIONS)
  const mask = load<u32>(identity, IDENTITY_REVOCATION_SLOTS) - 1
  for (let probe: u32 = 0; probe < u32(REVOCATION_PROBES_MAX); probe++) {
    const slot = first + usize((u32(hash) + probe) & mask) * REVOCATION_BYTES
    const found = loadU64(slot + REVOCATION_HASH)
    if (found == 0) break
    if (found == hash) return reinterpret<f64>(loadU64(slot + REVOCATION_NOT_BEFORE))
  }
  return -Infinity
}

function isBefore(identity: usize, session: usize, field: usize, issued: f64): bool {
  const hash = loadU64(session + field)
  return hash != 0 && issued < revokedBefore(identity, hash)
}

/** Whether the session was revoked, by itself, or with its subject, tenant or issuer. */
export function isRevoked(identity: usize, session: usize): bool {
  const epoch = loadU32(identity + IDENTITY_REVOCATIONS_EPOCH)
  if (loadU32(session + SESSION_CHECKED) == epoch) return false
  const issued = reinterpret<f64>(loadU64(session + SESSION_ISSUED))
  if (
    isBefore(identity, session, SESSION_TOKEN_HASH, issued) ||
    isBefore(identity, session, SESSION_SESSION_HASH, issued) ||
    isBefore(identity, session, SESSION_ID_HASH, issued) ||
    isBefore(identity, session, SESSION_SUBJECT_HASH, issued) ||
    isBefore(identity, session, SESSION_TENANT_HASH, issued) ||
    isBefore(identity, session, SESSION_ISSUER_HASH, issued)
  ) {
    return true
  }
  storeU32(session + SESSION_CHECKED, epoch)
  return false
}
