#include "Hooks.h"

#ifdef HAS_HOOKS
#define _GNU_SOURCE
#include "MemoryPoints.h"

#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <linux/futex.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "CBubbleRuntime.h"
#include "Points.h"
#include "RaceAccesses.h"
#include "Races.h"
#include "Thunks.h"

static memory_points_reached reached = NULL;
static memory_points_done done = NULL;
static memory_points_locked locked = NULL;
static memory_points_blocked blocked = NULL;
static memory_points_held held = NULL;

// How many calls on this thread's stack must not be interrupted: they may hold a lock of the
// runtime, or are the bubble's own.
static _Thread_local int depth __attribute__((tls_model("initial-exec"))) = 0;
// The same for calls that may be interrupted only where they have to wait for a lock.
static _Thread_local int quiet __attribute__((tls_model("initial-exec"))) = 0;
static _Thread_local uint32_t own_id __attribute__((tls_model("initial-exec"))) = 0;

void memory_points_install(
    memory_points_reached before, memory_points_done after, memory_points_locked at_lock,
    memory_points_blocked at_block, memory_points_held at_hold) {
  held = at_hold;
  done = after;
  locked = at_lock;
  blocked = at_block;
  reached = before;
}

void memory_points_pause(void) { depth += 1; }
void memory_points_resume(void) { depth -= 1; }
int memory_points_may_pause(void) { return depth == 0 && quiet == 0; }
void points_keep_quiet(int change) { quiet += change; }

static uint32_t thread_id(void) {
  if (!own_id) own_id = (uint32_t)bubble_thread_id();
  return own_id;
}

// The run that controls what happens on this thread now, or null.
static inline const void *current_run(void) {
  const void *run = bubble_run_get();
  return run && reached && !depth ? run : NULL;
}

// The same, for an access that code at this address makes.
static inline const void *run_at(const void *caller) {
  const void *run = current_run();
  return run && !helpers_contain((uintptr_t)caller) ? run : NULL;
}

static void ask(const void *run) {
  if (!run || quiet) return;
  depth += 1;
  reached(run);
  depth -= 1;
}

static void tell(const void *run, int kind, const volatile void *place) {
  if (!run) return;
  depth += 1;
  done(run, kind, (const void *)place);
  depth -= 1;
}

// A task has taken a lock: others may go first, if the program can notice that it is held.
static void holds(const void *run) {
  if (!run) return;
  depth += 1;
  const int is_seen = held(run, 0);
  depth -= 1;
  if (is_seen) ask(run);
}

// The program has tried a lock without waiting for it.
static void tries(const void *run) {
  if (!run) return;
  depth += 1;
  held(run, 1);
  depth -= 1;
}

static int wait_for_lock(const void *run, const void *word, int holder) {
  depth += 1;
  const int is_ours = locked(run, word, holder);
  depth -= 1;
  return is_ours;
}

const void *points_run(void) { return current_run(); }
void points_ask(const void *run) { ask(run); }
void points_try(const void *run) { tries(run); }
void points_hold(const void *run) { holds(run); }
void points_tell(const void *run, int kind, const volatile void *place) { tell(run, kind, place); }
int points_wait_for_lock(const void *run, const uint32_t *word, int holder) {
  return wait_for_lock(run, word, holder);
}
int points_let_paused_go_on(const void *run) {
  depth += 1;
  const int has_gone_on = blocked(run);
  depth -= 1;
  return has_gone_on;
}
uint32_t points_thread(void) { return thread_id(); }

#define CALLER __builtin_return_address(0)

#define EXCHANGES(place, expected, value) \
  __atomic_compare_exchange_n(place, expected, value, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)

// MARK: Locks

