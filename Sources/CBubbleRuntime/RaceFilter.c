#if defined(__linux__)
#define _GNU_SOURCE
#include "RaceFilter.h"

#include "Races.h"

#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

// MARK: Functions

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const ElfW(Sym) *symbols = NULL;
static size_t symbol_count = 0;
static const char *names = NULL;
static uintptr_t base = 0;

static int find_base(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size, (void)unused;
  base = info->dlpi_addr;
  return 1;  // The program comes first.
}

// The program's symbol table stays in memory: it is read for each new place in the code.
static void find_symbols(void) {
  dl_iterate_phdr(find_base, NULL);
  const int file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  struct stat status;
  const char *image = MAP_FAILED;
  if (fstat(file, &status) == 0) {
    image = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  }
  close(file);
  if (image == MAP_FAILED) return;
  const ElfW(Ehdr) *header = (const void *)image;
  const ElfW(Shdr) *sections = (const void *)(image + header->e_shoff);
  for (int index = 0; index < header->e_shnum; index += 1) {
    if (sections[index].sh_type != SHT_SYMTAB) continue;
    symbols = (const void *)(image + sections[index].sh_offset);
    symbol_count = sections[index].sh_size / sizeof(ElfW(Sym));
    names = image + sections[sections[index].sh_link].sh_offset;
  }
}

const char *race_function(uintptr_t address) {
  pthread_once(&once, find_symbols);
  const uintptr_t value = address - base;
  for (size_t index = 0; index < symbol_count; index += 1) {
    const ElfW(Sym) *symbol = &symbols[index];
    if (value - symbol->st_value < symbol->st_size && ELF64_ST_TYPE(symbol->st_info) == STT_FUNC) {
      return names + symbol->st_name;
    }
  }
  return NULL;
}

static int is_digit(char letter) { return letter >= '0' && letter <= '9'; }

// The length without the suffixes for parts of an async function (`TQ0_`, `TY1_`), for parts of a
// coroutine, and for merged functions.
static size_t length_of_whole(const char *name) {
  const char *resume = strstr(name, ".resume.");
  size_t length = resume ? (size_t)(resume - name) : strlen(name);
  for (;;) {
    size_t end = length;
    if (end > 2 && name[end - 1] == 'm' && name[end - 2] == 'T') {
      length = end - 2;
      continue;
    }
    if (end < 5 || name[end - 1] != '_') return length;
    end -= 1;
    while (end > 3 && is_digit(name[end - 1])) end -= 1;
    if (name[end - 2] != 'T' || (name[end - 1] != 'Q' && name[end - 1] != 'Y')) return length;
    length = end - 2;
  }
}

static int ends_in(const char *name, size_t length, const char *const *endings) {
  for (; *endings; endings += 1) {
    const size_t size = strlen(*endings);
    if (length > size && memcmp(name + length - size, *endings, size) == 0) return 1;
  }
  return 0;
}

static int kind_of(const char *name) {
  // Initializers, initial values, functions that initialize globals, and deinitializers.
  static const char *const initializers[] = {"fC", "fc", "fi", "WZ", "Wz", "fd", "fD", "fZ", NULL};
  // Functions that find type metadata and conformances, thunks that unpack a closure, and what the
  // runtime calls to copy or destroy a value.
  static const char *const compiled_in[] = {
      "Wl",  "WL",  "Ma",  "Mr",  "Mi",  "ML",  "Mb",  "TA",  "TR",  "wxx", "wCP", "wcp", "wca",
      "wtk", "wta", "wet", "wst", "wug", "wup", "wui", NULL};
  if (!name || name[0] != '$') return name ? race_code_is_compiled_in : race_code_is_plain;
  const size_t length = length_of_whole(name);
  if (length > 3 && name[length - 3] == 'W' && name[length - 2] == 'O') return race_code_is_outlined;
  if (ends_in(name, length, initializers)) return race_code_initializes;
  return ends_in(name, length, compiled_in) ? race_code_is_compiled_in : race_code_is_plain;
}

