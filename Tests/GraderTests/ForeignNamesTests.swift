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

  @Test(arguments: ["@concurrent", "@Sendable", "@MainActor", "// @_cdecl", "@usableFromInline"])
  func `others are left alone`(attribute: String) {
    let source = Data("\(attribute)\nfunc mine() {}\n".utf8)

    #expect(ForeignNames.diagnostics(file: "Ping.swift", content: source).isEmpty)
  }
}
