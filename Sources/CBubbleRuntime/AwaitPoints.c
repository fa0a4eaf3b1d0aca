#if defined(__linux__)
#define _GNU_SOURCE
#include "AwaitPoints.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

#include "ActorSwitchHook.h"
#include "CBubbleRuntime.h"
#include "Races.h"


static await_points_others_ready others_ready = NULL;
static await_points_scope_ends scope_ends = NULL;

void await_points_install(await_points_others_ready ready, await_points_scope_ends ends) {
  others_ready = ready;
  scope_ends = ends;
}

// The header of every async context: the caller's context, and where the task goes on after the
// call.
typedef struct {
  void *parent;
  void *resume_parent;
} Context;

// All functions here have the same parameters, so that each can jump to any other: the async
// context, six words of arguments or results, and `self` or the error. None of the functions below
// takes more.
#define ASYNC __attribute__((swiftasynccall))
#define PARAMETERS                                                                     \
  __attribute__((swift_async_context)) Context *context, uintptr_t a, uintptr_t b,     \
      uintptr_t c, uintptr_t d, uintptr_t e, uintptr_t f,                              \
      __attribute__((swift_context)) void *self
#define ARGUMENTS context, a, b, c, d, e, f, self
typedef ASYNC void Function(PARAMETERS);

__attribute__((swiftcall)) extern ExecutorRef swift_task_getCurrentExecutor(void);
__attribute__((swiftcall)) extern void *swift_task_alloc(size_t size);
__attribute__((swiftcall)) extern void swift_task_dealloc(void *memory);

static Function *runtime_switch = NULL;

// What a call keeps until it returns.
typedef struct {
  Function *resume_parent;
  uint64_t job;
  uintptr_t results[6];
  void *self;
} Frame;

// For others to run, a task that is isolated to an actor would have to leave it. The runtime lets
// no other task onto the actor here, so the bubble does not either.
static int may_switch(void) {
  const void *run = bubble_run_get();
  const ExecutorRef line = actor_switch_line();
  if (!run || !others_ready || !line.identity || !runtime_switch) return 0;
  const ExecutorRef now = swift_task_getCurrentExecutor();
  return !now.identity && others_ready(run);
}

#define SWITCH_THEN(function)                                                        \
  do {                                                                               \
    const ExecutorRef line = actor_switch_line();                                      \
    __attribute__((musttail)) return runtime_switch(                                 \
        context, (uintptr_t)(function), (uintptr_t)line.identity, line.implementation, 0, 0, 0, 0); \
  } while (0)

// MARK: Async functions of the runtime. Compiled code calls them by their symbol, after it has read
// the size of their context from a pointer whose symbol ends in `Tu`.

typedef struct {
  int32_t function;  // relative to this field
  uint32_t context_size;
} AsyncFunctionPointer;

// Takes the place of the runtime's pointer. The caller allocates a context of the size that is set
// here, so the frame of a call is behind the part that the runtime's function uses.
static Function *take_over(
    AsyncFunctionPointer *pointer, const char *symbol, Function *ours, uint32_t *frame_offset) {
  pointer->function = (int32_t)((char *)ours - (char *)&pointer->function);
  const AsyncFunctionPointer *original = dlsym(RTLD_NEXT, symbol);
  if (!original) return NULL;
  *frame_offset = (original->context_size + 15u) & ~15u;
  pointer->context_size = *frame_offset + (uint32_t)sizeof(Frame);
  return (Function *)((char *)&original->function + original->function);
}

// To find where a task goes on: the functions that return in place of the runtime's.
enum { most_points = 32 };
static struct {
  Function *returned;
  const uint32_t *frame_offset;
  int is_stream;
} points[most_points];
static int point_count = 0;

static void add_point(Function *returned, const uint32_t *frame_offset, const char *symbol) {
  if (point_count == most_points) return;
  points[point_count].returned = returned;
  points[point_count].frame_offset = frame_offset;
  // The mangled names of AsyncStream and AsyncThrowingStream.
  points[point_count].is_stream = !strncmp(symbol, "$sScS", 5) || !strncmp(symbol, "$sScs", 5);
  point_count += 1;
}

const void *await_points_caller(const void *context, const void *returned, int *is_stream) {
  for (int index = 0; index < point_count; index += 1) {
    if ((const void *)points[index].returned != returned) continue;
    if (points[index].is_stream) *is_stream = 1;
    const Frame *frame = (const Frame *)((const char *)context + *points[index].frame_offset);
    return (const void *)frame->resume_parent;
  }
  return returned;
}

