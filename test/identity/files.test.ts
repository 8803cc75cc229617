// Files of tenants and keys, looked through before a config goes live: everything that is wrong with a line is told with
// its place, however far down, and the whole config is refused for it.
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check.ts'
import { temporaryFolder } from '../config/helpers.ts'

const hashOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('base64url')}`
const OWN = 'sk_live_8Jd0Xk2p'

const CONFIG = `
features: { seats: { type: gauge } }
limits: { calls: { rate: 5/s, key: tenant.id }, other: { rate: 5/s } }
plans: { pro: {} }
roles: { writer: ["a:*"] }
`

interface Files {
  config?: string
  more?: string
  tenants?: string[]
  keys?: string[]
}

/** What is wrong with a config of these files, a line for each problem. */
async function problemsOf({ config = '', more, tenants, keys }: Files): Promise<string[]> {
  const folder = await temporaryFolder()
  const lines: string[] = [CONFIG, config]
  for (const [section, text] of Object.entries({ tenants, keys })) {
    if (text === undefined) continue
    lines.push(`${section}: { file: ${section}.ndjson }`)
    await writeFile(join(folder, `${section}.ndjson`), text.join('\n'))
  }
  await writeFile(join(folder, 'a.yaml'), lines.join('\n'))
  if (more !== undefined) await writeFile(join(folder, 'b.yaml'), more)
  const { problems } = await check(folder)
  return problems.map(({ severity, code, message, path, position }) => {
    const at =
      position && `${position.file.slice(folder.length + 1)}:${position.line}:${position.column}`
    return `${at} ${severity} ${code} ${message} (${path.join('.')})`
  })
}

const tenant = (id: string, parts = {}) => JSON.stringify({ id, ...parts })
const key = (id: string, parts = {}) => JSON.stringify({ id, hash: hashOf(id), ...parts })

describe('a line of a file', () => {
  it('may name what the config has', async () => {
    const tenants = [
      tenant('a', { plan: 'pro', used: { seats: 1 }, overrides: { limits: { calls: '7/s' } } }),
    ]
    const keys = [key('k', { tenant: 'a', roles: ['writer'] }), key(OWN, { tenant: 'nobody yet' })]
    expect(await problemsOf({ tenants, keys })).toEqual([])
  })

  it('names nothing that the config does not have', async () => {
    const tenants = [
      tenant('a', { plan: 'pr0' }),
      '',
      tenant('b', { overrides: { features: { seat: 5 }, limits: { other: '7/s', call: '7/s' } } }),
      tenant('c', { overrides: { features: { seats: true }, limits: { calls: '7/x' } } }),
    ]
    expect(await problemsOf({ tenants, keys: [key('k'), key('l', { roles: ['writr'] })] })).toEqual(
      [
        "tenants.ndjson:1:1 error PLAN_UNKNOWN there is no plan 'pr0'; did you mean 'pro'? (tenants.file)",
        "tenants.ndjson:3:1 error FEATURE_UNKNOWN there is no feature 'seat'; did you mean 'seats'? (tenants.file)",
        "tenants.ndjson:3:1 error LIMIT_NOT_BY_TENANT 'other' does not count by tenant, so a tenant cannot have numbers of its own (tenants.file)",
        "tenants.ndjson:3:1 error LIMIT_UNKNOWN there is no limit 'call'; did you mean 'calls'? (tenants.file)",
        "tenants.ndjson:4:1 error FEATURE_VALUE_INVALID 'seats' does not fit the feature, which is gauge (tenants.file)",
        'tenants.ndjson:4:1 error RATE_INVALID the unit of the period is not known (tenants.file)',
        "keys.ndjson:2:1 warning ROLE_UNKNOWN there is no role 'writr'; did you mean 'writer'? (keys.file)",
      ],
    )
  })

  it('is of nobody who is there already', async () => {
    const more = `tenants: { a: {} }\nkeys: [{ id: k, hash: "${hashOf('k')}" }]`
    const tenants = [tenant('b'), tenant('a'), tenant('b')]
    const keys = [key('l'), key('k', { hash: hashOf('m') }), key('l', { hash: hashOf('n') })]
    expect(await problemsOf({ more, tenants, keys })).toEqual([
      'tenants.ndjson:2:1 error KEY_DUPLICATE the id is there twice (tenants.file)',
      'tenants.ndjson:3:1 error KEY_DUPLICATE the id is there twice (tenants.file)',
      'keys.ndjson:2:1 error KEY_DUPLICATE the id is there twice (keys.file)',
      'keys.ndjson:3:1 error KEY_DUPLICATE the id is there twice (keys.file)',
    ])
  })

  it('has a secret of its own', async () => {
    const more = `keys: [{ id: k, hash: "${hashOf('one')}" }]`
    const hex = createHash('sha256').update('two').digest('hex')
    const keys = [
      key('l', { hash: hashOf('one') }),
      key('m', { hash: hashOf('two') }),
      key('n', { hash: hex }),
      key('o', { hash: hashOf('three') }),
    ]
    expect(await problemsOf({ more, keys })).toEqual([
      'keys.ndjson:1:1 error KEY_HASH_DUPLICATE the key has the hash of another key: one secret would be two keys (keys.file)',
      'keys.ndjson:3:1 error KEY_HASH_DUPLICATE the key has the hash of another key: one secret would be two keys (keys.file)',
    ])
  })

  it('is told of wherever it is', async () => {
    // The file is looked through in pieces.
    const many = (count: number) => Array.from({ length: count }, (_, index) => tenant(`t${index}`))
    const long = tenant('long', { plan: 'x'.repeat(70_000) })
    const tenants = [
      ...many(20_000),
      long,
      ...many(20_000).map(line => line.replace('t', 'u')),
      long,
    ]
    const problems = await problemsOf({ tenants })
    expect(problems).toEqual([
      expect.stringMatching(
        /^tenants.ndjson:20001:1 error DATA_LINE_TOO_LONG line 20001 of .* is too long for a tenant or a key, and so are 1 after it/,
      ),
    ])
    const folder = await temporaryFolder()
    const bytes = Buffer.concat([
      Buffer.from(`${many(30_000).join('\n')}\n`),
      Buffer.from([0xe9]),
      Buffer.from(`\n${many(9).join('\n')}`),
    ])
    await writeFile(join(folder, 'tenants.ndjson'), bytes)
    await writeFile(join(folder, 'a.yaml'), 'tenants: { file: tenants.ndjson }')
    const [problem, ...others] = (await check(folder)).problems
    expect(others).toEqual([])
    expect(problem).toMatchObject({ code: 'DATA_FILE_ENCODING', position: { line: 30_001 } })
  })
})
