// Accesses to memory: the last ones to each place, and which two of them are a race.

#include "RaceState.h"

#ifdef HAS_HOOKS
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "RaceFilter.h"

typedef struct {
  uint32_t epoch;
  uint8_t strand;
  uint8_t bytes;
  uint8_t is_write;
  // Whether no other access to the place was known at that time.
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

struct shadow_line {
  uintptr_t line;
  uint32_t run;
  cell cells[cells_in_line];
};

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
  page_note(races, line << 6);
  return slot;
}

static void lines_forget_in_page(races *races, uintptr_t start, uintptr_t size) {
  const uintptr_t first = start >> 3, last = (start + size - 1) >> 3;
  races->forgotten_lines += (last >> 3) - (first >> 3) + 1;
  for (uintptr_t line = first >> 3; line <= last >> 3; line += 1) {
    shadow_line *slot = line_slot(races->lines, races->line_capacity, races->run, line);
    if (slot->run != races->run) continue;
    const uintptr_t low = line == first >> 3 ? first & 7 : 0;
    const uintptr_t high = line == last >> 3 ? last & 7 : 7;
    memset(&slot->cells[low], 0, (high - low + 1) * sizeof(cell));
  }
}

// Forgets the accesses to the memory.
static void lines_forget(races *races, uintptr_t start, uintptr_t size) {
  if (!races->line_count) return;
  const uintptr_t end = start + size;
  for (uintptr_t place = start; place < end;) {
    const uintptr_t next = place - place % page_size + page_size;
    const uintptr_t piece = (next < end ? next : end) - place;
    if (page_is_used(races, place)) lines_forget_in_page(races, place, piece);
    place = next;
  }
}

void races_forget(const void *start, uintptr_t size) {
  races *races = bubble_thread_races;
  if (!races || !races->is_on || !size) return;
  for (int index = 0; races->held_count && index < races->count; index += 1) {
    strand *strand = &races->strands[index];
    for (int position = strand->held_count - 1; position >= 0; position -= 1) {
      const int is_inside = (uintptr_t)strand->held[position] - (uintptr_t)start < size;
      if (is_inside) strand_unlocks(races, index, position);
    }
  }
  // The next object may be at the same place.
  if (races->unique == start) races->unique = NULL;
  things_forget(races, (uintptr_t)start, size);
  lines_forget(races, (uintptr_t)start, size);
}

uint64_t races_forgotten_lines(const races *races) { return races->forgotten_lines; }

// What the same task has done since it last asked cannot race with anything that is ordered by the
// count of references.
void races_forget_unique(const void *object) {
  races *races = bubble_thread_races;
  if (!races || !races->is_on || !races->line_count) return;
  if (races->unique == object && races->unique_visit == races->visit) return;
  races->unique = object;
  races->unique_visit = races->visit;
  lines_forget(races, (uintptr_t)object, malloc_usable_size((void *)object));
}

// Where the access is in the program: a function that copies values may be shared by many callers.
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
  // No other task knows an object that is still being initialized.
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

#endif
