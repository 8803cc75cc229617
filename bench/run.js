/**
 * `npm run bench`: Sluice beside its peers, the same work in the same process, one table of ratios.
 * What is measured, how, and how each peer is set up: README.md.
 */

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { Socket } from 'node:net'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { collectGarbage } from './collector.js'
import { measureRound, mergeRounds, subjectOf, watchCollector } from './measure.js'
import { formatTable } from './table.js'
import { checkFlagSystem, openEmptyFlags, openSluiceFlags, prepareRows } from './work/flags.js'
import {
  askedKeys,
  checkLimitSystem,
  fillKeys,
  HOT_KEY,
  limitCall,
  limitSystems,
  openEmptyLimits,
  prepareKeys,
} from './work/limits.js'

/**
 * @import { Budget } from './measure.js'
 * @import { Row, Section } from './table.js'
 */

const USAGE = `Usage: node bench/run.js [options]

  --quick       a smoke test of some seconds; the numbers mean little
  --only LIST   any of: flags, limits (which work); peers (without Sluice);
                a system's name, e.g. flagd-core (beside Sluice, unless with peers)
  --json FILE   write every reading to FILE
  --help        this text
`

const FLAG_PEERS = ['flagd-core', 'growthbook', 'launchdarkly', 'unleash', 'configcat']
const LIMIT_PEERS = ['plain Map', 'limiter', 'rate-limiter-flexible']

/** @type {Budget} */
const FULL = {
  rounds: 5,
  taskMs: 250,
  timedCalls: 200_000,
  watchedCalls: 2_000_000,
  keysRounds: 3,
  keysCount: 1_000_000,
}
/** @type {Budget} */
const QUICK = {
  rounds: 2,
  taskMs: 40,
  timedCalls: 10_000,
  watchedCalls: 40_000,
  keysRounds: 1,
  keysCount: 50_000,
}

const here = new URL('.', import.meta.url)
/** @param {string} path */
const pathOf = path => fileURLToPath(new URL(path, here))

await main()

