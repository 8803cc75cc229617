// A real engine behind a real server on a real socket, for each test that asks.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Packr, Unpackr } from 'msgpackr/pack'
import { onTestFinished } from 'vitest'
import { Sluice } from '../../src/index.ts'
import { type RunningServer, type StartOptions, startServer } from '../../src/server/index.ts'

export const CONFIG = {
  flags: {
    banner: {
      state: 'ENABLED',
      variants: { on: true, off: false },
      defaultVariant: 'on',
      metadata: { team: 'web' },
    },
    plan: {
      state: 'ENABLED',
      variants: { basic: 'basic', gold: 'gold' },
      defaultVariant: 'basic',
      targeting: { if: [{ '==': [{ var: 'plan' }, 'pro'] }, 'gold'] },
    },
    ratio: { state: 'ENABLED', variants: { half: 0.5, whole: 1 }, defaultVariant: 'half' },
    layout: {
      state: 'ENABLED',
      variants: { wide: { columns: 3, title: 'größer "als" 日本' } },
      defaultVariant: 'wide',
    },
    picked: {
      state: 'ENABLED',
      variants: { a: 'A', b: 'B' },
      defaultVariant: 'a',
      targeting: { var: 'pick' },
    },
    undecided: { state: 'ENABLED', variants: { on: true } },
    retired: { state: 'DISABLED', variants: { on: true }, defaultVariant: 'on' },
    'team/größe %': { state: 'ENABLED', variants: { on: true }, defaultVariant: 'on' },
  },
  limits: {
    'per-key': { algorithm: 'gcra', rate: '1/s', burst: 3 },
    daily: { algorithm: 'gcra', rate: '10/d' },
  },
  metadata: { release: 7 },
}

export interface Running extends RunningServer {
  readonly sluice: Sluice
  /** Moves the engine's clock. */
  advance(ms: number): void
}

/** A server on a free port, with a clock that stands still until it is moved. */
export async function serve(options: StartOptions = {}, config: object = CONFIG): Promise<Running> {
  let nowMs = 1_000_000
  const sluice = await Sluice.open(config, { clock: () => nowMs })
  const server = await startServer(sluice, { port: 0, shutdownTimeoutMs: 500, ...options })
  onTestFinished(() => server.stop().then(() => undefined))
  const advance = (ms: number): void => {
    nowMs += ms
  }
  return { ...server, sluice, advance }
}

export interface Answer {
  status: number
  headers: Headers
  body: unknown
}

/** Posts JSON, or text as it is, and parses the answer as JSON. */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

const packr = new Packr({ useRecords: false })
const unpackr = new Unpackr({ useRecords: false })

export const pack = (value: unknown): Buffer => packr.pack(value)
export const unpack = (bytes: Uint8Array): unknown => unpackr.unpack(bytes)

/** Posts MessagePack, or bytes as they are, and decodes the answer by its content type. */
export async function postPacked(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/msgpack', ...headers },
    body: new Uint8Array(body instanceof Uint8Array ? body : pack(body)),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const packed = response.headers.get('content-type')?.includes('msgpack') === true
  const decoded = packed ? unpack(bytes) : JSON.parse(bytes.toString())
  return { status: response.status, headers: response.headers, body: bytes.length ? decoded : null }
}

/** A connection that sends what it is told and remembers what came back. */
export class RawConnection {
  received = ''
  closed = false
  readonly socket: Socket

  constructor(url: string) {
    const { hostname, port } = new URL(url)
    this.socket = connect(Number(port), hostname)
    this.socket.setEncoding('utf8')
    this.socket.on('data', text => {
      this.received += text
    })
    this.socket.on('error', () => {})
    this.socket.on('close', () => {
      this.closed = true
    })
    onTestFinished(() => void this.socket.destroy())
  }

  send(text: string): void {
    this.socket.write(text)
  }

  /** Resolves when the answers so far hold `text`; rejects when the connection closes without. */
  async until(text: string): Promise<void> {
    while (!this.received.includes(text)) {
      if (this.closed) throw new Error(`closed after: ${this.received}`)
      await Promise.race([once(this.socket, 'data'), once(this.socket, 'close')])
    }
  }

  async untilClosed(): Promise<void> {
    if (!this.closed) await once(this.socket, 'close')
  }
}

export const TAKE_BODY = '{"key":"stalled"}'

/**
 * Sends the headers of a take and the first byte of its body. When the server has answered 100, the
 * request is in work, and stays there until the rest is sent.
 */
export async function stallTake(url: string): Promise<RawConnection> {
  const connection = new RawConnection(url)
  const head = [
    'POST /v1/limits/per-key/take HTTP/1.1',
    'Host: test',
    'Content-Type: application/json',
    `Content-Length: ${TAKE_BODY.length}`,
    'Expect: 100-continue',
  ]
  connection.send(`${head.join('\r\n')}\r\n\r\n${TAKE_BODY[0]}`)
  await connection.until('100 Continue')
  return connection
}
