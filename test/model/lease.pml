/* Leases (assembly/limits/lease.ts, settle.ts) for Spin: what is reserved is settled exactly once, by its holder or
 * by whoever finds its deadline passed, and no deadline is lost.
 *
 * Each load, store and compare-and-swap of shared memory is one step. What operate() does to the table is one step
 * that waits for the lock of the set (table.pml looks into it): here it is a count of what is in flight.
 *
 *   state       generation << 4 | renewals << 2 | FREE, CLAIMED, HELD or SETTLING; the code has no renewals in it, they
 *               belong to MEND_RENEWED
 *   lowest[0]   the control block's word: no lease ends before. lowest[1...] the words of the pages
 *
 * Time goes on by itself, at any moment. A call has the time at which it began for its argument.
 *
 * scenario.h has the programs of the threads (PROGRAM), sizes, and the switches M_... (mutants) and MEND_... (proposed
 * changes of the code). With ABANDONED, leases are taken from threads that seem to have died, as claimLease() does,
 * and no call of a thread that lives takes longer than half of that; without it nobody is taken for dead, and calls take
 * as long as they like.
 */
#include "scenario.h"

#ifndef LEASES
#define LEASES 2
#endif
#ifndef PAGE
#define PAGE 1 /* leases that share a word */
#endif
#ifndef SLOTS
#define SLOTS 2 /* the limit: so many may be in flight */
#endif
#ifndef TIME_MAX
#define TIME_MAX 2
#endif
#ifndef TTL
#define TTL 1
#endif
/* A lease that is held when the threads start. */
#define STARTS_WITH(at, r, time) \
  state[at] = WORD(1, HELD); ticket[at] = r; deadline[at] = time; lowest[0] = time; inFlight[SET_OF(r)]++; \
  status[r] = ALIVE; ends[r] = time; handleIndex[r] = at + 1; handleGeneration[r] = 1
#ifndef START
#define START skip
#endif
#ifndef DEAD
#define DEAD 0
#endif

#ifndef SETS
#define SETS 1 /* that the keys of the reservations are in */
#endif
#define SET_OF(r) ((r) % SETS)

#define PAGES (LEASES / PAGE)
#define NEVER 255
#define LATE 100 /* when the last look for ended leases is taken */
#define TICKETS 4

#define FREE 0
#define CLAIMED 1
#define HELD 2
#define SETTLING 3

#define WORD(generation, s) (((generation) << 4) | (s))
#define GENERATION_OF(w) ((w) >> 4)
#define WITH(w, s) (((w) & 252) | (s))
#define RENEWED(w) (((w) & 240) | (((w) + 4) & 12) | HELD)

/* What a thread does. */
#define RESERVE 1
#define COMMIT 2
#define RENEW 3
#define LOOK 4 /* any call: it begins with endLeases */
#define RESET 5
#define KEEP 6 /* commit of what was reserved: operate() has nothing to do */

byte state[LEASES]
byte deadline[LEASES]
byte ticket[LEASES]      /* what the lease is about: limit, hash, stamp and cost. Of ours, the number of the reservation */
byte since[LEASES]       /* of MEND_SINCE */
byte lowest[1 + PAGES]
byte lockWord[SETS]
byte inFlight[SETS]
byte now

byte handleIndex[TICKETS + 1]       /* what the caller of reserve() was given: the index, + 1 */
byte handleGeneration[TICKETS + 1]

/* ghosts */
byte status[TICKETS + 1]  /* of a reservation */
#define UNUSED 0
#define ALIVE 1
#define RENEWING 2
#define ENDING 3
#define SETTLED 4
byte ends[TICKETS + 1]    /* its deadline */
bool isForgotten[TICKETS + 1] /* its key was reset */
byte began[THREADS + 1]   /* when the call of a thread began; NEVER if it is in none */
byte finished            /* threads that are done */
bool isDone              /* the first thread is */
bool dead                /* the first thread was terminated */

/* lease.ts, moveLease: swaps one word for another. Leaves in `was` the status of the reservation before (ghost). */
inline moveLease(at, from, to, r, becomes) {
  d_step {
    was = status[r];
    isMoved = (state[at] == from);
#ifdef M_NO_CAS
    isMoved = true;
#endif
    if
    :: isMoved -> state[at] = to; status[r] = becomes
    :: else
    fi
  }
}

