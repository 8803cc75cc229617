// A gate of one version of the config, as a thread needs it to ask: what to encode, and what the answer's slots are about.
import * as layout from '../../assembly/shared/gate.ts'
import { HEADER_GATE_COUNT, HEADER_GATES, HEADER_IDENTITY } from '../../assembly/shared/ruleset.ts'
import { type FlagView, readAttribute } from '../engine/decode.ts'
import type { EncodePlan } from '../engine/encode.ts'
import type { Engine } from '../engine/engine.ts'
import type { RulesetReader } from '../engine/reader.ts'
import { SluiceError } from '../errors.ts'
import type { LimitParts } from '../limit-parts.ts'
import { FACT_PATHS } from '../rules/gate.ts'
import type { GateDetails, IdentityDetails } from '../rules/identity.ts'
import type { KeyPart } from '../rules/limit.ts'

/** A limit whose key the host says. */
export interface HostKey {
  readonly part: number
  readonly limit: string
  readonly parts: readonly KeyPart[]
  /** Whether parts of it are the credential's. */
  readonly needsFacts: boolean
}

/** Where the answer about a flag or feature is. */
export interface Slot {
  readonly slot: number
  /** Which step of the program answers it, counted from 0. */
  readonly step: number
}

/** One version of a gate. Addresses are good as long as the version is live, or held. */
export interface GateView {
  readonly version: number
  readonly ruleset: number
  /** Address of the record; 0 of what only asks who is calling. */
  readonly gate: number
  readonly plan: EncodePlan
  readonly details: GateDetails
  readonly identity: IdentityDetails
  readonly flags: readonly FlagView[]
  /** Slots of flags and features, and the step from which on each is answered. */
  readonly flagSlots: ReadonlyMap<string, Slot>
  readonly featureSlots: ReadonlyMap<string, Slot>
  readonly hostKeys: readonly HostKey[]
  /** The name of a limit of slots among the gate's, which can only be reserved. */
  readonly slots: string | undefined
}

const NO_GATE: GateDetails = { features: [], flags: [], limits: [], steps: [] }

/** Names of the gates of the ruleset at an address. */
export function readGateNames(engine: Engine, ruleset: number): string[] {
  const count = engine.u32[(ruleset + HEADER_GATE_COUNT) >> 2]!
  const first = ruleset + engine.u32[(ruleset + HEADER_GATES) >> 2]!
  return Array.from({ length: count }, (_, index) => {
    const record = first + index * layout.GATE_BYTES
    return engine.readString(ruleset + engine.u32[(record + layout.GATE_NAME) >> 2]!)
  })
}

const known = new WeakMap<Engine, { version: number; identity: IdentityDetails }>()

/** What the live version says of who is calling: one copy for all gates of a thread. With the version pinned. */
function readIdentity(engine: Engine, ruleset: number, version: number): IdentityDetails {
  const found = known.get(engine)
  if (found?.version === version) return found.identity
  const text = engine.readString(ruleset + engine.u32[(ruleset + HEADER_IDENTITY) >> 2]!)
  const identity = JSON.parse(text) as IdentityDetails
  known.set(engine, { version, identity })
  return identity
}

/**
 * The gate as it is now; of `undefined` what asks only who is calling.
 * @throws SluiceError GATE_NOT_FOUND, CLOSED
 */
export function viewGate(parts: LimitParts, name: string | undefined): GateView {
  const { engine, reader } = parts
  return reader.pinned((ruleset, version) => {
    const field = (offset: number) => engine.u32[(ruleset + offset) >> 2]!
    const read = <Details>(offset: number) =>
      JSON.parse(engine.readString(ruleset + offset)) as Details
    const identity = readIdentity(engine, ruleset, version)
    const base = { version, ruleset, identity, slots: undefined }
    if (name === undefined) {
      return {
        ...base,
        gate: 0,
        plan: [],
        details: NO_GATE,
        flags: [],
        hostKeys: [],
        ...slotsOf(NO_GATE),
      }
    }
    const index = readGateNames(engine, ruleset).indexOf(name)
    if (index === -1) throw new SluiceError('GATE_NOT_FOUND', `there is no gate '${name}'`)
    const gate = ruleset + field(HEADER_GATES) + index * layout.GATE_BYTES
    const details = read<GateDetails>(engine.u32[(gate + layout.GATE_DETAILS) >> 2]!)
    return {
      ...base,
      gate,
      details,
      ...slotsOf(details),
      plan: readPlan(engine, ruleset, gate),
      flags: details.flags.map(key => flagOf(reader, key, version)),
      hostKeys: hostKeys(details),
      slots: details.limits.find(({ isSlots }) => isSlots)?.name,
    }
  })
}

/** Features come before flags, and flags before limits, which are the last steps. */
function slotsOf({ features, flags, limits, steps }: GateDetails) {
  const firstFlag = steps.length - limits.length - flags.length
  const slots = (names: readonly string[], first: number) =>
    new Map(names.map((name, slot) => [name, { slot, step: first + slot }]))
  return {
    featureSlots: slots(features, firstFlag - features.length),
    flagSlots: slots(flags, firstFlag),
  }
}

function flagOf(reader: RulesetReader, key: string, version: number): FlagView {
  const view = reader.heldFlag(key, version)
  if (view === undefined) throw new Error(`the gate's flag '${key}' is not in the ruleset`)
  return view
}

function readPlan(engine: Engine, ruleset: number, gate: number): EncodePlan {
  const count = engine.u32[(gate + layout.GATE_ATTRIBUTE_COUNT) >> 2]!
  const list = ruleset + engine.u32[(gate + layout.GATE_ATTRIBUTES) >> 2]!
  return Array.from({ length: count }, (_, position) => {
    const index = engine.u16[(list + 4 * position) >> 1]!
    return readAttribute(engine, ruleset, index, undefined)
  })
}

function hostKeys(details: GateDetails): HostKey[] {
  return details.limits.flatMap(({ name, key }, part) => {
    if (key === undefined) return []
    return [
      {
        part,
        limit: name,
        parts: key,
        needsFacts: key.some(({ path }) => FACT_PATHS.has(JSON.stringify(path))),
      },
    ]
  })
}
