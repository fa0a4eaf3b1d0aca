#include "Races.h"

_Thread_local races *bubble_thread_races = 0;

#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#if defined(__linux__) && !defined(SANITIZED)
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "ActorDoor.h"
#include "AwaitPoints.h"
#include "RaceAccesses.h"
#include "RaceFilter.h"
#include "RuntimeTasks.h"

__attribute__((swiftcall)) extern ExecutorRef swift_task_getCurrentExecutor(void);

// With more tasks alive at once, or more things to synchronize with, the rest of the run is not looked at.
enum { most_strands = 128, most_things = 8192, most_lines = 1 << 15, most_held = 8 };

typedef uint32_t clock_vector[most_strands];

// A task and its clock. When it has ended, another task goes on in its place: what the two do counts
// as done by one.
typedef struct {
  uint64_t task;
  int parent;
  // In which turn of the actors the task was last known to have been made ready.
  uint32_t turn;
  int has_ended;
  // The locks that it has taken, and as far as is known not given back.
  int held_count;
  const uint32_t *held[most_held];
  clock_vector clock;
} strand;

typedef struct {
  const void *thing;
  uint32_t run;
  // The strand that has taken the lock last and not been seen to give it back, or -1.
  int holder;
  clock_vector clock;
} sync_thing;

typedef struct {
  uint32_t epoch;
  uint8_t strand;
  uint8_t bytes;
  uint8_t is_write;
  // The first access to a place that nobody has accessed before.
  uint8_t is_first;
  uintptr_t code, caller;
} access_record;

// The last accesses to eight bytes.
enum { cell_size = 4, cells_in_line = 8 };
typedef struct {
  uint8_t next;
  uint8_t is_ignored;
  access_record accesses[cell_size];
} cell;

typedef struct {
  uintptr_t line;
  uint32_t run;
  cell cells[cells_in_line];
} shadow_line;

struct races {
  // The first word: see `RACES_ARE_ON`.
  int is_on;
  uint32_t run;
  // Whether tasks have shared memory in some run, in whatever order.
  int is_shared;
  uint32_t turn;
  int count;
  // The strand that runs, or -1, and what it was found by.
  int current;
  const void *current_task;
  const void *executor;
  // All tasks that have ended.
  clock_vector ended;
  strand *strands;
  sync_thing *things;
  uint32_t thing_count, thing_capacity;
  shadow_line *lines;
  uint32_t line_count, line_capacity;
  int ignores_current;
  // How many locks all strands hold together.
  int held_count;
  int has_race;
  race_access before, after;
};

// MARK: Clocks

// Many numbers at once: this is not optimized where it is debugged.
enum { numbers_at_once = 16 };
typedef uint32_t numbers __attribute__((vector_size(4 * numbers_at_once), aligned(4)));

static void join(races *races, clock_vector into, const clock_vector from) {
  const int count = races->count;
  for (int index = 0; index < count; index += numbers_at_once) {
    numbers *target = (numbers *)&into[index];
    *target = __builtin_elementwise_max(*target, *(const numbers *)&from[index]);
  }
}

// What a strand does from now on is not part of what it has handed over.
static void advance(races *races, int index) { races->strands[index].clock[index] += 1; }

races *races_make(void) {
  races *made = calloc(1, sizeof(races));
  if (!made) abort();
  made->current = -1;
  return made;
}

static void release(races *races) {
  free(races->strands);
  free(races->things);
  free(races->lines);
  free(races);
}

// A thread may still be inside of one of these functions while its session ends: what ended last is
// kept for a while.
void races_free(races *ended) {
  enum { kept_count = 8 };
  static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
  static races *kept[kept_count];
  static unsigned next = 0;
  ended->is_on = 0;
  pthread_mutex_lock(&lock);
  races *oldest = kept[next % kept_count];
  kept[next % kept_count] = ended;
  next += 1;
  pthread_mutex_unlock(&lock);
  if (oldest) release(oldest);
}

