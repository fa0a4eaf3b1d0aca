#pragma once
#include <stddef.h>
#include <stdint.h>

// What code in a bubble asks of the world outside: random numbers, timers of Dispatch, event loops.
//
// This library defines the functions of the C library and of Dispatch that do this, notes the call
// for the run of the thread, and calls the original, except where a comment says otherwise.

enum {
  /// Random numbers were drawn: the same schedule may give another run.
  outside_random_numbers = 1,
  /// A timer source of Dispatch was set: it fires in real time.
  outside_timer_source = 2,
  /// An event loop on another thread was woken, as NIO does: its timers fire in real time.
  outside_event_loop = 4,
  /// A thread was started, or work was handed to one.
  outside_threads = 8,
};

/// What the code on this thread has asked for since the last `outside_calls_take`.
extern _Thread_local int bubble_thread_calls __attribute__((tls_model("initial-exec")));

static inline int outside_calls(void) { return bubble_thread_calls; }

static inline int outside_calls_take(void) {
  const int taken = bubble_thread_calls;
  bubble_thread_calls = 0;
  return taken;
}

/// A block that is to run on a queue of Dispatch at a later time.
typedef struct delayed_block delayed_block;

/// Gets each `dispatch_after` of a thread that runs a bubble, with the delay in virtual time.
typedef void (*delayed_block_timer)(
    const void *_Nonnull run, uint64_t nanoseconds, delayed_block *_Nonnull block);
void delayed_block_install(delayed_block_timer _Nonnull timer);

/// Hands the block to its queue, and calls `done` with `context` when it has run there.
void delayed_block_start(
    delayed_block *_Nonnull block, void (*_Nonnull done)(void *_Nonnull), void *_Nonnull context);

/// Forgets a block that was not started.
void delayed_block_drop(delayed_block *_Nonnull block);

/// Gets what a thread that runs a bubble writes to the standard output, as `print` does.
///
/// Returns whether the text must not be written.
typedef int (*output_reader)(const void *_Nonnull run, const char *_Nonnull text, size_t length);
void output_reader_install(output_reader _Nonnull reader);
