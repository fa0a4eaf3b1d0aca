// wrong: a woken ship takes its places only when it goes on, so others slip in before it
// rejected by: a later ship never passes one that waits as wrong
/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private let dock: Dock

  /// Makes a quay where every place is free.
  public init(places: Int) {
    dock = Dock(free: places)
  }

  /// Waits until the ship can moor, and takes its places.
  public func moor(taking places: Int = 1) async throws {
    let name = Name()
    try await withTaskCancellationHandler {
      try await dock.arrive(name, places)
    } onCancel: {
      Task { await dock.giveUp(name) }
    }
  }

  /// Gives places back, and lets the waiting ships moor while they fit.
  public func leave(freeing places: Int = 1) async {
    await dock.leave(places)
  }
}

private final class Name: Sendable {}

private actor Dock {
  private var free: Int
  private var queue:
    [(name: Name, places: Int, continuation: CheckedContinuation<Void, any Error>)] =
      []

  init(free: Int) { self.free = free }

  func arrive(_ name: Name, _ places: Int) async throws {
    var isFirst = queue.isEmpty
    while !isFirst || free < places {
      try Task.checkCancellation()
      try await withCheckedThrowingContinuation { continuation in
        queue.append((name, places, continuation))
      }
      isFirst = true
    }
    free -= places
  }

  func leave(_ places: Int) {
    free += places
    wake()
  }

  func giveUp(_ name: Name) {
    guard let index = queue.firstIndex(where: { $0.name === name }) else { return }
    queue.remove(at: index).continuation.resume(throwing: CancellationError())
    wake()
  }

  /// Wakes the first ships while there is room for them.
  private func wake() {
    var room = free
    while let first = queue.first, first.places <= room {
      room -= first.places
      queue.removeFirst().continuation.resume()
    }
  }
}