/* The same for the holder of a lease, who knows its generation. Leaves its word in `word`. */
inline moveOwn(at, g, r, becomes) {
#if defined(MEND_SINCE) && defined(ABANDONED)
  since[at] = t;
#endif
#ifdef MEND_RENEWED
  do
  :: d_step { word = state[at]; was = status[r]; isMoved = false };
    if
    :: word == WITH(word, HELD) && GENERATION_OF(word) == g -> moveLease(at, word, WITH(word, SETTLING), r, becomes)
    :: else -> break
    fi;
    if
    :: isMoved -> break
    :: else
    fi
  od
#else
  word = WORD(g, HELD);
  moveLease(at, word, WITH(word, SETTLING), r, becomes)
#endif
}

/* lease.ts, freeLease */
inline freeLease(at, generation) {
#ifdef M_SAME_GENERATION
  state[at] = WORD(generation, FREE)
#else
  state[at] = WORD(generation + 1, FREE)
#endif
}

/* lease.ts, lowerTo */
inline lowerTo(which, time) {
#ifdef M_LOWER_WITHOUT_CAS
  least = lowest[which];
  if
  :: least > time -> lowest[which] = time
  :: else
  fi;
#else
  do
  :: least = lowest[which];
    if
    :: least <= time -> break
    :: else ->
      atomic {
        if
        :: lowest[which] == least -> lowest[which] = time; break
        :: else
        fi
      }
    fi
  od;
#endif
  least = 0
}

/* lease.ts, noteDeadline */
inline noteDeadline(at) {
  bits = deadline[at];
#ifdef M_CONTROL_FIRST
  lowerTo(0, bits);
  lowerTo(1 + at / PAGE, bits);
#else
  lowerTo(1 + at / PAGE, bits);
  lowerTo(0, bits);
#endif
  bits = 0
}

/* settle.ts, adjust: puts back what the lease took, and frees it. It is SETTLING, and ours. */
inline adjust(at, w, isExpiry) {
  mine = ticket[at];
  if
#ifdef STALE
  :: me < THREADS ->
    /* operate() answered LIMIT_STALE */
    moveLease(at, WITH(w, SETTLING), WITH(w, HELD), mine, ALIVE);
    noteDeadline(at)
#endif
  :: atomic {
      lockWord[SET_OF(mine)] == 0 ->
      assert(status[mine] == ENDING);       /* exactly once */
      assert(!isExpiry || ends[mine] <= t); /* and not before its time */
      assert(!isForgotten[mine] || inFlight[SET_OF(mine)] == 0); /* and nothing that others have taken */
      status[mine] = SETTLED;
      inFlight[SET_OF(mine)] = (inFlight[SET_OF(mine)] > 0 -> inFlight[SET_OF(mine)] - 1 : 0)
    };
    freeLease(at, GENERATION_OF(w))
  fi;
  mine = 0
}

#ifdef MEND_RAISE
/* A thread that dies while it looks has not hidden anything for ever. */
#define RAISED (t >= LATE -> NEVER : t + 2)
#else
#define RAISED NEVER
#endif

/* settle.ts, endLeases and endAll, with lease.ts, nextEnded */
inline endLeases() {
  if
  :: lowest[0] > t
  :: else ->
    lowest[0] = RAISED;
    index = 0;
    do
    :: index < LEASES ->
      if
      :: index % PAGE == 0 ->
        least = lowest[1 + index / PAGE];
        if
        :: least > t ->
          bits = least;
          lowerTo(0, bits);
          bits = 0;
          index = index + PAGE;
          goto nextLease
        :: else
        fi;
#ifndef M_RAISE_LATE
        lowest[1 + index / PAGE] = RAISED
#endif
      :: else
      fi;
      word = state[index];
      if
      :: (word & 3) == HELD ->
        bits = deadline[index];
        if
        :: bits <= t ->
#ifndef MEND_ENDED
          /* generationOf: the lease may be another one by now */
          word = WITH(state[index], HELD);
#endif
#if defined(MEND_SINCE) && defined(ABANDONED)
          since[index] = t;
#endif
          moveLease(index, word, WITH(word, SETTLING), ticket[index], ENDING);
          if
          :: isMoved -> adjust(index, word, true)
          :: else
          fi
        :: else -> noteDeadline(index)
        fi
      :: else
      fi;
#ifdef M_RAISE_LATE
      if
      :: index % PAGE == PAGE - 1 -> lowest[1 + index / PAGE] = RAISED
      :: else
      fi;
#endif
      index++;
nextLease:
      skip
    :: else -> break
    od;
    index = 0;
    d_step { word = 0; bits = 0; was = 0; isMoved = false }
  fi
}

/* lease.ts, isAbandoned */
#ifdef ABANDONED
#if defined(MEND_SINCE) && defined(ABANDONED)
#define SINCE(at) since[at]
#else
#define SINCE(at) deadline[at]
#endif
#define IS_ABANDONED(at, word) (((word & 3) == CLAIMED || (word & 3) == SETTLING) && SINCE(at) + ABANDONED < t)
#else
#define IS_ABANDONED(at, word) false
#endif

