#pragma once
#include <stdint.h>

// A scheduling point where a task enters an actor, and where it leaves one.
//
// The runtime lets a task that leaves an actor go on in place, and puts one that enters an actor
// into the queue of the actor at once. On several threads other tasks could come between; here they
// never would, and a search through "all" orders would miss those orders. Compiled code enters and
// leaves actors by `swift_task_switch`. This library defines that function, as it does
// `clock_gettime`: on a thread that runs a bubble, the task waits in the queue of ready jobs first;
// on all others, the runtime's own function is called.

/// A serial executor as the runtime passes it: an object, and its table, which is null for an
/// actor.
typedef struct {
  const void *_Nullable identity;
  uintptr_t implementation;
} ExecutorRef;

/// Sets the executor, here called the line, whose queue tasks wait in; before that no task waits.
void actor_switch_install(ExecutorRef line);

/// The executor that tasks wait for; its identity is null before `actor_switch_install`.
ExecutorRef actor_switch_line(void);

/// The actor that the task which the runtime has just sent to the line wants to enter; null if
/// none.
const void *_Nullable actor_switch_take(void);

/// Puts a task into the queue of an actor.
void actor_switch_enter(const void *_Nonnull task, const void *_Nonnull actor);
