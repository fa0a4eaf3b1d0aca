/// A use of the library that is a mistake, whatever the schedule.
public enum Misuse: Sendable, Hashable {
  /// A send on a closed channel; Go panics with this message.
  case sendOnClosed
  /// A close of a channel that is closed already.
  case closeOfClosed
  /// A wait group whose counter would become negative: too many calls of `done`.
  case negativeCounter
  /// A resource that was made under another observer; the text names it and both places.
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
