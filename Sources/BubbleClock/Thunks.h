#pragma once
#include <stdint.h>

/// Whether a part of a thunk begins at this address: a function that the compiler puts before another
/// to hand its arguments over, and in which no code of the program runs.
///
/// Reads the program's table of symbols once.
int thunks_contain(uintptr_t address);
