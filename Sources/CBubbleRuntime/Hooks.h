#pragma once

// Functions that this library defines in place of those of the system and the thread sanitizer.

// A sanitizer defines some of the same functions itself; then a bubble does without them.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#if defined(__linux__) && !defined(SANITIZED)
#define HAS_HOOKS 1
#endif

/// Weak: a program that defines the function itself keeps its own.
#define HOOK __attribute__((weak, visibility("default")))
