#pragma once
#include <stdint.h>

/// Whether a part of a thunk begins at this address: a function that the compiler puts before
/// another one to convert its arguments, and in which no code of the program runs.
///
/// Reads the program's symbol table once.
int thunks_contain(uintptr_t address);

/// Whether this address is in a function that the compiler adds to each module, to find metadata of
/// types; no code of the program runs in it.
int helpers_contain(uintptr_t address);

/// Whether this address is in the part of `Mutex.withLockIfAvailable` that releases the lock.
int tries_contain(uintptr_t address);
