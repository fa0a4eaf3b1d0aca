// What the runtime itself says about the order of tasks.
//
// When it hands something from one task to another, with locks and atomics of its own, it tells a
// thread sanitizer, through two variables that are null without one. Nothing else could show, for
// instance, that a task entered the scope of a handler before a group cancels it.

#include "Hooks.h"

#ifdef HAS_HOOKS
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stddef.h>

#include "RaceAccesses.h"

typedef void told(const void *thing);

static void listen(const char *variable, told *function) {
  told **place = (told **)dlsym(RTLD_DEFAULT, variable);
  if (place && !*place) *place = function;
}

__attribute__((constructor)) static void listen_to_runtime(void) {
  listen("_swift_tsan_acquire", races_runtime_acquired);
  listen("_swift_tsan_release", races_runtime_released);
}
#endif
