// What tasks synchronize with: a task gives its clock to a thing, and the next takes it from there.

#include "RaceState.h"

#ifdef HAS_HOOKS
#include <stdlib.h>
#include <string.h>

// Which pieces of memory may have a thing in them, as a Bloom filter: one bit stands for several
// pieces.
enum { granule = 16 };

static uint32_t filter_place(uintptr_t place) {
  return (uint32_t)((place / granule * 0x9E3779B97F4A7C15u) >> 52);
}
static uint64_t *filter_word(races *races, uintptr_t place) {
  return &races->thing_filter[filter_place(place) / 64];
}
static uint64_t filter_bit(uintptr_t place) { return (uint64_t)1 << filter_place(place) % 64; }

static sync_thing *slot_for(sync_thing *things, uint32_t capacity, uint32_t run, const void *thing) {
  uint32_t index = (uint32_t)(((uintptr_t)thing * 0x9E3779B97F4A7C15u) >> 40) & (capacity - 1);
  while (things[index].run == run && things[index].thing != thing) {
    index = (index + 1) & (capacity - 1);
  }
  return &things[index];
}

sync_thing *thing_find(races *races, const void *thing) {
  if (!races->things) return NULL;
  sync_thing *slot = slot_for(races->things, races->thing_capacity, races->run, thing);
  return slot->run == races->run ? slot : NULL;
}

sync_thing *thing_add(races *races, const void *thing) {
  sync_thing *slot = thing_find(races, thing);
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
  *filter_word(races, (uintptr_t)thing) |= filter_bit((uintptr_t)thing);
  slot->thing = thing;
  slot->run = races->run;
  slot->holder = -1;
  memset(slot->clock, 0, sizeof slot->clock);
  return slot;
}

static void forget(races *races, uintptr_t place) {
  sync_thing *found = thing_find(races, (const void *)place);
  if (!found) return;
  found->holder = -1;
  memset(found->clock, 0, sizeof found->clock);
}

// Most memory that is freed is small and has no such thing in it.
void things_forget(races *races, uintptr_t start, uintptr_t size) {
  if (!races->thing_count) return;
  if (size / granule > races->thing_capacity) {
    for (uint32_t index = 0; index < races->thing_capacity; index += 1) {
      const sync_thing *thing = &races->things[index];
      if (thing->run != races->run || (uintptr_t)thing->thing - start >= size) continue;
      forget(races, (uintptr_t)thing->thing);
    }
    return;
  }
  for (uintptr_t place = start; place < start + size; place += granule - place % granule) {
    if (!(*filter_word(races, place) & filter_bit(place))) continue;
    const uintptr_t end = place + granule - place % granule;
    for (uintptr_t byte = place; byte < end && byte < start + size; byte += 1) forget(races, byte);
  }
}

void thing_give(races *races, int index, const void *thing) {
  sync_thing *found = thing_add(races, thing);
  if (!found) return;
  clock_join(races, found->clock, races->strands[index].clock);
  strand_advance(races, index);
}

void thing_take(races *races, int index, const void *thing) {
  const sync_thing *found = thing_find(races, thing);
  if (found) clock_join(races, races->strands[index].clock, found->clock);
}

#endif
