#pragma once
#include <stdint.h>

// Functions that the Swift runtime exports but that Swift code cannot name.

/// The task that runs on this thread, or null.
const void *_Nullable runtime_task_current(void);

/// The number of a task, which is never reused; `job` is a task.
uint64_t runtime_task_id(const void *_Nonnull job);

/// Cancels a task whose memory is alive.
void runtime_task_cancel(const void *_Nonnull task);

/// Whether `thing`, an object of the runtime, is a task other than `task`, and is cancelled.
int runtime_task_is_cancelled(const void *_Nonnull thing, const void *_Nonnull task);

/// Called for a task that is about to start on this thread without being enqueued.
typedef void (*immediate_task_notice)(const void *_Nonnull task);

/// Makes `notice` be called for each `Task.immediate`, right before it runs.
///
/// The program's own code starts such a task with a function of the runtime, which no executor
/// sees. This library defines that function, calls `notice`, and then calls the runtime's.
void runtime_task_notice_immediate(immediate_task_notice _Nonnull notice);
