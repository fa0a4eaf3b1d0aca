#pragma once

#include <stdint.h>

// Scheduling points between two awaits.
//
// The compiler's thread sanitizer puts a call in place of each atomic access, and before each
// access to memory that others may reach. The exercises are compiled that way, but not linked with
// the sanitizer: this library defines the functions that are called. So at each atomic access of a
// student's code, which is also how a `Mutex` is locked, the run is asked whether another task
// should go first.
//
// If a paused task holds a lock, another task that wants it arrives at the system call that would
// wait for it, and there the run lets other tasks go on.

/// What instrumented code did.
enum {
  memory_load,
  memory_store,
  memory_change,
  memory_lock,
  memory_unlock,
};

/// Called before an atomic access of instrumented code; may wait for other threads.
typedef void (*memory_points_reached)(const void *_Nonnull run);

/// Called after it, with its kind and its place in memory.
typedef void (*memory_points_done)(
    const void *_Nonnull run, int kind, const void *_Nonnull place);

/// Called when another thread holds the lock that this one wants. `word` is the word of the lock,
/// which is 0 when it is free. Returns when it may be 0; or returns 0 at once if the bubble does
/// not control the holder.
typedef int (*memory_points_locked)(
    const void *_Nonnull run, const uint32_t *_Nonnull word, int holder);

/// Called when a thread is about to block for something whose holder is not known. Returns when a
/// task that had paused has gone on; or returns 0 at once if there is none.
typedef int (*memory_points_blocked)(const void *_Nonnull run);

/// Called when a task has taken a lock, and when the program has tried one instead of waiting for
/// it. Returns whether others may go on while it is held: only a program that tries locks can
/// notice that.
typedef int (*memory_points_held)(const void *_Nonnull run, int is_tried);

/// Turns the scheduling points on, once for the process.
void memory_points_install(
    memory_points_reached _Nonnull reached, memory_points_done _Nonnull done,
    memory_points_locked _Nonnull locked, memory_points_blocked _Nonnull blocked,
    memory_points_held _Nonnull held);

/// Between these two calls the thread reaches no scheduling point: it may hold a lock of the
/// runtime.
void memory_points_pause(void);
void memory_points_resume(void);

/// Whether this thread may pause here: it holds no lock of the runtime.
int memory_points_may_pause(void);

/// Does a system call on a lock; returns its result, or a negative number if the kernel has to do
/// it.
long memory_points_futex(uint32_t *_Nonnull word, int operation);
