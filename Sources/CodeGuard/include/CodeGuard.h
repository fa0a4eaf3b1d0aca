#pragma once

#include <stdbool.h>

/// Makes everything that the program has loaded and may not write to unchangeable, for good: code,
/// constants and tables of addresses. Nor can another process of the program change them.
///
/// Each part is done where the kernel has it: what is loaded keeps its place and rights (`mseal`, Linux
/// 6.10), and no process traces another (`seccomp`).
///
/// Returns whether all of it was done. Then nothing but `/proc/self/mem` leads to the code.
bool code_guard_close(void);

/// Whether code in memory is not that of its file: the program's own, the testing library's, the
/// standard library's or the C library's, which the verdicts depend on.
///
/// Asks the kernel itself, since the C library might be what has been changed.
/// Linear in the size of the code.
bool code_guard_is_changed(const char *program);
