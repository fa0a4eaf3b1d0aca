// wrong: turns a group away while another one pays
// rejected by: every paid seat is counted as wrong

/// A ferry on which several groups may book at the same time.
public actor Ferry {
  /// How many seats the ferry has.
  public let seats: Int
  /// How many seats are taken.
  public private(set) var taken = 0
  private var isPaying = false

  /// Makes a ferry with free seats only.
  public init(seats: Int) {
    self.seats = seats
  }

  /// Books seats for a group: all of them, or none.
  public func book(
    _ group: Int, pay: @escaping @Sendable () async throws -> Void
  ) async throws -> Bool {
    guard !isPaying, taken + group <= seats else { return false }
    isPaying = true
    defer { isPaying = false }
    try await pay()
    taken += group
    return true
  }
}
