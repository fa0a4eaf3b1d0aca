// right: an actor keeps the queue; the handler sends it a message

/// A semaphore that hands out several permits at once: a quay with places for ships.
public final class Quay: Sendable {
  private let office: Office

  /// Makes a quay where every place is free.
  ///
  /// - Parameter places: How many places there are.
  public init(places: Int) {
    office = Office(free: places)
  }

  /// Waits until the ship can moor, and takes its places.
  ///
  /// - Parameter places: How many places the ship needs.
  /// - Throws: `CancellationError` if the task is cancelled.
  public func moor(taking places: Int = 1) async throws {
    try await office.moor(places)
  }

  /// Gives places back, and lets the ships that wait moor while they fit.
  ///
  /// - Parameter places: How many places come free.
  public func leave(freeing places: Int = 1) async {
    await office.leave(places)
  }
}

private actor Office {
  private var free: Int
  private var lastNumber = 0
  private var queue: [Int] = []
  private var waiting: [Int: (places: Int, continuation: CheckedContinuation<Void, any Error>)] =
    [:]

  init(free: Int) { self.free = free }

  func moor(_ places: Int) async throws {
    if queue.isEmpty, free >= places {
      free -= places
      return
    }
    try Task.checkCancellation()
    lastNumber += 1
    let number = lastNumber
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        queue.append(number)
        waiting[number] = (places, continuation)
      }
    } onCancel: {
      Task { await self.giveUp(number) }
    }
  }

  func leave(_ places: Int) {
    free += places
    admit()
  }

  private func giveUp(_ number: Int) {
    guard let ship = waiting.removeValue(forKey: number) else { return }
    queue.removeAll { $0 == number }
    ship.continuation.resume(throwing: CancellationError())
    admit()
  }

  private func admit() {
    while let number = queue.first, let ship = waiting[number], ship.places <= free {
      free -= ship.places
      queue.removeFirst()
      waiting[number] = nil
      ship.continuation.resume()
    }
  }
}
