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

// The addresses of all thunks of the program, in order.
static uintptr_t *thunks = NULL;
static size_t thunk_count = 0;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static int is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// Swift's names of thunks end in TR, TA or TW; then the part of the function follows, as in TQ0_.
static int names_a_thunk(const char *name) {
  const char *end = name + strlen(name);
  if (end - name < 8 || end[-1] != '_') return 0;
  end -= 1;
  while (end > name && is_digit(end[-1])) end -= 1;
  if (end - name < 6 || (end[-1] != 'Q' && end[-1] != 'Y') || end[-2] != 'T') return 0;
  return end[-4] == 'T' && (end[-3] == 'R' || end[-3] == 'A' || end[-3] == 'W');
}

static int in_order(const void *first, const void *second) {
  const uintptr_t a = *(const uintptr_t *)first, b = *(const uintptr_t *)second;
  return a < b ? -1 : a > b;
}

static int main_program(struct dl_phdr_info *info, size_t size, void *base) {
  (void)size;
  *(uintptr_t *)base = info->dlpi_addr;
  return 1;  // The program comes first.
}

static void collect(const ElfW(Sym) *symbols, size_t count, const char *names, uintptr_t base) {
  size_t capacity = 0;
  for (size_t index = 0; index < count; index += 1) {
    if (ELF64_ST_TYPE(symbols[index].st_info) != STT_FUNC) continue;
    if (!names_a_thunk(names + symbols[index].st_name)) continue;
    if (thunk_count == capacity) {
      capacity = capacity ? capacity * 2 : 256;
      uintptr_t *larger = realloc(thunks, capacity * sizeof *larger);
      if (!larger) return;
      thunks = larger;
    }
    thunks[thunk_count++] = base + symbols[index].st_value;
  }
  qsort(thunks, thunk_count, sizeof *thunks, in_order);
}

// Without a table of symbols no thunk is known, and each is taken for code of the program.
static void find_thunks(void) {
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
static _Atomic(uintptr_t) cache[cache_size];

int thunks_contain(uintptr_t address) {
  _Atomic(uintptr_t) *entry = &cache[(address >> 4) % cache_size];
  const uintptr_t known = atomic_load_explicit(entry, memory_order_relaxed);
  if (known >> 1 == address) return (int)(known & 1);
  pthread_once(&once, find_thunks);
  const int contained = bsearch(&address, thunks, thunk_count, sizeof *thunks, in_order) != NULL;
  atomic_store_explicit(entry, address << 1 | (uintptr_t)contained, memory_order_relaxed);
  return contained;
}
#endif
