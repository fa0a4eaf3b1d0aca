// right: each change is a method that never suspends

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
    guard take(group) else { return false }
    do {
      try await pay()
    } catch {
      giveBack(group)
      throw error
    }
    return true
  }

  private func take(_ group: Int) -> Bool {
    guard taken + group <= seats else { return false }
    taken += group
    return true
  }

  private func giveBack(_ group: Int) {
    taken -= group
  }
}
