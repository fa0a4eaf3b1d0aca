import Foundation
import Testing

@testable import GraderFormats
@testable import Grading

@Suite("names of others", .enabled(if: SyntaxToolSample.isAllowed)) struct ForeignNamesTests {
  private func diagnostics(_ source: String) throws -> [Diagnostic] {
    ForeignNames.diagnostics(try SyntaxToolSample.facts(of: source), of: "Ping.swift")
  }

  @Test(arguments: ["@_cdecl(\"exit\")", "@_silgen_name(\"x\")", "@ _cdecl(\"a\")", "@used", "@c"])
  func `an attribute that reaches outside is named with its line`(attribute: String) throws {
    let source = "// Why not\n\(attribute) public func mine() {}\n"

    let found = try diagnostics(source)

    #expect(found.map(\.line) == [2])
    #expect(found.allSatisfy { $0.message.contains("reaches outside of the chapter") })
  }

  @Test(arguments: ["import Probe", "internal import CProbe", "import class Probe.Observer"])
  func `what looks on while the code runs may not be imported`(line: String) throws {
    let found = try diagnostics(line)

    #expect(found.map(\.line) == [1])
  }

  @Test(arguments: [
    ("import\nProbe", 1), ("import class\n  Probe.Observer", 1), ("import/* a */Probe", 1),
    ("import // a\nProbe", 1), ("let a = #/x/*/#\n@_cdecl(\"a\") func a() {}\n// */", 2),
    ("let a = /x\\//; @_cdecl(\"a\") func a() {}", 1), ("// a\r@_cdecl(\"a\") func a() {}", 2),
    ("let a = #\"\"\"#; let b = \"/*\"\n@used let c = \"*/\"", 2),
  ])
  func `neither a line's end nor what looks like a comment hides one`(source: String, line: Int)
    throws
  {
    let found = try diagnostics(source)

    #expect(found.map(\.line) == [line])
  }

  @Test(arguments: [
    ("var a: Int { get { ", " } }"), ("let a = (", ")"), ("func a() { ", " }"),
    ("#if true\n", "\n#endif"),
  ])
  func `no depth hides one`(start: String, end: String) throws {
    let deep = String(repeating: start, count: 150) + "1" + String(repeating: end, count: 150)

    let found = try diagnostics(
      "#if false\n\(deep)\n#endif\nimport Probe\n@used let a = 1\n")

    #expect(found.map { $0.message.prefix { $0 != " " } } == ["import", "@used"])
  }

  @Test(arguments: [
    "@_SwiftifyImport(.sizedBy(pointer: .param(1), size: \"n\"))", "@Swift._SwiftifyImport()",
    "@Swift::_SwiftifyImport()", "@Swift::_SwiftifyImportProtocol()", "@Swift::`_SwiftifyImport`()",
  ])
  func `no macro makes code of a text`(attribute: String) throws {
    #expect(try diagnostics("\n\(attribute)\npublic func rows() {}\n").map(\.line) == [2])
  }

  @Test func `no macro is declared`() throws {
    let found = try diagnostics(
      "@attached(peer, names: overloaded)\nmacro rows() = #externalMacro(module: \"A\", type: \"B\")"
    )

    #expect(found.map(\.line) == [1])
    #expect(found.allSatisfy { $0.message.hasPrefix("macro rows reaches outside") })
  }

  @Test func `no directive blames another file`() throws {
    let found = try diagnostics(
      "import Channels\n#sourceLocation(file: \"Other.swift\", line: 1)\n")

    #expect(found.map(\.line) == [2])
    #expect(found.allSatisfy { $0.message.hasPrefix("#sourceLocation reaches outside") })
  }

  @Test(arguments: [
    "#if compiler(<5)", "#if swift(>=6.0)", "#if os(Linux) && !compiler(<5)",
    "#if false\n#elseif `swift`(<5)", "#if _compiler_version(\"1\")",
  ])
  func `no version of the language decides what is code`(condition: String) throws {
    let found = try diagnostics("import Channels\n\(condition)\nlet a = 1\n#endif\n")

    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.line >= 2 && $0.message.contains("without `#if swift`") })
  }

  @Test(arguments: ["#if os(Linux)", "#if canImport(Glibc)", "#if DEBUG", "#if false"])
  func `other conditions do`(condition: String) throws {
    #expect(try diagnostics("\(condition)\nlet a = 1\n#else\nlet a = 2\n#endif\n") == [])
  }

  @Test func `each is named once, in the order of the lines`() throws {
    let source = "import Channels\r\nimport Probe\r\n\r\n@used let a = 1\r\n@c func b() {}"
    let found = try diagnostics(source)

    #expect(found.map(\.line) == [2, 4, 5])
  }

  @Test(arguments: [
    "@concurrent", "@Sendable", "@MainActor", "// @_cdecl", "/* @used */", "@usableFromInline",
  ])
  func `others are left alone`(attribute: String) throws {
    let source = "\(attribute)\nfunc mine() {}\n"

    #expect(try diagnostics(source).isEmpty)
  }
}
