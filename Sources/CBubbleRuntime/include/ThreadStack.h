#pragma once
#include <stdint.h>

/// Looks where another thread of this process stands, which goes on at once.
///
/// Writes the place at which it runs, then the places to which its calls return, the innermost first.
/// Follows frame pointers, so it may end early in code that has none. Returns how many were written; 0
/// when the thread does not answer within a second.
int bubble_thread_stack(int thread_id, uint64_t *_Nonnull places, int most);
