#if defined(__linux__)
#define _GNU_SOURCE
#include "TestLocals.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

__attribute__((swiftcall)) extern void *swift_task_localValueGet(const void *key);
__attribute__((swiftcall)) extern void swift_task_localValuePop(void);
typedef __attribute__((swiftcall)) void Push(const void *key, void *value, const void *type);

// The part of a type's table of functions that is needed here; its address is in front of the type.
typedef struct {
  void *copy_buffer;
  __attribute__((swiftcall)) void (*destroy)(void *value, const void *type);
  __attribute__((swiftcall)) void *(*copy)(void *to, void *from, const void *type);
  void *others[5];
  size_t size;
} ValueWitnesses;

static const ValueWitnesses *witnesses(const void *type) {
  return ((const ValueWitnesses *const *)type)[-1];
}

// The keys that the testing library uses: one, as far as is known.
enum { most_keys = 4 };
static struct {
  _Atomic(const void *) key;
  _Atomic(const void *) type;
} known[most_keys];

static int is_of_testing_library(const void *address) {
  Dl_info info;
  return dladdr(address, &info) && info.dli_fname && strstr(info.dli_fname, "libTesting");
}

static void note(const void *key, const void *type) {
  for (int index = 0; index < most_keys; index += 1) {
    const void *expected = NULL;
    if (atomic_load(&known[index].key) == key) return;
    if (atomic_compare_exchange_strong(&known[index].key, &expected, key)) {
      atomic_store(&known[index].type, type);
      return;
    }
    if (expected == key) return;
  }
}

static Push *original_push(void) {
  static _Atomic(Push *) original = NULL;
  Push *push = atomic_load(&original);
  if (push) return push;
  push = (Push *)dlsym(RTLD_NEXT, "swift_task_localValuePush");
  atomic_store(&original, push);
  return push;
}

__attribute__((weak, swiftcall)) void swift_task_localValuePush(
    const void *key, void *value, const void *type) {
  if (is_of_testing_library(__builtin_return_address(0))) note(key, type);
  original_push()(key, value, type);
}

struct test_locals {
  int count;
  struct {
    const void *key;
    const void *type;
    void *value;
  } items[most_keys];
};

static void *copied(void *value, const void *type) {
  const size_t size = witnesses(type)->size;
  void *copy = malloc(size ? size : 1);
  if (!copy) abort();
  witnesses(type)->copy(copy, value, type);
  return copy;
}

test_locals *test_locals_copy(void) {
  test_locals *locals = NULL;
  for (int index = 0; index < most_keys; index += 1) {
    const void *key = atomic_load(&known[index].key);
    const void *type = atomic_load(&known[index].type);
    if (!key || !type) break;
    void *value = swift_task_localValueGet(key);
    if (!value) continue;
    if (!locals && !(locals = calloc(1, sizeof *locals))) abort();
    locals->items[locals->count].key = key;
    locals->items[locals->count].type = type;
    locals->items[locals->count].value = copied(value, type);
    locals->count += 1;
  }
  return locals;
}

void test_locals_bind(test_locals *locals) {
  for (int index = 0; locals && index < locals->count; index += 1) {
    // The runtime takes over the value, but not the memory.
    void *value = copied(locals->items[index].value, locals->items[index].type);
    original_push()(locals->items[index].key, value, locals->items[index].type);
    free(value);
  }
}

void test_locals_unbind(test_locals *locals) {
  for (int index = 0; locals && index < locals->count; index += 1) swift_task_localValuePop();
}

void test_locals_free(test_locals *locals) {
  if (!locals) return;
  for (int index = 0; index < locals->count; index += 1) {
    witnesses(locals->items[index].type)
        ->destroy(locals->items[index].value, locals->items[index].type);
    free(locals->items[index].value);
  }
  free(locals);
}
#endif
