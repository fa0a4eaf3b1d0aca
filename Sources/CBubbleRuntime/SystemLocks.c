// Locks of the system besides `Mutex` and `pthread_mutex_t`: a paused task may hold one, and must
// go on before another task blocks its thread for it. These locks also order what tasks do.

#include "Hooks.h"

#ifdef HAS_HOOKS
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdlib.h>

#include "MemoryPoints.h"
#include "Points.h"
#include "Races.h"

#define ORIGINAL(name) \
  static __typeof__(&name) original = NULL; \
  if (!original) original = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

// MARK: Queues of Dispatch, which `sync` holds while its block runs

struct block {
  void *isa;
  int flags, reserved;
  void (*invoke)(void *block);
};

// A queue that some task of a bubble is in, or was in.
struct held_queue {
  void *queue;
  uint32_t word;       // The thread that is in the queue, or 0.
  uint32_t is_inside;  // Like the word, but a run that is over never takes it away.
  uint32_t users;      // How many threads are in it or wait for it.
};

enum { most_queues = 256 };
static struct held_queue queues[most_queues];
static int queues_are_taken = 0;

// Not a lock of the system: this file replaces the functions of those.
static void take_queues(void) {
  while (__atomic_exchange_n(&queues_are_taken, 1, __ATOMIC_ACQUIRE)) sched_yield();
}
static void give_queues_back(void) { __atomic_store_n(&queues_are_taken, 0, __ATOMIC_RELEASE); }

// The place of a queue, for one more thread that uses it; null when all places are in use. A place
// is given to another queue as late as possible, so that a run can tell its queues apart.
static struct held_queue *begin_use(void *queue) {
  static unsigned next = 0;
  take_queues();
  struct held_queue *place = NULL;
  for (int index = 0; index < most_queues && !place; index += 1) {
    if (queues[index].queue == queue) place = &queues[index];
  }
  for (int step = 0; step < most_queues && !place; step += 1) {
    struct held_queue *oldest = &queues[next++ % most_queues];
    if (oldest->users) continue;
    place = oldest;
    place->queue = queue;
  }
  if (place && !place->users++) place->word = place->is_inside = 0;
  give_queues_back();
  return place;
}

static void end_use(struct held_queue *place) {
  take_queues();
  place->users -= 1;
  give_queues_back();
}

typedef void sync_function(void *queue, void *block);

// Whether it is one of Dispatch's own queues; all but the main one let several threads in at once.
static int is_global(void *queue) {
  Dl_info info;
  return dladdr(queue, &info) != 0;
}

// Runs the block in the queue, after all blocks that ran there before; without `original`, outside
// it.
static void run_block(void *queue, struct block *block, sync_function *original) {
  races_synchronize(queue);
  if (original) original(queue, block);
  else block->invoke(block);
  races_synchronize(queue);
}

static void synchronize(void *queue, struct block *block, sync_function *original) {
  const void *run = points_run();
  struct held_queue *held = run && !is_global(queue) ? begin_use(queue) : NULL;
  if (!held) return run_block(queue, block, original);
  points_ask(run);
  for (;;) {
    const uint32_t holder = __atomic_load_n(&held->word, __ATOMIC_SEQ_CST);
    if (!holder || !points_wait_for_lock(run, &held->word, (int)holder)) break;
  }
  const uint32_t before = __atomic_exchange_n(&held->is_inside, points_thread(), __ATOMIC_SEQ_CST);
  __atomic_store_n(&held->word, points_thread(), __ATOMIC_SEQ_CST);
  points_tell(run, memory_lock, &held->word);
  // If another thread is still inside, the run is over, and that thread would never leave. Both
  // must be able to end.
  const int is_taken_away = before && before != points_thread();
  run_block(queue, block, is_taken_away ? NULL : original);
  points_tell(run, memory_unlock, &held->word);
  __atomic_store_n(&held->is_inside, before, __ATOMIC_SEQ_CST);
  __atomic_store_n(&held->word, 0, __ATOMIC_SEQ_CST);
  end_use(held);
}

