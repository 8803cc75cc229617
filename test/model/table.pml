/* The concurrent limit table (assembly/limits/table.ts, take.ts, operate.ts, admin.ts) for Spin.
 *
 * Each load, store and compare-and-swap of shared memory is one step, as it is in the code, where all of them are
 * atomic and sequentially consistent; what a thread does with its own variables belongs to the step before it.
 * Ghosts (marked so) are what the model knows and the code does not: they are written in the step that they are about.
 *
 *   tag    0 empty | key, + HIDDEN
 *   word   bit 7 the claim (the sign) | bits 6 to 3 the state: tokens taken, for time stands still | bits 2 to 0 the
 *          generation, of which GENERATION_MASK tells how many bits there are
 *
 * scenario.h, which limit-table.test.ts writes, has the programs of the threads (PROGRAM), what the table starts with
 * (START, REMEMBER), sizes, and the switches M_... (mutants) and MEND_... (proposed changes of the code).
 */
#include "scenario.h"

#ifndef SETS
#define SETS 1
#endif
#ifndef ENTRIES
#define ENTRIES 2 /* of a set */
#endif
#ifndef CAPACITY
#define CAPACITY 2
#endif
#ifndef GENERATION_MASK
#define GENERATION_MASK 7
#endif
#ifndef DEAD
#define DEAD 0
#endif

#define KEYS 3
#define A 1
#define B 2
#define C 3
#define PLACES (SETS * ENTRIES)
#define NOWHERE 0

#define HIDDEN 4
#define KEY_OF(t) ((t) & 3)

#define SIGN 128
#define CLAIMED SIGN /* the word of an entry that is getting another key: only the sign */
#define STATE_OF(w) (((w) & 127) >> 3)
#define WORD_WITH(w, s) (((s) << 3) | ((w) & GENERATION_MASK))

/* Sets stand one after the other; entries are numbered from 1. */
#define SET_OF(k) ((k) % SETS)
#define FIRST_OF(k) (1 + SET_OF(k) * ENTRIES)
#define HOME_OF(k) (((k) / SETS) % ENTRIES)

/* What a thread does. */
#define TAKE 1 /* take(): lock-free if it can be */
#define SLOW 2 /* operate() with one part, or two: a take */
#define PEEK 3
#define GIVE 4
#define RESET 5
#define BLOCK 6
#define UNBLOCK 7
#define SWEEP 8

byte tag[PLACES + 1]
byte word[PLACES + 1]
byte lockWord[SETS]     /* 0, or who holds it, + 1 */
bool blocked[KEYS + 1]  /* the exceptions: of each key, whether it is blocked */

byte owner[PLACES + 1]       /* ghost: whose the word is; 0 while it is being given to another key */
byte used[KEYS + 1]          /* ghost: admitted, less what was given back, leaked, reset or swept */
bool blockInForce[KEYS + 1]  /* ghost: block() is done, and nobody has begun to lift it */
byte finished                /* ghost: threads that are done */
bool isDone                  /* ghost: the first thread is */
bool dead                    /* ghost: the first thread was terminated */

/* ghost: effects of an operation on the tokens of a key */
#define KEEP 0
#define CHARGE 1
#define RETURN 2
#define FORGET 3

/* Nobody has touched the entry of the word w since it was claimed. */
#ifdef M_NO_CLAIM
#define STILL_CLAIMED(e, w) true
#else
#define STILL_CLAIMED(e, w) (word[e] == ((w) | SIGN))
#endif

/* No key has two entries. */
#if ENTRIES == 1
#define DISTINCT true
#elif SETS == 1
#define DISTINCT (tag[1] == 0 || KEY_OF(tag[1]) != KEY_OF(tag[2]))
#else
#define DISTINCT ((tag[1] == 0 || KEY_OF(tag[1]) != KEY_OF(tag[2])) \
  && (tag[3] == 0 || KEY_OF(tag[3]) != KEY_OF(tag[4])))
#endif

#if PLACES == 1
#define HAS_ENTRY(k) (KEY_OF(tag[1]) == k)
#elif PLACES == 2
#define HAS_ENTRY(k) (KEY_OF(tag[1]) == k || KEY_OF(tag[2]) == k)
#else
#define HAS_ENTRY(k) (KEY_OF(tag[1]) == k || KEY_OF(tag[2]) == k || KEY_OF(tag[3]) == k || KEY_OF(tag[4]) == k)
#endif

