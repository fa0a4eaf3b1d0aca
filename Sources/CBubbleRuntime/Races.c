// A session and its runs, one after the other.

#include "RaceState.h"

_Thread_local races *bubble_thread_races = 0;

#ifdef HAS_HOOKS
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

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

// A thread may still be inside one of these functions when its session ends, so the last ones that
// ended are kept for a while.
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
  memset(races->thing_filter, 0, sizeof races->thing_filter);
  if (races->line_count) memset(races->page_filter, 0, sizeof races->page_filter);
  races->line_count = 0;
  races->visit += 1;
  races->forgotten_lines = 0;
  races->has_race = 0;
  memset(races->ended, 0, sizeof races->ended);
  // For code that shares nothing, the clocks would cost as much as the rest of a run, so only a few
  // of many runs check whether it does.
  enum { first_runs = 2, every = 50 };
  if (!races->is_shared && races->run > first_runs && races->run % every) races_stop(races);
}

void races_stop(races *races) {
  races->is_on = 0;
  races->current = -1;
  races->count = -1;
}

int races_watch(const races *races) { return races->is_on; }

int races_first(races *races, race_access *before, race_access *after) {
  if (!races->has_race) return 0;
  *before = races->before;
  *after = races->after;
  return 1;
}

#endif
