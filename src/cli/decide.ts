// `sluice decide`: one request to a gate, decided by the same engine that serves.
import { readFile } from 'node:fs/promises'
import type { Gate } from '../gate/gate.ts'
import type { DecisionAnswer, DecisionRequest, GateExplanation } from '../gate/types.ts'
import { SluiceError } from '../index.ts'
import {
  configArgument,
  contextArgument,
  integerArgument,
  onlyPositional,
  type ParsedArguments,
  parseArguments,
  textArgument,
} from './arguments.ts'
import { formatDecision, formatSteps } from './decision-text.ts'
import { type Command, EXIT, type Io, UsageError } from './io.ts'
import { nearest } from './nearest.ts'
import { OPEN_HELP, OPEN_OPTIONS, SIZES_HELP } from './open-options.ts'
import { withConfig } from './with-config.ts'

const HELP = `Usage: sluice decide [CONFIG] --gate NAME [--credential-file FILE] [options]

Asks a gate: credential, tenant, permission, plan, flags, limits and quotas of one request.
Counters start anew with each run: to ask by those of a server, POST to its /v1/decide.

There is no option for a credential itself: other users of the machine see command lines, and
shells remember them. Put it into a file, the environment, or a pipe.

Arguments:
  CONFIG           config file or folder. Default: SLUICE_CONFIG, or sluice.yaml

Options:
  --gate NAME      the gate
  --credential-file FILE
                   a file with the API key, session token or JWT, - for standard input;
                   a line break at its end does not count
  --credential-env NAME
                   the environment variable that has it. Default: none, an anonymous request
  --context JSON   the context, an object: '{"ip":"192.0.2.7","country":"DE"}'
                   @FILE reads it from a file, - from standard input. Default: {}
  --cost N         multiplies what the gate says that each limit and quota costs. Default: 1
  --check          consume nothing; needed of a gate with slots in flight
  --explain        show what each step of the gate finds, also after the first that fails
  --config FILE    another way to name the config
  --json           print the decision as JSON, or with --explain { gate, decision, steps }
${OPEN_HELP}
  -h, --help       show this help

${SIZES_HELP}

Exit codes:
  0  the request is allowed
  1  it is denied, or there is no such gate
  2  the command line is wrong, the context included
  3  the config cannot be read, or is invalid`

const OPTIONS = {
  gate: { type: 'string' },
  'credential-file': { type: 'string' },
  'credential-env': { type: 'string' },
  context: { type: 'string' },
  cost: { type: 'string' },
  check: { type: 'boolean' },
  explain: { type: 'boolean' },
  config: { type: 'string' },
  json: { type: 'boolean' },
  ...OPEN_OPTIONS,
} as const

export const decideCommand: Command = {
  name: 'decide',
  summary: 'ask a gate whether a request may pass',
  help: HELP,
  run: decide,
}

async function decide(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArguments(args, OPTIONS)
  const config = configArgument(parsed, onlyPositional(parsed.positionals, 'CONFIG'))
  const name = textArgument(parsed, 'gate')
  if (name === undefined) throw new UsageError('expected --gate')
  const request = await readRequest(parsed, io)
  return withConfig(config, parsed, io, async sluice => {
    try {
      if (!sluice.hasGate(name)) return reportMissing(name, sluice.gateNames(), io)
      return await answer(sluice.gate(name), request, parsed, io)
    } catch (error) {
      throw usageOf(error)
    }
  })
}

async function answer(gate: Gate, request: DecisionRequest, parsed: ParsedArguments, io: Io) {
  const { check, explain, json } = parsed.values
  let decision: DecisionAnswer
  let explanation: GateExplanation | undefined
  if (explain === true) {
    // An explanation does not wait for a token to be verified: this does.
    const checked = await gate.checkAsync(request)
    explanation = gate.explain(request)
    const isLost = explanation.decision.code === 'CREDENTIAL_UNVERIFIED'
    if (isLost) explanation = { ...explanation, decision: checked }
    decision = explanation.decision
  } else {
    decision = await (check === true ? gate.checkAsync(request) : gate.decideAsync(request))
  }
  if (json === true) io.out(JSON.stringify(explanation ?? decision))
  else {
    io.out(formatDecision(decision))
    if (explanation !== undefined) io.out(`\n${formatSteps(explanation.steps)}`)
  }
  return decision.allow ? EXIT.OK : EXIT.FAILED
}

async function readRequest(parsed: ParsedArguments, io: Io): Promise<DecisionRequest> {
  const file = textArgument(parsed, 'credential-file')
  if (file === '-' && textArgument(parsed, 'context') === '-') {
    throw new UsageError('standard input cannot be both the credential and the context')
  }
  const credential = await readCredential(file, textArgument(parsed, 'credential-env'), io)
  const context = await contextArgument(parsed, io)
  const cost = integerArgument(parsed, 'cost')
  return {
    context,
    ...(credential !== undefined && { credential }),
    ...(cost !== undefined && { cost }),
  }
}

async function readCredential(
  file: string | undefined,
  variable: string | undefined,
  io: Io,
): Promise<string | undefined> {
  if (file !== undefined && variable !== undefined) {
    throw new UsageError('expected --credential-file or --credential-env, found both')
  }
  if (variable !== undefined) {
    const value = io.env[variable]
    if (value !== undefined) return value
    throw new UsageError(`--credential-env: there is no variable ${variable}`)
  }
  if (file === undefined) return undefined
  const text = file === '-' ? await io.readStdin() : await readText(file)
  return text.replace(/\r?\n$/, '')
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: Error) => {
    throw new UsageError(`--credential-file: ${error.message}`)
  })
}

function reportMissing(name: string, names: readonly string[], io: Io): number {
  const guess = nearest(name, names)
  const hint = guess === undefined ? '' : `; did you mean ${guess}?`
  io.err(`sluice decide: there is no gate ${name}${hint}`)
  return EXIT.FAILED
}

/** What the gate throws at what the command line said. */
function usageOf(error: unknown): unknown {
  if (!(error instanceof SluiceError)) return error
  if (error.code === 'COST_INVALID') return new UsageError(`--cost: ${error.message}`)
  if (error.code === 'OPERATION_UNSUPPORTED') return new UsageError(`${error.message}: add --check`)
  return error
}
