#pragma once

#include <stdint.h>

/// Instrumented code reads or writes memory that others may reach.
///
/// `code` is the address behind the call, and `caller` the one at which its function returns.
void race_accessed(
    const void *_Nonnull start, uintptr_t size, int is_write, const void *_Nonnull code,
    const void *_Nullable caller);

/// Whether code of the standard library takes or gives back a lock, which guards tables of its own and
/// is no order of the program's.
int is_lock_of_the_standard_library(const void *_Nonnull caller);

/// Whether an access has been noted in the run on this thread.
int races_have_accesses(void);
