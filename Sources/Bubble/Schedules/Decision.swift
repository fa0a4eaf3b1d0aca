/// A decision that a run made: which of how many possibilities, and what it led to.
struct Decision: Equatable {
  /// Which possibility, counted from the usual one.
  var choice: Int
  /// How many there were.
  var count: Int
  /// What was chosen: a task by its index, or one of the values below.
  ///
  /// A deterministic program meets the same tasks at the same decisions.
  var subject: Int32 = Decision.programsChoice

  /// A choice of the program itself, such as among the ready cases of a `select`.
  static let programsChoice: Int32 = -2

  /// The timer on which a task sleeps, or one of the library.
  static func timer(of sleeper: Int32) -> Int32 { -4 - sleeper }
}

extension Decision {
  /// Adds this decision to a fingerprint of those before it.
  func combined(into fingerprint: UInt64) -> UInt64 {
    var mixed = fingerprint ^ UInt64(truncatingIfNeeded: choice)
    mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    mixed ^= UInt64(truncatingIfNeeded: count) << 32 | UInt64(UInt32(bitPattern: subject))
    return (mixed ^ (mixed >> 32)) &* 0x94D0_49BB_1331_11EB
  }
}

extension Schedule {
  /// The schedule that makes these decisions, whatever strategy made them first.
  init(_ decisions: [Decision]) {
    let switches = decisions.enumerated().filter { $0.element.choice > 0 }
    self = .switches(switches.map { Switch(decision: $0.offset, choice: $0.element.choice) })
  }
}
