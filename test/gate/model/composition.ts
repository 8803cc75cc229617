// A decision put together from separate calls, as an application does without gates: it looks the credential up, asks
// for the permission and the plan, evaluates flags, and asks the limits, each on its own. Flags and limits are those of
// a second engine, which knows of nothing else.
import { DECISION_CODES, type DecisionCode } from '../../../src/gate/codes.ts'
import type {
  DecisionAnswer,
  DecisionRequest,
  FeatureAnswer,
  FlagAnswer,
  PrincipalAnswer,
  TenantState,
} from '../../../src/gate/types.ts'
import type {
  Limit,
  LimitAnswer,
  LimitGroup,
  PreparedContext,
  Reservation,
  Sluice,
} from '../../../src/index.ts'
import { Credentials, credentialCode, isInNetworks, isMalformed, NOBODY } from './credentials.ts'
import type { Feature, Gate, GateConfig, Tenant } from './definition.ts'
import { contextOf, factsOf } from './facts.ts'
import { isPermitted } from './permissions.ts'
import { factorsOf, keyFault, ownPlan } from './separate.ts'
import { entitlementOf, isOfPlansOnly, numbersOf, planAnswer } from './tenant.ts'

/** An answer but for what no two engines have in common. */
export type Expected = Omit<DecisionAnswer, 'id' | 'configVersion' | 'reservation'>
export type Mode = 'decide' | 'check' | 'reserve'

const timeOrNull = (ms: number) => (Number.isFinite(ms) ? ms : null)

/** What is known while the steps of one decision are taken. */
interface Course {
  readonly gate: Gate
  readonly request: DecisionRequest
  readonly nowMs: number
  readonly isAsync: boolean
  tenant: Tenant | undefined
  answer: Expected
}

/** Why a step failed, and what it is about. */
type Failure = [code: DecisionCode, detail?: string] | undefined

export class Composition {
  readonly config: GateConfig
  readonly credentials = new Credentials()
  readonly tenants: Map<string, Tenant>
  /** What the last `reserve` holds. */
  reservation: Reservation | undefined
  readonly #separate: Sluice
  /** Unix ms. */
  readonly now: () => number

  constructor(config: GateConfig, separate: Sluice, now: () => number) {
    this.config = config
    this.#separate = separate
    this.now = now
    this.tenants = new Map(Object.entries(config.tenants))
    for (const key of config.keys) this.credentials.keys.set(key.id, key)
  }

  /** @param isAsync whether a JWT that is not known yet is verified */
  decide(gateName: string, request: DecisionRequest, mode: Mode, isAsync: boolean): Expected {
    const course: Course = {
      isAsync,
      gate: this.config.gates[gateName]!,
      request,
      nowMs: this.now(),
      tenant: undefined,
      answer: emptyAnswer(),
    }
    this.reservation = undefined
    const failure =
      this.#credential(course) ??
      this.#tenant(course) ??
      this.#permission(course) ??
      this.#features(course) ??
      this.#flags(course) ??
      this.#limits(course, mode)
    const { answer } = course
    const [code, detail = null] = failure ?? ['ALLOWED']
    answer.allow = code === 'ALLOWED'
    answer.code = code
    answer.status = DECISION_CODES[code].status
    answer.detail = detail
    if (answer.allow) answer.retryMs = 0
    return answer
  }

