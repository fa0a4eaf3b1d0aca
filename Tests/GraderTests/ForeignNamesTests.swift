import Foundation
import Testing

@testable import GraderKit

@Suite("names of others") struct ForeignNamesTests {
  @Test(arguments: ["@_cdecl(\"exit\")", "@_silgen_name(\"x\")", "@ _cdecl(\"a\")", "@used", "@c"])
  func `an attribute that reaches outside is named with its line`(attribute: String) {
    let source = "// Why not\n\(attribute) public func mine() {}\n"

    let found = ForeignNames.diagnostics(file: "Ping.swift", content: Data(source.utf8))

    #expect(found.map(\.line) == [2])
    #expect(found.allSatisfy { $0.message.contains("reaches outside of the chapter") })
  }

  @Test(arguments: ["import Probe", "internal import ProbeThread", "import class Probe.Observer"])
  func `what looks on while the code runs may not be imported`(line: String) {
    let found = ForeignNames.diagnostics(file: "Ping.swift", content: Data(line.utf8))

    #expect(found.map(\.line) == [1])
  }

  @Test(arguments: [
    ("import\nProbe", 1), ("import class\n  Probe.Observer", 1), ("import/* a */Probe", 1),
    ("import // a\nProbe", 1), ("let a = #/x/*/#\n@_cdecl(\"a\") func a() {}\n// */", 2),
    ("let a = /x\\//; @_cdecl(\"a\") func a() {}", 1), ("// a\r@_cdecl(\"a\") func a() {}", 2),
    ("let a = #\"\"\"#; let b = \"/*\"\n@used let c = \"*/\"", 2),
  ])
  func `neither a line's end nor what looks like a comment hides one`(source: String, line: Int) {
    let found = ForeignNames.diagnostics(file: "Ping.swift", content: Data(source.utf8))

    #expect(found.map(\.line) == [line])
  }

  @Test func `each is named once, in the order of the lines`() {
    let source = "import Channels\r\nimport Probe\r\n\r\n@used let a = 1\r\n@c func b() {}"
    let found = ForeignNames.diagnostics(file: "Ping.swift", content: Data(source.utf8))

    #expect(found.map(\.line) == [2, 4, 5])
  }

  @Test(arguments: ["@concurrent", "@Sendable", "@MainActor", "// @_cdecl", "@usableFromInline"])
  func `others are left alone`(attribute: String) {
    let source = Data("\(attribute)\nfunc mine() {}\n".utf8)

    #expect(ForeignNames.diagnostics(file: "Ping.swift", content: source).isEmpty)
  }
}
