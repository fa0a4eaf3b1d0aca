#pragma once

#include <stdint.h>

// Which accesses are not the program's own, or may be ordered by something that cannot be seen.

/// What is known about the function that an address is in.
enum {
  /// A function that someone wrote.
  race_code_is_plain,
  /// An initializer: no other task knows the memory yet.
  race_code_initializes,
  /// A function that the compiler made for its caller, to copy or destroy a value.
  race_code_is_outlined,
  /// A function that the compiler made, for a cache of its own or a closure.
  race_code_is_compiled_in,
};
int race_code(uintptr_t address);

/// What a place in memory belongs to.
enum {
  race_place_is_plain,
  race_place_is_global,
  /// A variable that a closure has captured, or the closure itself.
  race_place_is_captured,
  /// The storage of an array, a dictionary, a set or a string, which is shared until it is changed:
  /// when it is no longer shared, only reference counts know, which are not seen here. Code that
  /// changes an array writes to its variable as well, and that is seen.
  race_place_is_storage,
};
int race_place(uintptr_t address);
