#pragma once
#include <stdint.h>

// Functions that the Swift runtime exports and that Swift code may not name.

/// The task that runs on this thread, or null.
const void *_Nullable runtime_task_current(void);

/// The number of a task, never used again for another; `job` is a task.
uint64_t runtime_task_id(const void *_Nonnull job);

/// Cancels a task that is alive in memory.
void runtime_task_cancel(const void *_Nonnull task);
