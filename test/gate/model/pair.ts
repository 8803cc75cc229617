// The engine and the composition side by side: the same is done to both, and what they answer is compared.
import { expect } from 'vitest'
import type { DecisionAnswer, DecisionRequest, GateContext } from '../../../src/gate/types.ts'
import { type Reservation, Sluice, type SluiceOptions } from '../../../src/index.ts'
import { Inspection } from '../../threads/helpers.ts'
import { Changes } from './changes.ts'
import { Composition, type Expected, type Mode } from './composition.ts'
import { PEPPERS } from './credentials.ts'
import type { GateConfig } from './definition.ts'
import { GATES, OWN_NUMBERS } from './names.ts'
import { openSeparate } from './separate.ts'
import type { Asked, Shown, Step } from './steps.ts'
import { WALL_MS } from './times.ts'
import { SESSIONS } from './tokens.ts'
import { MANGLERS } from './world.ts'

/** Small, for the tests open thousands. */
const SIZES: SluiceOptions = {
  limitKeysMax: 1_024,
  leasesMax: 256,
  exceptionsMax: 256,
  requestsMax: 64,
  logKeysMax: 256,
  rulesetBytesMax: 131_072,
  lanesMax: 2,
}
const COUNTERS = { limitsMax: 64, attributesMax: 64, flagsMax: 16, contextsMax: 2 }

/**
 * Whether a look at a limit can change what is left of it: by other numbers than those of the look before it is converted,
 * under these rules not without a loss. Explaining looks also where a decision does not get as far.
 */
function converts({ limits }: GateConfig): boolean {
  return Object.values(limits).some(({ change = 'used' }) => change !== 'used')
}

export class Pair {
  readonly sluice: Sluice
  readonly composition: Composition
  readonly #separate: Sluice
  readonly #clock: { now: number }
  readonly #inspection: Inspection | undefined
  readonly #changes: Changes
  readonly #reservations: { id: string; expected: Reservation }[] = []
  readonly #ids = new Set<string>()
  readonly #contexts = new Map<string, GateContext>()
  /** How often each code was the answer. */
  readonly codes = new Map<string, number>()

  private constructor(
    config: GateConfig,
    sluice: Sluice,
    separate: Sluice,
    clock: { now: number },
    isInspected: boolean,
  ) {
    this.sluice = sluice
    this.composition = new Composition(config, separate, () => WALL_MS + Math.floor(clock.now))
    this.#changes = new Changes(sluice, this.composition)
    this.#separate = separate
    this.#clock = clock
    if (isInspected) this.#inspection = new Inspection(sluice)
  }

  static async open(config: GateConfig, options: SluiceOptions): Promise<Pair> {
    const clock = { now: 0 }
    const clocks = { clock: () => clock.now, wallClock: () => WALL_MS + clock.now }
    const separate = await openSeparate(config, OWN_NUMBERS, {
      ...SIZES,
      ...COUNTERS,
      ...clocks,
      shared: false,
    })
    const all = { ...SIZES, ...COUNTERS, ...clocks, peppers: PEPPERS, ...options }
    const sluice = await Sluice.open({ ...config, sessions: SESSIONS }, all)
    return new Pair(config, sluice, separate, clock, options.shared === true && !converts(config))
  }

  close(): void {
    this.sluice.close()
    this.#separate.close()
  }

  async apply(step: Step): Promise<void> {
    this.#clock.now += step.wait
    switch (step.kind) {
      case 'ask':
        await this.#ask(step.mode, GATES[step.gate]!, step.asked)
        return
      case 'settle':
        this.#settle(step.which, step.actual)
        return
      default:
        this.#changes.apply(step)
    }
  }

