#pragma once

#include <stdint.h>

// Scheduling points between two awaits.
//
// The compiler's thread sanitizer puts a call before each atomic access and each access to memory that
// others may reach. The exercises are compiled that way, but not linked with the sanitizer: this
// library defines what is called. So a run is asked at each atomic access of a student's code, which
// is also how a `Mutex` is locked, whether another task shall go first.
//
// A lock that is held by a task which has paused arrives at the system call that would wait for it, and
// there the run lets the others go on.

/// What instrumented code did.
enum {
  memory_load,
  memory_store,
  memory_change,
  memory_lock,
  memory_unlock,
};

/// Is called before an atomic access of instrumented code; may wait for other threads.
typedef void (*memory_points_reached)(const void *_Nonnull run);

/// Is called after it, with what it was and where in memory.
typedef void (*memory_points_done)(
    const void *_Nonnull run, int kind, const void *_Nonnull place);

/// Is called when a thread holds the lock that another one wants. Returns when the word, which the lock
/// stands in and is 0 when it is free, may be 0; or 0 at once when the bubble has no say over the holder.
typedef int (*memory_points_locked)(
    const void *_Nonnull run, const uint32_t *_Nonnull word, int holder);

/// Is called when a thread is about to block for something whose holder is not known. Returns when a task
/// that had paused has gone on; or 0 at once when there is none.
typedef int (*memory_points_blocked)(const void *_Nonnull run);

/// Is called when a task has taken a lock, and when the program has tried one instead of waiting for it.
/// Returns whether others may go on while it is held: only a program that tries locks can see that.
typedef int (*memory_points_held)(const void *_Nonnull run, int is_tried);

/// Turns the scheduling points on, once for the process.
void memory_points_install(
    memory_points_reached _Nonnull reached, memory_points_done _Nonnull done,
    memory_points_locked _Nonnull locked, memory_points_blocked _Nonnull blocked,
    memory_points_held _Nonnull held);

/// Between these two the thread reaches no scheduling point: it may hold a lock of the runtime.
void memory_points_pause(void);
void memory_points_resume(void);

/// Whether this thread may pause here: it holds no lock of the runtime.
int memory_points_may_pause(void);

/// What this library makes of a system call on a lock; negative when it is not ours to make.
long memory_points_futex(uint32_t *_Nonnull word, int operation);
