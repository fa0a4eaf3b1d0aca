#pragma once
#include <stdint.h>

// Counts what goes through malloc while counting is on. On Linux with glibc this replaces malloc
// and its like for the whole process; elsewhere the counts stay 0.

void measure_start(void);
void measure_stop(void);
/// Allocations since `measure_start`.
int64_t measure_allocations(void);
/// Bytes that were allocated and not freed since `measure_start`.
int64_t measure_live_bytes(void);
