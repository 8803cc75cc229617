// `sluice keys`: what it makes verifies, and what it refuses it does not repeat.
import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createKey, parseKey } from '../../src/identity/key-format.ts'
import { Sluice } from '../../src/index.ts'
import { cli, file } from './helpers.ts'

const peppers = { current: 'p2', secrets: { p1: '0123456789abcdef', p2: 'fedcba9876543210' } }
const keys = (args: readonly string[], stdin = '', env = {}) =>
  cli(['keys', ...args], { stdin, env })

describe('sluice keys create', () => {
  const OPTIONS = [
    ...['--prefix', 'parc', '--env', 'test', '--tenant', 'acme', '--subject', 'ada'],
    ...['--role', 'writer', '--role', 'reader', '--permission', 'labels:void'],
    ...['--expires', '2999-01-01', '--network', '10.0.0.0/8', '--network', '::1'],
  ]

  it('prints the key, and the entry with which it verifies', async () => {
    const env = { SLUICE_PEPPERS: JSON.stringify(peppers) }
    const { code, out, err } = await keys(['create', ...OPTIONS], '', env)
    expect(code).toBe(0)
    const [key = '', ...lines] = out.split('\n')
    expect(parseKey(key)).toMatchObject({ prefix: 'parc', environment: 'test' })
    expect(err).not.toContain(key)
    const [entry] = parse(lines.join('\n'))
    expect(entry).toEqual({
      id: key.slice(0, 18),
      hash: expect.stringMatching(/^hmac-sha256:p2:/),
      tenant: 'acme',
      subject: 'ada',
      roles: ['writer', 'reader'],
      permissions: ['labels:void'],
      expires: '2999-01-01',
      networks: ['10.0.0.0/8', '::1'],
    })
    const config = { keys: [entry], tenants: { acme: {} }, roles: { writer: [], reader: [] } }
    const sluice = await Sluice.open(config, { peppers })
    expect(await sluice.verify(key, { ip: '10.1.2.3' })).toMatchObject({
      valid: true,
      principal: { id: entry.id, subject: 'ada' },
    })
    sluice.close()
  })

  it('hashes under one pepper of the environment, or under none', async () => {
    const one = ['create', '--json', '--pepper-env', 'PEPPER', '--pepper-id', 'p9']
    const peppered = JSON.parse((await keys(one, '', { PEPPER: peppers.secrets.p1 })).out)
    const hmac = createHmac('sha256', peppers.secrets.p1).update(peppered.key)
    expect(peppered.entry).toEqual({
      id: parseKey(peppered.key)?.id,
      hash: `hmac-sha256:p9:${hmac.digest('base64url')}`,
    })
    const plain = JSON.parse((await keys(['create', '--json'])).out)
    const hash = createHash('sha256').update(plain.key).digest('base64url')
    expect(plain.entry.hash).toBe(`sha256:${hash}`)
  })

  it('makes another one each time', async () => {
    const found = await Promise.all([keys(['create']), keys(['create'])])
    expect(found[0].out).not.toBe(found[1].out)
  })

  it.each([
    [['--prefix', ''], 'prefix'],
    [['--prefix', 'production'], 'at most 8'],
    [['--env', 'Live'], 'environment'],
    [['--expires', 'tomorrow'], 'expires'],
    [['--network', '10.0.0.0/40'], 'networks'],
    [['--permission', 'a b'], 'permissions'],
    [['--role', ''], 'roles'],
    [['--tenant', ''], 'tenant'],
    [['sk_live_abc'], 'options only'],
    [['--pepper-env', 'PEPPER'], 'belong together'],
    [['--pepper-env', 'NONE', '--pepper-id', 'p1'], 'no variable NONE'],
    [['--pepper-env', 'SHORT', '--pepper-id', 'p1'], '16 bytes'],
  ])('%j is a mistake', async (args, message) => {
    const { code, out, err } = await keys(['create', ...args], '', { PEPPER: 'x', SHORT: 'psst' })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('psst')
  })
})

describe('sluice keys hash', () => {
  const own = createKey({ prefix: 'sk', environment: 'live' })
  const LINES = `${own.key}\r\nForeign-Key-1\n\n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\n`

  it('prints one hash a line, with which the keys verify', async () => {
    const { code, out } = await keys(
      ['hash', '--peppers-file', file('p', JSON.stringify(peppers))],
      LINES,
    )
    expect(code).toBe(0)
    const hashes = out.split('\n')
    expect(hashes).toHaveLength(3)
    const config = { keys: hashes.map((hash, index) => ({ id: `k${index}`, hash })) }
    const sluice = await Sluice.open(config, { peppers })
    for (const [index, key] of LINES.split(/\r?\n+/)
      .slice(0, 3)
      .entries()) {
      expect(await sluice.verify(key)).toMatchObject({
        valid: true,
        principal: { id: `k${index}` },
      })
    }
    sluice.close()
  })

  it('prints lines for a file of keys, with the ids that it knows', async () => {
    const { out } = await keys(['hash', file('keys.txt', LINES), '--json'])
    const [first, second] = out.split('\n').map(line => JSON.parse(line))
    expect(first).toEqual({ id: own.id, hash: expect.stringMatching(/^sha256:/) })
    expect(Object.keys(second)).toEqual(['hash'])
  })

  it('prints nothing where a line cannot be a key, and does not repeat it', async () => {
    const text = `good\nschlüssel\n${'x'.repeat(8193)}\ntwo words\n`
    const { code, out, err } = await keys(['hash'], text)
    expect([code, out]).toEqual([1, ''])
    expect(err.split('\n').map(line => line.slice(0, 20))).toEqual([
      'sluice keys: line 2:',
      'sluice keys: line 3:',
      'sluice keys: line 4:',
    ])
    expect(err).not.toMatch(/schl|words/)
  })
})

describe('sluice keys check', () => {
  const { key, id } = createKey({ prefix: 'a_b', environment: 'x1' })

  it('tells shape and checksum', async () => {
    const good = await keys(['check'], `${key}\n`)
    expect([good.code, good.out]).toEqual([0, `shape     right\nchecksum  right\nid        ${id}`])
    const json = await keys(['check', '-', '--json'], key)
    expect(JSON.parse(json.out)).toEqual({
      shape: true,
      checksum: true,
      id,
      prefix: 'a_b',
      environment: 'x1',
    })
    const last = key.at(-1) === '0' ? '1' : '0'
    const typo = await keys(['check'], key.slice(0, -1) + last)
    expect([typo.code, typo.out]).toEqual([1, 'shape     right\nchecksum  wrong'])
  })

  it.each(['', 'x', `${key.slice(0, -1)}~`, key.slice(1, -1), `${key} `, `${key}${key}`])(
    'tells that %j is none',
    async text => {
      const { code, out } = await keys(['check'], text)
      expect([code, out]).toEqual([1, 'shape     wrong'])
    },
  )

  it.each([[[]], [[key]], [['check', key]], [['check', key, key]], [['hash', key]]])(
    'what is given as an argument is not read, and not repeated',
    async args => {
      const { code, out, err } = await keys(args, key)
      expect([code, out]).toEqual([2, ''])
      expect(err).not.toContain(key)
    },
  )
})
