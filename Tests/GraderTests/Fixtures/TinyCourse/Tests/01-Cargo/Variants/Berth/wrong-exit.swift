// wrong: ends the program to leave early
// rejected by: counts guests as crashed

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

private func leave() { exit(0) }

/// A ship with a name.
public struct Ship: Sendable, Equatable {
  /// What the ship is called.
  public var name: String

  /// Names a ship.
  public init(_ name: String = "Nobody") {
    self.name = name
  }
}

/// A place for ships, one after the other.
public actor Berth<Guest: Sendable> {
  private var guests: [Guest] = []

  /// Makes an empty berth.
  public init() {}

  /// Lets a guest in and says how many there were so far.
  public func moor(_ guest: Guest, times: Int = 1) async -> Int {
    guests.append(guest)
    if times > 1 { leave() }
    return guests.count
  }

  /// The guests in the order in which they came.
  public func all() -> [Guest] { guests }
}
