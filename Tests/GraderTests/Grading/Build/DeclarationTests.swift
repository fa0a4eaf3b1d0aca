import Foundation
import Testing

@testable import CourseChecks
@testable import GraderFormats
@testable import Grading
@testable import Reports

@Suite("what a chapter declares") struct DeclarationTests {
  private func declaration(
    _ path: String..., id: String? = nil, text: String = "", words: Set<String> = ["func"],
    conformances: Set<String> = [], isPublic: Bool = true, file: String = "Crane.swift",
    line: Int = 1
  ) -> Declaration {
    Declaration(
      id: id ?? path.joined(separator: "."), path: path, text: text, words: words,
      conformances: conformances, isPublic: isPublic, file: file, line: line)
  }

  private var crane: Declaration {
    declaration(
      "Crane", text: "final class Crane", words: ["final", "class"], conformances: ["Sendable"])
  }
  private var lift: Declaration { declaration("Crane", "lift()", text: "func lift()") }

  private func changes(to given: Declaration...) -> [String] {
    Declaration.changes(from: [crane, lift], to: given).map(\.headline)
  }

  @Test func `what is declared as the course does, or better, is no change`() {
    var open = crane
    open.words = ["class"]
    open.conformances.insert("Crane")
    var kind = lift
    kind.words.insert("@discardableResult")

    #expect(changes(to: crane, lift) == [])
    #expect(changes(to: open, kind, declaration("help()")) == [])
  }

  @Test func `a class made an actor is one line for it and its members`() {
    var actor = crane
    (actor.text, actor.words, actor.line) = ("actor Crane", ["actor"], 7)
    var other = lift
    other.id = "another"

    #expect(
      changes(to: actor, other) == [
        "Crane.swift:7: `actor Crane` must be `final class Crane`: the course's tests use it as such"
      ])
  }

  @Test func `a function of another type is shown with the one that was expected`() {
    var asynchronous = lift
    (asynchronous.id, asynchronous.text) = ("another", "func lift() async")

    #expect(
      changes(to: crane, asynchronous).first
        == "Crane.swift:1: `func lift() async` must be `func lift()`: "
        + "the course's tests use it as such")
  }

  @Test(arguments: ["@MainActor", "@concurrent", "mutating", "isolated"])
  func `a word that changes how it is called is a change`(word: String) {
    var other = lift
    other.words.insert(word)

    #expect(changes(to: crane, other).count == 1)
  }

  @Test(arguments: ["async", "throws"])
  func `how a property is read is no part of its name`(word: String) {
    let load = declaration("Crane", "load", text: "var load: Int { get }", words: ["var", "get"])
    var other = load
    other.words.insert(word)
    var function = lift
    function.words.insert(word)

    #expect(Declaration.changes(from: [load], to: [other]).count == 1)
    // Whether one may throw what its closure throws, or anything, is called alike.
    #expect(changes(to: crane, function) == [])
  }

  @Test func `another label is shown with the one that was expected`() {
    let labeled = declaration("Crane", "lift(by:)", text: "func lift(by: Int)", line: 3)

    #expect(changes(to: crane, labeled).first?.hasPrefix("Crane.swift:3: `func lift(by: ") == true)
  }

  @Test func `what is gone is missing`() {
    #expect(
      changes(to: crane) == [
        "Crane.swift: `func lift()` is missing: the course declares it, and its tests use it"
      ])
  }

  @Test func `what is not public, or conforms to less, is told with the word that lacks`() {
    var hidden = lift
    hidden.isPublic = false
    var bare = crane
    bare.conformances = []

    #expect(changes(to: crane, hidden).first?.contains("must be `public func lift()`") == true)
    #expect(changes(to: bare, lift).first?.contains("`final class Crane: Sendable`") == true)
  }

  @Test func `nonisolated matters where members are isolated`() {
    var free = lift
    free.words.insert("nonisolated")
    var actor = crane
    actor.words = ["actor"]

    #expect(changes(to: crane, free) == [])
    #expect(Declaration.changes(from: [actor, lift], to: [actor, free]).count == 1)
  }

  @Test func `a declaration in another file blames the file that should have it`() {
    var elsewhere = lift
    (elsewhere.id, elsewhere.file, elsewhere.line) = ("another", "Quay.swift", 30)

    #expect(changes(to: crane, elsewhere).first?.hasPrefix("Crane.swift: ") == true)
  }

  @Test func `without a list nothing is said: the linker finds what is missing`() {
    #expect(Declaration.changes(from: [crane], to: []) == [])
  }

  @Test func `a symbol graph is read with its conformances, places and global actors`() throws {
    let folder = NSTemporaryDirectory() + "graph-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder)
    let graph = """
      { "symbols": [
        { "identifier": { "precise": "s:1M5CraneC" }, "pathComponents": ["Crane"],
          "declarationFragments": [
            { "kind": "attribute", "spelling": "@" }, { "kind": "attribute", "spelling": "own" },
            { "kind": "text", "spelling": "\\n" }, { "kind": "keyword", "spelling": "class" },
            { "kind": "text", "spelling": " " }, { "kind": "identifier", "spelling": "Crane" }
          ], "accessLevel": "open",
          "location": { "uri": "file:///a/Crane.swift", "position": { "line": 4 } } },
        { "identifier": { "precise": "inherited" }, "pathComponents": ["Crane", "hash"],
          "declarationFragments": [], "accessLevel": "public" }
      ], "relationships": [
        { "kind": "conformsTo", "source": "s:1M5CraneC", "target": "s:s8SendableP",
          "targetFallback": "Swift.Sendable" }
      ] }
      """
    try Files.write(Data(graph.utf8), to: folder + "/M.symbols.json")
    try Files.write(Data("no graph".utf8), to: folder + "/M@Swift.symbols.json")

    #expect(
      SymbolGraph.declarations(of: "M", in: folder) == [
        declaration(
          "Crane", id: "s:1M5CraneC", text: "@own class Crane", words: ["@", "@Own", "class"],
          conformances: ["Sendable"], line: 5)
      ])
  }

  @Test func `a list that is too long to be read is noticed`() throws {
    let folder = NSTemporaryDirectory() + "graph-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Files.makeFolder(folder)
    #expect(!SymbolGraph.isTooLong(of: "M", in: folder))
    try Files.write(Data(count: 16 << 20), to: folder + "/M.symbols.json")
    #expect(!SymbolGraph.isTooLong(of: "M", in: folder))
    try Files.write(Data(count: (16 << 20) + 1), to: folder + "/M@Swift.symbols.json")
    #expect(SymbolGraph.isTooLong(of: "M", in: folder))
  }
}
