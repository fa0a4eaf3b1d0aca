import Foundation
import GraderFormats

/// Follows a file that another process is still writing, line by line.
struct EventTail {
  /// More than any honest run writes; what comes after is not read.
  private static let limit = 64 << 20

  private let path: String
  private var offset = 0
  private var partial = Data()

  init(path: String) {
    self.path = path
  }

  /// The complete lines that were written since the last call.
  mutating func newLines() -> [Data] {
    guard offset < Self.limit, let file = Files.openPlain(path) else { return [] }
    defer { try? file.close() }
    guard (try? file.seek(toOffset: UInt64(offset))) != nil,
      let data = try? file.read(upToCount: Self.limit - offset), !data.isEmpty
    else { return [] }
    offset += data.count
    partial += data
    var pieces = partial.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    partial = pieces.popLast().map { Data($0) } ?? Data()
    return pieces.filter { !$0.isEmpty }.map { Data($0) }
  }
}
