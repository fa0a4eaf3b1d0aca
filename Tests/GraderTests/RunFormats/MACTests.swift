import Foundation
import Testing

@testable import GraderFormats
@testable import Grading
@testable import RunFormats

@Suite("the runner's MAC") struct MACTests {
  private let key = "000102030405060708090a0b0c0d0e0f"

  @Test func `a tag depends on the key, the record and its number`() throws {
    let mac = try #require(MAC(key))
    let other = try #require(MAC("100102030405060708090a0b0c0d0e0f"))
    let record = Data("testEnded".utf8)

    let tags = [
      mac.tag(record, number: 0), mac.tag(record, number: 1),
      mac.tag(record + [32], number: 0), other.tag(record, number: 0),
    ]

    #expect(Set(tags).count == 4)
    #expect(tags.allSatisfy { $0.count == 16 })
    #expect(mac.tag(record, number: 0) == tags[0])
  }

  @Test func `a line that was added, changed or lost is noticed`() throws {
    let mac = try #require(MAC(key))
    let lines = (0..<3).map {
      String(decoding: mac.line(Data("r\($0)".utf8), number: $0).dropLast(), as: UTF8.self)
    }

    #expect(try believed(lines, mac) == ["r0", "r1", "r2"])
    #expect(try believed(lines + ["{}"], mac) == ["r0", "r1", "r2", nil])
    #expect(try believed([lines[0], lines[2]], mac) == ["r0", nil])
    #expect(try believed([lines[0], lines[0]], mac) == ["r0", nil])
  }

  private func believed(_ lines: [String], _ mac: MAC) throws -> [String?] {
    let path = NSTemporaryDirectory() + "mac-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Files.write(Data(lines.map { $0 + "\n" }.joined().utf8), to: path)
    var tail = AuthenticatedTail(path: path, mac: mac)
    return tail.newRecords().map { $0.map { String(decoding: $0, as: UTF8.self) } }
  }
}
