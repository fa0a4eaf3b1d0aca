#pragma once

#include <stdint.h>

// Races: two accesses to one place in memory, at least one a write, by two tasks that nothing
// orders.
//
// Each task has a vector clock: for every task, a count of how much of that task comes before.
// Where one task hands something over to another, the other one joins that clock into its own. If
// the first of two accesses to a place is not covered by the clock of the task that makes the
// second, nothing orders them: they could come in the other order in another run, or both at once
// on two threads.
//
// What is not certain counts as ordered, so a race may be missed. One kind of order is not seen:
// that of locks and atomics in code that is not instrumented (see `explore` in Bubble.swift).

/// The clocks of the tasks of one run, and their accesses.
typedef struct races races;

races *_Nonnull races_make(void);
void races_free(races *_Nonnull races);

/// The clocks of the run on this thread, or null.
extern _Thread_local races *_Nullable bubble_thread_races __attribute__((tls_model("initial-exec")));

static inline void races_set(races *_Nullable races) { bubble_thread_races = races; }

/// A new run begins.
void races_begin(races *_Nonnull races);

/// Stops looking for races in this run: nothing is certain any more, or nothing more is needed.
void races_stop(races *_Nonnull races);

/// Whether the run looks for races.
int races_watch(const races *_Nonnull races);

/// The running task has started another one, or made it ready: all that it has done comes before.
///
/// `parent` is the task whose child it is, or 0; only the first call for a task uses it.
void races_ready(races *_Nonnull races, uint64_t task, uint64_t parent);

/// The task goes on after everything that has happened.
void races_ready_after_all(races *_Nonnull races, uint64_t task);

/// A job begins: that of `task`, or one without a task if that is 0; it belongs to `executor`, if
/// that is not null.
void races_job_begins(races *_Nonnull races, uint64_t task, const void *_Nullable executor);
void races_job_ends(races *_Nonnull races);

/// Sets whether what runs is not one of the program's tasks.
void races_ignore_current(races *_Nonnull races, int ignores);

/// The task that runs on this thread, to go on with it later.
int races_current(races *_Nonnull races);
void races_go_on(races *_Nonnull races, int current);

/// The task has ended.
void races_end(races *_Nonnull races, uint64_t task);

/// The running task uses something that orders all tasks that use it.
void races_synchronize(const volatile void *_Nonnull thing);
/// The running task releases something, or acquires it after those that have released it.
void races_release(const volatile void *_Nonnull thing);
void races_acquire(const volatile void *_Nonnull thing);

/// The running task takes a `Mutex`, or releases it.
///
/// A release may go unseen, because the linker keeps one copy of that function for all modules,
/// which may not be instrumented. So the detector looks at the word in which the lock keeps its
/// thread.
void races_lock(const uint32_t *_Nonnull word);
void races_unlock(const uint32_t *_Nonnull word);

/// The running task has awaited another that had ended already.
void races_join(void);
/// The running task has awaited this one, which had ended already.
void races_join_task(const void *_Nonnull task);
/// The running task does something that orders everything before and after it.
void races_order_all(void);

/// The running task goes from one executor to another; null if it has none.
void races_switch(const void *_Nullable from, const void *_Nullable to);

/// From now on the memory is used for something else: accesses to it, and locks in it, are
/// forgotten.
void races_forget(const void *_Nonnull start, uintptr_t size);

/// The object has one owner, which asks, so all accesses to it up to now come before what follows.
void races_forget_unique(const void *_Nonnull object);

/// How many lines of 64 bytes this run has looked for in order to forget them: a measure of cost.
uint64_t races_forgotten_lines(const races *_Nonnull races);

/// The mangled name of the function of the program that the address is in, or null.
const char *_Nullable race_function(uintptr_t address);

/// An access to memory that nothing orders with another one.
typedef struct {
  uint64_t task;
  /// The address after the call in the code.
  uintptr_t code;
  int is_write;
} race_access;

/// Returns whether there is a race, and if so the first one that was found.
int races_first(
    races *_Nonnull races, race_access *_Nonnull before, race_access *_Nonnull after);
