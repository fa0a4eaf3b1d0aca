#if defined(__linux__)
#define _GNU_SOURCE
#include "ActorSwitchHook.h"

#include <dlfcn.h>
#include <stddef.h>

#include "CBubbleRuntime.h"
#include "Races.h"

typedef __attribute__((swiftasynccall)) void Resume(__attribute__((swift_async_context)) void *);
typedef __attribute__((swiftasynccall)) void Switch(
    __attribute__((swift_async_context)) void *, Resume *, ExecutorRef);

__attribute__((swiftcall)) extern ExecutorRef swift_task_getCurrentExecutor(void);
__attribute__((swiftcall)) extern void swift_task_enqueue(const void *job, ExecutorRef executor);

static Switch *runtime_switch = NULL;
static ExecutorRef line = {NULL, 0};
static _Thread_local const void *wanted __attribute__((tls_model("initial-exec"))) = NULL;

// A constructor, because any code may switch.
__attribute__((constructor)) static void find_runtime_switch(void) {
  runtime_switch = (Switch *)dlsym(RTLD_NEXT, "swift_task_switch");
}

void actor_switch_install(ExecutorRef executor) { line = executor; }

ExecutorRef actor_switch_line(void) { return line; }

const void *actor_switch_take(void) {
  const void *taken = wanted;
  wanted = NULL;
  return taken;
}

void actor_switch_enter(const void *task, const void *actor) {
  swift_task_enqueue(task, (ExecutorRef){actor, 0});
}

// Actors without an executor of their own have no table.
static int is_actor(ExecutorRef executor) {
  return executor.identity && executor.implementation == 0;
}

static int stands_in_line(ExecutorRef now, ExecutorRef next) {
  // A task that is on the line already does not go there again.
  if (now.identity == next.identity || now.identity == line.identity) return 0;
  return is_actor(next) || (is_actor(now) && !next.identity);
}

// Weak: a program that contains the runtime, with `-static-stdlib`, keeps the function of that one.
__attribute__((weak, swiftasynccall)) void swift_task_switch(
    __attribute__((swift_async_context)) void *context, Resume *resume, ExecutorRef next) {
  if (bubble_run_get() && line.identity) {
    const ExecutorRef now = swift_task_getCurrentExecutor();
    races_switch(now.identity == line.identity ? NULL : now.identity, next.identity);
    if (stands_in_line(now, next)) {
      wanted = next.identity;
      next = line;
    }
  }
  __attribute__((musttail)) return runtime_switch(context, resume, next);
}

#else
#include "ActorSwitchHook.h"

void actor_switch_install(ExecutorRef line) { (void)line; }
ExecutorRef actor_switch_line(void) { return (ExecutorRef){0, 0}; }
const void *actor_switch_take(void) { return 0; }
void actor_switch_enter(const void *task, const void *actor) { (void)task, (void)actor; }
#endif
