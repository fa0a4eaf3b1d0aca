#include "Hooks.h"

#ifdef HAS_HOOKS
#define _GNU_SOURCE
#include "SystemSleeps.h"

#include <errno.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "CBubbleRuntime.h"

static system_sleep_begins sleep_begins = NULL;
static system_sleep_ends sleep_ends = NULL;

void system_sleeps_install(system_sleep_begins begins, system_sleep_ends ends) {
  sleep_begins = begins;
  sleep_ends = ends;
}

enum { second = 1000000000 };

static int is_valid(const struct timespec *time) {
  return time && time->tv_sec >= 0 && time->tv_nsec >= 0 && time->tv_nsec < second;
}

static uint64_t nanoseconds(const struct timespec *time) {
  // A sleep of decades is as good as endless.
  if (time->tv_sec > 1000000000) return UINT64_MAX / 2;
  return (uint64_t)time->tv_sec * second + (uint64_t)time->tv_nsec;
}

// Sleeps in the kernel; returns 0 or the number of an error.
static int sleep_really(
    clockid_t clock, int flags, const struct timespec *time, struct timespec *rest) {
  return syscall(SYS_clock_nanosleep, clock, flags, time, rest) == 0 ? 0 : errno;
}

// Sleeps if the run of this thread allows it.
static int sleep_in_run(
    uint64_t length, clockid_t clock, int flags, const struct timespec *time,
    struct timespec *rest) {
  const void *run = bubble_run_get();
  if (!run || !sleep_begins) return sleep_really(clock, flags, time, rest);
  const int answer = sleep_begins(run, length);
  if (answer == system_sleep_skipped) return 0;
  if (answer == system_sleep_endless) {
    const struct timespec hour = {3600, 0};
    while (1) sleep_really(CLOCK_MONOTONIC, 0, &hour, NULL);
  }
  const int error = sleep_really(clock, flags, time, rest);
  sleep_ends(run);
  return error;
}

HOOK int clock_nanosleep(
    clockid_t clock, int flags, const struct timespec *time, struct timespec *rest) {
  if (!is_valid(time)) return EINVAL;
  uint64_t length = nanoseconds(time);
  if (flags & TIMER_ABSTIME) {
    struct timespec now;
    if (syscall(SYS_clock_gettime, clock, &now) != 0) return errno;
    const uint64_t start = nanoseconds(&now);
    length = length > start ? length - start : 0;
  }
  return sleep_in_run(length, clock, flags, time, rest);
}

HOOK int nanosleep(const struct timespec *time, struct timespec *rest) {
  const int error = is_valid(time)
      ? sleep_in_run(nanoseconds(time), CLOCK_MONOTONIC, 0, time, rest)
      : EINVAL;
  if (error == 0) return 0;
  errno = error;
  return -1;
}

HOOK int usleep(useconds_t length) {
  const struct timespec time = {length / 1000000, (long)(length % 1000000) * 1000};
  return nanosleep(&time, NULL);
}

HOOK unsigned sleep(unsigned seconds) {
  const struct timespec time = {(time_t)seconds, 0};
  struct timespec rest = {0, 0};
  return nanosleep(&time, &rest) == 0 ? 0 : (unsigned)rest.tv_sec;
}

#else
#include "SystemSleeps.h"

void system_sleeps_install(system_sleep_begins begins, system_sleep_ends ends) {
  (void)begins, (void)ends;
}
#endif