void races_begin(races *races) {
  races->run += 1;
  races->is_on = 0;
  races->turn = 1;
  for (int index = 0; races->held_count && index < most_strands; index += 1) {
    races->strands[index].held_count = 0;
  }
  races->count = 0;
  races->held_count = 0;
  races->current = -1;
  races->current_task = NULL;
  races->executor = NULL;
  races->thing_count = 0;
  races->line_count = 0;
  races->has_race = 0;
  memset(races->ended, 0, sizeof races->ended);
  // The clocks of code that shares nothing would cost as much as the rest of a run, so that only few of
  // many runs look whether it does.
  enum { first_runs = 2, every = 50 };
  if (!races->is_shared && races->run > first_runs && races->run % every) races_stop(races);
}

void races_stop(races *races) {
  races->is_on = 0;
  races->current = -1;
  races->count = -1;
}

static int find(races *races, uint64_t task) {
  if (races->current >= 0 && races->strands[races->current].task == task) return races->current;
  for (int index = races->count - 1; index >= 0; index -= 1) {
    if (races->strands[index].task == task) return index;
  }
  return -1;
}

static int add(races *races, uint64_t task, int parent) {
  if (races->count < 0) return -1;
  if (!races->strands) {
    races->strands = calloc(most_strands, sizeof(strand));
    if (!races->strands) return races_stop(races), -1;
  }
  int index = races->count;
  if (index == most_strands) {
    index = 0;
    while (index < most_strands && !races->strands[index].has_ended) index += 1;
    if (index == most_strands) return races_stop(races), -1;
  } else {
    races->count += 1;
    memset(races->strands[index].clock, 0, sizeof(clock_vector));
  }
  strand *added = &races->strands[index];
  added->task = task;
  added->parent = parent;
  added->turn = 0;
  added->has_ended = 0;
  races->held_count -= added->held_count;
  added->held_count = 0;
  added->clock[index] += 1;
  // What one task does before there is another is ordered.
  if (races->count > 1) races->is_on = 1;
  return index;
}

static void join_all(races *races, int index) {
  for (int other = 0; other < races->count; other += 1) {
    if (other == index) continue;
    join(races, races->strands[index].clock, races->strands[other].clock);
    advance(races, other);
  }
}

// MARK: Things that tasks synchronize with

static sync_thing *slot_for(sync_thing *things, uint32_t capacity, uint32_t run, const void *thing) {
  uint32_t index = (uint32_t)(((uintptr_t)thing * 0x9E3779B97F4A7C15u) >> 40) & (capacity - 1);
  while (things[index].run == run && things[index].thing != thing) {
    index = (index + 1) & (capacity - 1);
  }
  return &things[index];
}

static sync_thing *find_thing(races *races, const void *thing) {
  if (!races->things) return NULL;
  sync_thing *slot = slot_for(races->things, races->thing_capacity, races->run, thing);
  return slot->run == races->run ? slot : NULL;
}

static sync_thing *add_thing(races *races, const void *thing) {
  sync_thing *slot = find_thing(races, thing);
  if (slot) return slot;
  if (races->thing_count * 2 >= races->thing_capacity) {
    const uint32_t capacity = races->thing_capacity ? races->thing_capacity * 2 : 64;
    sync_thing *larger = capacity <= most_things ? calloc(capacity, sizeof(sync_thing)) : NULL;
    if (!larger) return races_stop(races), NULL;
    for (uint32_t index = 0; index < races->thing_capacity; index += 1) {
      const sync_thing *old = &races->things[index];
      if (old->run == races->run) *slot_for(larger, capacity, races->run, old->thing) = *old;
    }
    free(races->things);
    races->things = larger;
    races->thing_capacity = capacity;
  }
  slot = slot_for(races->things, races->thing_capacity, races->run, thing);
  races->thing_count += 1;
  slot->thing = thing;
  slot->run = races->run;
  slot->holder = -1;
  memset(slot->clock, 0, sizeof slot->clock);
  return slot;
}

static void give(races *races, int index, const void *thing) {
  sync_thing *found = add_thing(races, thing);
  if (!found) return;
  join(races, found->clock, races->strands[index].clock);
  advance(races, index);
}

static void take(races *races, int index, const void *thing) {
  const sync_thing *found = find_thing(races, thing);
  if (found) join(races, races->strands[index].clock, found->clock);
}

