// An engine with gates, tenants and two keys, whose clock stands still until it is moved.
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { onTestFinished } from 'vitest'
import { Sluice, type SluiceOptions } from '../../src/index.ts'

const ISSUER = 'https://id.example.com'

export const GATES = {
  limits: {
    'per-key': { rate: '3/min', key: 'key.id', plans: { team: '6/min' } },
    'per-tenant': { algorithm: 'quota', period: 'day', limit: 100, key: 'tenant.id' },
    trial: { rate: '1/min', shadow: true, key: 'tenant.id' },
    slots: { algorithm: 'concurrency', limit: 2, key: 'tenant.id' },
    failures: { rate: '1/min', burst: 2, key: 'ip' },
    'per-city': { rate: '3/min', key: 'city' },
  },
  features: { labels: { type: 'boolean' }, hidden: { type: 'boolean', flag: 'off' } },
  flags: { off: { state: 'ENABLED', variants: { off: false }, defaultVariant: 'off' } },
  plans: { free: { features: { hidden: true } }, team: { features: { labels: true } } },
  tenants: {
    acme: { plan: 'team' },
    tiny: { plan: 'free' },
    late: { plan: 'team', graceUntil: '2020-01-01T00:00:00Z' },
    stopped: { plan: 'team', state: 'suspended' },
  },
  credentials: { failures: 'failures' },
  gates: {
    labels: {
      permission: 'labels:write',
      entitlement: 'labels',
      limits: ['per-key', 'trial'],
      quotas: { 'per-tenant': 2 },
    },
    rows: { limits: ['slots', 'trial'], quotas: { 'per-tenant': 2 } },
    hidden: { entitlement: 'hidden' },
    keys: { credential: ['key'], limits: ['per-key'] },
    open: { credential: ['none', 'key'], tenant: ['none', 'active'] },
    city: { credential: ['none'], tenant: ['none'], limits: ['per-city'] },
  },
}

export async function gateEngine(options: SluiceOptions = {}) {
  let nowMs = 1_000_000
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', kid: '1' }
  const jwt = { issuer: ISSUER, audience: 'api', algorithms: ['ES256'], keys: [jwk] }
  const config = { ...GATES, sessions: { jwt } }
  const sluice = await Sluice.open(config, { clock: () => nowMs, ...options })
  onTestFinished(() => sluice.close())
  const keyOf = (tenant: string, permissions = ['labels:*']) => {
    return sluice.keys.create({ tenant, permissions, subject: 'ada' })
  }
  return {
    sluice,
    ...keyOf('acme'),
    keyOf,
    advance: (ms: number) => {
      nowMs += ms
    },
    /** Of the tenant `acme`, what is left of a limit. */
    left: (limit: string) => sluice.limit(limit).peek('acme', 0).remaining,
    /** A token of the issuer. */
    token: (claims: object = {}) =>
      new SignJWT({ tenant: 'acme', scope: 'labels:write', ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: '1' })
        .setIssuer(ISSUER)
        .setAudience('api')
        .setSubject('ada')
        .setIssuedAt()
        .setExpirationTime('5m')
        .sign(privateKey),
  }
}
