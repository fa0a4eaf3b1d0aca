#pragma once
#include <stdint.h>

// Sleeps of the system, which block the thread of a bubble.
//
// This library defines the functions of the C library that sleep, and asks the run before each
// sleep on a thread that runs a bubble. So what counts is the sleep that the program has asked for,
// not how long a busy machine has taken for it.

enum {
  /// No one could notice the time that passes: the call returns at once.
  system_sleep_skipped = 0,
  /// The thread sleeps.
  system_sleep_real = 1,
  /// The program has slept too long: the thread sleeps until its process ends.
  system_sleep_endless = 2,
};

/// Called before each sleep, and after a real one.
typedef int (*system_sleep_begins)(const void *_Nonnull run, uint64_t nanoseconds);
typedef void (*system_sleep_ends)(const void *_Nonnull run);
void system_sleeps_install(system_sleep_begins _Nonnull begins, system_sleep_ends _Nonnull ends);