// The strand has given back a lock: what it has done up to now comes before who takes it next.
static void let_go(races *races, int index, int position) {
  strand *strand = &races->strands[index];
  const void *word = strand->held[position];
  strand->held_count -= 1;
  races->held_count -= 1;
  strand->held[position] = strand->held[strand->held_count];
  sync_thing *thing = find_thing(races, word);
  if (!thing || thing->holder != index) return;
  thing->holder = -1;
  join(races, thing->clock, strand->clock);
  advance(races, index);
}

// Notes the locks that the strand has given back unseen, before it does anything else.
static void note_unlocks(races *races, int index) {
  strand *strand = &races->strands[index];
  for (int position = strand->held_count - 1; position >= 0; position -= 1) {
    if (!__atomic_load_n(strand->held[position], __ATOMIC_RELAXED)) let_go(races, index, position);
  }
}

// MARK: Who runs

// The executor that the current job belongs to, where the tasks on it are one after the other.
static const void *serial_executor(void) {
  const void *now = swift_task_getCurrentExecutor().identity;
  return now == actor_door_line().identity ? NULL : now;
}

// The strand that runs leaves what it has done with its executor.
static void leave(races *races) {
  if (races->current >= 0 && races->executor) give(races, races->current, races->executor);
}

static void arrive(races *races, int index, const void *task, const void *executor) {
  const int before = races->current;
  if (before == index && races->executor == executor) {
    races->current_task = task;
    return;
  }
  leave(races);
  if (races->count < 0) return;
  if (before >= 0 && before != index) {
    // Started by the task before, or by its end, on this very thread; or next on an actor.
    join(races, races->strands[index].clock, races->strands[before].clock);
    advance(races, before);
  }
  if (races->strands[index].held_count) note_unlocks(races, index);
  strand *arrived = &races->strands[index];
  if (executor) {
    // The one before has let go of the actor.
    if (before >= 0 && before != index && races->executor == executor) races->strands[before].turn = 0;
    take(races, index, executor);
    // Made ready where nobody could see it.
    if (arrived->turn != races->turn) join_all(races, index);
    arrived->turn = races->turn;
  }
  races->current = index;
  races->current_task = task;
  races->executor = executor;
}

// The strand of the task that runs on this thread; -1 if there is none.
static int running(races *races) {
  if (races->ignores_current) return -1;
  const void *task = runtime_task_current();
  if (!task) return races->current;
  const uint64_t id = runtime_task_id(task);
  if (races->current >= 0 && races->current_task == task &&
      races->strands[races->current].task == id) {
    if (races->strands[races->current].held_count) note_unlocks(races, races->current);
    return races->current;
  }
  int index = find(races, id);
  if (index < 0) {
    // Started where nobody could see it.
    if (races->count < 0) return -1;
    index = add(races, id, -1);
    if (index < 0) return -1;
    join_all(races, index);
  }
  arrive(races, index, task, serial_executor());
  return races->count < 0 ? -1 : races->current;
}

void races_ready(races *races, uint64_t task, uint64_t parent) {
  if (races->count < 0) return;
  const int source = races->count > 0 ? running(races) : -1;
  int index = find(races, task);
  if (index < 0) index = add(races, task, parent ? find(races, parent) : -1);
  if (index < 0) return;
  strand *target = &races->strands[index];
  target->turn = races->turn;
  if (source < 0 || source == index) return;
  join(races, target->clock, races->strands[source].clock);
  // A task that ends on an actor may have been there without being seen.
  if (races->executor) take(races, index, races->executor);
  advance(races, source);
}

void races_ready_after_all(races *races, uint64_t task) {
  const int index = races->count > 0 ? find(races, task) : -1;
  if (index >= 0) join_all(races, index);
}

void races_job_begins(races *races, uint64_t task, const void *executor) {
  if (races->count <= 0) return;
  races->current = -1;
  races->executor = NULL;
  races->current_task = NULL;
  const int index = task ? find(races, task) : -1;
  if (index < 0) return;
  races->strands[index].turn = races->turn;
  arrive(races, index, NULL, executor);
}

void races_job_ends(races *races) {
  if (races->count <= 0) return;
  leave(races);
  // Who was to enter an actor has entered.
  races->turn += 1;
  races->current = -1;
  races->executor = NULL;
  races->current_task = NULL;
}

void races_ignore_current(races *races, int ignores) { races->ignores_current = ignores; }

int races_current(races *races) { return races->current; }

