#if defined(__linux__)
#define _GNU_SOURCE
#endif
#include "CBubbleRuntime.h"

_Thread_local const void *_Nullable bubble_thread_run = 0;

#if defined(__linux__)

#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static _Thread_local const uint64_t *virtual_now __attribute__((tls_model("initial-exec"))) = 0;

static _Atomic(bubble_clock_finder) clock_finder = 0;

void bubble_clock_set(const uint64_t *nanoseconds) { virtual_now = nanoseconds; }

void bubble_clock_install(bubble_clock_finder finder) { clock_finder = finder; }

static const uint64_t *virtual_clock(void) {
  if (virtual_now) return virtual_now;
  const bubble_clock_finder finder = clock_finder;
  if (!finder) return 0;
  const void *task = runtime_task_current();
  return task ? finder(task) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  // Processor time is a measurement, not a time of day: it stays real.
  const int measures = clock == CLOCK_PROCESS_CPUTIME_ID || clock == CLOCK_THREAD_CPUTIME_ID || clock < 0;
  const uint64_t *now = measures ? 0 : virtual_clock();
  if (now) {
    time->tv_sec = (time_t)(*now / 1000000000u);
    time->tv_nsec = (long)(*now % 1000000000u);
    return 0;
  }
  return (int)syscall(SYS_clock_gettime, clock, time);
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  struct timespec now;
  (void)zone;  // Obsolete: callers pass null.
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  time->tv_sec = now.tv_sec;
  time->tv_usec = (suseconds_t)(now.tv_nsec / 1000);
  return 0;
}

time_t time(time_t *result) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return (time_t)-1;
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

uint64_t bubble_clock_virtual(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
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

void bubble_clock_install(bubble_clock_finder finder) { (void)finder; }

uint64_t bubble_clock_virtual(void) { return bubble_clock_real(); }

uint64_t bubble_clock_real(void) { return clock_gettime_nsec_np(CLOCK_MONOTONIC); }

uint64_t bubble_clock_thread_cpu(int thread_id) { (void)thread_id; return 0; }

int bubble_thread_id(void) { return 0; }

void bubble_thread_lower_priority(int thread_id) { (void)thread_id; }
#endif
