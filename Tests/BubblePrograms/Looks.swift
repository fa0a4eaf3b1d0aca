public import Channels
internal import Synchronization

// Programs that learn something of a channel and do the next thing in a second call.

/// Says that a crate is on the quay if there was room for it a moment ago.
public func loadIfRoom(_ quay: Channel<Int>, capacity: Int) -> Bool {
  guard quay.count < capacity else { return false }
  _ = quay.trySend(1)
  return true
}

/// Says whether a crate is on the quay, as the channel says it.
public func loadIfTaken(_ quay: Channel<Int>) -> Bool {
  quay.trySend(1)
}

/// Tries twice to receive, which relies on nothing; the number of the try that received.
public func pollTwice(_ stop: Channel<Int>) -> Int? {
  (1...2).first { _ in if case .element = stop.tryReceive() { true } else { false } }
}

/// Counts in two critical sections, and sends between them.
public final class TwoSectionsWithASend: Sendable {
  private let count = Mutex(0)

  public init() {}
  public var value: Int { count.withLock { $0 } }
  public func increment(_ quay: Channel<Int>) {
    let old = count.withLock { $0 }
    _ = quay.trySend(old)
    count.withLock { $0 = old + 1 }
  }
}

/// A call that learns something of a channel, or one that changes it.
public enum ChannelCall: String, CaseIterable, Sendable {
  case count, trySend, tryReceive, close

  /// Calls it.
  public func perform(_ channel: Channel<Int>) {
    switch self {
    case .count: _ = channel.count
    case .trySend: _ = channel.trySend(1)
    case .tryReceive: _ = channel.tryReceive()
    case .close: channel.close()
    }
  }
}

/// Makes a call for one channel and then one for another, in one step.
public func perform(
  _ first: ChannelCall, _ one: Channel<Int>, _ second: ChannelCall, _ other: Channel<Int>
) {
  first.perform(one)
  second.perform(other)
}

/// Starts a task that loads crate 1, and loads crate 2, as if the task could not begin before that.
public func startAndLoad(_ quay: Channel<Int>) -> Task<Void, Never> {
  let other = Task { _ = quay.trySend(1) }
  _ = quay.trySend(2)
  return other
}