void races_go_on(races *races, int current) {
  if (races->count <= 0) return;
  races->current = current;
  races->current_task = NULL;
  races->executor = NULL;
  if (current >= 0) races->strands[current].turn = races->turn;
}

void races_end(races *races, uint64_t task) {
  const int index = races->count > 0 ? find(races, task) : -1;
  if (index < 0) return;
  strand *ended = &races->strands[index];
  join(races, races->ended, ended->clock);
  // The parent waits for its children before it ends; what it does before that counts as done after.
  if (ended->parent >= 0) join(races, races->strands[ended->parent].clock, ended->clock);
  advance(races, index);
  ended->has_ended = 1;
}

// MARK: What the running task does

#define RUNNING(races, index)                                \
  if (!RACES_ARE_ON) return;                                 \
  races *races = bubble_thread_races;                        \
  const int index = running(races);                          \
  if (index < 0) return

void races_synchronize(const volatile void *thing) {
  RUNNING(races, index);
  take(races, index, (const void *)thing);
  give(races, index, (const void *)thing);
}

void races_release(const volatile void *thing) {
  RUNNING(races, index);
  give(races, index, (const void *)thing);
}

void races_acquire(const volatile void *thing) {
  RUNNING(races, index);
  take(races, index, (const void *)thing);
}

// The strand of the running task as it is known: in the middle of the runtime nothing new is found out.
static int running_in_runtime(races *races) {
  if (races->ignores_current) return -1;
  const void *task = runtime_task_current();
  if (!task) return races->current;
  return races->current_task == task ? races->current : find(races, runtime_task_id(task));
}

void races_runtime_released(const void *thing) {
  races *races = bubble_thread_races;
  const int index = races && races->is_on ? running_in_runtime(races) : -1;
  if (index >= 0) give(races, index, thing);
}

void races_runtime_acquired(const void *thing) {
  races *races = bubble_thread_races;
  const int index = races && races->is_on ? running_in_runtime(races) : -1;
  if (index < 0) return;
  take(races, index, thing);
  const void *task = runtime_task_current();
  if (!task || !runtime_task_is_cancelled(thing, task)) return;
  // A group or a scope that is left cancels its tasks where nobody else sees it. They may look whether
  // they are cancelled, and then go on after what came before.
  const int cancelled = find(races, runtime_task_id(thing));
  if (cancelled < 0 || cancelled == index) return;
  join(races, races->strands[cancelled].clock, races->strands[index].clock);
  advance(races, index);
}

void races_lock(const uint32_t *word) {
  RUNNING(races, index);
  sync_thing *thing = add_thing(races, word);
  if (!thing) return;
  if (thing->holder >= 0) {
    // It was given back before, or the lock would not be ours.
    strand *holder = &races->strands[thing->holder];
    for (int position = 0; position < holder->held_count; position += 1) {
      if (holder->held[position] == word) let_go(races, thing->holder, position);
    }
  }
  join(races, races->strands[index].clock, thing->clock);
  strand *strand = &races->strands[index];
  if (strand->held_count == most_held) return races_stop(races);
  strand->held[strand->held_count] = word;
  strand->held_count += 1;
  races->held_count += 1;
  thing->holder = index;
}

void races_unlock(const uint32_t *word) {
  RUNNING(races, index);
  const strand *strand = &races->strands[index];
  for (int position = 0; position < strand->held_count; position += 1) {
    if (strand->held[position] == word) return let_go(races, index, position);
  }
  give(races, index, word);
}

void races_join(void) {
  RUNNING(races, index);
  join(races, races->strands[index].clock, races->ended);
}

void races_join_task(const void *task) {
  RUNNING(races, index);
  const int ended = find(races, runtime_task_id(task));
  if (ended < 0 || ended == index) return;
  join(races, races->strands[index].clock, races->strands[ended].clock);
  advance(races, ended);
}

void races_order_all(void) {
  RUNNING(races, index);
  join_all(races, index);
  for (int other = 0; other < races->count; other += 1) {
    if (other != index) join(races, races->strands[other].clock, races->strands[index].clock);
  }
  advance(races, index);
}

void races_switch(const void *from, const void *to) {
  RUNNING(races, index);
  if (from) {
    take(races, index, from);
    give(races, index, from);
  }
  if (to && races->is_on) give(races, index, to);
  races->strands[index].turn = races->turn;
  races->current_task = NULL;
  races->executor = NULL;
}