int race_code(uintptr_t address) {
  enum { cache_size = 256 };
  static _Atomic(uintptr_t) cache[cache_size];
  _Atomic(uintptr_t) *entry = &cache[(address ^ address >> 8) % cache_size];
  const uintptr_t known = atomic_load_explicit(entry, memory_order_relaxed);
  if (known >> 2 == address) return (int)(known & 3);
  // The address after the call may be in the next function.
  const int kind = kind_of(race_function(address - 1));
  atomic_store_explicit(entry, address << 2 | (uintptr_t)kind, memory_order_relaxed);
  return kind;
}

// MARK: Places

static int is_in_image(struct dl_phdr_info *info, size_t size, void *place) {
  (void)size;
  for (int index = 0; index < info->dlpi_phnum; index += 1) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[index];
    if (part->p_type != PT_LOAD) continue;
    if (*(uintptr_t *)place - (info->dlpi_addr + part->p_vaddr) < part->p_memsz) return 1;
  }
  return 0;
}

// Reads memory that may not be mapped.
static int peek(uintptr_t address, void *copy, size_t size) {
  const struct iovec here = {copy, size}, there = {(void *)address, size};
  return process_vm_readv(getpid(), &here, 1, &there, 1, 0) == (ssize_t)size;
}

// What kind of object this metadata is of; -1 if it is not metadata.
static int kind_of_object(uintptr_t metadata) {
  // A box may be shared until it is changed, like an array.
  enum { is_class = 0, is_captured = 0x400, is_box = 0x500 };
  enum { descriptor_offset = 40, name_offset = 8 };
  uint64_t words[6];
  if (!metadata || metadata & 7 || !peek(metadata, words, sizeof words)) return -1;
  if (words[0] == is_captured) return race_place_is_captured;
  if (words[0] == is_box) return race_place_is_storage;
  if (words[0] != is_class) return -1;
  const uintptr_t descriptor = words[descriptor_offset / 8];
  int32_t offset;
  char name[40] = {0};
  if (!descriptor || descriptor & 3 || !peek(descriptor + name_offset, &offset, sizeof offset) ||
      !peek(descriptor + name_offset + (intptr_t)offset, name, sizeof name - 1)) {
    return -1;
  }
  return name[0] == '_' && strstr(name, "Storage") ? race_place_is_storage : race_place_is_plain;
}

// Whether a block of glibc's allocator begins here and reaches beyond the place: its size is in
// front of it, and the block behind it knows that this one is in use.
static int is_block(uintptr_t block, uint64_t header, uintptr_t place) {
  enum { next_knows = 1, is_mapped = 2, flags = 7, smallest = 32 };
  const uint64_t size = header & ~(uint64_t)flags, largest = (uint64_t)1 << 40;
  if (size < smallest || size > largest || size & 15 || place >= block + size - 8) return 0;
  if (header & is_mapped) return (block & 4095) == 16;
  uint64_t next;
  return peek(block + size - 8, &next, sizeof next) && next & next_knows &&
         (next & ~(uint64_t)flags) >= smallest && next < largest;
}

int race_place(uintptr_t place) {
  enum { page = 4096, reach = 1 << 20 };
  if (dl_iterate_phdr(is_in_image, &place)) return race_place_is_global;
  for (uintptr_t start = place & ~(uintptr_t)(page - 1); place - start < reach; start -= page) {
    uint64_t words[page / 8 + 1];
    if (!peek(start - 8, words, sizeof words)) {
      words[0] = 0;
      if (!peek(start, words + 1, page)) break;
    }
    for (int index = page / 8 - 2; index >= 0; index -= 2) {
      const uintptr_t object = start + (uintptr_t)index * 8;
      if (object > place || !is_block(object, words[index], place)) continue;
      const int kind = kind_of_object(words[index + 1]);
      return kind >= 0 ? kind : race_place_is_plain;
    }
  }
  return race_place_is_plain;
}

#else
#include "Races.h"

const char *race_function(uintptr_t address) { return (void)address, (const char *)0; }
#endif
