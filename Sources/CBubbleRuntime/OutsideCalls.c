#include "Hooks.h"

#ifdef HAS_HOOKS
#define _GNU_SOURCE
#include "OutsideCalls.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>

#include "CBubbleRuntime.h"
#include "TestLocals.h"

_Thread_local int bubble_thread_calls = 0;

static void note(int call) {
  if (bubble_run_get()) bubble_thread_calls |= call;
}

// Whether the caller is Dispatch itself, which wakes and starts threads for its own purposes.
static int is_in_dispatch(const void *caller) {
  Dl_info info;
  return dladdr(caller, &info) && info.dli_fname && strstr(info.dli_fname, "libdispatch") != NULL;
}

// MARK: Random numbers

static long raw_syscall(
    long number, long a, long b, long c, long d, long e, long f) {
#if defined(__x86_64__)
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
#elif defined(__aarch64__)
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc 0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return x0;
#else
#error "this processor is not known"
#endif
}

static long with_errno(long result) {
  if (result >= 0 || result < -4095) return result;
  errno = (int)-result;
  return -1;
}

// The standard library draws its random numbers by a system call.
long syscall(long number, ...) {
  va_list list;
  va_start(list, number);
  long arguments[6];
  for (int i = 0; i < 6; i += 1) arguments[i] = va_arg(list, long);
  va_end(list);
  if (number == SYS_getrandom) note(outside_random_numbers);
  if (number == SYS_futex && bubble_run_get()) {
    const long result = memory_points_futex((uint32_t *)arguments[0], (int)arguments[1]);
    if (result >= 0) return result;
  }
  return with_errno(raw_syscall(
      number, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]));
}

ssize_t getrandom(void *buffer, size_t length, unsigned flags) {
  note(outside_random_numbers);
  return with_errno(
      raw_syscall(SYS_getrandom, (long)buffer, (long)length, (long)flags, 0, 0, 0));
}

// The order of a set or a dictionary depends on a random seed and on where it is in memory, unless
// the standard library is told otherwise before the first one is made, as
// SWIFT_DETERMINISTIC_HASHING does.
__attribute__((constructor)) static void make_hashing_deterministic(void) {
  struct {
    uint64_t seeds[2];
    _Bool is_deterministic;
  } *parameters = dlsym(RTLD_DEFAULT, "_swift_stdlib_Hashing_parameters");
  if (!parameters) return;
  memset(parameters->seeds, 0, sizeof parameters->seeds);
  parameters->is_deterministic = 1;
}

// MARK: Timers outside

typedef uint64_t dispatch_time;

static void *look_up(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  return function ? function : dlsym(RTLD_DEFAULT, name);
}

// The function of this name behind ours, looked up once for each place that calls it.
#define original(name)                                                        \
  ({                                                                          \
    static void *_Atomic found = NULL;                                        \
    void *function = atomic_load_explicit(&found, memory_order_relaxed);      \
    if (!function) {                                                          \
      function = look_up(name);                                               \
      atomic_store_explicit(&found, function, memory_order_relaxed);          \
    }                                                                         \
    function;                                                                 \
  })

struct delayed_block {
  void *queue;
  void *block;
  test_locals *locals;
  void (*done)(void *);
  void *context;
};

// The head of every block, with its function after two words.
struct block_head {
  void *isa;
  int32_t flags;
  int32_t reserved;
  void (*invoke)(void *);
};

static delayed_block_timer block_timer = NULL;

void delayed_block_install(delayed_block_timer timer) { block_timer = timer; }

// How long until a time of Dispatch, by the virtual clock, which all clocks of Dispatch read.
static uint64_t nanoseconds_until(dispatch_time when) {
  const uint64_t wall = (uint64_t)3 << 62;
  const uint64_t monotonic = (uint64_t)1 << 63;
  uint64_t moment = when;
  if ((when & wall) == wall) {
    moment = -when;
  } else if (when & monotonic) {
    moment = when & ~monotonic;
  }
  const uint64_t now = bubble_clock_virtual();
  return moment > now ? moment - now : 0;
}

void dispatch_after(dispatch_time when, void *queue, void *block) {
  const void *run = bubble_run_get();
  if (!run || !block_timer || when == ~(dispatch_time)0) {
    void (*real)(dispatch_time, void *, void *) = original("dispatch_after");
    return real(when, queue, block);
  }
  void *(*copy)(const void *) = original("_Block_copy");
  void (*retain)(void *) = original("dispatch_retain");
  delayed_block *delayed = malloc(sizeof *delayed);
  if (!delayed) abort();
  retain(queue);
  *delayed = (delayed_block){queue, copy(block), test_locals_copy(), NULL, NULL};
  block_timer(run, nanoseconds_until(when), delayed);
}

