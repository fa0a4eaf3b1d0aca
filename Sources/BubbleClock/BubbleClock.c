#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "BubbleClock.h"

_Thread_local const void *_Nullable bubble_thread_run = 0;

#if defined(__linux__)

#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static _Thread_local const uint64_t *virtual_now __attribute__((tls_model("initial-exec"))) = 0;

void bubble_clock_set(const uint64_t *nanoseconds) { virtual_now = nanoseconds; }

int clock_gettime(clockid_t clock, struct timespec *time) {
  // Processor time is a measurement, not a time of day: it stays real.
  const int measures = clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID || clock < 0;
  if (virtual_now && !measures) {
    time->tv_sec = (time_t)(*virtual_now / 1000000000u);
    time->tv_nsec = (long)(*virtual_now % 1000000000u);
    return 0;
  }
  return (int)syscall(SYS_clock_gettime, clock, time);
}

static uint64_t nanoseconds(clockid_t clock) {
  struct timespec time;
  if (syscall(SYS_clock_gettime, clock, &time) != 0) return 0;
  return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

uint64_t bubble_clock_real(void) { return nanoseconds(CLOCK_MONOTONIC); }

uint64_t bubble_clock_thread_cpu(int thread_id) {
  // The kernel's encoding of "processor time of that thread" (see pthread_getcpuclockid).
  return nanoseconds((clockid_t)((~(unsigned)thread_id << 3) | 6));
}

int bubble_thread_id(void) { return (int)syscall(SYS_gettid); }

void bubble_thread_lower_priority(int thread_id) { setpriority(PRIO_PROCESS, (id_t)thread_id, 19); }

#else
#include <time.h>

void bubble_clock_set(const uint64_t *nanoseconds) { (void)nanoseconds; }

uint64_t bubble_clock_real(void) { return clock_gettime_nsec_np(CLOCK_MONOTONIC); }

uint64_t bubble_clock_thread_cpu(int thread_id) { (void)thread_id; return 0; }

int bubble_thread_id(void) { return 0; }

void bubble_thread_lower_priority(int thread_id) { (void)thread_id; }
#endif
