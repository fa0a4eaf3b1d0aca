#pragma once

#include <stdbool.h>

/// Makes all read-only memory that is loaded from files unchangeable, permanently: code, constants
/// and tables of addresses. Other processes of the program cannot change it, either.
///
/// Uses what the kernel has: memory keeps its place and its permissions (`mseal`, Linux 6.10), and
/// no process may trace another (`seccomp`).
///
/// Returns whether both worked. Then the code can only be changed through `/proc/self/mem`.
bool code_guard_close(void);

/// Whether code in memory differs from its file: that of the program, the testing library, the
/// standard library or the C library, on which the verdicts depend.
///
/// Calls the kernel directly, because the C library itself might have been changed.
/// Linear in the size of the code.
bool code_guard_is_changed(const char *program);
