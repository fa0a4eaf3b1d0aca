import Foundation
import GraderFormats
import RunFormats

/// Follows a record that another process is still writing, and checks that the runner wrote every
/// line and that none is missing.
struct AuthenticatedTail {
  /// More bytes than any honest run writes; the rest is not read.
  private static let limit = 64 << 20

  private let path: String
  private let mac: MAC?
  private var offset = 0
  private var partial = Data()
  private var number = 0

  init(path: String, mac: MAC?) {
    self.path = path
    self.mac = mac
  }

  /// The records since the last call; `nil` in the place of one that the runner did not write.
  mutating func newRecords() -> [Data?] {
    newLines().map { line in
      defer { number += 1 }
      return mac?.record(in: line, number: number).map { Data($0) }
    }
  }

  /// The complete lines that were written since the last call.
  private mutating func newLines() -> [Data] {
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
