#pragma once

#include <stdint.h>

// What functions that stand in front of the system's locks share.

/// The run that has a say in what happens on this thread now, or null.
const void *points_run(void);

/// The same for a lock that code at this address takes or gives back; null when it is not the program's own.
const void *points_run_of_lock(const void *caller);

/// Lets another task go first, if the run wants that.
void points_ask(const void *run);

/// Notes what was done with a lock.
void points_tell(const void *run, int kind, const volatile void *place);

/// Notes that the program has tried a lock which it would not wait for.
void points_try(const void *run);

/// Lets another task go first when a lock has been taken, if the program can see that it is held.
void points_hold(const void *run);

/// Lets others go on until the lock may be free; 0 when the bubble has no say over the holder.
int points_wait_for_lock(const void *run, const uint32_t *word, int holder);

/// Lets a task go on that has paused, as it may hold what this thread wants; 0 when there is none.
int points_let_paused_go_on(const void *run);

/// Changes how many calls on this thread's stack may only be interrupted where they wait for a lock.
void points_keep_quiet(int change);

/// The number of this thread, as it stands in the word of a lock.
uint32_t points_thread(void);
