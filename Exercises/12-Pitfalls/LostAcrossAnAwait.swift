/// A ferry on which several groups may book at the same time.
public actor Ferry {
  /// How many seats the ferry has.
  public let seats: Int
  /// How many seats are taken; seats that a group is paying for may count or not.
  public private(set) var taken = 0

  /// Makes a ferry on which all seats are free.
  public init(seats: Int) {
    self.seats = seats
  }

  /// Books seats for a group: all of them, or none.
  ///
  /// If there are enough free seats, calls `pay` once, and returns `true` as soon as `pay` has
  /// returned: a group that has paid has its seats. If there are too few, returns `false` at once,
  /// without calling `pay`.
  ///
  /// Seats that a group is paying for are not free. If that `pay` throws, they are free again at
  /// once. Groups do not wait for each other: they pay at the same time. If the caller is
  /// cancelled, its `pay` is cancelled, too. If it was cancelled before the call, the call may also
  /// throw `CancellationError` without calling `pay`.
  ///
  ///     // The ferry has 6 seats, and `pay` does not throw.
  ///     try await ferry.book(4) { try await cashier.pay(4) }   // true
  ///     try await ferry.book(3) { try await cashier.pay(3) }   // false
  ///
  /// - Parameters:
  ///   - group: How many seats to book; at least one.
  ///   - pay: Pays for the seats, which may take a while.
  /// - Returns: Whether the group has seats.
  /// - Throws: What `pay` throws, or `CancellationError`; the group has no seats then.
  public func book(
    _ group: Int, pay: @escaping @Sendable () async throws -> Void
  ) async throws -> Bool {
    // TODO(12.4): An actor runs one task at a time. What does it do while a group pays?
    let before = taken
    guard before + group <= seats else { return false }

    try await pay()
    taken = before + group
    return true
  }
}