/* lock.ts, lock. Waiting is blocking. A lock whose holder is dead is taken over some time: as the code has it, nothing
 * is written then; MEND_TAKEOVER makes the new holder known, so that only one can take it over. */
inline lock(set) {
  atomic {
    if
    :: lockWord[set] == 0 -> lockWord[set] = me + 1
#if DEAD
    :: dead && lockWord[set] == 1 ->
#ifdef MEND_TAKEOVER
      lockWord[set] = me + 1
#else
      skip
#endif
#endif
    fi
  }
}

inline unlock(set) {
  lockWord[set] = 0
}

/* table.ts, find: the entry with the tag; home first. */
inline find(k, result) {
  d_step {
    i = 0;
    result = (tag[FIRST_OF(k) + HOME_OF(k)] == k -> FIRST_OF(k) + HOME_OF(k) : NOWHERE)
  };
  do
  :: result == NOWHERE && i < ENTRIES -> d_step {
      result = (tag[FIRST_OF(k) + i] == k -> FIRST_OF(k) + i : NOWHERE);
      i++
    }
  :: else -> break
  od
}

/* table.ts, findKey: the same, hidden or not. */
inline findKey(k, result) {
  d_step {
    i = 0;
    result = (KEY_OF(tag[FIRST_OF(k) + HOME_OF(k)]) == k -> FIRST_OF(k) + HOME_OF(k) : NOWHERE)
  };
  do
  :: result == NOWHERE && i < ENTRIES -> d_step {
      result = (KEY_OF(tag[FIRST_OF(k) + i]) == k -> FIRST_OF(k) + i : NOWHERE);
      i++
    }
  :: else -> break
  od
}

/* table.ts, mend. Only what a dead thread left is claimed under the lock of its set. */
inline mend(e, w) {
#if !defined(M_NO_LOCK) && !defined(M_SWEEP_NO_LOCK)
  assert(DEAD);
#endif
  if
  :: w == CLAIMED -> d_step { tag[e] = 0; owner[e] = 0 }
  :: else
  fi;
  d_step {
    w = w & 127;
    word[e] = w
  }
}

/* table.ts, claim: leaves the word in w. */
inline claim(e, w) {
  do
  :: w = word[e];
    if
    :: w >= SIGN -> mend(e, w)
    :: else
    fi;
    atomic {
      if
      :: word[e] == w -> word[e] = w | SIGN; break
      :: else
      fi
    }
  od
}

/* A key that has an entry when the threads start, of which the generation is about to wrap. */
#define STARTS_WITH(e, k, s) \
  tag[e] = k; owner[e] = k; used[k] = s; word[e] = WORD_WITH(GENERATION_MASK, s)

/* ghost: what the store of a word does to the tokens of the key; then the word must say the same. */
inline account(e, k, s) {
  if
  :: effect == CHARGE -> used[k] = used[k] + cost; charged++
  :: effect == RETURN -> used[k] = (used[k] > cost -> used[k] - cost : 0)
  :: effect == FORGET -> used[k] = 0
  :: effect == KEEP
  fi;
  assert(used[k] <= CAPACITY && used[k] == s)
}

/* table.ts, release: gives the claimed entry of key k, whose word is w, a tag and a state. */
inline release(e, k, t, w, s) {
  if
  :: tag[e] == t ->
    d_step {
      assert(STILL_CLAIMED(e, w));
      word[e] = WORD_WITH(w, s);
      assert(effect != KEEP || word[e] == w); /* a refusal leaves all bits as they were */
      account(e, k, s)
    }
  :: else ->
#ifdef M_WORD_BEFORE_TAG
    d_step { word[e] = WORD_WITH(w + 1, s); account(e, k, s) };
    d_step { tag[e] = t; owner[e] = KEY_OF(t) }
#else
    d_step { tag[e] = t; assert(DISTINCT) };
    d_step {
      assert(STILL_CLAIMED(e, w));
#ifdef M_NO_BUMP_RELEASE
      word[e] = WORD_WITH(w, s);
#else
      word[e] = WORD_WITH(w + 1, s);
#endif
      assert(effect != KEEP || s == STATE_OF(w));
      owner[e] = KEY_OF(t);
      account(e, k, s)
    }
#endif
  fi
}

