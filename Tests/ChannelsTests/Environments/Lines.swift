import Synchronization

@testable import Channels

/// How many tasks wait at a channel.
struct Lines: Equatable {
  var senders = 0
  var receivers = 0
}

extension Channel {
  /// How many tasks wait on each side at this moment.
  var lines: Lines {
    storage.rules.withLock { Lines(senders: $0.senders.length, receivers: $0.receivers.length) }
  }
}

extension WaitQueue {
  /// How many waiters there are.
  var length: Int {
    var length = 0
    var waiter = first
    while let current = waiter {
      length += 1
      waiter = current.next
    }
    return length
  }
}

extension WaitGroup {
  /// How many tasks wait at this moment.
  var line: Int { rules.withLock { $0.waiters.length } }
}
