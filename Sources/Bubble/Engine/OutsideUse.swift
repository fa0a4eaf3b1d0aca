internal import Probe
internal import Synchronization
internal import Testing

/// Reports channels and wait groups that were made in a bubble and are used where there is none.
enum OutsideUse {
  private static let reported = Mutex<Set<UInt64>>([])

  /// Installs the report, once.
  static let isWatched: Void = {
    Observer.usedOutside = { report($0) }
  }()

  private static func report(_ operation: Operation) {
    for resource in operation.resources {
      guard let origin = resource.origin,
        // A thread outside may work for a bubble that has not ended.
        !ActiveRuns.shared.contains(origin.observer),
        // One report for each run: the rest is the same mistake.
        reported.withLock({ $0.insert(origin.observer).inserted })
      else { continue }
      let text = """
        the \(resource.kind) that was made in a bubble at \(origin.place.short) is used outside of any \
        bubble at \(operation.place.short)
        look at: what keeps it after the test? Make everything that a test uses inside its bubble.
        """
      if Test.current == nil { print(text) } else { Issue.record(Comment(rawValue: text)) }
    }
  }
}