/* take.ts, take. Leaves in isSlow whether operate() has to do it. */
inline takeLockFree(k, c) {
  do
  :: /* findEntry: where it was the last time, then in its set */
    d_step {
      entry = known[k];
      if
      :: entry != NOWHERE && tag[entry] != k -> entry = NOWHERE
      :: else
      fi
    };
    if
    :: entry == NOWHERE -> find(k, entry); known[k] = entry
    :: else
    fi;
    if
    :: entry == NOWHERE -> isSlow = true; break
    :: else
    fi;
    d_step { seen = word[entry]; isMine = (owner[entry] == k) };
    if
#ifndef M_NO_SIGN_CHECK
    :: seen >= SIGN -> isMoved = true
#endif
#ifdef M_NO_TAG_RECHECK
    :: else -> isMoved = false
#else
    :: else -> isMoved = (tag[entry] != k)
#endif
    fi;
    if
    :: isMoved ->
      /* settle: waits until nobody is at work on the entry */
      if
      :: word[entry] < SIGN
      :: else ->
        lock(SET_OF(k));
        seen = word[entry];
        if
        :: seen >= SIGN -> mend(entry, seen)
        :: else
        fi;
        unlock(SET_OF(k))
      fi
    :: !isMoved && STATE_OF(seen) + c > CAPACITY ->
      /* refused: nothing is written */
#ifdef MEND_REFUSAL
      /* The word must have had the same owner when it was read and when the tag was. */
      if
      :: ((word[entry] ^ seen) & (SIGN | GENERATION_MASK)) == 0
      :: else -> goto again
      fi;
#endif
#ifdef CHECK_REFUSAL
      assert(isMine);
#endif
      break
    :: else ->
      atomic {
        if
        :: word[entry] == seen ->
          d_step {
            word[entry] = WORD_WITH(seen, STATE_OF(seen) + c);
            assert(owner[entry] == k && tag[entry] == k); /* a stale word charges nobody else */
            assert(!blockInForce[k]);
            used[k] = used[k] + c;
            assert(used[k] <= CAPACITY && used[k] == STATE_OF(word[entry]))
          };
          break
        :: else
        fi
      }
    fi;
again: skip;
    d_step { entry = NOWHERE; seen = 0; isMine = false }
  od
}

/* table.ts, insert: gives the key an entry with the state s, of which all is new. */
inline insert(k, s, result) {
  do
  :: d_step { j = 0; i = HOME_OF(k); victim = NOWHERE; least = 255 };
    do
    :: j < ENTRIES ->
      seen = word[FIRST_OF(k) + i];
#ifdef MEND_UNCOUNTED
      if
      :: seen >= SIGN -> mend(FIRST_OF(k) + i, seen)
      :: else
      fi;
#endif
      d_step {
        other = tag[FIRST_OF(k) + i];
        debt = 0;
        if
        :: other != 0 && seen < SIGN -> debt = STATE_OF(seen)
        :: else
        fi;
        if
        :: debt < least -> victim = FIRST_OF(k) + i; victimWord = seen; victimTag = other; least = debt
        :: else
        fi;
        if
        :: least == 0 -> j = ENTRIES
        :: else -> j++
        fi;
        i = (i + 1) % ENTRIES
      }
    :: else -> break
    od;
    atomic {
      if
#ifdef M_INSERT_STORE
      :: true ->
#else
      :: word[victim] == victimWord ->
#endif
        d_step {
          word[victim] = CLAIMED;
          owner[victim] = 0;
          if
          :: victimTag != 0 ->
            /* countEviction: what is lost has leaked, and that is all the key had */
#ifndef M_UNCOUNTED
            used[KEY_OF(victimTag)] = used[KEY_OF(victimTag)] - least;
#endif
            assert(used[KEY_OF(victimTag)] == 0)
          :: else
          fi;
#if ENTRIES == 2
          /* nobody else in the set had less debt */
          other = (victim == FIRST_OF(k) -> victim + 1 : victim - 1);
          assert(word[other] >= SIGN || least <= (tag[other] == 0 -> 0 : STATE_OF(word[other])));
#endif
          other = 0
        };
        break
      :: else
      fi
    }
  od;
  skip;
#ifdef M_WORD_BEFORE_TAG
  d_step { word[victim] = WORD_WITH(victimWord + 1, s); account(victim, k, s) };
  d_step { tag[victim] = k; owner[victim] = k };
#else
  d_step { tag[victim] = k; assert(DISTINCT) };
  d_step {
    assert(word[victim] == CLAIMED);
#ifdef M_NO_BUMP_INSERT
    word[victim] = WORD_WITH(victimWord, s);
#else
    word[victim] = WORD_WITH(victimWord + 1, s);
#endif
    owner[victim] = k;
    account(victim, k, s)
  };
#endif
  d_step {
    result = victim;
    victim = NOWHERE; victimWord = 0; victimTag = 0; least = 0; seen = 0; other = 0; debt = 0; i = 0; j = 0
  }
}

