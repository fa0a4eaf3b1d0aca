#if defined(__linux__)
#define _GNU_SOURCE
#include "Thunks.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  uintptr_t start, end;
} Function;

// Functions of the program by their addresses, in order.
typedef struct {
  Function *functions;
  size_t count, capacity;
} Functions;

static Functions thunks, helpers, tries;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Swift's names of thunks end in TR, TA or TW, followed by the part of the function, as in TQ0_.
static int names_a_thunk(const char *name) {
  const char *end = name + strlen(name);
  if (end - name < 8 || end[-1] != '_') return 0;
  end -= 1;
  while (end > name && is_digit(end[-1])) end -= 1;
  if (end - name < 6 || (end[-1] != 'Q' && end[-1] != 'Y') || end[-2] != 'T') return 0;
  return end[-4] == 'T' && (end[-3] == 'R' || end[-3] == 'A' || end[-3] == 'W');
}

// Functions that the compiler adds to find metadata of types (Ma) and conformances to protocols
// (Wl). Most keep what they have found, so that only their first call changes memory.
static int names_a_helper(const char *name) {
  if (strncmp(name, "__swift_", 8) == 0) return 1;
  const size_t length = strlen(name);
  if (length <= 4 || name[0] != '$') return 0;
  const char *kind = name + length - 2;
  return strcmp(kind, "Wl") == 0 || strcmp(kind, "Ma") == 0;
}

// The function that releases a `Mutex` at the end of `withLockIfAvailable`; each program has its
// own.
static int names_a_try(const char *name) {
  return strncmp(name, "$s15Synchronization5MutexV", 26) == 0 && strstr(name, "withLockIfAvailable");
}

static int in_order(const void *first, const void *second) {
  const uintptr_t a = ((const Function *)first)->start, b = ((const Function *)second)->start;
  return a < b ? -1 : a > b;
}

static void add(Functions *all, uintptr_t start, size_t size) {
  if (all->count == all->capacity) {
    const size_t capacity = all->capacity ? all->capacity * 2 : 256;
    Function *larger = realloc(all->functions, capacity * sizeof *larger);
    if (!larger) return;
    all->functions = larger;
    all->capacity = capacity;
  }
  all->functions[all->count++] = (Function){start, start + size};
}

static int main_program(struct dl_phdr_info *info, size_t size, void *base) {
  (void)size;
  *(uintptr_t *)base = info->dlpi_addr;
  return 1;  // The program comes first.
}

static void collect(const ElfW(Sym) *symbols, size_t count, const char *names, uintptr_t base) {
  for (size_t index = 0; index < count; index += 1) {
    if (ELF64_ST_TYPE(symbols[index].st_info) != STT_FUNC) continue;
    const char *name = names + symbols[index].st_name;
    Functions *kind = names_a_thunk(name)    ? &thunks
                      : names_a_helper(name) ? &helpers
                      : names_a_try(name)    ? &tries
                                             : NULL;
    if (kind) add(kind, base + symbols[index].st_value, symbols[index].st_size);
  }
  qsort(thunks.functions, thunks.count, sizeof(Function), in_order);
  qsort(helpers.functions, helpers.count, sizeof(Function), in_order);
  qsort(tries.functions, tries.count, sizeof(Function), in_order);
}

// Without a symbol table no such function is known, and all count as code of the program.
static void find_functions(void) {
  const int file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  struct stat status;
  const char *image = MAP_FAILED;
  if (fstat(file, &status) == 0) {
    image = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  }
  close(file);
  if (image == MAP_FAILED) return;
  uintptr_t base = 0;
  dl_iterate_phdr(main_program, &base);
  const ElfW(Ehdr) *header = (const void *)image;
  const ElfW(Shdr) *sections = (const void *)(image + header->e_shoff);
  for (int index = 0; index < header->e_shnum; index += 1) {
    if (sections[index].sh_type != SHT_SYMTAB) continue;
    const ElfW(Shdr) *strings = &sections[sections[index].sh_link];
    collect(
        (const void *)(image + sections[index].sh_offset),
        sections[index].sh_size / sizeof(ElfW(Sym)), image + strings->sh_offset, base);
  }
  munmap((void *)image, (size_t)status.st_size);
}

// A program asks for few addresses, again and again: the last bit of an entry is the answer.
enum { cache_size = 256 };
typedef _Atomic(uintptr_t) Cache[cache_size];

static int look_up(Cache cache, uintptr_t address, int (*answer)(uintptr_t)) {
  _Atomic(uintptr_t) *entry = &cache[(address >> 4) % cache_size];
  const uintptr_t known = atomic_load_explicit(entry, memory_order_relaxed);
  if (known >> 1 == address) return (int)(known & 1);
  pthread_once(&once, find_functions);
  const int contained = answer(address);
  atomic_store_explicit(entry, address << 1 | (uintptr_t)contained, memory_order_relaxed);
  return contained;
}

static int is_a_thunk(uintptr_t address) {
  const Function key = {address, 0};
  return bsearch(&key, thunks.functions, thunks.count, sizeof key, in_order) != NULL;
}

static int lies_in(const Functions *all, uintptr_t address) {
  size_t low = 0, high = all->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (all->functions[middle].end <= address) low = middle + 1;
    else high = middle;
  }
  return low < all->count && all->functions[low].start <= address;
}

static int lies_in_a_helper(uintptr_t address) { return lies_in(&helpers, address); }
static int lies_in_a_try(uintptr_t address) { return lies_in(&tries, address); }

int thunks_contain(uintptr_t address) {
  static Cache cache;
  return look_up(cache, address, is_a_thunk);
}

int helpers_contain(uintptr_t address) {
  static Cache cache;
  return look_up(cache, address, lies_in_a_helper);
}

int tries_contain(uintptr_t address) {
  static Cache cache;
  return look_up(cache, address, lies_in_a_try);
}
#endif
