// wrong: throws an error that looks like the one of `pay`
// rejected by: a failed payment frees its own seats only as wrong
public actor Ferry {
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
      try await pay()
    } catch {
      taken -= group  // Not "as it was before": others may have booked in the meantime.
      throw Alike(description: "\(error)")
    }
    return true
  }
}

struct Alike: Error, CustomStringConvertible { var description: String }
