// right: a turnstile is the queue; only the first ship listens to the bell
import Channels
import Synchronization

public final class Quay: Sendable {
  private let places: Int
  private let front = Channel<Void>(capacity: 1)
  private let bell = Channel<Void>(capacity: 1)
  private let free: Mutex<Int>

  public init(places: Int) {
    self.places = places
    free = Mutex(places)
  }

  public func moor(taking places: Int = 1) async throws {
    guard await front.send(()) else { throw CancellationError() }
    defer { _ = front.tryReceive() }
    while !take(places) {
      guard await bell.receive() != nil else { throw CancellationError() }
    }
  }

  public func leave(freeing places: Int = 1) async {
    free.withLock { $0 += places }
    _ = bell.trySend(())
  }

  private func take(_ places: Int) -> Bool {
    free.withLock { free in
      guard places <= free else { return false }
      free -= places
      return true
    }
  }
}
