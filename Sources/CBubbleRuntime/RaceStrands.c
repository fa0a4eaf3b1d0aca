// The tasks of a run and their clocks.

#include "RaceState.h"

#ifdef HAS_HOOKS
#include <stdlib.h>
#include <string.h>

int strand_find(races *races, uint64_t task) {
  if (races->current >= 0 && races->strands[races->current].task == task) return races->current;
  for (int index = races->count - 1; index >= 0; index -= 1) {
    if (races->strands[index].task == task) return index;
  }
  return -1;
}

int strand_add(races *races, uint64_t task, int parent) {
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
  // What a task does before there is a second one is ordered.
  if (races->count > 1) races->is_on = 1;
  return index;
}

void strand_join_all(races *races, int index) {
  for (int other = 0; other < races->count; other += 1) {
    if (other == index) continue;
    clock_join(races, races->strands[index].clock, races->strands[other].clock);
    strand_advance(races, other);
  }
}

void races_ready_after_all(races *races, uint64_t task) {
  const int index = races->count > 0 ? strand_find(races, task) : -1;
  if (index >= 0) strand_join_all(races, index);
}

void races_end(races *races, uint64_t task) {
  const int index = races->count > 0 ? strand_find(races, task) : -1;
  if (index < 0) return;
  strand *ended = &races->strands[index];
  clock_join(races, races->ended, ended->clock);
  // The parent waits for its children before it ends; what it does before that counts as done
  // after.
  if (ended->parent >= 0) clock_join(races, races->strands[ended->parent].clock, ended->clock);
  strand_advance(races, index);
  ended->has_ended = 1;
}

#endif