/* lease.ts, claimLease: leaves the lease in index and generation, or LEASES in index. */
inline claimLease() {
  d_step { rest = LEASES; index = next };
  do
  :: rest > 0 ->
    index = (index >= LEASES -> 0 : index);
    word = state[index];
    if
    :: (word & 3) == FREE || IS_ABANDONED(index, word) ->
#ifdef M_SAME_GENERATION
      generation = GENERATION_OF(word);
#else
      generation = GENERATION_OF(word) + 1;
#endif
#if defined(MEND_SINCE) && defined(ABANDONED)
      since[index] = t;
#endif
      d_step {
        isMoved = (state[index] == word);
        if
        :: isMoved -> state[index] = WORD(generation, CLAIMED)
        :: else
        fi
      };
      if
      :: isMoved ->
        deadline[index] = t;
        next = index + 1;
        break
      :: else
      fi
    :: else
    fi;
    d_step { index++; rest-- }
  :: else -> index = LEASES; break
  od;
  rest = 0
}

/* operate.ts, operate with MODE_RESERVE, and lease.ts, holdLeases */
inline reserve(r) {
  claimLease();
  if
  :: index == LEASES /* exhausted */
  :: else ->
    atomic { lockWord[SET_OF(r)] == 0 -> lockWord[SET_OF(r)] = me + 1 };
    if
    :: inFlight[SET_OF(r)] >= SLOTS -> freeLease(index, generation) /* refused: dropLeases */
    :: else ->
      ticket[index] = r;
      deadline[index] = t + TTL;
#ifdef M_NOTE_BEFORE
      noteDeadline(index);
#endif
      d_step {
        state[index] = WORD(generation, HELD);
        status[r] = ALIVE;
        ends[r] = t + TTL
      };
#ifndef M_NOTE_BEFORE
      noteDeadline(index);
#endif
      inFlight[SET_OF(r)]++;
      d_step { handleIndex[r] = index + 1; handleGeneration[r] = generation }
    fi;
    lockWord[SET_OF(r)] = 0
  fi;
  d_step { index = 0; generation = 0; word = 0; was = 0; isMoved = false }
}

/* settle.ts, settleLease, of a reservation that was given to the caller; all of it is put back, or nothing */
inline commit(r, isKept) {
  d_step { index = handleIndex[r] - 1; generation = handleGeneration[r] };
  moveOwn(index, generation, r, ENDING);
  if
  :: isMoved && !isKept -> adjust(index, word, false)
  :: isMoved && isKept ->
    d_step {
      assert(status[ticket[index]] == ENDING);
      status[ticket[index]] = SETTLED;
      inFlight[SET_OF(ticket[index])] = inFlight[SET_OF(ticket[index])] - (isForgotten[ticket[index]] -> 0 : 1)
    };
    freeLease(index, GENERATION_OF(word))
  :: else ->
    /* LEASE_GONE */
#ifdef CHECK_GONE
    assert(was >= ENDING)
#else
    assert(was >= ENDING || was == RENEWING)
#endif
  fi;
  d_step { index = 0; generation = 0; word = 0; was = 0; isMoved = false }
}

/* settle.ts, renewLease */
inline renew(r) {
  d_step { index = handleIndex[r] - 1; generation = handleGeneration[r] };
  moveOwn(index, generation, r, RENEWING);
  if
  :: isMoved ->
    if
    :: t + TTL > deadline[index] -> d_step { deadline[index] = t + TTL; ends[r] = t + TTL }
    :: else
    fi;
#ifdef MEND_RENEWED
    moveLease(index, WITH(word, SETTLING), RENEWED(word), r, ALIVE);
#else
    moveLease(index, WITH(word, SETTLING), WITH(word, HELD), r, ALIVE);
#endif
#ifndef M_NO_NOTE_AFTER_RENEWAL
    noteDeadline(index)
#endif
  :: else
  fi;
  d_step { index = 0; generation = 0; word = 0; was = 0; isMoved = false }
}

