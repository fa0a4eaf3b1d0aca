import Foundation
import GraderFormats

/// What the terminal that shows the output can do.
package struct Terminal {
  /// Whether a line can be overwritten: not in a file, a pipe or a dumb terminal.
  package var rewritesLines: Bool

  /// How many characters fit on a line; `nil` if there is no limit.
  package var columns: Int?

  /// Finds out what is at the other end of a file descriptor.
  ///
  /// - Parameters:
  ///   - descriptor: 1 for the report, 2 for progress.
  ///   - environment: The variables with the kind of the terminal, and its width (which come
  ///     first).
  package init(
    _ descriptor: Int32, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.init(
      isTerminal: isatty(descriptor) == 1, width: Self.width(of: descriptor), environment)
  }

  package init(isTerminal: Bool, width: Int?, _ environment: [String: String]) {
    let kind = environment["TERM"] ?? ""
    rewritesLines = isTerminal && !["", "dumb"].contains(kind)
    let said = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    columns = isTerminal ? said ?? width : nil
  }

  private static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A line cut to the width, because a wrapped line could not be erased again.
  package func fitting(_ line: String) -> String {
    columns.map { line.shortened(to: max(2, $0 - 1)) } ?? line
  }
}
