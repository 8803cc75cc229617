// Two formats, one set of values. Hostile MessagePack is in messagepack.test.ts.
import { describe, expect, it } from 'vitest'
import { negotiate } from '../../src/server/negotiation.ts'
import { pack, post, postPacked, serve } from './helpers.ts'

const JSON_TYPE = 'application/json; charset=utf-8'
const FLAGS = '/ofrep/v1/evaluate/flags'
const context = { targetingKey: 'user-1', plan: 'pro' }

describe('MessagePack', () => {
  it.each([
    ['one flag', `${FLAGS}/layout`, { context }],
    ['a flag without a value', `${FLAGS}/retired`, { context }],
    ['a flag that is not there', `${FLAGS}/nothing`, { context }],
    ['all flags', FLAGS, { context: { ...context, pick: 'c' } }],
    ['a look at a limit', '/v1/limits/per-key/peek', { key: 'k' }],
    ['a refusal', '/v1/limits/per-key/take', { key: 'k', cost: 4 }],
    ['a bad context', FLAGS, { context: 7 }],
    ['a bad key', '/v1/limits/per-key/take', { key: 7 }],
    ['a constructor', `${FLAGS}/plan`, { context: { constructor: { prototype: 1 } } }],
  ])('says what JSON says: %s', async (_name, path, body) => {
    const { url } = await serve()
    const json = await post(url + path, body)
    const packed = await postPacked(url + path, body)
    expect(packed.headers.get('content-type')).toBe('application/msgpack')
    expect(packed.status).toBe(json.status)
    expect(packed.body).toEqual(json.body)
  })

  it.each([
    'application/msgpack',
    'application/x-msgpack',
    'application/vnd.msgpack',
    'Application/MsgPack',
    'application/msgpack ; v=5',
  ])('goes by the name of %s', async type => {
    const { url } = await serve()
    const headers = { 'content-type': type }
    const answer = await postPacked(`${url}${FLAGS}/banner`, { context }, headers)
    expect(answer.status).toBe(200)
    const [name] = type.toLowerCase().split(' ')
    expect(answer.headers.get('content-type')).toBe(name)
  })

  it('in and JSON out, and the other way round', async () => {
    const { url } = await serve()
    const path = `${url}${FLAGS}/banner`
    const toJson = await postPacked(path, { context }, { accept: 'application/json' })
    expect(toJson.headers.get('content-type')).toBe(JSON_TYPE)
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/msgpack' },
      body: JSON.stringify({ context }),
    })
    expect(response.headers.get('content-type')).toBe('application/msgpack')
  })

  it('has an ETag of its own', async () => {
    const { url } = await serve()
    const json = await post(url + FLAGS, { context })
    const packed = await postPacked(url + FLAGS, { context })
    const etag = packed.headers.get('etag')!
    expect(etag).not.toBe(json.headers.get('etag'))
    const again = await fetch(url + FLAGS, {
      method: 'POST',
      headers: { 'content-type': 'application/msgpack', 'if-none-match': etag },
      body: new Uint8Array(pack({ context })),
    })
    expect(again.status).toBe(304)
  })
})

describe('content types that are not taken', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/cbor',
    'application/jsonp',
    'nonsense',
  ])('415 for %s', async type => {
    const { url } = await serve()
    const answer = await post(`${url}/v1/limits/per-key/take`, '{"key":"k"}', {
      'content-type': type,
    })
    expect(answer.status).toBe(415)
    expect(answer.body).toMatchObject({ code: 'CONTENT_TYPE_UNSUPPORTED' })
  })

  it('415 for a body in a content encoding', async () => {
    const { url } = await serve()
    const answer = await post(`${url}/v1/limits/per-key/take`, '{"key":"k"}', {
      'content-encoding': 'gzip',
    })
    expect(answer.status).toBe(415)
    expect(answer.body).toMatchObject({ code: 'CONTENT_ENCODING_UNSUPPORTED' })
  })

  it.each(['identity', 'Identity', ''])('but is taken in the encoding "%s"', async encoding => {
    const { url } = await serve()
    const headers = { 'content-encoding': encoding }
    const answer = await post(`${url}/v1/limits/per-key/take`, '{"key":"k"}', headers)
    expect(answer.status).toBe(200)
  })

  it('parameters do not matter', async () => {
    const { url } = await serve()
    const answer = await post(`${url}/v1/limits/per-key/take`, '{"key":"k"}', {
      'content-type': 'Application/JSON; charset=UTF-8',
    })
    expect(answer.status).toBe(200)
  })
})

describe('Accept', () => {
  it.each([
    [undefined, undefined, JSON_TYPE],
    ['*/*', undefined, JSON_TYPE],
    [undefined, 'application/x-msgpack', 'application/x-msgpack'],
    [undefined, 'Application/MsgPack; charset=x', 'application/msgpack'],
    [undefined, 'application/msgpackers', JSON_TYPE],
    ['*/*', 'application/msgpack', 'application/msgpack'],
    ['application/*', 'application/msgpack', 'application/msgpack'],
    ['application/json, text/plain, */*', undefined, JSON_TYPE],
    ['application/json;q=0.5, application/msgpack', undefined, 'application/msgpack'],
    ['application/json;q=0, */*', undefined, 'application/msgpack'],
    ['*/*;q=0.1, application/vnd.msgpack', undefined, 'application/vnd.msgpack'],
    ['APPLICATION/JSON ; Q=1', undefined, JSON_TYPE],
    ['text/html', undefined, undefined],
    ['application/json;q=0', undefined, undefined],
    ['application/json;q=nonsense', undefined, undefined],
    ['', undefined, undefined],
  ])('%s for a body in %s gives %s', (accept, contentType, expected) => {
    expect(negotiate(accept, contentType)).toBe(expected)
  })

  it('that leaves nothing is 406, and nothing is taken', async () => {
    const { url } = await serve()
    const headers = { accept: 'text/html' }
    const answer = await post(`${url}/v1/limits/per-key/take`, { key: 'k' }, headers)
    expect(answer.status).toBe(406)
    expect(answer.body).toMatchObject({ code: 'NOT_ACCEPTABLE' })
    const peek = await post(`${url}/v1/limits/per-key/peek`, { key: 'k' })
    expect(peek.body).toMatchObject({ remaining: 3 })
  })
})
