// The scenarios that are searched. What must hold in all of them stands in the models, as assertions; README.md lists it.
import type { Scenario } from './scenario.ts'

/** Scenarios that only hold with changes of the code that are proposed, and not made yet, name them. */
export interface Holds extends Scenario {
  readonly mends?: readonly string[]
  /** Over a million states: what searches them is worth optimising. */
  readonly isLong?: boolean
}

/** A model with a step broken: Spin must find what comes of it. */
export interface Mutant {
  readonly breaks: string
  readonly scenario: string
  /** What Spin says. */
  readonly finds: RegExp
}

/** Something that the code does wrong: Spin finds it, and finds nothing once the code is mended. */
export interface Defect {
  readonly scenario: Scenario
  readonly mends: readonly string[]
  readonly finds: RegExp
}

/** A and B stand in the table: nothing is used, A is used up, or B. */
const FULL = [
  'skip',
  'STARTS_WITH(1, A, 1); STARTS_WITH(2, B, 2)',
  'STARTS_WITH(1, A, 2); STARTS_WITH(2, B, 1)',
]
const A_AND_B = { A: 1, B: 2 }

const ANY_TAKE = 'take A | take B | take C'
const ANY = `${ANY_TAKE} | take A 2 | group A B | group C A | give A | peek A | reset A | block A | unblock A | sweep`

export const TABLE: Readonly<Record<string, Holds>> = {
  'three threads that take from one key': {
    model: 'table',
    threads: [
      ['take A', 'take A'],
      ['take A', 'take A 2'],
      ['take A 2', 'take A'],
    ],
  },
  'three threads with three keys for two places': {
    model: 'table',
    threads: [
      ['take A', 'take B'],
      ['take B', 'take C'],
      ['take C', 'take A'],
    ],
  },
  'two threads that take any keys': {
    model: 'table',
    isLong: true,
    starts: FULL,
    known: A_AND_B,
    threads: [
      [ANY_TAKE, ANY_TAKE, ANY_TAKE],
      [ANY_TAKE, ANY_TAKE, ANY_TAKE],
    ],
  },
  'two threads that do anything, twice': {
    model: 'table',
    isLong: true,
    starts: FULL,
    known: A_AND_B,
    threads: [
      [ANY, ANY],
      [ANY, ANY],
    ],
  },
  'three threads that do anything': {
    model: 'table',
    isLong: true,
    starts: ['STARTS_WITH(1, A, 1); STARTS_WITH(2, B, 1)'],
    known: A_AND_B,
    threads: [[ANY], [ANY], [ANY]],
  },
  'groups against takes of their keys': {
    model: 'table',
    starts: FULL,
    known: A_AND_B,
    defines: { STALE: 1 },
    threads: [['group A B', 'group B C'], ['take A', 'take C'], ['take B 2']],
  },
  'groups over two sets, in both orders': {
    model: 'table',
    defines: { SETS: 2, STALE: 1 },
    threads: [
      ['group A B | take A 2', 'group B A | take C'],
      ['group B A | take A 2', 'group A B | take C'],
    ],
  },
  'a key that is blocked while others take from it': {
    model: 'table',
    starts: FULL,
    known: A_AND_B,
    threads: [['block A', 'unblock A'], ['take A', 'take A'], ['take A | reset A | take C']],
  },
  'a table that is swept while others take from it': {
    model: 'table',
    starts: FULL,
    known: A_AND_B,
    threads: [['sweep'], ['take A', 'take A'], ['take B | take C', 'take A']],
  },
  'an entry that gets another key seven times': {
    model: 'table',
    defines: { ENTRIES: 1 },
    threads: [
      ['take A', 'take A'],
      ['take B', 'take C', 'take B', 'take C', 'take B', 'take C', 'take B'],
    ],
  },
  'a thread that dies with a lock, and one that goes on': {
    model: 'table',
    defines: { DEAD: 1 },
    threads: [
      ['take A | take B | group A B | reset A | block A'],
      ['take A | take B', 'take A | take B | group A B | sweep'],
    ],
  },
}

