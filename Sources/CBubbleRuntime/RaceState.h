#pragma once

#include "Hooks.h"
#include "Races.h"

// What the files of the race detector share.
//
// - `Races.c`: a session and its runs, one after the other
// - `RaceStrands.c`: the tasks of a run and their clocks
// - `RaceThings.c`: what tasks synchronize with
// - `RaceLocks.c`: which locks a task holds
// - `RaceJobs.c`: which task runs
// - `RaceOrder.c`: what the running task does that orders it with others
// - `RaceAccesses.c`: its accesses to memory, and which two of them are a race
// - `NoRaces.c`: the public functions where a bubble has no hooks

#ifdef HAS_HOOKS
#include <stddef.h>
#include <stdint.h>

#include "RaceAccesses.h"
#include "RuntimeTasks.h"

// With more tasks alive at once, more things to synchronize with, more memory, or more locks held
// by one task, the rest of the run is not checked.
enum { most_strands = 128, most_things = 8192, most_lines = 1 << 15, most_held = 8 };

// The size of the filter of pages.
enum { page_words = 1024 };

typedef uint32_t clock_vector[most_strands];

// A task and its clock. When it has ended, another task may take its place: what the two do then
// counts as done by one.
typedef struct {
  uint64_t task;
  int parent;
  // The job, as counted by `turn` below, in which the task was last known to have been made ready.
  uint32_t turn;
  int has_ended;
  // The locks that it has taken and, as far as is known, not released.
  int held_count;
  const uint32_t *held[most_held];
  clock_vector clock;
} strand;

typedef struct {
  const void *thing;
  uint32_t run;
  // The strand that has taken the lock last and was not seen to release it, or -1.
  int holder;
  clock_vector clock;
} sync_thing;

// The last accesses to 64 bytes.
typedef struct shadow_line shadow_line;

struct races {
  // The first word: see `RACES_ARE_ON`.
  int is_on;
  uint32_t run;
  // Whether tasks have shared memory in some run, whether ordered or not.
  int is_shared;
  uint32_t turn;
  int count;
  // The strand that runs, or -1, and its task and executor.
  int current;
  const void *current_task;
  const void *executor;
  // All tasks that have ended.
  clock_vector ended;
  strand *strands;
  sync_thing *things;
  uint32_t thing_count, thing_capacity;
  // See `RaceThings.c`.
  uint64_t thing_filter[64];
  shadow_line *lines;
  uint32_t line_count, line_capacity;
  // Which pages may have a line in them: see `page_note`.
  uint64_t page_filter[page_words];
  // Changes whenever another task may run.
  uint32_t visit;
  // The last object that was found to have one owner, and in which visit. Only one: with several, at
  // places that addresses decide, what is found would depend on them.
  const void *unique;
  uint32_t unique_visit;
  // How many lines were looked for to forget them.
  uint64_t forgotten_lines;
  int ignores_current;
  // How many locks all strands hold together.
  int held_count;
  int has_race;
  race_access before, after;
};

// Hidden: otherwise the calls would be resolved while the program runs, which makes each one
// slower.
#pragma GCC visibility push(hidden)

// MARK: Tasks

/// The place of a task's strand in `strands`, or -1.
int strand_find(races *races, uint64_t task);
/// Adds a strand for a task; returns its place, or -1 when there are too many.
int strand_add(races *races, uint64_t task, int parent);

/// What all other strands have done comes before what this one does next.
void strand_join_all(races *races, int index);

/// Notes that another task than before runs on this thread, and returns its strand, or -1.
int strand_that_arrives(races *races, const void *task, uint64_t id);

// MARK: Things that tasks synchronize with

/// Null when no one has used the thing in this run.
sync_thing *thing_find(races *races, const void *thing);
/// Finds it or adds it; null when there are too many.
sync_thing *thing_add(races *races, const void *thing);

/// Forgets the things in memory that is freed: a lock that is made there later is another one.
void things_forget(races *races, uintptr_t start, uintptr_t size);

/// What the strand has done up to now comes before what the strands that take the thing later do.
void thing_give(races *races, int index, const void *thing);
void thing_take(races *races, int index, const void *thing);

// MARK: Locks

/// The strand has released a lock: what it has done up to now comes before the next one takes it.
void strand_unlocks(races *races, int index, int position);

/// Notes the locks that the strand has released unseen, before it does anything else.
void strand_note_unlocks(races *races, int index);

#pragma GCC visibility pop

// MARK: Clocks

// Many numbers at once, because a debug build does not optimize a loop.
enum { numbers_at_once = 16 };
typedef uint32_t numbers __attribute__((vector_size(4 * numbers_at_once), aligned(4)));

static inline void clock_join(races *races, clock_vector into, const clock_vector from) {
  const int count = races->count;
  for (int index = 0; index < count; index += numbers_at_once) {
    numbers *target = (numbers *)&into[index];
    *target = __builtin_elementwise_max(*target, *(const numbers *)&from[index]);
  }
}

// What a strand does from now on is not part of what it has handed over.
static inline void strand_advance(races *races, int index) {
  races->strands[index].clock[index] += 1;
}

// MARK: Pages

// A Bloom filter: one bit stands for several pages. Most memory that is freed or has one owner has
// no accesses in it, and large memory would take long to look through.
enum { page_size = 4096 };

static inline uint32_t page_place(uintptr_t address) {
  return (uint32_t)((address / page_size * 0x9E3779B97F4A7C15u) >> 48);
}
static inline void page_note(races *races, uintptr_t address) {
  races->page_filter[page_place(address) / 64] |= (uint64_t)1 << page_place(address) % 64;
}
static inline int page_is_used(const races *races, uintptr_t address) {
  return races->page_filter[page_place(address) / 64] >> page_place(address) % 64 & 1;
}

// MARK: The running task

// The strand of the task that runs on this thread; -1 if there is none.
static inline int strand_running(races *races) {
  if (races->ignores_current) return -1;
  const void *task = runtime_task_current();
  if (!task) return races->current;
  const uint64_t id = runtime_task_id(task);
  if (races->current >= 0 && races->current_task == task &&
      races->strands[races->current].task == id) {
    if (races->strands[races->current].held_count) strand_note_unlocks(races, races->current);
    return races->current;
  }
  return strand_that_arrives(races, task, id);
}

#define RUNNING(races, index)                                \
  if (!RACES_ARE_ON) return;                                 \
  races *races = bubble_thread_races;                        \
  const int index = strand_running(races);                   \
  if (index < 0) return

#endif