/* operate.ts, lockParts: in the order of the addresses. */
inline lockParts() {
#ifdef M_LOCKS_IN_ORDER_OF_PARTS
  lock(SET_OF(key[0]));
  if
  :: count == 2 && SET_OF(key[1]) != SET_OF(key[0]) -> lock(SET_OF(key[1]))
  :: else
  fi
#else
  i = 0;
  do
  :: i < SETS && (SET_OF(key[0]) == i || (count == 2 && SET_OF(key[1]) == i)) -> lock(i); i++
  :: i < SETS && !(SET_OF(key[0]) == i || (count == 2 && SET_OF(key[1]) == i)) -> i++
  :: else -> break
  od
#endif
}

inline unlockParts() {
  i = 0;
  do
  :: i < SETS ->
    if
    :: SET_OF(key[0]) == i || (count == 2 && SET_OF(key[1]) == i) -> unlock(i)
    :: else
    fi;
    i++
  :: else -> break
  od
}

/* operate.ts, open and openEntry: finds and claims what the part is about. */
inline open() {
  d_step {
    isBlocked[part] = blocked[key[part]];
    partTag[part] = key[part] + (isBlocked[part] -> HIDDEN : 0);
    partState[part] = 0
  };
#ifdef M_NO_LOOK_UNDER_LOCK
  partEntry[part] = NOWHERE;
#else
  findKey(key[part], partEntry[part]);
#endif
  if
  :: partEntry[part] != NOWHERE ->
#ifdef M_NO_CLAIM
    partWord[part] = word[partEntry[part]];
#else
    claim(partEntry[part], partWord[part]);
#endif
    if
    :: tag[partEntry[part]] == 0 ->
      /* A thread that died had begun to put another key here. */
      d_step { word[partEntry[part]] = partWord[part]; partEntry[part] = NOWHERE }
    :: else -> partState[part] = STATE_OF(partWord[part])
    fi
  :: else
  fi
}

#define REFUSES(p) (mode <= PEEK && (isBlocked[p] || partState[p] + cost > CAPACITY))

/* operate.ts, operate: does `mode` to the key or the two keys, all or nothing. */
inline operate() {
#ifndef M_NO_LOCK
  lockParts();
#endif
  part = 0;
  do
  :: part < count -> open(); part++
#ifdef STALE
  :: part == 1 && count == 2 ->
    /* The lane does not know the limit of the second part: putBack, and LIMIT_STALE. */
    if
    :: partEntry[0] != NOWHERE -> d_step {
        assert(STILL_CLAIMED(partEntry[0], partWord[0]));
        word[partEntry[0]] = partWord[0]
      }
    :: else
    fi;
    isStale = true;
    break
#endif
  :: part == count -> break
  od;
  if
  :: isStale
  :: else ->
    /* decideAll */
    d_step {
      isRefused = REFUSES(0) || (count == 2 && REFUSES(1));
      charged = 0;
      part = 0
    };
    /* apply, close: the parts that have entries */
    do
    :: part < count ->
      d_step {
#ifdef M_PART_BY_PART
        isRefused = REFUSES(part);
#endif
        if
        :: isRefused || mode == PEEK -> effect = KEEP
        :: !isRefused && mode <= SLOW ->
          effect = CHARGE; partState[part] = partState[part] + cost
        :: mode == GIVE ->
          effect = RETURN; partState[part] = (partState[part] > cost -> partState[part] - cost : 0)
        :: mode == RESET ->
          effect = FORGET; partState[part] = 0; partTag[part] = key[part]; blockInForce[key[part]] = false
        fi
      };
      if
      :: partEntry[part] != NOWHERE ->
        release(partEntry[part], key[part], partTag[part], partWord[part], partState[part])
      :: else
      fi;
      part++
    :: else -> break
    od;
    /* insertNew: the parts that have none, and were charged */
    part = 0;
    do
    :: part < count && partEntry[part] == NOWHERE && effect == CHARGE ->
      insert(key[part], partState[part], partEntry[part]);
      part++
    :: part < count && !(partEntry[part] == NOWHERE && effect == CHARGE) -> part++
    :: else -> break
    od;
    assert(charged == (effect == CHARGE -> count : 0)); /* all or nothing */
    /* liftBlocks */
    if
    :: mode == RESET -> blocked[key[0]] = false
    :: else
    fi
  fi;
  unlockParts();
  /* operateKey: where the key is found is remembered. */
  if
  :: mode == TAKE && !isStale -> known[key[0]] = (partTag[0] & HIDDEN -> NOWHERE : partEntry[0])
  :: else
  fi
}

