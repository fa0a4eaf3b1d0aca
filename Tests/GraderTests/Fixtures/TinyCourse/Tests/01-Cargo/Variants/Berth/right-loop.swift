// right: a loop

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
    for _ in 0..<times { guests.append(guest) }
    return guests.count
  }

  /// The guests in the order in which they came.
  public func all() -> [Guest] { guests }
}
