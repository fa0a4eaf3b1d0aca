// wrong: 16 groups pay at the same time, and the next one waits
// rejected by: groups pay at the same time as wrong
import Channels

public actor Ferry {
  private let places = Channel<Void>(capacity: 16)
  public let seats: Int
  public private(set) var taken = 0

  public init(seats: Int) {
    self.seats = seats
  }

  public func book(
    _ group: Int, pay: @escaping @Sendable () async throws -> Void
  ) async throws -> Bool {
    guard taken + group <= seats else { return false }
    taken += group

    do {
      let has = await places.send(())
      defer { if has { _ = places.tryReceive() } }
      try await pay()
    } catch {
      taken -= group  // Not "as it was before": others may have booked in the meantime.
      throw error
    }
    return true
  }
}
