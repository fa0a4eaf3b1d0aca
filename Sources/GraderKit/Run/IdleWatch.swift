/// Notices that a process neither works nor wants to.
struct IdleWatch {
  var limit: Double?
  private var since: ContinuousClock.Instant?
  private var lastProcessor = -1.0

  init(limit: Double?) {
    self.limit = limit
  }

  /// Whether the process has been asleep, at every look, for longer than the limit.
  mutating func isHanging(_ tree: ProcessTree?) -> Bool {
    guard let limit, let tree else { return false }
    if tree.isAnyThreadActive || tree.processorSeconds != lastProcessor {
      lastProcessor = tree.processorSeconds
      since = nil
      return false
    }
    let start = since ?? .now
    since = start
    return start.duration(to: .now) > .seconds(limit)
  }
}
