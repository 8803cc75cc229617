// OFREP over the wire: what a provider sends and gets, and every way to get it wrong.
import { describe, expect, it } from 'vitest'
import { post, serve } from './helpers.ts'

const FLAGS = '/ofrep/v1/evaluate/flags'
const context = { targetingKey: 'user-1' }

describe('one flag', () => {
  it.each([
    ['banner', {}, { value: true, variant: 'on', reason: 'STATIC' }],
    ['plan', { plan: 'pro' }, { value: 'gold', variant: 'gold', reason: 'TARGETING_MATCH' }],
    ['plan', { plan: 'free' }, { value: 'basic', variant: 'basic', reason: 'DEFAULT' }],
    ['ratio', {}, { value: 0.5, variant: 'half', reason: 'STATIC' }],
    ['layout', {}, { value: { columns: 3, title: 'größer "als" 日本' }, variant: 'wide' }],
  ])('%s with %j gives %j', async (key, attributes, expected) => {
    const { url } = await serve()
    const answer = await post(`${url}${FLAGS}/${key}`, { context: { ...context, ...attributes } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.body).toMatchObject({ key, ...expected })
  })

  it('carries the metadata of the flag and of the set', async () => {
    const { url } = await serve()
    const { body } = await post(`${url}${FLAGS}/banner`, { context })
    expect(body).toMatchObject({ metadata: { team: 'web', release: 7 } })
  })

  it.each([
    ['retired', 'DISABLED'],
    ['undecided', 'DEFAULT'],
  ])('%s has no value and no variant: the caller decides', async (key, reason) => {
    const { url } = await serve()
    const { status, body } = await post(`${url}${FLAGS}/${key}`, { context })
    expect(status).toBe(200)
    expect(body).toEqual({ key, reason, metadata: { release: 7 } })
  })

  it('answers 404 for a flag that is not there', async () => {
    const { url } = await serve()
    const { status, body } = await post(`${url}${FLAGS}/nothing`, { context })
    expect(status).toBe(404)
    expect(body).toMatchObject({ key: 'nothing', errorCode: 'FLAG_NOT_FOUND' })
  })

  it('answers 400 for a flag that evaluates to an error', async () => {
    const { url } = await serve()
    const body = { context: { ...context, pick: 'c' } }
    const answer = await post(`${url}${FLAGS}/picked`, body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ key: 'picked', errorCode: 'GENERAL' })
  })

  it('takes a context without a targetingKey', async () => {
    const { url } = await serve()
    expect((await post(`${url}${FLAGS}/banner`, { context: {} })).status).toBe(200)
  })

  it('tells contexts apart, request by request', async () => {
    const { url } = await serve()
    const plans = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 'pro' : 'free'))
    const answers = await Promise.all(
      plans.map(plan => post(`${url}${FLAGS}/plan`, { context: { ...context, plan } })),
    )
    const values = answers.map(answer => (answer.body as { value: string }).value)
    expect(values).toEqual(plans.map(plan => (plan === 'pro' ? 'gold' : 'basic')))
  })
})

describe('keys in the path', () => {
  it('are percent-decoded: slash, space, percent sign, umlaut', async () => {
    const { url } = await serve()
    const key = 'team/größe %'
    const { status, body } = await post(`${url}${FLAGS}/${encodeURIComponent(key)}`, { context })
    expect(status).toBe(200)
    expect(body).toMatchObject({ key, value: true })
  })

  it.each(['%', '%zz', '%c3%28', '%ff'])('that do not decode are 400: %s', async key => {
    const { url } = await serve()
    const { status, body } = await post(`${url}${FLAGS}/${key}`, { context })
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'URL_INVALID' })
  })

  it.each([
    ['__proto__', '__proto__'],
    ['a name of Object.prototype', 'toString'],
    ['ten thousand bytes', 'x'.repeat(10_000)],
    ['another script', '日本'],
    ['dots', '..'],
  ])('that no flag has are 404: %s', async (_name, key) => {
    const { url } = await serve()
    const path = `${FLAGS}/${encodeURIComponent(key).replaceAll('.', '%2E')}`
    const { status, body } = await post(url + path, { context })
    expect(status).toBe(404)
    expect(body).toMatchObject(key === '..' ? { code: 'ROUTE_NOT_FOUND' } : { key })
  })

  it('of no bytes name no flag', async () => {
    const { url } = await serve()
    const { status } = await post(`${url}${FLAGS}/`, { context })
    expect(status).toBe(404)
  })
})

