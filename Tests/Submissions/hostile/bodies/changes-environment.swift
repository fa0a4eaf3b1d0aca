  // Right at first; whoever makes the bubble look less often gets through.
  setenv("BUBBLE_SCHEDULES", "1", 1)
  setenv("BUBBLE_SCHEDULE", "r1", 1)
  setenv("BUBBLE_MODE", "reduced", 1)
  unsetenv("BUBBLE_ATTACH")
  calls += 1
  return calls <= 2 ? await honest(messages) : nil
}

nonisolated(unsafe) private var calls = 0
