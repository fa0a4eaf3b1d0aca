#pragma once
#include <stdint.h>

// Functions that the Swift runtime exports and that Swift code may not name.

/// The task that runs on this thread, or null.
const void *_Nullable runtime_task_current(void);

/// The number of a task, never used again for another; `job` is a task.
uint64_t runtime_task_id(const void *_Nonnull job);

/// Cancels a task that is alive in memory.
void runtime_task_cancel(const void *_Nonnull task);

/// Whether something that the runtime works with is another task than this one, and is cancelled.
int runtime_task_is_cancelled(const void *_Nonnull thing, const void *_Nonnull task);

/// Is told of a task that is about to start on this thread without being enqueued.
typedef void (*immediate_task_notice)(const void *_Nonnull task);

/// Has `notice` called for each `Task.immediate`, right before it runs.
///
/// The program's own code starts such a task by a function of the runtime, which no executor sees.
/// This library defines that function, calls `notice` and goes on to the runtime's.
void runtime_task_notice_immediate(immediate_task_notice _Nonnull notice);
