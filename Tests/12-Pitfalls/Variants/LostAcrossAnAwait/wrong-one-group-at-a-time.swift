// wrong: lets no group in while another one pays
// rejected by: groups pay at the same time as wrong

import Channels

/// A ferry on which several groups may book at the same time.
public actor Ferry {
  /// How many seats the ferry has.
  public let seats: Int
  /// How many seats are taken.
  public private(set) var taken = 0
  private let counter = Channel<Void>(capacity: 1)

  /// Makes a ferry with free seats only.
  public init(seats: Int) {
    self.seats = seats
  }

  /// Books seats for a group: all of them, or none.
  public func book(
    _ group: Int, pay: @escaping @Sendable () async throws -> Void
  ) async throws -> Bool {
    await counter.send(())
    defer { _ = counter.tryReceive() }
    guard taken + group <= seats else { return false }

    try await pay()
    taken += group
    return true
  }
}
