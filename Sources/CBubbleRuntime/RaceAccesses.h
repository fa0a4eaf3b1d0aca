#pragma once

#include <stdint.h>

#include "Races.h"

/// Whether this thread runs a bubble that looks for races in this run.
///
/// The first word of its clocks says so. A macro, as nothing is inlined where this is debugged.
#define RACES_ARE_ON (bubble_thread_races && *(const int *)bubble_thread_races)

/// Instrumented code reads or writes memory that others may reach.
///
/// `code` is the address behind the call, and `caller` the one at which its function returns.
void race_accessed(
    const void *_Nonnull start, uintptr_t size, int is_write, const void *_Nonnull code,
    const void *_Nullable caller);

/// The runtime has given something over on this thread, or has taken it over.
void races_runtime_released(const void *_Nonnull thing);
void races_runtime_acquired(const void *_Nonnull thing);

/// Whether it orders tasks that code at this address takes or gives back a lock: that of other libraries
/// guards tables of their own, such as those of the runtime's types.
int is_lock_that_orders(const void *_Nonnull caller);

/// Whether an access has been noted in the run on this thread.
int races_have_accesses(void);
