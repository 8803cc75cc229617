// `sluice keys`: makes API keys, hashes those of others, and looks at one. Nothing of it touches a config or a server.
import { readFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { keyOf } from '../config/entities.ts'
import { createKey } from '../identity/key-format.ts'
import { formatProblem, SluiceError } from '../index.ts'
import {
  type OptionTable,
  onlyPositional,
  type ParsedArguments,
  parseArguments,
  textArgument,
  textArguments,
} from './arguments.ts'
import { type Command, EXIT, type Io, UsageError } from './io.ts'
import { HASHING, HASHING_HELP, type Hasher, hasherOf } from './key-hasher.ts'
import { lookAt } from './key-look.ts'

const HELP = `Usage: sluice keys create [options]
       sluice keys hash [FILE] [options]
       sluice keys check [FILE]

create makes an API key, prints it once, and what the config is to have of it: an entry of its
section \`keys\`, with the key's hash in the place of the key.

hash reads keys of whatever format, one a line, and prints the hash of each, to import them.

check reads one key, and tells whether it is of the format that create makes, and its checksum
right: whether it is valid, only its server knows.

Keys are read from FILE or from standard input, and cannot be arguments: other users of the
machine see command lines, and shells remember them.

Options of create:
  --prefix TEXT    what the key is for: A-Z, a-z, 0-9 and _. Default: sk
  --env TEXT       its environment: a-z and 0-9, with the prefix at most 8. Default: live
  --tenant ID      whose key it is
  --subject TEXT   who uses it
  --role NAME      a role; may be there several times
  --permission NAME
                   a permission; may be there several times
  --expires DATE   from when on it is refused, such as 2027-01-01 or 2027-01-01T12:00:00Z
  --network CIDR   an address or network it may be used from; may be there several times

Options of create and hash:
${HASHING_HELP}
  --json           of create { key, entry }; of hash, for each key { id, hash }, a line each;
                   of check { shape, checksum, id, prefix, environment }
  -h, --help       show this help

Exit codes:
  0  it worked; of check: shape and checksum are right
  1  of hash: a line that cannot be a key; of check: not a key of this format
  2  the command line is wrong`

const CREATE: OptionTable = {
  prefix: { type: 'string' },
  env: { type: 'string' },
  tenant: { type: 'string' },
  subject: { type: 'string' },
  role: { type: 'string', multiple: true },
  permission: { type: 'string', multiple: true },
  expires: { type: 'string' },
  network: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  ...HASHING,
}
const HASH: OptionTable = { json: { type: 'boolean' }, ...HASHING }
const CHECK: OptionTable = { json: { type: 'boolean' } }

type Run = (args: readonly string[], io: Io) => Promise<number>
const COMMANDS: Readonly<Record<string, Run>> = { create, hash, check }

export const keysCommand: Command = {
  name: 'keys',
  summary: 'make API keys, hash those of others, look at one',
  help: HELP,
  run: async ([name, ...rest], io) => {
    const run = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name!] : undefined
    // What stands there may be a key: it is not repeated.
    if (run === undefined) throw new UsageError('expected create, hash or check')
    return run(rest, io)
  },
}

async function create(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, CREATE)
  if (parsed.positionals.length > 0) throw new UsageError('create takes options only')
  const hasher = await hasherOf(parsed, io)
  const { key, id } = newKey(parsed)
  const entry = entryOf(parsed, id, hasher.hash(key))
  const read = keyOf(entry, [])
  if ('problems' in read) throw new UsageError(read.problems.map(formatProblem).join('\n'))
  if (parsed.values.json === true) {
    io.out(JSON.stringify({ key, entry }))
    return EXIT.OK
  }
  io.err('The key. It is not shown again:')
  io.out(key)
  io.err('Under `keys` in the config:')
  io.out(stringify([entry]).trimEnd())
  return EXIT.OK
}

function newKey(parsed: ParsedArguments) {
  const prefix = textArgument(parsed, 'prefix') ?? 'sk'
  const environment = textArgument(parsed, 'env') ?? 'live'
  try {
    return createKey({ prefix, environment })
  } catch (error) {
    throw error instanceof SluiceError ? new UsageError(error.message) : error
  }
}

function entryOf(parsed: ParsedArguments, id: string, hash: string): object {
  const tenant = textArgument(parsed, 'tenant')
  const subject = textArgument(parsed, 'subject')
  const expires = textArgument(parsed, 'expires')
  const roles = textArguments(parsed, 'role')
  const permissions = textArguments(parsed, 'permission')
  const networks = textArguments(parsed, 'network')
  return {
    id,
    hash,
    ...(tenant !== undefined && { tenant }),
    ...(subject !== undefined && { subject }),
    ...(roles.length > 0 && { roles }),
    ...(permissions.length > 0 && { permissions }),
    ...(expires !== undefined && { expires }),
    ...(networks.length > 0 && { networks }),
  }
}

async function hash(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, HASH)
  const hasher = await hasherOf(parsed, io)
  const text = await readKeys(parsed, io)
  const lines = text.split('\n').map(line => line.replace(/\r$/, ''))
  const wrong = lines.flatMap((line, index) => (isCredential(line) ? [] : [index + 1]))
  for (const line of wrong.slice(0, 10)) {
    io.err(`sluice keys: line ${line}: not 1 to ${BYTES_MAX} ASCII characters without spaces`)
  }
  // Nothing at all: hashes with a gap would end up with the wrong keys.
  if (wrong.length > 0) return EXIT.FAILED
  for (const key of lines) {
    if (key !== '') io.out(hashLine(key, hasher, parsed.values.json === true))
  }
  return EXIT.OK
}

/** Longest credential that an engine takes, by default. */
const BYTES_MAX = 8_192

/** What can be one; or nothing, which is passed over. */
function isCredential(line: string): boolean {
  return line.length <= BYTES_MAX && /^[!-~]*$/.test(line)
}

function hashLine(key: string, hasher: Hasher, isJson: boolean): string {
  const hash = hasher.hash(key)
  if (!isJson) return hash
  const id = lookAt(key).id
  return JSON.stringify({ ...(id !== undefined && { id }), hash })
}

async function check(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, CHECK)
  const key = (await readKeys(parsed, io)).replace(/\r?\n$/, '')
  const found = lookAt(key)
  const { shape, checksum, id } = found
  if (parsed.values.json === true) io.out(JSON.stringify(found))
  else {
    io.out(`shape     ${shape ? 'right' : 'wrong'}`)
    if (shape) io.out(`checksum  ${checksum ? 'right' : 'wrong'}`)
    if (id !== undefined) io.out(`id        ${id}`)
  }
  return checksum ? EXIT.OK : EXIT.FAILED
}

async function readKeys(parsed: ParsedArguments, io: Io): Promise<string> {
  const path = onlyPositional(parsed.positionals, 'FILE')
  if (path === undefined || path === '-') return io.readStdin()
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // Whoever gives the key in place of a file is not to read it again in a log.
    throw new UsageError(`FILE: cannot be read: ${error.code}`)
  })
}