  #credential(course: Course): Failure {
    const { gate, request, nowMs, isAsync } = course
    const { credential = ['key', 'session'] } = gate
    const texts = [request.credential, ...(request.credentials ?? [])].filter(
      text => text !== undefined,
    )
    if (texts.length > 1) return ['CREDENTIAL_AMBIGUOUS']
    const text = texts[0]
    if (text === undefined) {
      return credential.includes('none') ? undefined : ['CREDENTIAL_MISSING']
    }
    if (isMalformed(text)) return ['CREDENTIAL_MALFORMED']
    const found = this.credentials.find(text, nowMs, isAsync)
    if (typeof found === 'string') return [found]
    this.#identify(course, found.principal)
    const code = credentialCode(found, nowMs)
    if (code !== undefined) return [code]
    if (!isInNetworks(found.networks, request.context?.ip)) return ['NETWORK_DENIED']
    const type = found.principal.type === 'key' ? 'key' : 'session'
    return credential.includes(type) ? undefined : ['CREDENTIAL_TYPE']
  }

  /** Whose the credential is, whether it is good or not. */
  #identify(course: Course, principal: PrincipalAnswer): void {
    course.answer.principal = principal
    course.tenant = this.tenants.get(principal.tenant)
    course.answer.plan = planAnswer(course.tenant, course.nowMs)
  }

  #tenant({ gate, tenant, answer }: Course): Failure {
    if (answer.principal.tenant !== '' && tenant === undefined) return ['TENANT_UNKNOWN']
    const { state } = answer.plan
    if ((gate.tenant ?? defaultStates(gate)).includes(state)) return undefined
    if (state === 'none') return ['TENANT_REQUIRED']
    if (state === 'suspended') return ['TENANT_SUSPENDED']
    return [state === 'past_due' ? 'TENANT_PAST_DUE' : 'TENANT_STATE']
  }

  #permission({ gate, answer }: Course): Failure {
    if (gate.permission === undefined) return undefined
    const { roles, permissions } = answer.principal
    const granted = [...permissions, ...roles.flatMap(role => this.config.roles[role] ?? [])]
    return isPermitted(granted, gate.permission)
      ? undefined
      : ['PERMISSION_DENIED', gate.permission]
  }

  #features(course: Course): Failure {
    const { gate, answer } = course
    const required = [gate.entitlement ?? []].flat()
    for (const name of required) {
      answer.features[name] = this.#feature(course, name)
      const { state } = answer.features[name]
      if (state === 'hidden') return ['FEATURE_HIDDEN', name]
      if (state === 'locked') return ['FEATURE_LOCKED', name]
      if (state === 'exhausted') return ['FEATURE_EXHAUSTED', name]
    }
    for (const name of gate.features ?? []) answer.features[name] ??= this.#feature(course, name)
    return undefined
  }

  #feature(course: Course, name: string): FeatureAnswer {
    const { tenant, nowMs } = course
    const feature = this.config.features[name]!
    if (feature.type === 'metered') return this.#metered(course, feature)
    const { value, source, untilMs } = entitlementOf(this.config, tenant, name, nowMs)
    const answer: FeatureAnswer = {
      state: 'enabled',
      value,
      source,
      validUntil: timeOrNull(untilMs),
    }
    if (value === null || (feature.type === 'boolean' && !value)) answer.state = 'locked'
    if (feature.type === 'gauge') {
      answer.used = tenant?.used?.[name] ?? 0
      if (value === 0) answer.state = 'locked'
      else if (typeof value === 'number' && answer.used >= value) answer.state = 'exhausted'
    }
    if (this.#isHidden(course, feature.flag)) answer.state = 'hidden'
    return answer
  }

  #isHidden(course: Course, flag: string | undefined): boolean {
    return flag !== undefined && this.#evaluate(course, flag).value !== true
  }

  /**
   * Before the limits are asked: what they answer can make it `exhausted`. The value is that of the numbers that count
   * for the tenant.
   */
  #metered(course: Course, { quota = '', flag }: Feature): FeatureAnswer {
    const { tenant, nowMs } = course
    const { source, untilMs } = numbersOf(this.config, tenant, quota, nowMs)
    const limit = this.#handle(course, quota)
    const answer: FeatureAnswer =
      limit === undefined
        ? { state: 'locked', value: null, source: 'none', validUntil: null }
        : {
            state: 'enabled',
            value: limit.peek('nobody', 0).limit,
            source,
            validUntil: timeOrNull(untilMs),
          }
    if (this.#isHidden(course, flag)) answer.state = 'hidden'
    return answer
  }

  #flags(course: Course): Failure {
    for (const name of course.gate.flags ?? []) {
      course.answer.flags[name] = this.#evaluate(course, name)
    }
    return undefined
  }

  #evaluate(course: Course, name: string): FlagAnswer {
    const { value, variant, reason, errorCode, metadata } = this.#separate
      .flag(name)
      .evaluate(this.#context(course))
    return {
      value: value ?? null,
      reason,
      ...(variant !== undefined && { variant }),
      ...(errorCode !== undefined && { errorCode }),
      ...(Object.keys(metadata).length > 0 && { metadata: { ...metadata } }),
    }
  }

  #context({ request, answer }: Course) {
    return contextOf(request.context ?? {}, factsOf(answer.principal, answer.plan))
  }

  /** The limit under the numbers that count; undefined where the plan does not have it. */
  #handle({ tenant, nowMs }: Course, name: string): Limit | undefined {
    const limit = this.#separate.limit(name)
    const { numbers, plan } = numbersOf(this.config, tenant, name, nowMs)
    if (numbers === 0) return undefined
    if (numbers === undefined) return isOfPlansOnly(this.config, name) ? undefined : limit
    return limit.plan(plan ?? ownPlan(numbers))
  }

  #limits(course: Course, mode: Mode): Failure {
    const { gate, request } = course
    const factors = factorsOf(gate)
    const names = Object.keys(factors)
    if (names.length === 0) return undefined
    const handles = names.map(name => this.#handle(course, name))
    const attributes = this.#context(course)
    const context = this.#separate.context(attributes)
    for (const [index, handle] of handles.entries()) {
      if (handle === undefined) return ['QUOTA_NOT_INCLUDED', names[index]!]
      const { key } = { ...this.config.limits, ...this.config.quotas }[names[index]!]!
      const fault = keyFault(handle, key, attributes, context)
      if (fault !== undefined) return [fault, names[index]!]
    }
    const costs = names.map(name => factors[name]! * (request.cost ?? 1))
    return this.#ask(course, mode, this.#separate.limitGroup(handles as Limit[]), context, costs)
  }

  #ask(
    { answer }: Course,
    mode: Mode,
    group: LimitGroup,
    key: PreparedContext,
    costs: number[],
  ): Failure {
    const result = (mode === 'decide' ? group.take(key, costs) : group.peek(key, costs)).toJSON()
    let answers: readonly LimitAnswer[] = result.limits
    // A reservation says what its parts answered; why it is refused, the look before it says.
    if (mode === 'reserve' && result.allowed) {
      this.reservation = group.reserve(key, costs)
      answers = this.reservation.answers
    }
    const names = result.limits.map(({ name }) => name)
    answer.limits = names.map((name, index) => ({
      ...answers[index]!,
      name,
      cost: costs[index]!,
    }))
    for (const [name, feature] of Object.entries(answer.features)) {
      const limit = answer.limits.find(part => part.name === this.config.features[name]?.quota)
      if (limit?.allowed === false && feature.state === 'enabled') feature.state = 'exhausted'
    }
    if (result.allowed) return undefined
    answer.retryMs = result.retryMs
    return [result.code, result.refusedBy!]
  }
}

/** Who asks for what plans give asks for a tenant. */
function defaultStates({ entitlement = [], credential = [] }: Gate): TenantState[] {
  const isForAll = entitlement.length === 0 || credential.includes('none')
  return ['active', 'trial', 'grace', ...(isForAll ? (['none'] as const) : [])]
}

function emptyAnswer(): Expected {
  return {
    allow: false,
    code: 'ALLOWED',
    status: 200,
    detail: null,
    retryMs: null,
    principal: NOBODY,
    plan: { id: '', state: 'none', trialEndsAt: null, graceEndsAt: null },
    features: {},
    flags: {},
    limits: [],
  }
}