long memory_points_futex(uint32_t *word, int operation) {
  const void *run = current_run();
  if (!run) return -1;
  const int command = operation & FUTEX_CMD_MASK;
  if (command == FUTEX_UNLOCK_PI && !(__atomic_load_n(word, __ATOMIC_SEQ_CST) & FUTEX_WAITERS)) {
    // The thread may not hold it any more: a run that is over takes locks away from tasks that
    // would wait for each other forever.
    races_unlock(word);
    __atomic_store_n(word, 0, __ATOMIC_SEQ_CST);
    return 0;
  }
  if (command != FUTEX_LOCK_PI) return -1;
  for (;;) {
    uint32_t holder = 0;
    if (EXCHANGES(word, &holder, thread_id())) {
      races_lock(word);
      tell(run, memory_lock, word);
      holds(run);
      return 0;
    }
    if (!wait_for_lock(run, word, (int)(holder & FUTEX_TID_MASK))) return -1;
  }
}

// Where the code of the program, of Foundation and of the concurrency runtime is; libraries that
// are loaded later are not known.
typedef struct {
  uintptr_t start, end;
} code;
static code own_code, foundation_code, concurrency_code;

static int find_code(struct dl_phdr_info *info, size_t size, void *count) {
  (void)size;
  code *found = NULL;
  if ((*(int *)count)++ == 0) found = &own_code;
  else if (strstr(info->dlpi_name, "/libFoundation.so")) found = &foundation_code;
  else if (strstr(info->dlpi_name, "/libswift_Concurrency.so")) found = &concurrency_code;
  if (!found) return 0;
  for (int index = 0; index < info->dlpi_phnum; index += 1) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[index];
    if (part->p_type != PT_LOAD || !(part->p_flags & PF_X)) continue;
    const uintptr_t start = info->dlpi_addr + part->p_vaddr;
    *found = (code){start, start + part->p_memsz};
  }
  return 0;
}

__attribute__((constructor)) static void find_all_code(void) {
  int count = 0;
  dl_iterate_phdr(find_code, &count);
}

static int contains(code code, const void *caller) {
  const uintptr_t address = (uintptr_t)caller;
  return address >= code.start && address < code.end;
}

// Whether a lock is the program's own: taken by its code, or by a lock of Foundation.
static int is_of_the_program(const void *caller) {
  return contains(own_code, caller) || contains(foundation_code, caller);
}

int is_lock_that_orders(const void *caller) {
  return is_of_the_program(caller) || contains(concurrency_code, caller);
}

const void *points_run_of_lock(const void *caller) {
  const void *run = current_run();
  return run && is_of_the_program(caller) ? run : NULL;
}

HOOK int pthread_mutex_lock(pthread_mutex_t *lock) {
  static int (*original)(pthread_mutex_t *) = NULL;
  if (!original) original = dlsym(RTLD_NEXT, "pthread_mutex_lock");
  const void *run = current_run();
  if (!run) {
    const int result = original(lock);
    if (is_lock_that_orders(CALLER)) races_acquire(lock);
    return result;
  }
  if (!is_of_the_program(CALLER)) run = NULL;
  ask(run);
  static int (*try)(pthread_mutex_t *) = NULL;
  if (!try) try = dlsym(RTLD_NEXT, "pthread_mutex_trylock");
  int result;
  while ((result = try(lock)) == EBUSY) {
    if (!wait_for_lock(bubble_run_get(), &lock->__data.__lock, lock->__data.__owner)) {
      result = original(lock);
      break;
    }
  }
  if (is_lock_that_orders(CALLER)) races_acquire(lock);
  tell(run, memory_lock, &lock->__data.__lock);
  holds(run);
  return result;
}

// MARK: Atomic accesses

// All are made in the strongest memory order: a run explores only the order of whole accesses.

#define CHANGE(size, type, name, operation)                                       \
  HOOK type __tsan_atomic##size##_##name(type *place, type value, int order) {    \
    (void)order;                                                                  \
    const void *run = run_at(CALLER);                                             \
    ask(run);                                                                     \
    const type before = operation(place, value, __ATOMIC_SEQ_CST);                \
    races_synchronize(place);                                                     \
    tell(run, memory_change, place);                                              \
    return before;                                                                \
  }

