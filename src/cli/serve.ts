// `sluice serve`: the HTTP server, until a signal ends it.
import { Sluice } from '../index.ts'
import { startServer } from '../server/index.ts'
import {
  BOUND_RANGES,
  PORT_RANGE,
  type ServerBounds,
  type StartOptions,
} from '../server/options.ts'
import {
  integerArgument,
  onlyPositional,
  type ParsedArguments,
  parseArguments,
  textArgument,
} from './arguments.ts'
import { type Command, configPath, EXIT, type Io, reportOpenError, UsageError } from './io.ts'
import { OPEN_HELP, OPEN_OPTIONS, openOptions, SIZES_HELP } from './open-options.ts'
import { count } from './words.ts'

// The option of each bound, and what it bounds. Defaults and ranges stand with the server.
const BOUNDS: readonly { option: string; name: keyof ServerBounds; text: string }[] = [
  { option: 'body-bytes-max', name: 'bodyBytesMax', text: 'bytes of a body' },
  { option: 'concurrent-requests-max', name: 'concurrentRequestsMax', text: 'requests at once' },
  { option: 'connections-max', name: 'connectionsMax', text: 'open connections' },
  { option: 'request-timeout-ms', name: 'requestTimeoutMs', text: 'ms for a request to arrive' },
  { option: 'headers-timeout-ms', name: 'headersTimeoutMs', text: 'ms for its headers to arrive' },
  {
    option: 'keep-alive-timeout-ms',
    name: 'keepAliveTimeoutMs',
    text: 'ms an idle one stays open',
  },
  { option: 'shutdown-timeout-ms', name: 'shutdownTimeoutMs', text: 'ms to finish after a signal' },
  { option: 'drain-delay-ms', name: 'drainDelayMs', text: 'ms of "not ready" before that' },
]

const HELP = `Usage: sluice serve [CONFIG] [options]

Serves flags (OFREP), limits and gates over HTTP, in JSON and MessagePack.

  POST /ofrep/v1/evaluate/flags/{key}   one flag
  POST /ofrep/v1/evaluate/flags         all flags
  POST /v1/limits/{name}/take           take from a limit
  POST /v1/limits/{name}/peek           look at it
  POST /v1/decide                       ask a gate, or several requests at once
  POST /v1/verify                       who shows a credential
  POST /v1/settle                       settle a reservation
  GET  /healthz  /readyz                liveness, readiness

A config that changes is loaded again; one with problems is reported, and the last good one
keeps serving. SIGTERM and SIGINT stop the server once running requests have ended; a second
signal stops it at once.

Arguments:
  CONFIG           config file or folder. Default: SLUICE_CONFIG, or sluice.yaml

Options:
  --host HOST      address to listen on. Default: 127.0.0.1, this machine only
  --port PORT      port, or 0 for any free one. Default: ${PORT_RANGE.fallback}
  --no-watch       do not load the config again when it changes
${OPEN_HELP}
  --log            log every request to standard output, in JSON: its method, its route and its
                   status, and nothing that its client wrote
  --json           print one JSON object for each event, instead of text
  -h, --help       show this help

Bounds (default, range):
${BOUNDS.map(boundHelp).join('\n')}

${SIZES_HELP}

Exit codes:
  0  stopped by a signal
  1  could not listen, or was stopped at once
  2  the command line is wrong
  3  the config cannot be read, or is invalid`

const OPTIONS = {
  host: { type: 'string' },
  port: { type: 'string' },
  'no-watch': { type: 'boolean' },
  log: { type: 'boolean' },
  json: { type: 'boolean' },
  ...OPEN_OPTIONS,
  ...Object.fromEntries(BOUNDS.map(({ option }) => [option, { type: 'string' } as const])),
} as const

/** Reports an event, as an object or in words. */
type Say = (event: Readonly<Record<string, unknown>>, text: string) => void

export const serveCommand: Command = {
  name: 'serve',
  summary: 'serve flags, limits and gates over HTTP',
  help: HELP,
  run: serve,
}

