#define _GNU_SOURCE
#include "ThreadStack.h"

#if defined(__linux__)
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

// One of the few signals that threads of Dispatch, and threads started by these, do not block.
enum { look_signal = SIGPROF, most_places = 64 };

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static uint64_t found[most_places];
static int found_count;
static _Atomic(int) looked_at = 0;  // The thread that has to answer; 0 once it has.

// In code that uses the register for something else, a frame pointer may be anything: the kernel
// says whether it points to memory.
static int read_frame(uint64_t address, uint64_t frame[2]) {
  struct iovec to = {frame, 2 * sizeof(uint64_t)};
  struct iovec from = {(void *)address, 2 * sizeof(uint64_t)};
  return process_vm_readv(getpid(), &to, 1, &from, 1, 0) == (ssize_t)(2 * sizeof(uint64_t));
}

static void look(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)info;
  if (atomic_load(&looked_at) != (int)syscall(SYS_gettid)) return;
  const ucontext_t *registers = context;
#if defined(__x86_64__)
  found[0] = (uint64_t)registers->uc_mcontext.gregs[REG_RIP];
  uint64_t frame = (uint64_t)registers->uc_mcontext.gregs[REG_RBP];
#elif defined(__aarch64__)
  found[0] = registers->uc_mcontext.pc;
  uint64_t frame = registers->uc_mcontext.regs[29];
#else
#error "this processor is not known"
#endif
  int count = 1;
  uint64_t next[2];
  while (count < most_places) {
    // Swift marks the frames of async functions by this bit.
    frame &= ~(UINT64_C(1) << 60);
    if (!frame || frame % 8 || !read_frame(frame, next) || !next[1]) break;
    // The call itself, and not the instruction after it.
    found[count] = next[1] - 1;
    count += 1;
    if ((next[0] & ~(UINT64_C(1) << 60)) <= frame) break;
    frame = next[0];
  }
  found_count = count;
  atomic_store(&looked_at, 0);
}

int bubble_thread_stack(int thread_id, uint64_t *places, int most) {
  pthread_mutex_lock(&one_at_a_time);
  struct sigaction action = {0}, before;
  action.sa_sigaction = look;
  // SA_RESTART: a system call that the signal interrupts is started again, where the kernel can do
  // that.
  action.sa_flags = SA_SIGINFO | SA_RESTART | SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  int count = 0;
  if (sigaction(look_signal, &action, &before) == 0) {
    atomic_store(&looked_at, thread_id);
    if (syscall(SYS_tgkill, getpid(), thread_id, look_signal) == 0) {
      const struct timespec pause = {0, 1000000};
      for (int round = 0; round < 10000 && atomic_load(&looked_at); round += 1) {
        nanosleep(&pause, NULL);
      }
    }
    // A thread that answers later finds that no one waits; one that is writing now is ignored, too.
    int expected = thread_id;
    if (!atomic_compare_exchange_strong(&looked_at, &expected, -1)) {
      count = found_count < most ? found_count : most;
      for (int index = 0; index < count; index += 1) places[index] = found[index];
      sigaction(look_signal, &before, NULL);
    }
    // Without an answer the handler stays: the signal may still be on its way.
  }
  pthread_mutex_unlock(&one_at_a_time);
  return count;
}
#else
int bubble_thread_stack(int thread_id, uint64_t *places, int most) {
  (void)thread_id;
  (void)places;
  (void)most;
  return 0;
}
#endif
