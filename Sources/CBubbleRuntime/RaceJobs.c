// Which task runs: jobs begin and end, and make tasks ready.

#include "RaceState.h"

#ifdef HAS_HOOKS
#include "ActorSwitchHook.h"

__attribute__((swiftcall)) extern ExecutorRef swift_task_getCurrentExecutor(void);

// The executor that the current job belongs to, if tasks run on it one after the other.
static const void *serial_executor(void) {
  const void *now = swift_task_getCurrentExecutor().identity;
  return now == actor_switch_line().identity ? NULL : now;
}

// The strand that runs gives its clock to its executor.
static void leave(races *races) {
  if (races->current >= 0 && races->executor) thing_give(races, races->current, races->executor);
}

static void arrive(races *races, int index, const void *task, const void *executor) {
  const int before = races->current;
  if (before == index && races->executor == executor) {
    races->current_task = task;
    return;
  }
  leave(races);
  races->visit += 1;
  if (races->count < 0) return;
  if (before >= 0 && before != index) {
    // The task before, or its end, has started this one on this very thread; or it is next on an
    // actor.
    clock_join(races, races->strands[index].clock, races->strands[before].clock);
    strand_advance(races, before);
  }
  if (races->strands[index].held_count) strand_note_unlocks(races, index);
  strand *arrived = &races->strands[index];
  if (executor) {
    // The one before has left the actor.
    if (before >= 0 && before != index && races->executor == executor) races->strands[before].turn = 0;
    thing_take(races, index, executor);
    // Made ready unseen.
    if (arrived->turn != races->turn) strand_join_all(races, index);
    arrived->turn = races->turn;
  }
  races->current = index;
  races->current_task = task;
  races->executor = executor;
}

int strand_that_arrives(races *races, const void *task, uint64_t id) {
  int index = strand_find(races, id);
  if (index < 0) {
    // Started unseen.
    if (races->count < 0) return -1;
    index = strand_add(races, id, -1);
    if (index < 0) return -1;
    strand_join_all(races, index);
  }
  arrive(races, index, task, serial_executor());
  return races->count < 0 ? -1 : races->current;
}

void races_ready(races *races, uint64_t task, uint64_t parent) {
  if (races->count < 0) return;
  const int source = races->count > 0 ? strand_running(races) : -1;
  int index = strand_find(races, task);
  if (index < 0) index = strand_add(races, task, parent ? strand_find(races, parent) : -1);
  if (index < 0) return;
  strand *target = &races->strands[index];
  target->turn = races->turn;
  if (source < 0 || source == index) return;
  clock_join(races, target->clock, races->strands[source].clock);
  // A task that ends on an actor may have been there unseen.
  if (races->executor) thing_take(races, index, races->executor);
  strand_advance(races, source);
}

void races_job_begins(races *races, uint64_t task, const void *executor) {
  if (races->count <= 0) return;
  races->visit += 1;
  races->current = -1;
  races->executor = NULL;
  races->current_task = NULL;
  const int index = task ? strand_find(races, task) : -1;
  if (index < 0) return;
  races->strands[index].turn = races->turn;
  arrive(races, index, NULL, executor);
}

void races_job_ends(races *races) {
  if (races->count <= 0) return;
  leave(races);
  // Every task that was to enter an actor has entered it.
  races->turn += 1;
  races->visit += 1;
  races->current = -1;
  races->executor = NULL;
  races->current_task = NULL;
}

void races_ignore_current(races *races, int ignores) { races->ignores_current = ignores; }

int races_current(races *races) { return races->current; }

void races_go_on(races *races, int current) {
  if (races->count <= 0) return;
  races->visit += 1;
  races->current = current;
  races->current_task = NULL;
  races->executor = NULL;
  if (current >= 0) races->strands[current].turn = races->turn;
}

#endif
