#pragma once

#include <stdint.h>

// What the functions that replace those of the system's locks share.

/// The run that controls what happens on this thread now, or null.
const void *points_run(void);

/// The same for a lock that code at this address takes or releases; null if it is not the program's
/// own.
const void *points_run_of_lock(const void *caller);

/// Lets another task go first, if the run wants that.
void points_ask(const void *run);

/// Notes what was done with a lock.
void points_tell(const void *run, int kind, const volatile void *place);

/// Notes that the program has tried a lock without waiting for it.
void points_try(const void *run);

/// Lets another task go first when a lock has been taken, if the program can notice that it is
/// held.
void points_hold(const void *run);

/// Lets others go on until the lock may be free; 0 if the bubble does not control the holder.
int points_wait_for_lock(const void *run, const uint32_t *word, int holder);

/// Lets a paused task go on, as it may hold what this thread wants; 0 if there is none.
int points_let_paused_go_on(const void *run);

/// Changes how many calls on this thread's stack may be interrupted only where they wait for a
/// lock.
void points_keep_quiet(int change);

/// The number of this thread, as the word of a lock contains it.
uint32_t points_thread(void);