// MARK: Accesses to memory

static shadow_line *line_slot(shadow_line *lines, uint32_t capacity, uint32_t run, uintptr_t line) {
  uint32_t index = (uint32_t)((line * 0x9E3779B97F4A7C15u) >> 40) & (capacity - 1);
  while (lines[index].run == run && lines[index].line != line) index = (index + 1) & (capacity - 1);
  return &lines[index];
}

static shadow_line *line_at(races *races, uintptr_t line) {
  if (races->lines) {
    shadow_line *slot = line_slot(races->lines, races->line_capacity, races->run, line);
    if (slot->run == races->run) return slot;
  }
  if (races->line_count * 2 >= races->line_capacity) {
    const uint32_t capacity = races->line_capacity ? races->line_capacity * 2 : 256;
    shadow_line *larger = capacity <= most_lines ? calloc(capacity, sizeof(shadow_line)) : NULL;
    if (!larger) return races_stop(races), NULL;
    for (uint32_t index = 0; index < races->line_capacity; index += 1) {
      const shadow_line *old = &races->lines[index];
      if (old->run == races->run) *line_slot(larger, capacity, races->run, old->line) = *old;
    }
    free(races->lines);
    races->lines = larger;
    races->line_capacity = capacity;
  }
  shadow_line *slot = line_slot(races->lines, races->line_capacity, races->run, line);
  races->line_count += 1;
  memset(slot, 0, sizeof *slot);
  slot->line = line;
  slot->run = races->run;
  return slot;
}

void races_forget(const void *start, uintptr_t size) {
  races *races = bubble_thread_races;
  if (!races || !races->line_count || !races->is_on || !size) return;
  for (int index = 0; races->held_count && index < races->count; index += 1) {
    strand *strand = &races->strands[index];
    for (int position = strand->held_count - 1; position >= 0; position -= 1) {
      if ((uintptr_t)strand->held[position] - (uintptr_t)start < size) let_go(races, index, position);
    }
  }
  const uintptr_t first = (uintptr_t)start >> 3, last = ((uintptr_t)start + size - 1) >> 3;
  if ((last - first) / cells_in_line > races->line_capacity) {
    for (uint32_t index = 0; index < races->line_capacity; index += 1) {
      shadow_line *line = &races->lines[index];
      if (line->run != races->run) continue;
      if (line->line >= first >> 3 && line->line <= last >> 3) {
        memset(line->cells, 0, sizeof line->cells);
      }
    }
    return;
  }
  for (uintptr_t line = first >> 3; line <= last >> 3; line += 1) {
    shadow_line *slot = line_slot(races->lines, races->line_capacity, races->run, line);
    if (slot->run != races->run) continue;
    const uintptr_t low = line == first >> 3 ? first & 7 : 0;
    const uintptr_t high = line == last >> 3 ? last & 7 : 7;
    memset(&slot->cells[low], 0, (high - low + 1) * sizeof(cell));
  }
}

// Where the access is in the program: a copy may be made by a function that many share.
static uintptr_t code_of(const access_record *access) {
  const int is_outlined = race_code(access->code) == race_code_is_outlined;
  return is_outlined ? access->caller : access->code;
}

// Whether the two accesses are the program's own, and nothing unseen can order them.
static int is_certain(
    cell *cell, const access_record *before, const access_record *after, uintptr_t place) {
  const int first = race_code(code_of(before)), second = race_code(code_of(after));
  if (first == race_code_is_compiled_in || second == race_code_is_compiled_in) return 0;
  const int kind = race_place(place);
  // Nobody else knows an object yet that is being made.
  const int initializes = first == race_code_initializes || second == race_code_initializes;
  if (initializes && kind != race_place_is_global) return 0;
  if (kind == race_place_is_storage) cell->is_ignored = 1;
  if (kind == race_place_is_captured && before->is_first && before->is_write) return 0;
  return !cell->is_ignored;
}

