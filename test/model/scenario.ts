// Scenarios: what the threads of a model do, and with what they start. As text here, as scenario.h for Spin.

export interface Scenario {
  readonly model: 'table' | 'lease'
  /** Steps of each thread; with ' | ' between them, alternatives that are all tried. */
  readonly threads: readonly (readonly string[])[]
  /** States of the memory to start with, in Promela, that are all tried. Without, all of it is zeroes. */
  readonly starts?: readonly string[]
  /** Where all threads found keys before: place of the key. */
  readonly known?: Readonly<Record<string, number>>
  /** Sizes and switches of the model. */
  readonly defines?: Readonly<Record<string, number | string>>
}

const TABLE_MODES: Readonly<Record<string, string>> = {
  take: 'TAKE',
  group: 'SLOW',
  slow: 'SLOW',
  peek: 'PEEK',
  give: 'GIVE',
  reset: 'RESET',
  block: 'BLOCK',
  unblock: 'UNBLOCK',
  sweep: 'SWEEP',
}

/** 'take A', 'take A 2' (tokens), 'group A B', 'sweep' */
function tableStep(step: string): string {
  const [verb = '', ...operands] = step.split(' ')
  const keys = operands.filter(operand => /^[ABC]$/.test(operand))
  const cost = operands.find(operand => /^\d$/.test(operand))
  const mode = TABLE_MODES[verb]
  if (mode === undefined || keys.length > 2) throw new TypeError(`no step is called '${step}'`)
  return [
    `mode = ${mode}`,
    ...keys.map((key, index) => `key[${index}] = ${key}`),
    ...(keys.length === 2 ? ['count = 2'] : []),
    ...(cost === undefined ? [] : [`cost = ${cost}`]),
  ].join('; ')
}

/**
 * 'reserve 1', 'commit 1', 'keep 1' (commit as reserved), 'renew 1': the reservation with the number; 'reset 1': its key;
 * 'look': any call
 */
function leaseStep(step: string): string {
  const match = /^(reserve|commit|keep|renew|reset) (\d)$/.exec(step)
  if (match !== null) return `mode = ${match[1]!.toUpperCase()}; r = ${match[2]}`
  if (step !== 'look') throw new TypeError(`no step is called '${step}'`)
  return 'mode = LOOK'
}

/** The options of an `if`: what each thread may do next. */
function program({ model, threads }: Scenario): string {
  const toPromela = model === 'table' ? tableStep : leaseStep
  const options = threads.flatMap((steps, me) =>
    steps.flatMap((alternatives, step) =>
      alternatives
        .split(' | ')
        .map(alternative => `:: me == ${me} && step == ${step} -> ${toPromela(alternative)}`),
    ),
  )
  return options.join(' \\\n  ')
}

export function scenarioHeader(scenario: Scenario, switches: readonly string[]): string {
  const { threads, starts = ['skip'], known = {}, defines = {} } = scenario
  const remember = Object.entries(known).map(([key, place]) => `known[${key}] = ${place}`)
  const lines = {
    THREADS: threads.length,
    START:
      starts.length === 1 ? starts[0]! : `if ${starts.map(start => `:: ${start}`).join(' ')} fi`,
    REMEMBER: remember.join('; ') || 'skip',
    ...defines,
    ...Object.fromEntries(switches.map(name => [name, 1])),
    PROGRAM: program(scenario),
  }
  return `${Object.entries(lines)
    .map(([name, value]) => `#define ${name} ${value}`)
    .join('\n')}\n`
}