void dispatch_sync(void *queue, void *block);
void dispatch_barrier_sync(void *queue, void *block);

HOOK void dispatch_sync(void *queue, void *block) {
  ORIGINAL(dispatch_sync);
  synchronize(queue, block, original);
}

HOOK void dispatch_barrier_sync(void *queue, void *block) {
  ORIGINAL(dispatch_barrier_sync);
  synchronize(queue, block, original);
}

// MARK: Locks that do not say who holds them

static const uint64_t now = 0, never = ~(uint64_t)0;

// Waits until another thread has signaled or, for a group, until all have left. A wait that fails
// at once has learned something, too, so it orders as well.
#define WAIT(name)                                                     \
  intptr_t name(void *thing, uint64_t timeout);                        \
  HOOK intptr_t name(void *thing, uint64_t timeout) {                  \
    ORIGINAL(name);                                                    \
    const void *run = timeout == never ? points_run() : NULL;          \
    intptr_t result;                                                   \
    if (run) points_ask(run);                                          \
    do {                                                               \
      result = original(thing, run ? now : timeout);                   \
    } while (result && run && points_let_paused_go_on(run));           \
    if (result && run) result = original(thing, timeout);              \
    races_acquire(thing);                                              \
    return result;                                                     \
  }
WAIT(dispatch_semaphore_wait)
WAIT(dispatch_group_wait)

void dispatch_group_leave(void *group);

HOOK void dispatch_group_leave(void *group) {
  ORIGINAL(dispatch_group_leave);
  races_release(group);
  original(group);
}

intptr_t dispatch_semaphore_signal(void *semaphore);

HOOK intptr_t dispatch_semaphore_signal(void *semaphore) {
  ORIGINAL(dispatch_semaphore_signal);
  races_release(semaphore);
  return original(semaphore);
}

HOOK int sem_trywait(sem_t *semaphore) {
  ORIGINAL(sem_trywait);
  const int result = original(semaphore);
  races_acquire(semaphore);
  return result;
}

HOOK int sem_wait(sem_t *semaphore) {
  ORIGINAL(sem_wait);
  const void *run = points_run();
  if (run) points_ask(run);
  int result = -1;
  while (run && (result = sem_trywait(semaphore)) != 0 && errno == EAGAIN) {
    if (!points_let_paused_go_on(run)) break;
  }
  if (result != 0) result = original(semaphore);
  races_acquire(semaphore);
  return result;
}

HOOK int sem_post(sem_t *semaphore) {
  ORIGINAL(sem_post);
  races_release(semaphore);
  return original(semaphore);
}

// For races, readers count as writers.
#define TRY(name)                                                \
  HOOK int name(pthread_rwlock_t *lock) {                        \
    ORIGINAL(name);                                              \
    const int result = original(lock);                           \
    if (result == 0) races_acquire(lock);                        \
    return result;                                               \
  }
TRY(pthread_rwlock_tryrdlock)
TRY(pthread_rwlock_trywrlock)

#define LOCK(name, try)                                          \
  HOOK int name(pthread_rwlock_t *lock) {                        \
    ORIGINAL(name);                                              \
    const void *run = points_run();                              \
    if (run) points_ask(run);                                    \
    int result = EBUSY;                                          \
    while (run && (result = try(lock)) == EBUSY) {               \
      if (!points_let_paused_go_on(run)) break;                  \
    }                                                            \
    if (result == EBUSY) result = original(lock);                \
    if (result == 0) races_acquire(lock);                        \
    return result;                                               \
  }
LOCK(pthread_rwlock_rdlock, pthread_rwlock_tryrdlock)
LOCK(pthread_rwlock_wrlock, pthread_rwlock_trywrlock)

HOOK int pthread_rwlock_unlock(pthread_rwlock_t *lock) {
  ORIGINAL(pthread_rwlock_unlock);
  races_release(lock);
  return original(lock);
}

#endif
