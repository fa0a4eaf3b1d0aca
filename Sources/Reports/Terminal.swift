import Foundation
import GraderFormats

/// What can be done where words are printed.
package struct Terminal {
  /// Whether a line can be written again in its place; a file, a pipe and a dumb terminal cannot.
  package var rewritesLines: Bool

  /// How many characters fit on a line; `nil` where lines have no end.
  package var columns: Int?

  /// Looks where a descriptor leads.
  ///
  /// - Parameters:
  ///   - descriptor: 1 for what was asked for, 2 for progress.
  ///   - environment: Says of which kind a terminal is, and how wide where the system does not know.
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

  /// A line that can be wiped away again, as one that goes on below cannot.
  package func fitting(_ line: String) -> String {
    columns.map { line.shortened(to: max(2, $0 - 1)) } ?? line
  }
}
