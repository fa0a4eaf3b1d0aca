#include <stdatomic.h>

#include "AwaitPoints.h"

_Thread_local uint64_t bubble_thread_job = 0;

uint64_t bubble_new_thread(void) {
  // Room for a trillion jobs in each of 16 million threads.
  enum { jobs = 40 };
  static _Atomic(uint64_t) threads = 0;
  return (atomic_fetch_add_explicit(&threads, 1, memory_order_relaxed) + 1) << jobs;
}
