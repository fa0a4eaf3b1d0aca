import Foundation

/// Prints, on Control-C, what happens to the work so far.
enum Interruption {
  /// Set once, before the handler that reads it is installed.
  nonisolated(unsafe) private static var words: UnsafeMutablePointer<CChar>?

  /// From now on, Control-C prints this text, and then ends the program as the signal would.
  static func end(with text: String) {
    guard words == nil else { return }
    words = strdup(text)
    let before = signal(SIGINT) { number in
      if let words = Interruption.words { write(2, words, strlen(words)) }
      signal(number, SIG_DFL)
      raise(number)
    }
    // Scripts run background commands with this signal ignored. Keep that.
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(SIGINT, SIG_IGN)
    }
  }
}
