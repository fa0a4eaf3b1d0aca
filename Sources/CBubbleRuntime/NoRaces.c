// The race detector where a bubble has no hooks: it looks for nothing.

#include "Hooks.h"
#include "Races.h"

#ifndef HAS_HOOKS
struct races {
  int nothing;
};

races *races_make(void) {
  static races none;
  return &none;
}
void races_free(races *races) { (void)races; }
void races_begin(races *races) { (void)races; }
void races_stop(races *races) { (void)races; }
int races_watch(const races *races) { return (void)races, 0; }
void races_ready(races *races, uint64_t task, uint64_t parent) {
  (void)races, (void)task, (void)parent;
}
void races_ready_after_all(races *races, uint64_t task) { (void)races, (void)task; }
void races_job_begins(races *races, uint64_t task, const void *executor) {
  (void)races, (void)task, (void)executor;
}
void races_job_ends(races *races) { (void)races; }
void races_ignore_current(races *races, int ignores) { (void)races, (void)ignores; }
int races_current(races *races) { return (void)races, -1; }
void races_go_on(races *races, int current) { (void)races, (void)current; }
void races_end(races *races, uint64_t task) { (void)races, (void)task; }
void races_synchronize(const volatile void *thing) { (void)thing; }
void races_release(const volatile void *thing) { (void)thing; }
void races_acquire(const volatile void *thing) { (void)thing; }
void races_lock(const uint32_t *word) { (void)word; }
void races_unlock(const uint32_t *word) { (void)word; }
void races_join(void) {}
void races_join_task(const void *task) { (void)task; }
void races_order_all(void) {}
void races_switch(const void *from, const void *to) { (void)from, (void)to; }
void races_forget(const void *start, uintptr_t size) { (void)start, (void)size; }
uint64_t races_forgotten_lines(const races *races) { return (void)races, (uint64_t)0; }
void races_forget_unique(const void *object) { (void)object; }
int races_first(races *races, race_access *before, race_access *after) {
  return (void)races, (void)before, (void)after, 0;
}
#endif
