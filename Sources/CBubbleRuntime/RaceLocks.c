// Which locks a task holds, although it may release them unseen.

#include "RaceState.h"

#ifdef HAS_HOOKS

void strand_unlocks(races *races, int index, int position) {
  strand *strand = &races->strands[index];
  const void *word = strand->held[position];
  strand->held_count -= 1;
  races->held_count -= 1;
  strand->held[position] = strand->held[strand->held_count];
  sync_thing *thing = thing_find(races, word);
  if (!thing || thing->holder != index) return;
  thing->holder = -1;
  clock_join(races, thing->clock, strand->clock);
  strand_advance(races, index);
}

void strand_note_unlocks(races *races, int index) {
  strand *strand = &races->strands[index];
  for (int position = strand->held_count - 1; position >= 0; position -= 1) {
    const int is_free = !__atomic_load_n(strand->held[position], __ATOMIC_RELAXED);
    if (is_free) strand_unlocks(races, index, position);
  }
}

void races_lock(const uint32_t *word) {
  RUNNING(races, index);
  sync_thing *thing = thing_add(races, word);
  if (!thing) return;
  if (thing->holder >= 0) {
    // It was released unseen, or this task would not have the lock.
    strand *holder = &races->strands[thing->holder];
    for (int position = 0; position < holder->held_count; position += 1) {
      if (holder->held[position] == word) strand_unlocks(races, thing->holder, position);
    }
  }
  clock_join(races, races->strands[index].clock, thing->clock);
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
    if (strand->held[position] == word) return strand_unlocks(races, index, position);
  }
  thing_give(races, index, word);
}

#endif
