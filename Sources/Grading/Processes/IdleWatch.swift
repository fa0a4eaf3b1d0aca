/// Notices that a process is hanging: none of its threads runs or is ready to run.
struct IdleWatch {
  /// The seconds after which a sleeping process counts as hanging; with `nil`, it never does.
  var limit: Double?

  /// The same for a process that was stopped: nothing in it can ever go on.
  private static let stoppedLimit = 1.0

  /// How many looks each second of the limit needs: a machine that was suspended itself made none.
  private static let looksPerSecond = 5.0

  private var since: ContinuousClock.Instant?
  private var looks = 0.0
  private var lastProcessor = -1.0

  init(limit: Double?) {
    self.limit = limit
  }

  /// Why the process is hanging, if it was asleep at every look for longer than the limit.
  mutating func reason(
    _ tree: ProcessTree?, now: ContinuousClock.Instant = .now
  ) -> ChildOutcome.Reason? {
    guard let limit, let tree else { return nil }
    if tree.isAnyThreadActive || tree.processorSeconds != lastProcessor {
      lastProcessor = tree.processorSeconds
      since = nil
      looks = 0
      return nil
    }
    let start = since ?? now
    since = start
    looks += 1
    func isLonger(than limit: Double) -> Bool {
      start.duration(to: now) > .seconds(limit) && looks >= limit * Self.looksPerSecond
    }
    if tree.isAnyThreadStopped, isLonger(than: Self.stoppedLimit) { return .stopped }
    return isLonger(than: limit) ? .idle : nil
  }
}
