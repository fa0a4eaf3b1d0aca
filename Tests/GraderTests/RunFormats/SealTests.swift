import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import RunFormats

@Suite("the runner's seal") struct SealTests {
  private let key = "000102030405060708090a0b0c0d0e0f"

  @Test func `a mark depends on the key, the record and its number`() throws {
    let seal = try #require(Seal(key))
    let other = try #require(Seal("100102030405060708090a0b0c0d0e0f"))
    let record = Data("testEnded".utf8)

    let marks = [
      seal.mark(record, number: 0), seal.mark(record, number: 1),
      seal.mark(record + [32], number: 0), other.mark(record, number: 0),
    ]

    #expect(Set(marks).count == 4)
    #expect(marks.allSatisfy { $0.count == 16 })
    #expect(seal.mark(record, number: 0) == marks[0])
  }

  @Test func `a line that was added, changed or lost is noticed`() throws {
    let seal = try #require(Seal(key))
    let lines = (0..<3).map {
      String(decoding: seal.line(Data("r\($0)".utf8), number: $0).dropLast(), as: UTF8.self)
    }

    #expect(try believed(lines, seal) == ["r0", "r1", "r2"])
    #expect(try believed(lines + ["{}"], seal) == ["r0", "r1", "r2", nil])
    #expect(try believed([lines[0], lines[2]], seal) == ["r0", nil])
    #expect(try believed([lines[0], lines[0]], seal) == ["r0", nil])
  }

  private func believed(_ lines: [String], _ seal: Seal) throws -> [String?] {
    let path = NSTemporaryDirectory() + "seal-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Files.write(Data(lines.map { $0 + "\n" }.joined().utf8), to: path)
    var tail = SealedTail(path: path, seal: seal)
    return tail.newRecords().map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }
}
