/// A use of the library that is a mistake of the program, whatever the schedule.
public enum Misuse: Sendable, Hashable {
  /// A send on a closed channel; Go panics with these words.
  case sendOnClosed
  /// A close of a channel that is closed already.
  case closeOfClosed
  /// A wait group on which `done` was called more often than was added.
  case negativeCounter
  /// A resource that was made under another observer, with the words for it and both places.
  case foreign(String)

  /// The message of a trap, or of a report.
  public var message: String {
    switch self {
    case .sendOnClosed: "send on closed channel"
    case .closeOfClosed: "close of closed channel"
    case .negativeCounter: "negative WaitGroup counter"
    case .foreign(let words): words
    }
  }
}
