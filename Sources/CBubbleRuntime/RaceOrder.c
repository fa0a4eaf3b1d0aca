// What the running task does that orders it with others.

#include "RaceState.h"

#ifdef HAS_HOOKS

void races_synchronize(const volatile void *thing) {
  RUNNING(races, index);
  thing_take(races, index, (const void *)thing);
  thing_give(races, index, (const void *)thing);
}

void races_release(const volatile void *thing) {
  RUNNING(races, index);
  thing_give(races, index, (const void *)thing);
}

void races_acquire(const volatile void *thing) {
  RUNNING(races, index);
  thing_take(races, index, (const void *)thing);
}

// The strand of the running task, if it is known already: inside the runtime no strand is added.
static int running_in_runtime(races *races) {
  if (races->ignores_current) return -1;
  const void *task = runtime_task_current();
  if (!task) return races->current;
  return races->current_task == task ? races->current : strand_find(races, runtime_task_id(task));
}

void races_runtime_released(const void *thing) {
  races *races = bubble_thread_races;
  const int index = races && races->is_on ? running_in_runtime(races) : -1;
  if (index >= 0) thing_give(races, index, thing);
}

void races_runtime_acquired(const void *thing) {
  races *races = bubble_thread_races;
  const int index = races && races->is_on ? running_in_runtime(races) : -1;
  if (index < 0) return;
  thing_take(races, index, thing);
  const void *task = runtime_task_current();
  if (!task || !runtime_task_is_cancelled(thing, task)) return;
  // A group or a scope that ends cancels its tasks unseen. If such a task finds out that it is
  // cancelled, what it does then comes after what the task that cancels did before.
  const int cancelled = strand_find(races, runtime_task_id(thing));
  if (cancelled < 0 || cancelled == index) return;
  clock_join(races, races->strands[cancelled].clock, races->strands[index].clock);
  strand_advance(races, index);
}

void races_join(void) {
  RUNNING(races, index);
  clock_join(races, races->strands[index].clock, races->ended);
}

void races_join_task(const void *task) {
  RUNNING(races, index);
  const int ended = strand_find(races, runtime_task_id(task));
  if (ended < 0 || ended == index) return;
  clock_join(races, races->strands[index].clock, races->strands[ended].clock);
  strand_advance(races, ended);
}

void races_order_all(void) {
  RUNNING(races, index);
  strand_join_all(races, index);
  for (int other = 0; other < races->count; other += 1) {
    if (other != index) clock_join(races, races->strands[other].clock, races->strands[index].clock);
  }
  strand_advance(races, index);
}

void races_switch(const void *from, const void *to) {
  RUNNING(races, index);
  if (from) {
    thing_take(races, index, from);
    thing_give(races, index, from);
  }
  if (to && races->is_on) thing_give(races, index, to);
  races->strands[index].turn = races->turn;
  races->current_task = NULL;
  races->executor = NULL;
}

#endif
