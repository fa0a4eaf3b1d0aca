#include "Measure.h"
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

static atomic_bool is_counting;
static atomic_llong allocations, live_bytes;

void measure_start(void) {
  atomic_store(&allocations, 0);
  atomic_store(&live_bytes, 0);
  atomic_store(&is_counting, true);
}
void measure_stop(void) { atomic_store(&is_counting, false); }
int64_t measure_allocations(void) { return atomic_load(&allocations); }
int64_t measure_live_bytes(void) { return atomic_load(&live_bytes); }

#if defined(__linux__)
#include <errno.h>
#include <malloc.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

// While counting is off a call costs one load more.
static void *counted(void *block) {
  if (atomic_load_explicit(&is_counting, memory_order_relaxed) && block) {
    atomic_fetch_add_explicit(&allocations, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&live_bytes, malloc_usable_size(block), memory_order_relaxed);
  }
  return block;
}

static void uncounted(void *block) {
  if (atomic_load_explicit(&is_counting, memory_order_relaxed) && block)
    atomic_fetch_sub_explicit(&live_bytes, malloc_usable_size(block), memory_order_relaxed);
}

void *malloc(size_t size) { return counted(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return counted(__libc_calloc(count, size)); }
void *memalign(size_t alignment, size_t size) { return counted(__libc_memalign(alignment, size)); }
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
void *realloc(void *block, size_t size) {
  uncounted(block);
  return counted(__libc_realloc(block, size));
}
int posix_memalign(void **block, size_t alignment, size_t size) {
  *block = memalign(alignment, size);
  return *block ? 0 : ENOMEM;
}
void free(void *block) {
  uncounted(block);
  __libc_free(block);
}
#endif
