#pragma once
#include <stdint.h>

#include "ActorDoor.h"
#include "AwaitPoints.h"
#include "RuntimeTasks.h"

// Virtual time for the threads that run a bubble.
//
// `ContinuousClock`, `SuspendingClock`, `Date` and Dispatch all read the time with
// `clock_gettime`. This library defines that function; the dynamic linker prefers a program's own
// definition to the C library's. A thread with a virtual clock gets that, all others the real one.

/// Makes `nanoseconds`, counted from 1970, the time of every clock on this thread; null ends it.
void bubble_clock_set(const uint64_t *_Nullable nanoseconds);

/// The bubble whose code runs on this thread, or null.
///
/// One load: the runtime asks at every job.
extern _Thread_local const void *_Nullable bubble_thread_run
    __attribute__((tls_model("initial-exec")));

static inline const void *_Nullable bubble_run_get(void) { return bubble_thread_run; }
static inline void bubble_run_set(const void *_Nullable run) { bubble_thread_run = run; }

/// The real monotonic time in nanoseconds, in a bubble too.
uint64_t bubble_clock_real(void);

/// The processor time in nanoseconds that a thread of this process has used; 0 when it is gone.
uint64_t bubble_clock_thread_cpu(int thread_id);

/// The kernel's number of this thread; 0 where there is none.
int bubble_thread_id(void);

/// Gives way to every other thread of the machine, for a thread that nobody can stop.
void bubble_thread_lower_priority(int thread_id);
