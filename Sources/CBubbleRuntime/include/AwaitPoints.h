#pragma once
#include <stdint.h>

// A scheduling point at each `await` that did not suspend its task.
//
// `await task.value` of a task that has ended, `group.next()` when a child has ended, a
// continuation that is resumed in its own closure, `next()` of a stream that holds elements: the
// task goes on at once. On several threads other tasks could run at that moment, so a search that
// never lets them do so misses orders. Compiled code calls these functions of the runtime by their
// symbols. This library defines the symbols and calls the runtime's function. When the function
// returns in the same job, the task waits in the queue of ready tasks first.

/// Says whether another job of the run could run now; without one there is nothing to decide.
typedef int (*await_points_others_ready)(const void *_Nonnull run);

/// The scope of an `async let` ends: its task has ended, or the parent now waits for it.
typedef void (*await_points_scope_ends)(const void *_Nonnull run, const void *_Nonnull task);

/// Turns the scheduling points on, once for the process.
void await_points_install(
    await_points_others_ready _Nonnull others_ready, await_points_scope_ends _Nonnull scope_ends);

/// Where the caller of an async function goes on: `returned`, unless that is a function of this
/// library, which then goes on to the caller.
///
/// `context` is that of the call. Sets `is_stream` if the call asks a stream for its next element.
const void *_Nonnull await_points_caller(
    const void *_Nonnull context, const void *_Nonnull returned, int *_Nonnull is_stream);

/// The number of the job that runs on this thread, by which an `await` knows whether it suspended.
///
/// No job of another thread has the same number: a task may suspend on one thread and go on on
/// another.
extern _Thread_local uint64_t bubble_thread_job __attribute__((tls_model("initial-exec")));

/// For a thread that has run no job yet: the number before that of its first job.
uint64_t bubble_new_thread(void);

/// A job begins on this thread; returns its number.
static inline uint64_t bubble_job_begins(void) {
  if (!bubble_thread_job) bubble_thread_job = bubble_new_thread();
  return bubble_thread_job += 1;
}
