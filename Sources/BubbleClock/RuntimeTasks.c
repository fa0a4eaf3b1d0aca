#include "RuntimeTasks.h"

__attribute__((swiftcall)) extern const void *swift_task_getCurrent(void);
__attribute__((swiftcall)) extern uint64_t swift_task_getJobTaskId(const void *job);
__attribute__((swiftcall)) extern void swift_task_cancel(const void *task);

const void *runtime_task_current(void) { return swift_task_getCurrent(); }
uint64_t runtime_task_id(const void *job) { return swift_task_getJobTaskId(job); }
void runtime_task_cancel(const void *task) { swift_task_cancel(task); }
