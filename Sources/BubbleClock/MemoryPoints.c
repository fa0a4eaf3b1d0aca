#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#if defined(__linux__) && !defined(SANITIZED)
#define _GNU_SOURCE
#include "MemoryPoints.h"

#include <dlfcn.h>
#include <errno.h>
#include <linux/futex.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "BubbleClock.h"

static memory_points_reached reached = NULL;
static memory_points_done done = NULL;
static memory_points_locked locked = NULL;

// How many calls on this thread's stack may hold a lock of the runtime.
static _Thread_local int depth __attribute__((tls_model("initial-exec"))) = 0;
static _Thread_local uint32_t own_id __attribute__((tls_model("initial-exec"))) = 0;

void memory_points_install(
    memory_points_reached before, memory_points_done after, memory_points_locked at_lock) {
  done = after;
  locked = at_lock;
  reached = before;
}

void memory_points_pause(void) { depth += 1; }
void memory_points_resume(void) { depth -= 1; }

static uint32_t thread_id(void) {
  if (!own_id) own_id = (uint32_t)bubble_thread_id();
  return own_id;
}

static inline void point(void) {
  const void *run = bubble_run_get();
  if (run && reached && !depth) reached(run);
}

static inline void tell(int kind, const volatile void *place) {
  const void *run = bubble_run_get();
  if (run && done && !depth) done(run, kind, (const void *)place);
}

#define HOOK __attribute__((weak, visibility("default")))

// MARK: Locks

