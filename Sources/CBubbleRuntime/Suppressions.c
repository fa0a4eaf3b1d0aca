// With `swift test --sanitize thread` the sanitizer looks for races, and the bubble does not.

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)

// A thread that has waited for a `Mutex` gets it from the kernel, which the sanitizer does not see:
// it mistakes what the bubble's own threads do under that lock for a race. Races in what they run
// are still reported, as only the innermost function counts here.
const char *__tsan_default_suppressions(void) {
  return "race_top:s6Bubble\nrace_top:s5Probe\n";
}

#endif
#endif