/* operate.ts with MODE_RESET, for the key of a reservation, and settle.ts, dropKeyLeases. */
inline reset(r) {
  atomic { lockWord[SET_OF(r)] == 0 -> lockWord[SET_OF(r)] = me + 1 };
  d_step {
    inFlight[SET_OF(r)] = 0;
    for (rest : 1 .. TICKETS) {
      isForgotten[rest] = isForgotten[rest] ||
        (SET_OF(rest) == SET_OF(r) && status[rest] != UNUSED && status[rest] != SETTLED)
    }
    rest = 0
  };
  index = 0;
  do
  :: index < LEASES ->
    word = state[index];
    if
    :: (word & 3) == HELD && SET_OF(ticket[index]) == SET_OF(r) ->
#ifdef MEND_DROP
      moveLease(index, word, WORD(GENERATION_OF(word) + 1, FREE), ticket[index], SETTLED)
#else
      word = WITH(state[index], HELD); /* generationOf: the lease may be another one by now */
      moveLease(index, word, WITH(word, SETTLING), ticket[index], RENEWING);
      if
      :: isMoved && SET_OF(ticket[index]) == SET_OF(r) ->
        d_step { freeLease(index, GENERATION_OF(word)); status[ticket[index]] = SETTLED }
      :: isMoved && SET_OF(ticket[index]) != SET_OF(r) ->
        moveLease(index, WITH(word, SETTLING), word, ticket[index], ALIVE)
      :: else
      fi
#endif
    :: else
    fi;
    index++
  :: else -> break
  od;
  lockWord[SET_OF(r)] = 0;
  d_step { index = 0; word = 0; was = 0; isMoved = false }
}

/* The words say no later time than the deadline of a lease that is held. */
#define IS_NOTED(at) ((state[at] & 3) != HELD \
  || (lowest[0] <= deadline[at] && lowest[1 + at / PAGE] <= deadline[at]))

/* A worker. The last one, which begins when the others are done and all deadlines have passed, finds what is left. */
proctype thread(byte me)
#if DEAD
  provided (!dead || _pid != 1)
#endif
{
  byte step, mode, r, t;
  byte index, generation, word, bits, least, rest, mine, was;
  byte next; /* where the lane looks for a free lease first */
  bool isMoved;

  do
  :: atomic {
      me < THREADS ->
      if
      PROGRAM
      :: else -> break
      fi;
      step++;
      t = now;
      began[me] = now
    };
    endLeases();
    if
    :: mode == RESERVE -> reserve(r)
    :: mode == COMMIT && handleIndex[r] != 0 -> commit(r, false)
    :: mode == KEEP && handleIndex[r] != 0 -> commit(r, true)
    :: mode == RENEW && handleIndex[r] != 0 -> renew(r)
    :: mode == RESET -> reset(r)
    :: else
    fi;
    d_step { mode = 0; r = 0; t = 0; began[me] = NEVER }
  :: atomic {
      me == THREADS && step == 0 && finished + dead == THREADS ->
      t = LATE;
      assert(DEAD || IS_NOTED(0));
#if LEASES > 1
      assert(DEAD || IS_NOTED(1))
#endif
    };
    endLeases();
    break
  od;
  atomic {
    finished++;
    isDone = isDone || me == 0
  }
}

#ifdef ABANDONED
#define IS_IN_TIME(thread) (began[thread] == NEVER || 2 * (now - began[thread]) < ABANDONED)
#if THREADS > 2
#define NOBODY_IS_LATE ((dead || IS_IN_TIME(0)) && IS_IN_TIME(1) && IS_IN_TIME(2))
#else
#define NOBODY_IS_LATE ((dead || IS_IN_TIME(0)) && IS_IN_TIME(1))
#endif
#else
#define NOBODY_IS_LATE true
#endif

/* Time goes on, unless a call takes longer than a live one can. */
proctype clock() {
  byte i;
  do
  :: atomic {
      now < TIME_MAX && NOBODY_IS_LATE -> now++
    }
  :: now == TIME_MAX -> break
  :: finished >= THREADS -> break
  od
}

#if DEAD
/* Terminates the first thread, wherever it is. */
proctype killer() {
  if
  :: atomic { !isDone -> dead = true }
  :: isDone
  fi
}
#endif

init {
  byte i;
  d_step {
    lowest[0] = NEVER;
    for (i : 0 .. THREADS) { began[i] = NEVER }
  };
  atomic {
    START;
    run thread(0);
    run thread(1);
#if THREADS > 2
    run thread(2);
#endif
    run thread(THREADS);
    run clock();
#if DEAD
    run killer()
#endif
  };
  d_step {
    finished + dead == THREADS + 1 ->
    for (i : 1 .. TICKETS) { assert(DEAD || status[i] == UNUSED || status[i] == SETTLED) }
    for (i : 0 .. LEASES - 1) { assert((state[i] & 3) != HELD && (DEAD || (state[i] & 3) == FREE)) }
    for (i : 0 .. SETS - 1) { assert(DEAD || (inFlight[i] == 0 && lockWord[i] == 0)) }
  }
}