function boundHelp({ option, name, text }: (typeof BOUNDS)[number]): string {
  const { fallback, min, max } = BOUND_RANGES[name]
  return `  --${option.padEnd(24)} ${text.padEnd(29)} (${fallback}, ${min} to ${max})`
}

async function serve(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, OPTIONS)
  const path = configPath(onlyPositional(parsed.positionals, 'CONFIG'), io)
  const options = startOptions(parsed, io)
  const json = parsed.values.json === true
  const say: Say = (event, text) => {
    io.out(json ? JSON.stringify(event) : text)
  }
  const engineOptions = await openOptions(parsed, io)
  let sluice: Sluice
  try {
    const watch = parsed.values['no-watch'] !== true
    sluice = await Sluice.open(path, { ...engineOptions, watch })
  } catch (error) {
    return reportOpenError(error, path, io)
  }
  reportReloads(sluice, say, io)
  // Before listening: a signal that comes right after "listening" is read must find its listener.
  const signal = firstSignal()
  let server: Awaited<ReturnType<typeof startServer>>
  try {
    server = await startServer(sluice, options)
  } catch (error) {
    sluice.close()
    signal.cancel()
    return reportStartError(error, io)
  }
  const flags = count(sluice.flagKeys().length, 'flag')
  const limits = count(sluice.limitNames().length, 'limit')
  const gates = count(sluice.gateNames().length, 'gate')
  say(
    { event: 'listening', url: server.url, config: path, version: sluice.version },
    `sluice listens on ${server.url} (${path}: ${flags}, ${limits}, ${gates})`,
  )
  const name = await signal.received
  say({ event: 'stopping', signal: name }, `${name}: stopping`)
  const { requestsCut } = await server.stop()
  signal.cancel()
  say({ event: 'stopped', requestsCut }, `stopped, ${count(requestsCut, 'request')} cut off`)
  return EXIT.OK
}

function reportReloads(sluice: Sluice, say: Say, io: Io): void {
  sluice.on('publish', ({ version, flagsChanged }) => {
    const text = `version ${version} is live, ${count(flagsChanged.length, 'flag')} changed`
    say({ event: 'published', version, flagsChanged }, text)
  })
  sluice.on('error', error => {
    io.err(`sluice: not loaded, version ${sluice.version} keeps serving: ${error.message}`)
  })
}

function startOptions(parsed: ParsedArguments, io: Io): StartOptions {
  const options: StartOptions = {
    onInternalError: error => io.err(`sluice: ${error.stack ?? error.message}`),
  }
  for (const { option, name } of BOUNDS) {
    const value = integerArgument(parsed, option)
    if (value !== undefined) options[name] = value
  }
  const host = textArgument(parsed, 'host')
  const port = integerArgument(parsed, 'port')
  if (host !== undefined) options.host = host
  if (port !== undefined) options.port = port
  if (parsed.values.log === true) {
    // Not Pino's own way to standard output, which ends the process when the disk is full.
    options.logger = { stream: { write: line => io.out(line.trimEnd()) } }
    options.requestLogging = true
  }
  return options
}

function reportStartError(error: unknown, io: Io): number {
  if (!(error instanceof Error) || !('code' in error)) throw error
  if (error.code === 'OPTION_INVALID') throw new UsageError(error.message)
  io.err(`sluice: cannot listen: ${error.message}`)
  return EXIT.FAILED
}

// The first signal asks for a stop, the second one insists.
function firstSignal(): { received: Promise<string>; cancel(): void } {
  let receive: (name: string) => void = () => {}
  const received = new Promise<string>(resolve => {
    receive = resolve
  })
  let signalled = false
  const listener = (name: string): void => {
    if (signalled) process.exit(EXIT.FAILED)
    signalled = true
    receive(name)
  }
  process.on('SIGTERM', listener)
  process.on('SIGINT', listener)
  const cancel = (): void => {
    process.off('SIGTERM', listener)
    process.off('SIGINT', listener)
  }
  return { received, cancel }
}