/* admin.ts, except and hide: blocks a key, or lifts the block, and hides its entry. */
inline except(k, isOn) {
  lock(SET_OF(k));
  d_step {
    blocked[k] = isOn;
    blockInForce[k] = blockInForce[k] && isOn;
    effect = KEEP
  };
#ifndef M_NO_HIDE
  findKey(k, entry);
  if
  :: entry != NOWHERE ->
    claim(entry, seen);
    other = tag[entry];
    if
    :: other == 0 -> word[entry] = seen /* a dead thread's */
    :: else -> release(entry, k, (other | HIDDEN), seen, STATE_OF(seen))
    fi
  :: else
  fi;
#endif
  blockInForce[k] = isOn;
  unlock(SET_OF(k));
  d_step { entry = NOWHERE; seen = 0; other = 0 }
}

/* table.ts, sweepTable: of the one limit that there is, with no successor. */
inline sweep() {
  d_step { entry = 1; effect = FORGET };
  do
  :: entry <= PLACES ->
    if
    :: tag[entry] == 0
    :: else ->
#ifndef M_SWEEP_NO_LOCK
      lock((entry - 1) / ENTRIES);
#endif
      other = tag[entry];
      if
      :: other == 0
      :: else ->
        claim(entry, seen);
        release(entry, KEY_OF(other), 0, seen, 0)
      fi;
#ifndef M_SWEEP_NO_LOCK
      unlock((entry - 1) / ENTRIES);
#endif
    fi;
    d_step { entry++; seen = 0; other = 0 }
  :: else -> break
  od;
  entry = NOWHERE
}

/* A worker: one operation of its program after the other. */
proctype thread(byte me)
#if DEAD
  provided (!dead || _pid != 1)
#endif
{
  byte step, mode, cost, count;
  byte key[2];
  byte known[KEYS + 1];
  byte entry, seen, other, i, j, part;
  byte victim, victimWord, victimTag, least, debt;
  byte partEntry[2], partWord[2], partTag[2], partState[2];
  bool isBlocked[2];
  byte effect, charged;
  bool isSlow, isMine, isMoved, isStale, isRefused;

  d_step { REMEMBER };
  do
  :: atomic {
      count = 1;
      cost = 1;
      if
      PROGRAM
      :: else -> break
      fi;
      step++
    };
    if
    :: mode == TAKE -> takeLockFree(key[0], cost)
    :: mode == BLOCK -> except(key[0], true)
    :: mode == UNBLOCK -> except(key[0], false)
    :: mode == SWEEP -> sweep()
    :: else -> isSlow = true
    fi;
    if
    :: isSlow ->
      d_step { entry = NOWHERE; seen = 0; isMine = false; isMoved = false };
      operate()
    :: else
    fi;
    d_step {
      mode = 0; cost = 0; count = 0; key[0] = 0; key[1] = 0; i = 0; part = 0;
      partEntry[0] = 0; partWord[0] = 0; partTag[0] = 0; partState[0] = 0; isBlocked[0] = false;
      partEntry[1] = 0; partWord[1] = 0; partTag[1] = 0; partState[1] = 0; isBlocked[1] = false;
      entry = NOWHERE; seen = 0; isMine = false; isMoved = false;
      effect = 0; charged = 0; isSlow = false; isStale = false; isRefused = false
    }
  od;
  atomic {
    finished++;
    isDone = isDone || me == 0
  }
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
  byte e;
  atomic { START };
  atomic {
    run thread(0);
#if THREADS > 1
    run thread(1);
#endif
#if THREADS > 2
    run thread(2);
#endif
#if DEAD
    run killer()
#endif
  };
  /* What is true when all are done. */
  d_step {
    finished + dead == THREADS ->
    assert(DISTINCT);
    for (e : 1 .. PLACES) {
      assert(DEAD || word[e] < SIGN);
      assert(word[e] >= SIGN || owner[e] == KEY_OF(tag[e]));
      assert(word[e] >= SIGN || tag[e] == 0 || used[KEY_OF(tag[e])] == STATE_OF(word[e]));
      assert(DEAD || lockWord[(e - 1) / ENTRIES] == 0)
    }
    /* A key that has no entry has used nothing. */
    for (e : 1 .. KEYS) {
      assert(DEAD || used[e] == 0 || HAS_ENTRY(e))
    }
  }
}