async function main() {
  const options = readOptions()
  if (!options) return
  // The collector watch needs gc(), and a script run by npm cannot bring its own node options.
  if (typeof globalThis.gc !== 'function') {
    const argv = ['--expose-gc', pathOf('run.js'), ...process.argv.slice(2)]
    const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' })
    process.exitCode = status ?? 1
    return
  }
  process.env.NODE_ENV = 'production'
  const Sluice = options.withSluice ? await loadSluice() : undefined
  if (options.withSluice && !Sluice) {
    console.error('dist/ is missing: run npm run build first (or measure with --only peers)')
    process.exitCode = 1
    return
  }
  installPeers()
  forbidNetwork()

  const machine = describeMachine()
  console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, ${machine.platform}`)
  console.log(`Node ${machine.node}, V8 ${machine.v8}${options.isQuick ? ', quick run' : ''}\n`)

  const budget = options.isQuick ? QUICK : FULL
  const startedMs = performance.now()
  /** @type {Section[]} */
  const sections = []
  if (options.works.has('flags')) sections.push(await runFlags(budget, options, Sluice))
  if (options.works.has('limits')) {
    sections.push(await runHotKey(budget, options, Sluice))
    sections.push(await runManyKeys(budget, options, Sluice, true))
    sections.push(await runManyKeys(budget, options, Sluice, false))
  }
  const seconds = Math.round((performance.now() - startedMs) / 1000)

  console.log(formatTable(sections))
  console.log(`\n${seconds} s. ns/op: mean of batches, median of the rounds. Percentiles: single`)
  console.log('calls with the clock readings inside; "empty" shows what those cost. gc/M:')
  console.log('collections in a million calls. See bench/README.md for each column.')
  if (options.jsonPath) {
    const report = { machine, isQuick: options.isQuick, seconds, budget, sections }
    writeFileSync(options.jsonPath, `${JSON.stringify(report, null, 2)}\n`)
  }
}

/**
 * @typedef {object} Options
 * @property {boolean} isQuick
 * @property {string} [jsonPath]
 * @property {Set<string>} works
 * @property {boolean} withSluice
 * @property {(name: string) => boolean} includes
 */

/** @returns {Options | undefined} undefined when there is nothing to run */
function readOptions() {
  /** @type {{ quick?: boolean, help?: boolean, json?: string, only?: string[] }} */
  let values
  try {
    values = parseArgs({
      options: {
        quick: { type: 'boolean' },
        help: { type: 'boolean' },
        json: { type: 'string' },
        only: { type: 'string', multiple: true },
      },
    }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
  if (values.help) {
    console.log(USAGE)
    return undefined
  }
  const only = (values.only ?? []).flatMap(list => list.split(',')).map(word => word.trim())
  const works = ['flags', 'limits']
  const names = ['sluice', ...FLAG_PEERS, ...LIMIT_PEERS]
  const unknown = only.find(word => ![...works, 'peers', ...names].includes(word))
  if (unknown !== undefined) {
    return refuse(
      `--only: expected one of flags, limits, peers, ${names.join(', ')}; found "${unknown}"`,
    )
  }
  const systems = only.filter(word => names.includes(word))
  const chosen = new Set(works.filter(work => only.includes(work)))
  if (chosen.size === 0) {
    // A system's name alone chooses the works that it can do.
    const peers = systems.filter(name => name !== 'sluice')
    if (peers.length === 0 || peers.some(name => FLAG_PEERS.includes(name))) chosen.add('flags')
    if (peers.length === 0 || peers.some(name => LIMIT_PEERS.includes(name))) chosen.add('limits')
  }
  return {
    isQuick: values.quick ?? false,
    jsonPath: values.json,
    works: chosen,
    withSluice: !only.includes('peers'),
    includes: name => systems.length === 0 || systems.includes(name),
  }
}

/** @param {string} message */
function refuse(message) {
  console.error(`${message}\n\n${USAGE}`)
  process.exitCode = 2
  return undefined
}

async function loadSluice() {
  const entry = new URL('../dist/src/index.js', here)
  if (!existsSync(entry)) return undefined
  return (await import(entry.href)).Sluice
}

/** The peers have a lock file of their own, so that they are no dependencies of the package. */
function installPeers() {
  if (existsSync(pathOf('versus/node_modules'))) return
  console.log('bench/versus/node_modules is missing: running npm ci there')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: pathOf('versus'),
    stdio: 'inherit',
  })
}

/** A system that reaches for the network is not set up as claimed: stop rather than measure. */
function forbidNetwork() {
  Socket.prototype.connect = () => {
    throw new Error('the benchmark runs offline, and a system tried to connect')
  }
}

function describeMachine() {
  const processors = cpus()
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown CPU',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    v8: process.versions.v8,
  }
}

/**
 * @param {Budget} budget
 * @param {Options} options
 * @param {any} Sluice
 * @returns {Promise<Section>}
 */
async function runFlags(budget, options, Sluice) {
  const rows = prepareRows()
  const systems = Sluice ? await openSluiceFlags(Sluice, rows) : []
  for (const name of FLAG_PEERS.filter(options.includes)) {
    const { open } = await import(`./versus/${name}.js`)
    systems.push(await open(rows))
  }

  const empty = openEmptyFlags(rows)
  const subjects = [await flagSubject(empty, rows.length)]
  for (const system of systems) {
    subjects.push(await flagSubject(system, await checkFlagSystem(system, rows)))
  }
  report(
    `flags: ${systems.length} systems gave the expected variant for each of ${rows.length} rows`,
  )

  const readings = await runRounds('flags', subjects, budget)
  for (const system of systems) await system.close()
  return {
    work: 'flags',
    title: 'One flag, three rules, a fresh context for each call',
    rows: readings,
  }
}

/**
 * @param {import('./work/flags.js').FlagSystem} system
 * @param {number} betaCount
 */
function flagSubject(system, betaCount) {
  return subjectOf('flags', system.name, {
    isAsync: system.isAsync,
    accept: variant => variant === 'beta',
    acceptedInBatch: betaCount,
    step: () => system.evaluate,
  })
}

/**
 * The limiters that take part, each checked to refuse when it should.
 * @param {Options} options
 * @param {any} Sluice
 */
async function checkedLimits(options, Sluice) {
  const all = await limitSystems(Sluice)
  const chosen = [...all].filter(([name]) => name === 'sluice' || options.includes(name))
  for (const [name, open] of chosen) await checkLimitSystem(name, open)
  return chosen
}

/**
 * @param {Budget} budget
 * @param {Options} options
 * @param {any} Sluice
 * @returns {Promise<Section>}
 */
async function runHotKey(budget, options, Sluice) {
  const limits = await checkedLimits(options, Sluice)
  report(`limits: ${limits.length} systems admitted a burst of 5 and refused the sixth`)
  const systems = [openEmptyLimits()]
  for (const [, open] of limits) systems.push(await open('ample'))
  const subjects = await Promise.all(
    systems.map(system =>
      subjectOf(
        'hot key',
        system.name,
        limitCall(system, loops => loops.hotStep(system.take, HOT_KEY)),
      ),
    ),
  )
  const rows = await runRounds('hot key', subjects, budget)
  for (const system of systems) await system.close()
  return { work: 'hot key', title: 'A rate limit, one hot key', rows }
}

/**
 * One system at a time holds its keys: a million entries of one would be work for the collector in
 * the measurement of the next. The rounds still alternate between the systems.
 *
 * @param {Budget} budget
 * @param {Options} options
 * @param {any} Sluice
 * @param {boolean} fresh whether each call comes with a string of its own, as a request does
 * @returns {Promise<Section>}
 */
async function runManyKeys(budget, options, Sluice, fresh) {
  const limits = await checkedLimits(options, Sluice)
  const { keys, order } = prepareKeys(budget.keysCount)
  const asked = askedKeys(keys, order, fresh)
  const work = fresh ? 'many keys' : 'many keys, stored strings'
  /** @type {[string, import('./work/limits.js').OpenLimits][]} */
  const entries = [['empty', openEmptyLimits], ...limits]
  /** @type {Map<string, any[]>} */
  const rounds = new Map(entries.map(([name]) => [name, []]))
  const watches = new Map()
  for (let round = 0; round < budget.keysRounds; round++) {
    report(`${work}: round ${round + 1} of ${budget.keysRounds}`)
    for (const [name, open] of entries) {
      const system = await open('ample')
      await fillKeys(system, keys)
      collectGarbage()
      const subject = await subjectOf(
        work,
        name,
        limitCall(system, loops => loops.keysStep(system.take, asked)),
      )
      rounds.get(name)?.push((await measureRound([subject], budget)).get(name))
      if (round === 0) watches.set(name, await watchCollector(subject, budget))
      await system.close()
      collectGarbage()
    }
  }
  const rows = entries.map(([name]) => ({
    name,
    reading: { ...mergeRounds(rounds.get(name) ?? []), ...watches.get(name) },
    footprint: name === 'empty' || !fresh ? undefined : measureFootprint(name, budget.keysCount),
  }))
  const count = budget.keysCount.toLocaleString('en')
  const strings = fresh ? 'each call with a string of its own' : 'the stored strings again'
  return { work, title: `A rate limit, ${count} keys in random order, ${strings}`, rows }
}

/**
 * @param {string} name
 * @param {number} keysCount
 */
function measureFootprint(name, keysCount) {
  report(`memory: ${keysCount} keys in ${name}`)
  const argv = ['--expose-gc', pathOf('work/footprint.js'), name, String(keysCount)]
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' }))
}

/**
 * A B C A B C: every round visits each system, so that a disturbance hits all alike.
 * @param {string} work
 * @param {import('./measure.js').Subject[]} subjects
 * @param {Budget} budget
 * @returns {Promise<Row[]>}
 */
async function runRounds(work, subjects, budget) {
  /** @type {Map<string, any[]>} */
  const rounds = new Map(subjects.map(subject => [subject.name, []]))
  for (let round = 0; round < budget.rounds; round++) {
    report(`${work}: round ${round + 1} of ${budget.rounds}`)
    // Each round starts with another system, so that none is always behind the same one.
    const first = round % subjects.length
    const order = [...subjects.slice(first), ...subjects.slice(0, first)]
    const readings = await measureRound(order, budget)
    for (const [name, reading] of readings) rounds.get(name)?.push(reading)
  }
  /** @type {Row[]} */
  const rows = []
  for (const subject of subjects) {
    const merged = mergeRounds(rounds.get(subject.name) ?? [])
    const reading = { ...merged, ...(await watchCollector(subject, budget)) }
    rows.push({ name: subject.name, reading })
  }
  return rows
}

/**
 * Progress goes to stderr: the table can be redirected alone.
 * @param {string} message
 */
function report(message) {
  console.error(message)
}
