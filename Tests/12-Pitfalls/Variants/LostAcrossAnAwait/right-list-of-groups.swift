// right: keeps a list of groups, and removes the one that could not pay

/// A ferry on which several groups may book at the same time.
public actor Ferry {
  /// How many seats the ferry has.
  public let seats: Int
  /// How many seats are taken.
  public var taken: Int { groups.values.reduce(0, +) }

  private var groups: [Int: Int] = [:]
  private var number = 0

  /// Makes a ferry with free seats only.
  public init(seats: Int) {
    self.seats = seats
  }

  /// Books seats for a group: all of them, or none.
  public func book(
    _ group: Int, pay: @escaping @Sendable () async throws -> Void
  ) async throws -> Bool {
    guard taken + group <= seats else { return false }
    number += 1
    let ticket = number
    groups[ticket] = group
    do {
      try await pay()
      return true
    } catch {
      groups[ticket] = nil
      throw error
    }
  }
}
