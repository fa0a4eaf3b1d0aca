#define _GNU_SOURCE
#include "CodeGuard.h"

#if defined(__linux__)
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#ifndef SYS_mseal
#define SYS_mseal 462
#endif

#if defined(__x86_64__)
enum { architecture = AUDIT_ARCH_X86_64 };

static inline long call(long number, long a, long b, long c, long d, long e, long f) {
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return result;
}
#elif defined(__aarch64__)
enum { architecture = AUDIT_ARCH_AARCH64 };

static inline long call(long number, long a, long b, long c, long d, long e, long f) {
  register long x8 __asm__("x8") = number;
  register long x0 __asm__("x0") = a;
  register long x1 __asm__("x1") = b;
  register long x2 __asm__("x2") = c;
  register long x3 __asm__("x3") = d;
  register long x4 __asm__("x4") = e;
  register long x5 __asm__("x5") = f;
  __asm__ volatile("svc #0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return x0;
}
#else
#error "this processor is not known"
#endif

// Not the functions of the C library, because a program may have changed these.
static bool begins(const char *text, const char *start) {
  while (*start) {
    if (*text++ != *start++) return false;
  }
  return true;
}

static bool contains(const char *text, const char *part) {
  for (; *text; text += 1) {
    if (begins(text, part)) return true;
  }
  return false;
}

static bool same(const volatile uint64_t *left, const volatile uint64_t *right, uintptr_t bytes) {
  uint64_t differences = 0;
  for (uintptr_t word = 0; word < bytes / sizeof(uint64_t); word += 1) {
    differences |= left[word] ^ right[word];
  }
  return differences == 0;
}

/// A line of the kernel's list of mappings.
struct mapping {
  uintptr_t start, end, offset;
  const char *rights;  // as in `r-xp`
  const char *path;
};

static uintptr_t hexadecimal(const char **text) {
  uintptr_t number = 0;
  for (;; *text += 1) {
    char digit = **text;
    if (digit >= '0' && digit <= '9') {
      number = number * 16 + (uintptr_t)(digit - '0');
    } else if (digit >= 'a' && digit <= 'f') {
      number = number * 16 + (uintptr_t)(digit - 'a' + 10);
    } else {
      return number;
    }
  }
}

static void next_word(const char **text) {
  while (**text && **text != ' ') *text += 1;
  while (**text == ' ') *text += 1;
}

/// Reads a line such as `7f10-7f20 r-xp 00001000 fe:01 77    /usr/lib/libc.so.6`.
static struct mapping read_mapping(const char *line) {
  struct mapping mapping = {0};
  mapping.start = hexadecimal(&line);
  line += 1;
  mapping.end = hexadecimal(&line);
  next_word(&line);
  mapping.rights = line;
  next_word(&line);
  mapping.offset = hexadecimal(&line);
  next_word(&line);  // the offset
  next_word(&line);  // the device
  next_word(&line);  // the inode
  mapping.path = line;
  return mapping;
}

/// Calls `each` for every line until it returns false; returns false if there is no list.
static bool go_through(bool (*each)(const struct mapping *, void *), void *context) {
  long file = call(SYS_openat, AT_FDCWD, (long)"/proc/self/maps", O_RDONLY | O_CLOEXEC, 0, 0, 0);
  if (file < 0) return false;
  char buffer[16384];
  size_t filled = 0;
  bool goes_on = true;
  while (goes_on) {
    long count = call(SYS_read, file, (long)(buffer + filled), (long)(sizeof buffer - filled), 0, 0, 0);
    if (count <= 0) break;
    filled += (size_t)count;
    size_t line = 0;
    for (size_t end = 0; goes_on && end < filled; end += 1) {
      if (buffer[end] != '\n') continue;
      buffer[end] = 0;
      struct mapping mapping = read_mapping(buffer + line);
      goes_on = each(&mapping, context);
      line = end + 1;
    }
    // The rest is the beginning of a line.
    for (size_t byte = line; byte < filled; byte += 1) buffer[byte - line] = buffer[byte];
    filled -= line;
  }
  call(SYS_close, file, 0, 0, 0, 0, 0);
  return true;
}

static bool seal(const struct mapping *mapping, void *all) {
  if (mapping->rights[1] == 'w' || *mapping->path != '/') return true;
  if (call(SYS_mseal, (long)mapping->start, (long)(mapping->end - mapping->start), 0, 0, 0, 0) != 0) {
    *(bool *)all = false;
  }
  return true;
}

/// Prevents this process and its children from changing another process's memory.
static bool refuse_tracing(void) {
  struct sock_filter rules[] = {
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ptrace, 1, 0),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_process_vm_writev, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
#if defined(__x86_64__)
    // The same calls under the numbers of the x32 interface.
    BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
#endif
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof rules / sizeof *rules, rules};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

bool code_guard_close(void) {
  bool all = refuse_tracing();
  // `PR_SET_MDWE` is too strict: the toolchain's Runtime library needs executable stacks for
  // threads.
  if (!go_through(seal, &all)) all = false;
  return all;
}

struct comparison {
  const char *program;
  bool is_changed;
};

static bool compare(const struct mapping *mapping, void *context) {
  struct comparison *comparison = context;
  bool is_wanted = contains(mapping->path, comparison->program) ||
                   contains(mapping->path, "/libTesting.so") ||
                   contains(mapping->path, "/libswiftCore.so") || contains(mapping->path, "/libc.so");
  if (!is_wanted || mapping->rights[2] != 'x') return true;
  if (mapping->rights[1] == 'w') {
    comparison->is_changed = true;
    return false;
  }
  long file = call(SYS_openat, AT_FDCWD, (long)mapping->path, O_RDONLY | O_CLOEXEC, 0, 0, 0);
  if (file < 0) return true;
  uintptr_t size = mapping->end - mapping->start;
  long original = call(
      SYS_mmap, 0, (long)size, PROT_READ, MAP_PRIVATE, file, (long)mapping->offset);
  call(SYS_close, file, 0, 0, 0, 0, 0);
  // Not an address, but one of the negative numbers that stand for errors.
  if ((unsigned long)original > (unsigned long)-4096L) return true;
  comparison->is_changed = !same((const uint64_t *)mapping->start, (const uint64_t *)original, size);
  call(SYS_munmap, original, (long)size, 0, 0, 0, 0);
  return !comparison->is_changed;
}

bool code_guard_is_changed(const char *program) {
  struct comparison comparison = {program, false};
  go_through(compare, &comparison);
  return comparison.is_changed;
}
#else
bool code_guard_close(void) { return false; }

bool code_guard_is_changed(const char *program) {
  (void)program;
  return false;
}
#endif
