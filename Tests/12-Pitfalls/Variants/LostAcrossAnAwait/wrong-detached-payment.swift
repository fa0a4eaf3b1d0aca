// wrong: pays in a detached task, and writes the old number as before
// rejected by: no seat is sold twice as wrong

/// A ferry on which several groups may book at the same time.
public actor Ferry {
  /// How many seats the ferry has.
  public let seats: Int
  /// How many seats are taken.
  public private(set) var taken = 0

  /// Makes a ferry with free seats only.
  public init(seats: Int) {
    self.seats = seats
  }

  /// Books seats for a group: all of them, or none.
  public func book(
    _ group: Int, pay: @escaping @Sendable () async throws -> Void
  ) async throws -> Bool {
    let before = taken
    guard before + group <= seats else { return false }

    try await Task.detached { try await pay() }.value
    taken = before + group
    return true
  }
}
