// right: does not begin for a caller that is cancelled already

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
    try Task.checkCancellation()
    guard taken + group <= seats else { return false }
    taken += group
    var isPaid = false
    defer { if !isPaid { taken -= group } }

    try await pay()
    isPaid = true
    return true
  }
}