// Weak, as in ActorSwitchHook.c.
#define AWAIT_POINT(name, symbol)                                                       \
  AsyncFunctionPointer name##_pointer __asm__(symbol "Tu") __attribute__((weak)) = {0, 0}; \
  ASYNC void name##_called(PARAMETERS) __asm__(symbol) __attribute__((weak));           \
  static Function *name##_original = NULL;                                              \
  static uint32_t name##_offset = 0;                                                    \
  static Frame *name##_frame(Context *context) {                                        \
    return (Frame *)((char *)context + name##_offset);                                  \
  }                                                                                     \
  static ASYNC void name##_resumed(PARAMETERS) {                                        \
    Frame *frame = name##_frame(context);                                               \
    uintptr_t *r = frame->results;                                                      \
    __attribute__((musttail)) return frame->resume_parent(                              \
        context, r[0], r[1], r[2], r[3], r[4], r[5], frame->self);                      \
  }                                                                                     \
  static ASYNC void name##_returned(PARAMETERS) {                                       \
    Frame *frame = name##_frame(context);                                               \
    context->resume_parent = (void *)frame->resume_parent;                              \
    if (frame->job == bubble_thread_job) races_join();                                  \
    if (frame->job == bubble_thread_job && may_switch()) {                              \
      const uintptr_t results[6] = {a, b, c, d, e, f};                                  \
      memcpy(frame->results, results, sizeof results);                                  \
      frame->self = self;                                                               \
      SWITCH_THEN(name##_resumed);                                                      \
    }                                                                                   \
    __attribute__((musttail)) return frame->resume_parent(ARGUMENTS);                   \
  }                                                                                     \
  ASYNC void name##_called(PARAMETERS) {                                                \
    if (bubble_run_get()) {                                                             \
      Frame *frame = name##_frame(context);                                             \
      frame->resume_parent = (Function *)context->resume_parent;                        \
      frame->job = bubble_thread_job;                                                   \
      context->resume_parent = (void *)name##_returned;                                 \
    }                                                                                   \
    __attribute__((musttail)) return name##_original(ARGUMENTS);                        \
  }                                                                                     \
  __attribute__((constructor)) static void name##_find(void) {                          \
    name##_original =                                                                   \
        take_over(&name##_pointer, symbol "Tu", name##_called, &name##_offset);         \
    add_point(name##_returned, &name##_offset, symbol);                                 \
  }

// Task.value, of a task that may throw and one that does not, and Task.result
AWAIT_POINT(task_value, "$sScT5valuexvg")
AWAIT_POINT(task_value_never, "$sScTss5NeverORs_rlE5valuexvg")
AWAIT_POINT(task_result, "$sScT6results6ResultOyxq_Gvg")

// TaskGroup.next(isolation:), next(), Iterator.next(isolation:), Iterator.next()
AWAIT_POINT(group_next_isolated, "$sScG4next9isolationxSgScA_pSgYi_tYaF")
AWAIT_POINT(group_next, "$sScG4nextxSgyYaF")
AWAIT_POINT(group_iterator_next_isolated, "$sScG8IteratorV4next9isolationxSgScA_pSgYi_tYaF")
AWAIT_POINT(group_iterator_next, "$sScG8IteratorV4nextxSgyYaF")

// The same of ThrowingTaskGroup, and nextResult()
AWAIT_POINT(throwing_next_isolated, "$sScg4next9isolationxSgScA_pSgYi_tYaKF")
AWAIT_POINT(throwing_next, "$sScg4nextxSgyYaKF")
AWAIT_POINT(
    throwing_iterator_next_isolated, "$sScg8IteratorV4next9isolationxSgScA_pSgYi_tYaq_YKF")
AWAIT_POINT(throwing_iterator_next, "$sScg8IteratorV4nextxSgyYaKF")
AWAIT_POINT(throwing_next_result, "$sScg10nextResults0B0Oyxq_GSgyYaKF")

// AsyncStream.Iterator.next(isolation:), next(), and the same of AsyncThrowingStream
AWAIT_POINT(stream_next_isolated, "$sScS8IteratorV4next9isolationxSgScA_pSgYi_tYaF")
AWAIT_POINT(stream_next, "$sScS8IteratorV4nextxSgyYaF")
AWAIT_POINT(throwing_stream_next_isolated, "$sScs8IteratorV4next9isolationxSgScA_pSgYi_tYaq_YKF")
AWAIT_POINT(throwing_stream_next, "$sScs8IteratorV4nextxSgyYaKF")

// MARK: Functions of the runtime that compiled code calls directly

static Function *runtime_continuation_await = NULL;
static Function *runtime_async_let_get = NULL;
static Function *runtime_async_let_get_throwing = NULL;
static Function *runtime_async_let_finish = NULL;

__attribute__((constructor)) static void find_runtime_functions(void) {
  runtime_switch = (Function *)dlsym(RTLD_NEXT, "swift_task_switch");
  runtime_continuation_await = (Function *)dlsym(RTLD_NEXT, "swift_continuation_await");
  runtime_async_let_get = (Function *)dlsym(RTLD_NEXT, "swift_asyncLet_get");
  runtime_async_let_get_throwing = (Function *)dlsym(RTLD_NEXT, "swift_asyncLet_get_throwing");
  runtime_async_let_finish = (Function *)dlsym(RTLD_NEXT, "swift_asyncLet_finish");
}

enum {
  continuation_state_offset = 0x18,
  continuation_is_resumed = 2,
  async_let_task_offset = 0x18,
  async_let_has_result = 4,
  task_status_offset = 0x60,
  task_is_complete = 0x2000,
};

static uintptr_t word(const void *address, size_t offset) {
  return __atomic_load_n((const uintptr_t *)((const char *)address + offset), __ATOMIC_ACQUIRE);
}

static ASYNC void continuation_await_resumed(PARAMETERS) {
  __attribute__((musttail)) return runtime_continuation_await(
      context, (uintptr_t)context, 0, 0, 0, 0, 0, 0);
}

// A continuation that is resumed already does not suspend. Its context comes as an argument.
__attribute__((weak)) ASYNC void swift_continuation_await(PARAMETERS) {
  if (bubble_run_get() && word((void *)a, continuation_state_offset) == continuation_is_resumed &&
      may_switch()) {
    context = (Context *)a;
    SWITCH_THEN(continuation_await_resumed);
  }
  __attribute__((musttail)) return runtime_continuation_await(ARGUMENTS);
}

static const void *async_let_task(uintptr_t async_let) {
  return (const void *)(word((const void *)async_let, async_let_task_offset) & ~(uintptr_t)15);
}

// Reading an `async let` whose task has ended does not suspend; this is checked at the first read.
static int async_let_is_over(uintptr_t async_let) {
  if (word((const void *)async_let, async_let_task_offset) & async_let_has_result) return 0;
  const void *memory = async_let_task(async_let);
  const int is_over = memory && (word(memory, task_status_offset) & task_is_complete) != 0;
  if (is_over) races_join_task(memory);
  return is_over;
}

// Stands in for the context of the call while the task waits for its turn.
typedef struct {
  Context header;
  Context *caller;
  Function *original;
  uintptr_t arguments[6];
  void *self;
} PausedCall;

static ASYNC void paused_call_resumed(PARAMETERS) {
  const PausedCall call = *(const PausedCall *)context;
  swift_task_dealloc(context);
  const uintptr_t *r = call.arguments;
  __attribute__((musttail)) return call.original(
      call.caller, r[0], r[1], r[2], r[3], r[4], r[5], call.self);
}

static ASYNC void pause_call(PARAMETERS) {
  SWITCH_THEN(paused_call_resumed);
}

#define ASYNC_LET_GET(name)                                                              \
  __attribute__((weak)) ASYNC void swift_##name(PARAMETERS) {                            \
    if (bubble_run_get() && async_let_is_over(a) && may_switch()) {                      \
      PausedCall *call = swift_task_alloc(sizeof(PausedCall));                           \
      call->header.parent = context;                                                     \
      call->header.resume_parent = (void *)c;                                            \
      call->caller = context;                                                            \
      call->original = runtime_##name;                                                   \
      const uintptr_t arguments[6] = {a, b, c, d, e, f};                                 \
      memcpy(call->arguments, arguments, sizeof arguments);                              \
      call->self = self;                                                                 \
      __attribute__((musttail)) return pause_call(&call->header, 0, 0, 0, 0, 0, 0, 0);   \
    }                                                                                    \
    __attribute__((musttail)) return runtime_##name(ARGUMENTS);                          \
  }

#define runtime_asyncLet_get runtime_async_let_get
#define runtime_asyncLet_get_throwing runtime_async_let_get_throwing
ASYNC_LET_GET(asyncLet_get)
ASYNC_LET_GET(asyncLet_get_throwing)

// An `async let` that has not ended at the end of its scope is cancelled: its handlers run here.
__attribute__((weak)) ASYNC void swift_asyncLet_finish(PARAMETERS) {
  const void *run = bubble_run_get(), *task = async_let_task(a);
  if (run && !async_let_is_over(a)) races_order_all();
  if (run && scope_ends && task) scope_ends(run, task);
  __attribute__((musttail)) return runtime_async_let_finish(ARGUMENTS);
}

#else
#include "AwaitPoints.h"

void await_points_install(await_points_others_ready ready, await_points_scope_ends ends) {
  (void)ready, (void)ends;
}
const void *await_points_caller(const void *context, const void *returned, int *is_stream) {
  (void)context;
  (void)is_stream;
  return returned;
}
#endif
