#pragma once
// One pointer per thread: the observer of the code that runs on it, or null. Swift has no
// thread-local variables of its own, and a key of `pthread_getspecific` would cost a call on every
// channel operation; this is one load. Without the attribute, position-independent code would call
// a function for it anyway.
extern _Thread_local void *_Nullable probe_thread_observer
    __attribute__((tls_model("initial-exec")));

static inline void *_Nullable probe_thread_get(void) { return probe_thread_observer; }
static inline void probe_thread_set(void *_Nullable observer) { probe_thread_observer = observer; }
