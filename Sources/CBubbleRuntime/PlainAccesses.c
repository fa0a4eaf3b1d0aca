#include "Hooks.h"

#ifdef HAS_HOOKS
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stddef.h>
#include <string.h>

#include "Points.h"
#include "RaceAccesses.h"
#include "Races.h"

// Plain accesses of instrumented code to memory, and what else the race detector needs: which
// memory is reused for something else, locks, cancellation.

#define CALLER __builtin_return_address(0), __builtin_return_address(1)

// Above zero where the compiler says so: in a `deinit`, which reference counts order after all
// else.
static _Thread_local int ignores __attribute__((tls_model("initial-exec"))) = 0;

static _Thread_local struct {
  uintptr_t start, size;
} stack __attribute__((tls_model("initial-exec")));

static void find_stack(void) {
  pthread_attr_t attributes;
  void *start = NULL;
  size_t size = 0;
  stack.size = 1;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return;
  if (pthread_attr_getstack(&attributes, &start, &size) == 0) {
    stack.start = (uintptr_t)start;
    stack.size = size;
  }
  pthread_attr_destroy(&attributes);
}

static void watched(
    const void *place, size_t size, int is_write, const void *code, const void *caller) {
  if (ignores) return;
  if (!stack.size) find_stack();
  if ((uintptr_t)place - stack.start < stack.size) return;
  race_accessed(place, size, is_write, code, caller);
}

// Most accesses are made in runs that do not look: there, one more call would double what they
// cost.
#define plain(...) \
  do { \
    if (RACES_ARE_ON) watched(__VA_ARGS__); \
  } while (0)

HOOK void __tsan_init(void) {}
HOOK void __tsan_func_entry(void *caller) { (void)caller; }
HOOK void __tsan_func_exit(void) {}
HOOK void __tsan_ignore_thread_begin(void) { ignores += 1; }
HOOK void __tsan_ignore_thread_end(void) { ignores -= 1; }

#define ACCESS(name, size, is_write) \
  HOOK void __tsan_##name(void *place) { plain(place, size, is_write, CALLER); }
