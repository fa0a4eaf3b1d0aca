internal import Probe

/// The bubble whose code runs on this thread.
func currentRun() -> BubbleRun? {
  // A checked cast would cost more than the rest of an enqueue; only bubbles install observers.
  Observer.current.map { unsafeDowncast($0, to: RunObserver.self).run }
}