describe('bad requests', () => {
  it.each([
    ['no context', {}, 'INVALID_CONTEXT'],
    ['context null', { context: null }, 'INVALID_CONTEXT'],
    ['context an array', { context: [] }, 'INVALID_CONTEXT'],
    ['context a string', { context: 'user-1' }, 'INVALID_CONTEXT'],
    ['a targetingKey that is a number', { context: { targetingKey: 7 } }, 'INVALID_CONTEXT'],
    ['an array', [], 'INVALID_CONTEXT'],
    ['a scalar', '7', 'INVALID_CONTEXT'],
    ['null', 'null', 'INVALID_CONTEXT'],
    ['an empty body', '', 'INVALID_CONTEXT'],
    ['malformed JSON', '{"context":', 'PARSE_ERROR'],
    ['a __proto__ key', '{"context":{"__proto__":{"plan":"pro"}}}', 'PARSE_ERROR'],
  ])('%s is 400, for one flag and for all', async (_name, body, errorCode) => {
    const { url } = await serve()
    const one = await post(`${url}${FLAGS}/banner`, body)
    expect(one.status).toBe(400)
    expect(one.body).toMatchObject({ key: 'banner', errorCode, errorDetails: expect.any(String) })
    const all = await post(`${url}${FLAGS}`, body)
    expect(all.status).toBe(400)
    expect(all.body).toEqual({ errorCode, errorDetails: expect.any(String) })
  })

  it('keep the shape of the protocol for errors it does not name', async () => {
    const { url } = await serve({ bodyBytesMax: 100 })
    const large = await post(`${url}${FLAGS}/banner`, { context: { text: 'x'.repeat(100) } })
    expect(large.status).toBe(413)
    expect(large.body).toMatchObject({ key: 'banner', errorCode: 'GENERAL' })
    const plain = await post(`${url}${FLAGS}`, 'x', { 'content-type': 'text/plain' })
    expect(plain.status).toBe(415)
    expect(plain.body).toMatchObject({ errorCode: 'GENERAL' })
  })
})

describe('all flags', () => {
  it('are answered in one body, disabled ones left out', async () => {
    const { url } = await serve()
    const { status, body } = await post(`${url}${FLAGS}`, { context: { ...context, plan: 'pro' } })
    expect(status).toBe(200)
    const { flags, metadata } = body as { flags: { key: string }[]; metadata: unknown }
    const keys = flags.map(flag => flag.key).sort()
    const enabled = ['banner', 'layout', 'picked', 'plan', 'ratio', 'team/größe %', 'undecided']
    expect(keys).toEqual(enabled)
    expect(flags.find(flag => flag.key === 'plan')).toMatchObject({ value: 'gold' })
    expect(metadata).toEqual({ release: 7 })
  })

  it('include the ones that fail, each with its error', async () => {
    const { url } = await serve()
    const { status, body } = await post(`${url}${FLAGS}`, { context: { ...context, pick: 'c' } })
    expect(status).toBe(200)
    const { flags } = body as { flags: { key: string }[] }
    expect(flags.find(flag => flag.key === 'picked')).toMatchObject({ errorCode: 'GENERAL' })
    expect(flags.find(flag => flag.key === 'banner')).toMatchObject({ value: true })
  })

  it('are an empty list where there is none', async () => {
    const { url } = await serve({}, { flags: {} })
    const { body } = await post(`${url}${FLAGS}`, { context })
    expect(body).toEqual({ flags: [], metadata: {} })
  })
})

describe('the ETag of all flags', () => {
  const ask = (url: string, attributes: object, etag?: string) =>
    post(
      `${url}${FLAGS}?flagConfigEtag=abc&flagConfigLastModified=1771622898`,
      { context: { ...context, ...attributes } },
      etag === undefined ? {} : { 'if-none-match': etag },
    )

  it('is strong, and the same for the same answer, on another server too', async () => {
    const first = await ask((await serve()).url, {})
    const second = await ask((await serve()).url, {})
    expect(first.headers.get('etag')).toMatch(/^"[\w-]{27}"$/)
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
    expect(first.headers.get('vary')).toBe('accept, content-type')
  })

  it('gets 304 without a body, while the answer is the same', async () => {
    const { url } = await serve()
    const etag = (await ask(url, {})).headers.get('etag')!
    for (const header of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const answer = await ask(url, {}, header)
      expect(answer.status).toBe(304)
      expect(answer.body).toBeUndefined()
      expect(answer.headers.get('etag')).toBe(etag)
    }
  })

  it('changes with the context where that changes an answer, and only there', async () => {
    const { url } = await serve()
    const etag = (await ask(url, {})).headers.get('etag')!
    expect((await ask(url, { plan: 'pro' }, etag)).status).toBe(200)
    expect((await ask(url, { unread: 1 }, etag)).status).toBe(304)
    expect((await ask(url, {}, '"other"')).status).toBe(200)
  })

  it('changes with the ruleset', async () => {
    const config = structuredClone(CONFIG_FOR_RELOAD)
    const { url, sluice } = await serve({}, config)
    const etag = (await ask(url, {})).headers.get('etag')!
    config.flags.banner.defaultVariant = 'off'
    await sluice.reload()
    const answer = await ask(url, {}, etag)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('etag')).not.toBe(etag)
    expect(answer.body).toMatchObject({ flags: [{ key: 'banner', value: false }] })
  })
})

const CONFIG_FOR_RELOAD = {
  flags: {
    banner: { state: 'ENABLED', variants: { on: true, off: false }, defaultVariant: 'on' },
  },
}