#define ATOMIC(size, type)                                                        \
  HOOK type __tsan_atomic##size##_load(const type *place, int order) {            \
    (void)order;                                                                  \
    const void *run = run_at(CALLER);                                             \
    ask(run);                                                                     \
    const type value = __atomic_load_n(place, __ATOMIC_SEQ_CST);                  \
    races_acquire(place);                                                         \
    tell(run, memory_load, place);                                                \
    return value;                                                                 \
  }                                                                               \
  HOOK void __tsan_atomic##size##_store(type *place, type value, int order) {     \
    (void)order;                                                                  \
    const void *run = run_at(CALLER);                                             \
    ask(run);                                                                     \
    __atomic_store_n(place, value, __ATOMIC_SEQ_CST);                             \
    races_release(place);                                                         \
    tell(run, memory_store, place);                                               \
  }                                                                               \
  CHANGE(size, type, exchange, __atomic_exchange_n)                               \
  CHANGE(size, type, fetch_add, __atomic_fetch_add)                               \
  CHANGE(size, type, fetch_sub, __atomic_fetch_sub)                               \
  CHANGE(size, type, fetch_and, __atomic_fetch_and)                               \
  CHANGE(size, type, fetch_or, __atomic_fetch_or)                                 \
  CHANGE(size, type, fetch_xor, __atomic_fetch_xor)                               \
  CHANGE(size, type, fetch_nand, __atomic_fetch_nand)                             \
  static int compare_exchange_##size(                                             \
      const void *run, type *place, type *expected, type value) {                 \
    ask(run);                                                                     \
    const int exchanged = EXCHANGES(place, expected, value);                      \
    races_synchronize(place);                                                     \
    tell(run, exchanged ? memory_change : memory_load, place);                    \
    return exchanged;                                                             \
  }                                                                               \
  HOOK int __tsan_atomic##size##_compare_exchange_strong(                         \
      type *place, type *expected, type value, int success, int failure) {        \
    (void)success, (void)failure;                                                 \
    return compare_exchange_##size(run_at(CALLER), place, expected, value);       \
  }                                                                               \
  HOOK int __tsan_atomic##size##_compare_exchange_weak(                           \
      type *place, type *expected, type value, int success, int failure) {        \
    (void)success, (void)failure;                                                 \
    return compare_exchange_##size(run_at(CALLER), place, expected, value);       \
  }

#define COMPARE_EXCHANGE(size, type)                                              \
  HOOK type __tsan_atomic##size##_compare_exchange_val(                           \
      type *place, type expected, type value, int success, int failure) {         \
    (void)success, (void)failure;                                                 \
    compare_exchange_##size(run_at(CALLER), place, &expected, value);             \
    return expected;                                                              \
  }

ATOMIC(8, uint8_t)
ATOMIC(16, uint16_t)
ATOMIC(32, uint32_t)
ATOMIC(64, uint64_t)
COMPARE_EXCHANGE(8, uint8_t)
COMPARE_EXCHANGE(16, uint16_t)
COMPARE_EXCHANGE(64, uint64_t)

// A `WordPair`. Without the processor's instruction the compiler would call a library for it.
#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("cx16"))), apply_to = function)
#endif
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Watomic-alignment"
ATOMIC(128, unsigned __int128)
COMPARE_EXCHANGE(128, unsigned __int128)
#pragma clang diagnostic pop
#if defined(__x86_64__)
#pragma clang attribute pop
#endif

// A `Mutex` keeps the number of the thread that holds it in 32 bits. No other task goes first where
// it is released: nothing can be noticed before the next point, which is as good. A program that
// tries locks notices whether one is held; it is recognized by how `withLockIfAvailable` releases a
// lock.
HOOK uint32_t __tsan_atomic32_compare_exchange_val(
    uint32_t *place, uint32_t expected, uint32_t value, int success, int failure) {
  (void)success, (void)failure;
  const void *run = run_at(CALLER);
  const uint32_t id = bubble_run_get() ? thread_id() : 0;
  if (id && expected == id && !value) {
    if (tries_contain((uintptr_t)CALLER)) tries(run);
    races_unlock(place);
    if (EXCHANGES(place, &expected, value)) tell(run, memory_unlock, place);
  } else if (id && value == id && !expected) {
    ask(run);
    if (EXCHANGES(place, &expected, value)) {
      races_lock(place);
      tell(run, memory_lock, place);
      holds(run);
    }
  } else {
    compare_exchange_32(run, place, &expected, value);
  }
  return expected;
}

