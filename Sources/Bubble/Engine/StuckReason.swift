/// Why a run that would not have ended was given up.
enum StuckReason: Sendable, Equatable {
  /// This many steps, with pauses among them or without.
  case steps(Int, hasPauses: Bool)
  /// This many pauses in a row, and nothing else.
  case pauses(Int)
  /// A job used its thread for this long.
  case busy(Duration)
  /// A job blocked its thread for this long, or bit by bit several jobs together did.
  case blocked(Duration, isBitByBit: Bool)
  /// The program waits for this, which is outside the bubble.
  case outside(String)

  var words: String {
    switch self {
    case .steps(let count, let hasPauses):
      "\(count) steps without an end\(hasPauses ? ", with pauses" : "")"
    case .pauses(let count): "\(count) pauses in a row in which nothing else happened"
    case .busy(let time): "\(time.inSeconds) of processor time without a suspension"
    case .blocked(let time, let isBitByBit):
      "a task blocked its thread for \(time.inSeconds)\(isBitByBit ? ", in several parts" : "")"
    case .outside(let awaited): "the program waits for \(awaited), which runs in real time"
    }
  }
}
