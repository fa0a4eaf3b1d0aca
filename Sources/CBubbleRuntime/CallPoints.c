#if defined(__linux__)
#define _GNU_SOURCE
#include "CallPoints.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

#include "CBubbleRuntime.h"
#include "RaceAccesses.h"
#include "Thunks.h"

typedef __attribute__((swiftcall)) void *Allocate(size_t size);
typedef __attribute__((swiftcall)) void Deallocate(void *memory);

// How the context of a call begins.
typedef struct {
  void *caller;
  uintptr_t goes_on_at;
} Frame;

static Allocate *runtime_alloc = NULL;
static Deallocate *runtime_dealloc = NULL;
static call_points_returned returned = NULL;

__attribute__((constructor)) static void find_runtime_allocation(void) {
  runtime_alloc = (Allocate *)dlsym(RTLD_NEXT, "swift_task_alloc");
  runtime_dealloc = (Deallocate *)dlsym(RTLD_NEXT, "swift_task_dealloc");
}

void call_points_install(call_points_returned function) { returned = function; }

const void *bubble_thread_token(void) { return &bubble_thread_run; }

// The contexts that the current job has allocated and not freed, the youngest last. Calls that are
// too deep to fit are not noted.
enum { most_calls = 32 };
static _Thread_local struct {
  uint64_t job;
  int depth;
  void *contexts[most_calls];
} calls __attribute__((tls_model("initial-exec")));

__attribute__((weak, swiftcall)) void *swift_task_alloc(size_t size) {
  void *context = runtime_alloc(size);
  if (!bubble_run_get()) return context;
  if (RACES_ARE_ON) races_forget(context, size);
  // This is not a call, but now and then it would look like one, by what an earlier call has left
  // there.
  if (size < sizeof(Frame)) return context;
  ((Frame *)context)->goes_on_at = 0;
  if (calls.job != bubble_thread_job) {
    calls.job = bubble_thread_job;
    calls.depth = 0;
  }
  if (calls.depth < most_calls) {
    calls.contexts[calls.depth] = context;
    calls.depth += 1;
  }
  return context;
}

// Whether the current job has allocated the context; forgets it and those of calls inside.
static int is_of_this_job(const void *context) {
  if (calls.job != bubble_thread_job) return 0;
  for (int index = calls.depth - 1; index >= 0; index -= 1) {
    if (calls.contexts[index] == context) {
      calls.depth = index;
      return 1;
    }
  }
  return 0;
}

// Compiled code frees the context at the beginning of the function that goes on after the call; the
// second word of the context is the address of that function. Other memory of a task, as for a
// generic variable, is freed elsewhere. And where a thunk goes on, no code of the program runs.
static int is_freed_after_a_call(const void *context, const void *caller) {
  const uintptr_t goes_on_at = ((const Frame *)context)->goes_on_at;
  const uintptr_t here = (uintptr_t)caller;
  return here > goes_on_at && here - goes_on_at < 1024 && !thunks_contain(goes_on_at);
}

__attribute__((weak, swiftcall)) void swift_task_dealloc(void *context) {
  const void *run = bubble_run_get();
  const int has_returned = run && returned && is_of_this_job(context) &&
                           is_freed_after_a_call(context, __builtin_return_address(0));
  runtime_dealloc(context);
  if (has_returned) returned(run);
}

#else
#include "CallPoints.h"

void call_points_install(call_points_returned function) { (void)function; }
static _Thread_local char token;
const void *bubble_thread_token(void) { return &token; }
#endif