// AtomicLazyReference.storeIfNil(_:) and load(), which are not compiled into the code that calls
// them
typedef __attribute__((swiftcall)) uintptr_t LazyReference(
    uintptr_t a, uintptr_t b, __attribute__((swift_context)) void *self);
#define LAZY_REFERENCE(name, symbol, kind)                                                     \
  __attribute__((swiftcall)) uintptr_t name(                                                   \
      uintptr_t a, uintptr_t b, __attribute__((swift_context)) void *self) __asm__(symbol) HOOK; \
  __attribute__((swiftcall)) uintptr_t name(                                                   \
      uintptr_t a, uintptr_t b, __attribute__((swift_context)) void *self) {                   \
    static LazyReference *original = NULL;                                                     \
    if (!original) original = (LazyReference *)dlsym(RTLD_NEXT, symbol);                       \
    const void *run = current_run();                                                           \
    ask(run);                                                                                  \
    races_release(self);                                                                       \
    const uintptr_t result = original(a, b, self);                                             \
    races_acquire(self);                                                                       \
    tell(run, kind, self);                                                                     \
    return result;                                                                             \
  }
LAZY_REFERENCE(lazy_store, "$s15Synchronization19AtomicLazyReferenceV10storeIfNilyxxnF", memory_change)
LAZY_REFERENCE(lazy_load, "$s15Synchronization19AtomicLazyReferenceV4loadxSgyF", memory_load)

HOOK void __tsan_atomic_thread_fence(int order) {
  (void)order;
  static char fence;
  races_synchronize(&fence);
  __atomic_thread_fence(__ATOMIC_SEQ_CST);
}
HOOK void __tsan_atomic_signal_fence(int order) { (void)order; }

// MARK: Where the runtime holds a lock of its own

// A value that is initialized at its first use, such as a global: others that use it block until
// then.
struct making {
  void (*function)(void *);
  void *context;
  void *flag;
};

static void make_once(void *context) {
  const struct making *making = context;
  making->function(making->context);
  races_release(making->flag);
}

HOOK void swift_once(void *flag, void (*function)(void *), void *context) {
  static void (*original)(void *, void (*)(void *), void *) = NULL;
  if (!original) original = dlsym(RTLD_NEXT, "swift_once");
  struct making making = {function, context, flag};
  depth += 1;
  original(flag, make_once, &making);
  depth -= 1;
  races_acquire(flag);
}

// The bubble itself cancels what is left at the end of a run. The handlers run while the runtime
// has locked the state of the task. Programs cancel with methods of `Task` and of groups: see
// PlainAccesses.c.
HOOK __attribute__((swiftcall)) void swift_task_cancel(void *task) {
  static __attribute__((swiftcall)) void (*original)(void *) = NULL;
  if (!original) {
    original = (__attribute__((swiftcall)) void (*)(void *))dlsym(RTLD_NEXT, "swift_task_cancel");
  }
  quiet += 1;
  original(task);
  quiet -= 1;
}

#else
#include "MemoryPoints.h"

void memory_points_install(
    memory_points_reached reached, memory_points_done done, memory_points_locked locked,
    memory_points_blocked blocked, memory_points_held held) {
  (void)reached, (void)done, (void)locked, (void)blocked, (void)held;
}
void memory_points_pause(void) {}
void memory_points_resume(void) {}
int memory_points_may_pause(void) { return 0; }
long memory_points_futex(uint32_t *word, int operation) { return (void)word, (void)operation, -1; }
#endif