  async #ask(mode: Mode, gate: string, asked: Asked): Promise<void> {
    const request = this.#requestOf(asked)
    const handle = this.sluice.gate(gate)
    // What ends with the time, ends now, and not in the call that is looked at.
    if (this.#inspection !== undefined) handle.explain(request)
    const before = this.#inspection?.tables()
    const answer = asked.isAsync
      ? await handle[`${mode}Async`](request)
      : handle[mode](request).toJSON()
    const { id, configVersion, reservation, ...found } = answer
    const expected = this.#expected(gate, request, mode, asked.isAsync, found)
    expect(found).toEqual(expected)
    expect(configVersion).toBe(this.sluice.version)
    expect(this.#ids.has(id), 'the id is new').toBe(false)
    this.#ids.add(id)
    const { code, principal } = found
    for (const met of [code, `${code} of type ${principal.type}`]) {
      this.codes.set(met, (this.codes.get(met) ?? 0) + 1)
    }
    if (mode === 'check') {
      // An explanation verifies no JWT.
      this.#explain(gate, request, this.composition.decide(gate, request, mode, false))
    }
    const held = this.composition.reservation
    expect(reservation !== undefined, 'there is a reservation').toBe(held !== undefined)
    if (held !== undefined) this.#reservations.push({ id: reservation!, expected: held })
    if (before !== undefined && (!found.allow || mode === 'check')) {
      const isSame = Buffer.compare(before, this.#inspection!.tables()) === 0
      expect(isSame, `${mode} wrote nothing, being ${found.code}`).toBe(true)
    }
  }

  /** Explained, it is the same decision, and the first step that fails says why. */
  #explain(gate: string, request: DecisionRequest, expected: Expected): void {
    const { decision, steps } = this.sluice.gate(gate).explain(request)
    const { id, configVersion, ...explained } = decision
    expect(explained, 'explained').toEqual(expected)
    this.#ids.add(id)
    const failed = steps.find(({ verdict }) => verdict === 'failed')
    if (failed !== undefined) expect(failed.code, failed.step).toBe(expected.code)
    else if (steps.every(({ verdict }) => verdict === 'passed')) expect(expected.allow).toBe(true)
  }

  /** A session that has ended may still be known to have been one, or not any more. */
  #expected(
    gate: string,
    request: DecisionRequest,
    mode: Mode,
    isAsync: boolean,
    found: Pick<DecisionAnswer, 'principal'>,
  ): Expected {
    const expected = this.composition.decide(gate, request, mode, isAsync)
    const { type } = expected.principal
    const hasEnded =
      expected.code === 'CREDENTIAL_EXPIRED' && (type === 'session' || type === 'jwt')
    if (!hasEnded || found.principal.type !== 'none') return expected
    this.composition.credentials.forget(request.credential!)
    return this.composition.decide(gate, request, mode, isAsync)
  }

  #requestOf({ shown, cost, ip, country, targetingKey, isLying }: Asked): DecisionRequest {
    const lies = {
      tenant: { id: 't1', plan: 'pro', state: 'active', size: 'de' },
      principal: { type: 'key', id: 'legacy-4', subject: 'ann' },
      key: { id: 'legacy-4', environment: 'live' },
      session: { id: 's', issuer: 'i' },
    }
    const context = {
      ...(isLying && lies),
      ...(ip !== undefined && { ip }),
      ...(country !== undefined && { country }),
      ...(targetingKey !== undefined && { targetingKey }),
    }
    // The same object again, where the same is said: what is remembered of one must be of this engine's last caller.
    const text = JSON.stringify(context)
    const same = this.#contexts.get(text) ?? context
    this.#contexts.set(text, same)
    const isLeftOut = text === '{}' && this.#ids.size % 2 === 0
    return {
      ...this.#credential(shown),
      ...(!isLeftOut && { context: same }),
      ...(cost !== undefined && { cost }),
    }
  }

  #credential(shown: Shown): DecisionRequest {
    if (shown.kind === 'nothing') return {}
    if (shown.kind === 'text') return { credential: shown.text }
    const { texts, sessions, tokens } = this.#changes
    if (shown.kind === 'token' && tokens.length > 0) {
      return { credential: tokens[shown.which % tokens.length]!.text }
    }
    if (shown.kind === 'session' && sessions.length > 0) {
      return { credential: sessions[shown.which % sessions.length]!.token }
    }
    const text = texts[shown.which % texts.length]!
    if (shown.kind === 'two') return { credentials: [text, text] }
    return { credential: shown.kind === 'mangled' ? MANGLERS[shown.how](text) : text }
  }

  #settle(which: number, actual: number | undefined): void {
    const held = this.#reservations[which % this.#reservations.length]
    if (held === undefined) return
    const isHeld = this.sluice.settle(held.id, actual)
    expect(isHeld).toBe(held.expected.commit(actual))
  }
}