static void touch(
    races *races, int index, uintptr_t place, uint8_t bytes, uint8_t is_write, uintptr_t code,
    uintptr_t caller) {
  shadow_line *line = line_at(races, place >> 6);
  if (!line) return;
  cell *cell = &line->cells[(place >> 3) & 7];
  const uint32_t *clock = races->strands[index].clock;
  int empty = -1, own = -1, old = -1, count = 0;
  const access_record *other = NULL;
  for (int slot = 0; slot < cell_size; slot += 1) {
    const access_record *access = &cell->accesses[slot];
    if (!access->epoch) {
      empty = slot;
      continue;
    }
    count += 1;
    const int covers = (access->bytes & ~bytes) == 0 && (is_write || !access->is_write);
    if (access->strand == index) {
      if (access->epoch == clock[index] && access->is_write == is_write && access->bytes == bytes) return;
      if (covers) own = slot;
      continue;
    }
    const int conflicts = access->bytes & bytes && (is_write || access->is_write);
    if (conflicts && !races->is_shared) {
      races->is_shared = race_code(access->code) != race_code_is_compiled_in &&
                         race_code(code) != race_code_is_compiled_in;
    }
    if (clock[access->strand] >= access->epoch) {
      if (covers) old = slot;
      continue;
    }
    if (!conflicts) continue;
    // Two writes tell more than a read and a write.
    if (!other || access->is_write > other->is_write) other = access;
  }
  const access_record now = {
      clock[index], (uint8_t)index, bytes, is_write, count == 0, code, caller};
  if (other && !races->has_race && !cell->is_ignored && is_certain(cell, other, &now, place)) {
    races->has_race = 1;
    races->before = (race_access){
        races->strands[other->strand].task, code_of(other), other->is_write};
    races->after = (race_access){races->strands[index].task, code_of(&now), is_write};
  }
  const int slot = own >= 0 ? own : empty >= 0 ? empty : old >= 0 ? old : cell->next++ % cell_size;
  cell->accesses[slot] = now;
}

void race_accessed(
    const void *start, uintptr_t size, int is_write, const void *code, const void *caller) {
  RUNNING(races, index);
  uintptr_t place = (uintptr_t)start;
  while (size) {
    const uintptr_t offset = place & 7, part = size < 8 - offset ? size : 8 - offset;
    const uint8_t bytes = (uint8_t)(((1u << part) - 1) << offset);
    touch(races, index, place, bytes, (uint8_t)is_write, (uintptr_t)code,
        (uintptr_t)caller);
    if (races->count < 0) return;
    place += part;
    size -= part;
  }
}

int races_watch(const races *races) { return races->is_on; }

int races_have_accesses(void) {
  const races *races = bubble_thread_races;
  return races && races->is_on && races->line_count > 0;
}

int races_first(races *races, race_access *before, race_access *after) {
  if (!races->has_race) return 0;
  *before = races->before;
  *after = races->after;
  return 1;
}

#else
struct races {
  int nothing;
};

races *races_make(void) {
  static races none;
  return &none;
}
void races_free(races *races) { (void)races; }
void races_begin(races *races) { (void)races; }
void races_stop(races *races) { (void)races; }
int races_watch(const races *races) { return (void)races, 0; }
void races_ready(races *races, uint64_t task, uint64_t parent) {
  (void)races, (void)task, (void)parent;
}
void races_ready_after_all(races *races, uint64_t task) { (void)races, (void)task; }
void races_job_begins(races *races, uint64_t task, const void *executor) {
  (void)races, (void)task, (void)executor;
}
void races_job_ends(races *races) { (void)races; }
void races_ignore_current(races *races, int ignores) { (void)races, (void)ignores; }
int races_current(races *races) { return (void)races, -1; }
void races_go_on(races *races, int current) { (void)races, (void)current; }
void races_end(races *races, uint64_t task) { (void)races, (void)task; }
void races_synchronize(const volatile void *thing) { (void)thing; }
void races_release(const volatile void *thing) { (void)thing; }
void races_acquire(const volatile void *thing) { (void)thing; }
void races_lock(const uint32_t *word) { (void)word; }
void races_unlock(const uint32_t *word) { (void)word; }
void races_join(void) {}
void races_join_task(const void *task) { (void)task; }
void races_order_all(void) {}
void races_switch(const void *from, const void *to) { (void)from, (void)to; }
void races_forget(const void *start, uintptr_t size) { (void)start, (void)size; }
int races_first(races *races, race_access *before, race_access *after) {
  return (void)races, (void)before, (void)after, 0;
}
#endif
