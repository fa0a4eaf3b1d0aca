import Testing

@testable import Grading

@Suite("object file") struct ObjectFileTests {
  /// An object file with these symbols: a name, its binding (0 local, 1 global, 2 weak), and its
  /// section, which is 0 for what is defined elsewhere.
  private func file(_ symbols: [(name: String, binding: UInt8, section: UInt8)]) -> [UInt8] {
    func bytes(_ number: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    var names: [UInt8] = [0]
    var table: [UInt8] = Array(repeating: 0, count: 24)
    for symbol in symbols {
      table += bytes(names.count, 4) + [symbol.binding << 4, 0, symbol.section, 0]
      table += Array(repeating: 0, count: 16)
      names += Array(symbol.name.utf8) + [0]
    }
    func section(type: Int, start: Int, length: Int, link: Int) -> [UInt8] {
      bytes(0, 4) + bytes(type, 4) + bytes(0, 16) + bytes(start, 8) + bytes(length, 8)
        + bytes(link, 4) + bytes(0, 20)
    }
    let start = 64 + table.count + names.count
    let header: [UInt8] =
      [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + bytes(0, 32) + bytes(start, 8) + bytes(0, 10)
      + bytes(64, 2) + bytes(3, 2) + bytes(2, 2)
    return header + table + names
      + section(type: 0, start: 0, length: 0, link: 0)
      + section(type: 2, start: 64, length: table.count, link: 2)
      + section(type: 3, start: 64 + table.count, length: names.count, link: 0)
  }

  @Test func `what it defines for others is listed, weak or not`() {
    let file = file([
      ("inside", 0, 1), ("ping", 1, 1), ("elsewhere", 1, 0), ("table", 2, 1),
    ])

    #expect(
      ObjectFile.definitions(in: file)
        == [.init(name: "ping", isWeak: false), .init(name: "table", isWeak: true)])
  }

  @Test func `a file that ends too early has no list`() {
    let file = file([("ping", 1, 1)])

    // The last 20 bytes are of no use here.
    for count in 0..<file.count - 20 {
      #expect(ObjectFile.definitions(in: Array(file.prefix(count))) == nil, "\(count) bytes")
    }
  }

  @Test(arguments: [[], [0x7F, 0x45, 0x4C, 0x46, 2, 1], Array(repeating: 0xFF, count: 100)])
  func `other files have no list`(bytes: [UInt8]) {
    #expect(ObjectFile.definitions(in: bytes) == nil)
  }
}
