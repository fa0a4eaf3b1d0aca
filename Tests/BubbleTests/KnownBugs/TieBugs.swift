import Bubble
import Channels

extension KnownBug {
  /// No switch: two things happen at the same virtual instant, and the program thinks it knows
  /// which one is first.
  ///
  /// They are found only if both orders of such a tie are explored; an engine that fires all timers
  /// of an instant before any task that they wake has run explores one.
  static let ties = [sendAtTheTimeout, takeAtTheTimeout, cancelAtTheEnd]

  /// The crate that came in time is waited for once more.
  private static let sendAtTheTimeout = KnownBug("tie: a send at the timeout", .deadlocked) {
    let berth = Channel<Int>(capacity: 1)
    let ship = Task {
      try? await Task.sleep(for: .seconds(1))
      await berth.send(1)
    }
    await select {
      Receive(from: berth) { _ in }
      After(.seconds(1)) {}
    }
    // "It takes a second and I waited no longer, so it is still to come."
    _ = await berth.receive()
    await ship.value
  } right: {
    let berth = Channel<Int>(capacity: 1)
    let ship = Task {
      try? await Task.sleep(for: .seconds(1))
      await berth.send(1)
    }
    let isThere = await select {
      Receive(from: berth) { _ in true }
      After(.seconds(1)) { false }
    }
    if !isThere { _ = await berth.receive() }
    await ship.value
  }

  private struct Unclaimed: Error {}

  /// The ship may still be at its berth when the crane comes, and hand over the crate there.
  private static let takeAtTheTimeout = KnownBug("tie: a receive at the timeout", .wrong) {
    let (berth, anchorage) = (Channel<Int>(), Channel<Int>(capacity: 1))
    let ship = Task {
      await select {
        Send(1, to: berth) {}
        After(.seconds(1)) { await anchorage.send(1) }
      }
      anchorage.close()
    }
    try? await Task.sleep(for: .seconds(1))
    // "The ship has left, or is about to: this only tells it to hurry."
    _ = berth.tryReceive()
    guard await anchorage.receive() != nil else { throw Unclaimed() }
    await ship.value
  } right: {
    let (berth, anchorage) = (Channel<Int>(), Channel<Int>(capacity: 1))
    let ship = Task {
      await select {
        Send(1, to: berth) {}
        After(.seconds(1)) { await anchorage.send(1) }
      }
      anchorage.close()
    }
    try? await Task.sleep(for: .seconds(1))
    if berth.tryReceive() == .nothing {
      guard await anchorage.receive() != nil else { throw Unclaimed() }
    }
    await ship.value
  }

  /// A sleep that is cancelled at the instant of its end may end either way.
  private static let cancelAtTheEnd = KnownBug("tie: a cancellation at the end", .wrong) {
    let voyage = Task { try await Task.sleep(for: .seconds(1)) }
    let recall = Task {
      try? await Task.sleep(for: .seconds(1))
      voyage.cancel()
    }
    await recall.value
    try await voyage.value
  } right: {
    let voyage = Task { try await Task.sleep(for: .seconds(1)) }
    let recall = Task {
      try? await Task.sleep(for: .seconds(1))
      voyage.cancel()
    }
    await recall.value
    try? await voyage.value
  }
}
