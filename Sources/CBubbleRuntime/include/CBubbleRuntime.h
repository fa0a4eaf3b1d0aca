#pragma once
#include <stdint.h>

#include "ActorSwitchHook.h"
#include "AwaitPoints.h"
#include "CallPoints.h"
#include "MemoryPoints.h"
#include "OutsideCalls.h"
#include "Races.h"
#include "RuntimeTasks.h"
#include "SystemSleeps.h"
#include "ThreadStack.h"

// Virtual time for the threads that run a bubble.
//
// `ContinuousClock`, `SuspendingClock`, `Date` and Dispatch all read the time with `clock_gettime`.
// This library defines that function, `time` and `gettimeofday`; the dynamic linker prefers a
// program's own definition to the C library's. A thread with a virtual clock gets the virtual time,
// and so does a thread outside while it runs a task of a bubble. All others get the real time.

/// Makes `nanoseconds`, counted from 1970, the time of every clock on this thread; null ends it.
void bubble_clock_set(const uint64_t *_Nullable nanoseconds);

/// The virtual time of this thread; the real one where it has none.
uint64_t bubble_clock_virtual(void);

/// Finds the virtual clock of the bubble that a task belongs to; null when it belongs to none.
typedef const uint64_t *_Nullable (*bubble_clock_finder)(const void *_Nonnull task);

/// Makes threads outside see the virtual time while they run a task of a bubble.
void bubble_clock_install(bubble_clock_finder _Nonnull finder);

/// The bubble whose code runs on this thread, or null.
///
/// One load, because the runtime asks for every job.
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

/// Gives a thread that nothing can stop the lowest priority.
void bubble_thread_lower_priority(int thread_id);