const RESERVED = ['STARTS_WITH(0, 3, 1)']

export const LEASES: Readonly<Record<string, Holds>> = {
  'a lease that is committed by three threads as it ends': {
    model: 'lease',
    isLong: true,
    defines: { LEASES: 1 },
    threads: [['reserve 1', 'commit 1'], ['look | commit 1'], ['look | commit 1']],
  },
  'a lease that ends while the lane is behind': {
    model: 'lease',
    defines: { LEASES: 1, STALE: 1 },
    threads: [['reserve 1', 'commit 1'], ['look | commit 1']],
  },
  'two leases that are reserved at the same time': {
    model: 'lease',
    defines: { SETS: 2, PAGE: 2, TIME_MAX: 1, TTL: 2 },
    threads: [['reserve 1'], ['reserve 2']],
  },
  'a lease that is used again at once': {
    model: 'lease',
    defines: { LEASES: 1, TTL: 9, TIME_MAX: 0 },
    threads: [
      ['reserve 1', 'commit 1', 'reserve 2'],
      ['commit 1', 'commit 1'],
    ],
  },
  'a lease that ends while another is reserved': {
    model: 'lease',
    mends: ['MEND_ENDED'],
    starts: RESERVED,
    threads: [['reserve 1'], ['look | commit 3', 'look']],
  },
  'two leases of one page, of which one ends while the other is reserved': {
    model: 'lease',
    isLong: true,
    mends: ['MEND_ENDED'],
    defines: { PAGE: 2 },
    starts: RESERVED,
    threads: [
      ['reserve 1', 'commit 1'],
      ['look | commit 3', 'reserve 2'],
    ],
  },
  'a lease that is renewed as it ends': {
    model: 'lease',
    isLong: true,
    mends: ['MEND_ENDED', 'MEND_RENEWED'],
    defines: { TIME_MAX: 3 },
    threads: [
      ['reserve 1', 'renew 1', 'commit 1'],
      ['look', 'look'],
    ],
  },
  'a lease that is renewed and left': {
    model: 'lease',
    mends: ['MEND_ENDED', 'MEND_RENEWED'],
    defines: { LEASES: 1 },
    threads: [
      ['reserve 1', 'renew 1'],
      ['look', 'look'],
    ],
  },
  'two leases, and anything': {
    model: 'lease',
    isLong: true,
    mends: ['MEND_ENDED', 'MEND_RENEWED'],
    threads: [
      ['reserve 1', 'commit 1 | renew 1'],
      ['reserve 2', 'look | commit 1 | renew 2'],
    ],
  },
  'leases of threads that seem to have died': {
    model: 'lease',
    isLong: true,
    mends: ['MEND_ENDED', 'MEND_SINCE'],
    defines: { ABANDONED: 2, TIME_MAX: 4 },
    threads: [
      ['reserve 1', 'commit 1'],
      ['reserve 2', 'look'],
    ],
  },
}