long memory_points_futex(uint32_t *word, int operation) {
  const void *run = bubble_run_get();
  if (!run || !locked) return -1;
  if ((operation & FUTEX_CMD_MASK) == FUTEX_UNLOCK_PI && !(*word & FUTEX_WAITERS)) {
    // A run that is over takes locks away from tasks that would wait for each other forever.
    __atomic_store_n(word, 0, __ATOMIC_SEQ_CST);
    return 0;
  }
  if ((operation & FUTEX_CMD_MASK) != FUTEX_LOCK_PI) return -1;
  for (;;) {
    uint32_t unlocked = 0;
    if (__atomic_compare_exchange_n(
            word, &unlocked, thread_id(), 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
      tell(memory_lock, word);
      return 0;
    }
    if (!locked(run, word, (int)(unlocked & FUTEX_TID_MASK))) return -1;
  }
}

// Whether these locks are the program's own: taken by its code, or by a lock of Foundation.
static int is_of_the_program(const void *caller) {
  static struct { const void *caller; int answer; } known[64];
  const size_t place = ((uintptr_t)caller >> 2) % 64;
  if (known[place].caller == caller) return known[place].answer;
  Dl_info info, own;
  int answer = 0;
  if (dladdr(caller, &info) && dladdr((const void *)is_of_the_program, &own)) {
    // The last call of a lock's function is a jump, so the caller may be who called that.
    answer = info.dli_fbase == own.dli_fbase || strstr(info.dli_fname, "/libFoundation.so");
  }
  known[place].answer = answer;
  known[place].caller = caller;
  return answer;
}

HOOK int pthread_mutex_lock(pthread_mutex_t *lock) {
  static int (*original)(pthread_mutex_t *) = NULL;
  if (!original) original = dlsym(RTLD_NEXT, "pthread_mutex_lock");
  const void *run = bubble_run_get();
  if (!run || !reached || depth) return original(lock);
  const int is_told = is_of_the_program(__builtin_return_address(0));
  if (is_told) reached(run);
  int result;
  while ((result = pthread_mutex_trylock(lock)) == EBUSY) {
    if (!locked(run, (const uint32_t *)&lock->__data.__lock, lock->__data.__owner))
      return original(lock);
  }
  if (is_told) tell(memory_lock, &lock->__data.__lock);
  return result;
}

// MARK: What instrumented code calls

HOOK void __tsan_init(void) {}
HOOK void __tsan_func_entry(void *caller) { (void)caller; }
HOOK void __tsan_func_exit(void) {}
HOOK void __tsan_ignore_thread_begin(void) {}
HOOK void __tsan_ignore_thread_end(void) {}

#define ACCESS(name) HOOK void __tsan_##name(void *place) { (void)place; }
#define ACCESSES(size)                                                            \
  ACCESS(read##size)                                                              \
  ACCESS(write##size)                                                             \
  ACCESS(unaligned_read##size)                                                    \
  ACCESS(unaligned_write##size)                                                   \
  ACCESS(volatile_read##size)                                                     \
  ACCESS(volatile_write##size)                                                    \
  ACCESS(unaligned_volatile_read##size)                                           \
  ACCESS(unaligned_volatile_write##size)                                          \
  ACCESS(read_write##size)                                                        \
  ACCESS(unaligned_read_write##size)
ACCESSES(1) ACCESSES(2) ACCESSES(4) ACCESSES(8) ACCESSES(16)
ACCESS(vptr_read)

HOOK void __tsan_vptr_update(void **place, void *value) { (void)place, (void)value; }
HOOK void __tsan_read_range(void *place, size_t size) { (void)place, (void)size; }
HOOK void __tsan_write_range(void *place, size_t size) { (void)place, (void)size; }
HOOK void __tsan_external_read(void *place, void *caller, void *tag) {
  (void)place, (void)caller, (void)tag;
}
HOOK void __tsan_external_write(void *place, void *caller, void *tag) {
  (void)place, (void)caller, (void)tag;
}
HOOK void *__tsan_memcpy(void *to, const void *from, size_t size) { return memcpy(to, from, size); }
HOOK void *__tsan_memmove(void *to, const void *from, size_t size) { return memmove(to, from, size); }
HOOK void *__tsan_memset(void *to, int byte, size_t size) { return memset(to, byte, size); }

// The order of each access is the strongest one: a run explores the order of whole accesses only.
#define CHANGE(size, type, name)                                                      \
  HOOK type __tsan_atomic##size##_##name(type *place, type value, int order) {        \
    (void)order;                                                                      \
    point();                                                                          \
    value = __atomic_##name(place, value, __ATOMIC_SEQ_CST);                          \
    tell(memory_change, place);                                                       \
    return value;                                                                     \
  }

#define EXCHANGES(place, expected, value)                                             \
  __atomic_compare_exchange_n(                                                        \
      place, expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)

#define ATOMIC(size, type)                                                            \
  HOOK type __tsan_atomic##size##_load(const type *place, int order) {                \
    (void)order;                                                                      \
    point();                                                                          \
    const type value = __atomic_load_n(place, __ATOMIC_SEQ_CST);                      \
    tell(memory_load, place);                                                         \
    return value;                                                                     \
  }                                                                                   \
  HOOK void __tsan_atomic##size##_store(type *place, type value, int order) {         \
    (void)order;                                                                      \
    point();                                                                          \
    __atomic_store_n(place, value, __ATOMIC_SEQ_CST);                                 \
    tell(memory_store, place);                                                        \
  }                                                                                   \
  CHANGE(size, type, exchange_n)                                                      \
  CHANGE(size, type, fetch_add)                                                       \
  CHANGE(size, type, fetch_sub)                                                       \
  CHANGE(size, type, fetch_and)                                                       \
  CHANGE(size, type, fetch_or)                                                        \
  CHANGE(size, type, fetch_xor)                                                       \
  CHANGE(size, type, fetch_nand)                                                      \
  HOOK type __tsan_atomic##size##_exchange(type *place, type value, int order) {      \
    return __tsan_atomic##size##_exchange_n(place, value, order);                     \
  }                                                                                   \
  HOOK int __tsan_atomic##size##_compare_exchange_strong(                             \
      type *place, type *expected, type value, int success, int failure) {            \
    (void)success, (void)failure;                                                     \
    point();                                                                          \
    const int exchanged = EXCHANGES(place, expected, value);                          \
    tell(exchanged ? memory_change : memory_load, place);                             \
    return exchanged;                                                                 \
  }                                                                                   \
  HOOK int __tsan_atomic##size##_compare_exchange_weak(                               \
      type *place, type *expected, type value, int success, int failure) {            \
    return __tsan_atomic##size##_compare_exchange_strong(                             \
        place, expected, value, success, failure);                                    \
  }
#define COMPARE_EXCHANGE(size, type)                                                  \
  HOOK type __tsan_atomic##size##_compare_exchange_val(                               \
      type *place, type expected, type value, int success, int failure) {             \
    __tsan_atomic##size##_compare_exchange_strong(                                    \
        place, &expected, value, success, failure);                                   \
    return expected;                                                                  \
  }
ATOMIC(8, uint8_t)
ATOMIC(16, uint16_t)
ATOMIC(32, uint32_t)
ATOMIC(64, uint64_t)
COMPARE_EXCHANGE(8, uint8_t)
COMPARE_EXCHANGE(16, uint16_t)
COMPARE_EXCHANGE(64, uint64_t)

// A `Mutex` keeps the number of the thread that holds it in 32 bits. To give it back is no point where
// another task may go first: the next point is as good, and nothing can be seen before.
HOOK uint32_t __tsan_atomic32_compare_exchange_val(
    uint32_t *place, uint32_t expected, uint32_t value, int success, int failure) {
  const void *run = bubble_run_get();
  const uint32_t id = run ? thread_id() : 0;
  if (id && expected == id && !value) {
    EXCHANGES(place, &expected, value);
    tell(memory_unlock, place);
  } else if (id && value == id && !expected) {
    point();
    if (EXCHANGES(place, &expected, value)) tell(memory_lock, place);
  } else {
    __tsan_atomic32_compare_exchange_strong(place, &expected, value, success, failure);
  }
  return expected;
}

HOOK void __tsan_atomic_thread_fence(int order) {
  (void)order;
  point();
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
}
HOOK void __tsan_atomic_signal_fence(int order) { (void)order; }

// MARK: Where the runtime holds a lock of its own

// A value that is made at its first use, such as a global: others wait for it, and cannot go on.
HOOK void swift_once(void *flag, void (*function)(void *), void *context) {
  static void (*original)(void *, void (*)(void *), void *) = NULL;
  if (!original) original = dlsym(RTLD_NEXT, "swift_once");
  depth += 1;
  original(flag, function, context);
  depth -= 1;
}

#else
#include "MemoryPoints.h"

void memory_points_install(
    memory_points_reached reached, memory_points_done done, memory_points_locked locked) {
  (void)reached, (void)done, (void)locked;
}
void memory_points_pause(void) {}
void memory_points_resume(void) {}
long memory_points_futex(uint32_t *word, int operation) { return (void)word, (void)operation, -1; }
#endif
