#pragma once

#include <stdint.h>

#include "Races.h"

/// Whether this thread runs a bubble that looks for races in this run.
///
/// The first word of its clocks says so. A macro, because nothing is inlined in a debug build.
#define RACES_ARE_ON (bubble_thread_races && *(const int *)bubble_thread_races)

/// Instrumented code reads or writes memory that others may reach.
///
/// `code` is the address after the call, and `caller` the address that its function returns to.
void race_accessed(
    const void *_Nonnull start, uintptr_t size, int is_write, const void *_Nonnull code,
    const void *_Nullable caller);

/// On this thread, the runtime has handed something over, or has taken it over.
void races_runtime_released(const void *_Nonnull thing);
void races_runtime_acquired(const void *_Nonnull thing);

/// Whether a lock that code at this address takes or releases orders tasks: the locks of other
/// libraries guard tables of their own, such as the type metadata of the runtime.
int is_lock_that_orders(const void *_Nonnull caller);
