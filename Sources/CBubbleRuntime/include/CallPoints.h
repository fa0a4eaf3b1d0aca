#pragma once

// A scheduling point where an async call returns that did not suspend its task.
//
// A lock for async code that is free, a cache that holds the value: `await lock.wait()` returns
// like any other function, and no function of the runtime takes part. But compiled code allocates
// the context of each async call with `swift_task_alloc` and frees it with `swift_task_dealloc`
// when the call has returned. This library defines both. If the job that frees the context is the
// one that allocated it, the call did not suspend, and the run is asked whether another task should
// go first.
//
// The task cannot be suspended there, so its job keeps its stack: see `Pauses.swift`.

/// Called where an async call has returned in the job that made it; may wait for other threads.
typedef void (*call_points_returned)(const void *_Nonnull run);

/// Turns the scheduling points on, once for the process.
void call_points_install(call_points_returned _Nonnull returned);

/// An address that is different for each thread of this process, and costs nothing to find.
const void *_Nonnull bubble_thread_token(void);
