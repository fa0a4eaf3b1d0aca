internal import CBubbleRuntime

/// The bubble whose code runs on this thread.
func currentRun() -> BubbleRun? {
  guard let run = bubble_run_get() else { return nil }
  return Unmanaged.fromOpaque(run).takeUnretainedValue()
}
