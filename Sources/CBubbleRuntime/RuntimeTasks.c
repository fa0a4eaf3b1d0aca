#define _GNU_SOURCE
#include "RuntimeTasks.h"

#include <dlfcn.h>
#include <stdatomic.h>

__attribute__((swiftcall)) extern const void *swift_task_getCurrent(void);
__attribute__((swiftcall)) extern uint64_t swift_task_getJobTaskId(const void *job);
__attribute__((swiftcall)) extern void swift_task_cancel(const void *task);

const void *runtime_task_current(void) { return swift_task_getCurrent(); }
uint64_t runtime_task_id(const void *job) { return swift_task_getJobTaskId(job); }
void runtime_task_cancel(const void *task) { swift_task_cancel(task); }

int runtime_task_is_cancelled(const void *thing, const void *task) {
  enum { status_offset = 0x60, is_cancelled = 0x100 };
  // All tasks begin with the same word, the address of their metadata.
  if (thing == task || *(const uintptr_t *)thing != *(const uintptr_t *)task) return 0;
  const uintptr_t *status = (const uintptr_t *)((const char *)thing + status_offset);
  return (__atomic_load_n(status, __ATOMIC_ACQUIRE) & is_cancelled) != 0;
}

static _Atomic(immediate_task_notice) immediate_notice = 0;

void runtime_task_notice_immediate(immediate_task_notice notice) { immediate_notice = notice; }

#if defined(__linux__)
typedef __attribute__((swiftcall)) void (*immediate_start)(const void *, const void *, const void *);

// Weak: a program that contains the runtime, with `-static-stdlib`, keeps that one's function.
__attribute__((weak, swiftcall)) void swift_task_immediate(
    const void *task, const void *executor, const void *implementation) {
  static _Atomic(immediate_start) original = 0;
  if (!original) original = (immediate_start)dlsym(RTLD_NEXT, "swift_task_immediate");
  const immediate_task_notice notice = immediate_notice;
  if (notice) notice(task);
  ((immediate_start)original)(task, executor, implementation);
}
#endif