#define ACCESSES(size)                                 \
  ACCESS(read##size, size, 0)                          \
  ACCESS(write##size, size, 1)                         \
  ACCESS(unaligned_read##size, size, 0)                \
  ACCESS(unaligned_write##size, size, 1)               \
  ACCESS(volatile_read##size, size, 0)                 \
  ACCESS(volatile_write##size, size, 1)                \
  ACCESS(unaligned_volatile_read##size, size, 0)       \
  ACCESS(unaligned_volatile_write##size, size, 1)      \
  ACCESS(read_write##size, size, 1)                    \
  ACCESS(unaligned_read_write##size, size, 1)
ACCESSES(1)
ACCESSES(2)
ACCESSES(4)
ACCESSES(8)
ACCESSES(16)
ACCESS(vptr_read, 8, 0)

HOOK void __tsan_vptr_update(void **place, void *value) {
  (void)value;
  plain(place, sizeof *place, 1, CALLER);
}
HOOK void __tsan_read_range(void *place, size_t size) { plain(place, size, 0, CALLER); }
HOOK void __tsan_write_range(void *place, size_t size) { plain(place, size, 1, CALLER); }

// A variable is passed `inout`, or a method of its type in code that is not instrumented changes
// it.
HOOK void __tsan_external_read(void *place, void *caller, void *tag) {
  (void)caller, (void)tag;
  plain(place, 1, 0, CALLER);
}
HOOK void __tsan_external_write(void *place, void *caller, void *tag) {
  (void)caller, (void)tag;
  plain(place, 1, 1, CALLER);
}

HOOK void *__tsan_memcpy(void *to, const void *from, size_t size) {
  plain(from, size, 0, CALLER);
  plain(to, size, 1, CALLER);
  return memcpy(to, from, size);
}
HOOK void *__tsan_memmove(void *to, const void *from, size_t size) {
  plain(from, size, 0, CALLER);
  plain(to, size, 1, CALLER);
  return memmove(to, from, size);
}
HOOK void *__tsan_memset(void *to, int byte, size_t size) {
  plain(to, size, 1, CALLER);
  return memset(to, byte, size);
}

// MARK: Memory that is used for something else

#if defined(__GLIBC__)
extern void __libc_free(void *memory);
extern void *__libc_realloc(void *memory, size_t size);

HOOK void free(void *memory) {
  if (memory && RACES_ARE_ON) races_forget(memory, malloc_usable_size(memory));
  __libc_free(memory);
}

HOOK void *realloc(void *memory, size_t size) {
  if (memory && RACES_ARE_ON) races_forget(memory, malloc_usable_size(memory));
  return __libc_realloc(memory, size);
}
#endif

// An object that no one else refers to: the other owners have released it, and reference counts
// order that before this. Optimized code, in which objects may be elsewhere, is not instrumented.
static void forget_if_unique(_Bool is_unique, const void *object) {
  if (is_unique && object) races_forget_unique(object);
}

#define IS_UNIQUE(name)                                                        \
  HOOK _Bool name(const void *object) {                                        \
    static _Bool (*original)(const void *) = NULL;                             \
    if (!original) original = (_Bool (*)(const void *))dlsym(RTLD_NEXT, #name); \
    const _Bool is_unique = original(object);                                  \
    forget_if_unique(is_unique, object);                                       \
    return is_unique;                                                          \
  }
IS_UNIQUE(swift_isUniquelyReferenced_native)
IS_UNIQUE(swift_isUniquelyReferenced_nonNull_native)

// isKnownUniquelyReferenced(_:), of a reference and of an optional one
#define IS_KNOWN_UNIQUE(name, symbol)                                                       \
  __attribute__((swiftcall)) _Bool name(void **object, const void *type) __asm__(symbol)    \
      HOOK;                                                                                 \
  __attribute__((swiftcall)) _Bool name(void **object, const void *type) {                  \
    static __attribute__((swiftcall)) _Bool (*original)(void **, const void *) = NULL;      \
    if (!original) {                                                                        \
      original =                                                                            \
          (__attribute__((swiftcall)) _Bool (*)(void **, const void *))dlsym(RTLD_NEXT, symbol); \
    }                                                                                       \
    const _Bool is_unique = original(object, type);                                         \
    forget_if_unique(is_unique, *object);                                                   \
    return is_unique;                                                                       \
  }
IS_KNOWN_UNIQUE(is_known_unique, "$ss25isKnownUniquelyReferencedySbxzRlzClF")
IS_KNOWN_UNIQUE(is_optional_known_unique, "$ss25isKnownUniquelyReferencedySbxSgzRlzClF")

// MARK: Locks

#define ORIGINAL(name)                    \
  static __typeof__(&name) original = NULL; \
  if (!original) original = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

HOOK int pthread_mutex_unlock(pthread_mutex_t *lock) {
  ORIGINAL(pthread_mutex_unlock);
  if (is_lock_that_orders(__builtin_return_address(0))) races_release(lock);
  return original(lock);
}

HOOK int pthread_mutex_trylock(pthread_mutex_t *lock) {
  ORIGINAL(pthread_mutex_trylock);
  const void *run = points_run_of_lock(__builtin_return_address(0));
  points_ask(run);
  const int result = original(lock);
  points_try(run);
  if (result == 0 && is_lock_that_orders(__builtin_return_address(0))) races_acquire(lock);
  if (result == 0) points_hold(run);
  return result;
}

HOOK int pthread_spin_lock(pthread_spinlock_t *lock) {
  ORIGINAL(pthread_spin_lock);
  const int result = original(lock);
  races_acquire((const void *)lock);
  return result;
}

HOOK int pthread_spin_unlock(pthread_spinlock_t *lock) {
  ORIGINAL(pthread_spin_unlock);
  races_release((const void *)lock);
  return original(lock);
}

// MARK: Cancellation

// The handlers use what the cancelled tasks have made, and run while the runtime has locked the
// state of those tasks: no other task goes first in there.

// Generic methods also get the generic arguments of their type, so everything is passed on.
#define WORDS                                                                             \
  uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e, uintptr_t f,           \
      __attribute__((swift_context)) void *self
typedef __attribute__((swiftcall)) void Method(WORDS);

#define CANCELS(name, symbol)                                             \
  __attribute__((swiftcall)) void name(WORDS) __asm__(symbol) HOOK;       \
  __attribute__((swiftcall)) void name(WORDS) {                           \
    static Method *original = NULL;                                       \
    if (!original) original = (Method *)dlsym(RTLD_NEXT, symbol);         \
    races_order_all();                                                    \
    points_keep_quiet(1);                                                 \
    original(a, b, c, d, e, f, self);                                     \
    points_keep_quiet(-1);                                                \
  }

// Task.cancel(), UnsafeCurrentTask.cancel(), and cancelAll() of the four kinds of groups
CANCELS(task_cancel, "$sScT6cancelyyF")
CANCELS(current_task_cancel, "$sSct6cancelyyF")
CANCELS(group_cancel, "$sScG9cancelAllyyF")
CANCELS(throwing_group_cancel, "$sScg9cancelAllyyF")
CANCELS(discarding_group_cancel, "$ss19DiscardingTaskGroupV9cancelAllyyF")
CANCELS(throwing_discarding_group_cancel, "$ss27ThrowingDiscardingTaskGroupV9cancelAllyyF")
#endif
