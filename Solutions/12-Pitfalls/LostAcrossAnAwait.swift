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
    // Check and take in one step: between two `await`s no other task changes the actor. While this
    // group pays, others come in; a number from before the payment is old after it. Checking again
    // after the payment is too late, as the group has paid by then.
    guard taken + group <= seats else { return false }
    taken += group

    do {
      try await pay()
    } catch {
      taken -= group  // Not "as it was before": others may have booked in the meantime.
      throw error
    }
    return true
  }
}
