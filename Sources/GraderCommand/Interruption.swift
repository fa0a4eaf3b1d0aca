import Foundation

/// Says on Control-C what becomes of the work so far.
enum Interruption {
  /// Written once, before there is a handler that reads it.
  nonisolated(unsafe) private static var words: UnsafeMutablePointer<CChar>?

  /// From now on, Control-C ends the program with these words, and as a signal ends it.
  static func end(with text: String) {
    guard words == nil else { return }
    words = strdup(text)
    let before = signal(SIGINT) { number in
      if let words = Interruption.words { write(2, words, strlen(words)) }
      signal(number, SIG_DFL)
      raise(number)
    }
    // In the background of a script it is ignored, and stays so.
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) {
      signal(SIGINT, SIG_IGN)
    }
  }
}