export const MUTANTS: Readonly<Record<string, Mutant>> = {
  M_NO_LOCK: {
    breaks: 'operate() does not lock',
    scenario: 'three threads that take from one key',
    finds: /tag\[|used\[|word\[/,
  },
  M_NO_LOOK_UNDER_LOCK: {
    breaks: 'the inserter does not look again when it has the lock',
    scenario: 'three threads that take from one key',
    finds: /tag\[1\].*!=.*tag\[2\]/,
  },
  M_NO_TAG_RECHECK: {
    breaks: 'take() does not read the tag after the word',
    scenario: 'two threads that take any keys',
    finds: /owner\[entry\]==/,
  },
  M_NO_SIGN_CHECK: {
    breaks: 'take() does not mind a claim',
    scenario: 'two threads that take any keys',
    finds: /owner\[entry\]==/,
  },
  M_NO_BUMP_INSERT: {
    breaks: 'insert() leaves the generation as it was',
    scenario: 'two threads that take any keys',
    finds: /owner\[entry\]==/,
  },
  M_NO_BUMP_RELEASE: {
    breaks: 'release() leaves the generation as it was when the tag changes',
    scenario: 'a key that is blocked while others take from it',
    finds: /owner\[entry\]==|blockInForce/,
  },
  M_WORD_BEFORE_TAG: {
    breaks: 'the word is written before the tag',
    scenario: 'two threads that take any keys',
    finds: /used\[|owner\[/,
  },
  M_INSERT_STORE: {
    breaks: 'insert() stores its claim without comparing',
    scenario: 'two threads that take any keys',
    finds: /used\[\(victimTag&3\)\]==0/,
  },
  M_UNCOUNTED: {
    breaks: 'what an evicted key had used is not counted as leaked',
    scenario: 'two threads that take any keys',
    finds: /used\[\(victimTag&3\)\]==0/,
  },
  M_NO_CLAIM: {
    breaks: 'operate() does not claim the entries',
    scenario: 'groups against takes of their keys',
    finds: /used\[key\[part\]\]==partState\[part\]/,
  },
  M_PART_BY_PART: {
    breaks: 'each part of a group decides for itself',
    scenario: 'groups against takes of their keys',
    finds: /charged==/,
  },
  M_LOCKS_IN_ORDER_OF_PARTS: {
    breaks: 'a group takes its locks in the order of its parts',
    scenario: 'groups over two sets, in both orders',
    finds: /invalid end state/,
  },
  M_NO_HIDE: {
    breaks: 'a block does not hide the entry of the key',
    scenario: 'a key that is blocked while others take from it',
    finds: /blockInForce/,
  },
  M_SWEEP_NO_LOCK: {
    breaks: 'sweep() does not lock',
    scenario: 'two threads that do anything, twice',
    finds: /tag\[|used\[|word\[/,
  },
  M_NO_CAS: {
    breaks: 'a lease is settled without a compare-and-swap',
    scenario: 'a lease that is committed by three threads as it ends',
    finds: /status\[|inFlight/,
  },
  M_SAME_GENERATION: {
    breaks: 'a lease keeps its generation when it is used again',
    scenario: 'a lease that is used again at once',
    finds: /status\[mine\]==/,
  },
  M_LOWER_WITHOUT_CAS: {
    breaks: 'deadlines are lowered without a compare-and-swap',
    scenario: 'two leases that are reserved at the same time',
    finds: /lowest\[/,
  },
  M_RAISE_LATE: {
    breaks: 'the words are put up after looking',
    scenario: 'a lease that ends while another is reserved',
    finds: /lowest\[/,
  },
  M_NOTE_BEFORE: {
    breaks: 'a deadline is noted before the lease is held, and not again',
    scenario: 'a lease that ends while another is reserved',
    finds: /lowest\[/,
  },
  M_CONTROL_FIRST: {
    breaks: 'the word of all leases is lowered before that of the page',
    scenario: 'a lease that ends while another is reserved',
    finds: /lowest\[/,
  },
  M_NO_NOTE_AFTER_RENEWAL: {
    breaks: 'a renewed deadline is not noted',
    scenario: 'a lease that is renewed and left',
    finds: /lowest\[/,
  },
}

export const DEFECTS: Readonly<Record<string, Defect>> = {
  'a key is refused because of what another key has used': {
    mends: ['MEND_REFUSAL'],
    finds: /isMine/,
    scenario: {
      model: 'table',
      defines: { ENTRIES: 1, CHECK_REFUSAL: 1 },
      starts: ['STARTS_WITH(1, A, 1)'],
      known: { A: 1 },
      threads: [['take A'], ['take B 2', 'take A']],
    },
  },
  'two threads take over the lock of one that died': {
    mends: ['MEND_TAKEOVER'],
    finds: /used\[|tag\[|word\[/,
    scenario: {
      model: 'table',
      defines: { DEAD: 1 },
      threads: [['take A'], ['take A'], ['take A']],
    },
  },
  'what a dead thread had claimed is evicted without being counted': {
    mends: ['MEND_UNCOUNTED'],
    finds: /used\[\(victimTag&3\)\]==0/,
    scenario: {
      model: 'table',
      defines: { DEAD: 1 },
      starts: ['STARTS_WITH(1, A, 1); STARTS_WITH(2, B, 2)'],
      threads: [['slow A | reset A'], ['take C', 'take B | take C']],
    },
  },
  'a lease that has only begun is ended for the one that stood there before': {
    mends: ['MEND_ENDED'],
    finds: /ends\[mine\]<=t/,
    scenario: {
      model: 'lease',
      defines: { LEASES: 1 },
      starts: RESERVED,
      threads: [['look'], ['look', 'reserve 1']],
    },
  },
  'a lease that was renewed is ended': {
    mends: ['MEND_RENEWED'],
    finds: /ends\[mine\]<=t/,
    scenario: {
      model: 'lease',
      defines: { LEASES: 1, MEND_ENDED: 1, CHECK_GONE: 1, TIME_MAX: 3 },
      threads: [['reserve 1', 'renew 1', 'commit 1'], ['look']],
    },
  },
  'a lease that was claimed just now is taken from a thread that lives': {
    mends: ['MEND_SINCE'],
    finds: /status\[|inFlight|state\[/,
    scenario: {
      model: 'lease',
      defines: { LEASES: 1, ABANDONED: 2, MEND_ENDED: 1 },
      starts: ['now = 3'],
      threads: [['reserve 1'], ['reserve 2']],
    },
  },
  'a lease that is being settled is taken from a thread that lives': {
    mends: ['MEND_SINCE'],
    finds: /status\[|inFlight|state\[/,
    scenario: {
      model: 'lease',
      defines: { LEASES: 1, ABANDONED: 2, MEND_ENDED: 1 },
      starts: ['STARTS_WITH(0, 3, 1); now = 4'],
      threads: [['look'], ['reserve 1']],
    },
  },
  'a lease that a reset of another key passes by is ended by nobody': {
    mends: ['MEND_DROP'],
    finds: /lowest\[/,
    scenario: {
      model: 'lease',
      defines: { LEASES: 1, SETS: 2, MEND_ENDED: 1 },
      starts: ['STARTS_WITH(0, 1, 1)'],
      threads: [['keep 1', 'reserve 2', 'look'], ['reset 1']],
    },
  },
  'a lease is said to be gone because of a reset of another key': {
    mends: ['MEND_DROP'],
    finds: /was>=/,
    scenario: {
      model: 'lease',
      defines: { LEASES: 1, SETS: 2, MEND_ENDED: 1, CHECK_GONE: 1 },
      starts: ['STARTS_WITH(0, 1, 1)'],
      threads: [['keep 1', 'reserve 2', 'commit 2'], ['reset 1']],
    },
  },
  'a thread that dies while it looks for ended leases hides those of others': {
    mends: ['MEND_RAISE'],
    finds: /state\[i\]&3/,
    scenario: {
      model: 'lease',
      defines: { DEAD: 1, ABANDONED: 2 },
      threads: [['look'], ['reserve 1']],
    },
  },
}

/** What Spin finds and no small change mends. */
export const KNOWN: Readonly<Record<string, Omit<Defect, 'mends'>>> = {
  // As rare as an entry that is lost eight times between a load and a swap.
  'an entry that gets another key eight times has its old word again': {
    finds: /owner\[entry\]==/,
    scenario: {
      model: 'table',
      defines: { ENTRIES: 1 },
      threads: [
        ['take A', 'take A'],
        ['take B', 'take C', 'take B', 'take C', 'take B', 'take C', 'take B', 'take C'],
      ],
    },
  },
  'a lease that is being settled while its key is reset puts back what others have taken': {
    finds: /isForgotten\[mine\]/,
    scenario: {
      model: 'lease',
      starts: ['STARTS_WITH(0, 1, 1)'],
      threads: [['commit 1'], ['reset 1', 'reserve 2']],
    },
  },
}