static void run_block(void *context) {
  delayed_block *delayed = context;
  test_locals_bind(delayed->locals);
  ((struct block_head *)delayed->block)->invoke(delayed->block);
  test_locals_unbind(delayed->locals);
  void (*done)(void *) = delayed->done;
  void *done_context = delayed->context;
  delayed_block_drop(delayed);
  done(done_context);
}

void delayed_block_start(delayed_block *block, void (*done)(void *), void *context) {
  block->done = done;
  block->context = context;
  void (*async)(void *, void *, void (*)(void *)) = original("dispatch_async_f");
  async(block->queue, block, run_block);
}

void delayed_block_drop(delayed_block *block) {
  void (*release_block)(const void *) = original("_Block_release");
  void (*release)(void *) = original("dispatch_release");
  release_block(block->block);
  release(block->queue);
  test_locals_free(block->locals);
  free(block);
}

// MARK: Output

static output_reader reader = NULL;

void output_reader_install(output_reader function) { reader = function; }

// `print` writes with this function.
size_t fwrite(const void *bytes, size_t size, size_t count, FILE *file) {
  const void *run = bubble_run_get();
  if (run && reader && file == stdout && reader(run, bytes, size * count)) return count;
  size_t (*real)(const void *, size_t, size_t, FILE *) = original("fwrite");
  return real(bytes, size, count, file);
}

// MARK: Threads outside

// Work together with the test that it is done for.
struct carried_block {
  void *block;
  test_locals *locals;
};

static void run_carried_block(void *context) {
  struct carried_block *carried = context;
  void (*release_block)(const void *) = original("_Block_release");
  test_locals_bind(carried->locals);
  ((struct block_head *)carried->block)->invoke(carried->block);
  test_locals_unbind(carried->locals);
  test_locals_free(carried->locals);
  release_block(carried->block);
  free(carried);
}

void dispatch_async(void *queue, void *block) {
  if (!bubble_run_get()) {
    void (*real)(void *, void *) = original("dispatch_async");
    return real(queue, block);
  }
  note(outside_threads);
  void *(*copy)(const void *) = original("_Block_copy");
  void (*real)(void *, void *, void (*)(void *)) = original("dispatch_async_f");
  struct carried_block *carried = malloc(sizeof *carried);
  if (!carried) abort();
  *carried = (struct carried_block){copy(block), test_locals_copy()};
  real(queue, carried, run_carried_block);
}

struct carried_start {
  void *(*start)(void *);
  void *argument;
  test_locals *locals;
};

static void *run_carried_start(void *context) {
  const struct carried_start carried = *(struct carried_start *)context;
  free(context);
  test_locals_bind(carried.locals);
  void *result = carried.start(carried.argument);
  test_locals_unbind(carried.locals);
  test_locals_free(carried.locals);
  return result;
}

int pthread_create(
    pthread_t *thread, const pthread_attr_t *attributes, void *(*start)(void *), void *argument) {
  int (*real)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *) =
      original("pthread_create");
  if (!bubble_run_get()) return real(thread, attributes, start, argument);
  note(outside_threads);
  struct carried_start *carried = malloc(sizeof *carried);
  if (!carried) abort();
  // A thread that Dispatch starts will also do work of other tests.
  const int stays = is_in_dispatch(__builtin_return_address(0));
  *carried = (struct carried_start){start, argument, stays ? NULL : test_locals_copy()};
  const int result = real(thread, attributes, run_carried_start, carried);
  if (result != 0) {
    test_locals_free(carried->locals);
    free(carried);
  }
  return result;
}

void dispatch_source_set_timer(
    void *source, dispatch_time start, uint64_t interval, uint64_t leeway) {
  note(outside_timer_source);
  void (*real)(void *, dispatch_time, uint64_t, uint64_t) = original("dispatch_source_set_timer");
  real(source, start, interval, leeway);
}

int eventfd_write(int descriptor, uint64_t value) {
  // Dispatch wakes its own threads like this, which does not mean that anything waits for a time.
  if (bubble_run_get() && !is_in_dispatch(__builtin_return_address(0))) note(outside_event_loop);
  int (*real)(int, uint64_t) = original("eventfd_write");
  return real(descriptor, value);
}

#else
#include "OutsideCalls.h"

_Thread_local int bubble_thread_calls = 0;
void delayed_block_install(delayed_block_timer timer) { (void)timer; }
void delayed_block_start(delayed_block *block, void (*done)(void *), void *context) {
  (void)block, (void)done, (void)context;
}
void delayed_block_drop(delayed_block *block) { (void)block; }
void output_reader_install(output_reader function) { (void)function; }
#endif
