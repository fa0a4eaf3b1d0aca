#pragma once
#include <stdint.h>

/// Finds out where another thread of this process is; that thread goes on at once.
///
/// Writes the place at which it runs, then the places of the calls that have led there, the
/// innermost first. Follows frame pointers, so it may end early in code that has none. Returns how
/// many were written; 0 if the thread does not answer within about 10 seconds.
int bubble_thread_stack(int thread_id, uint64_t *_Nonnull places, int most);
