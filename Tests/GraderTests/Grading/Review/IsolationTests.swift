import Testing

@testable import GraderFormats
@testable import Grading

@Suite("isolation of an actor's functions", .enabled(if: SyntaxToolSample.isAllowed))
struct IsolationTests {
  private let stub = """
    public actor Counter {
      public func move(to other: Counter) async {}
      public nonisolated func name() async -> String { "" }
      public func count() -> Int { 0 }
    }
    public final class Door { public func open() async {} }
    """

  private func found(_ old: String, _ new: String) throws -> [Fact] {
    try SyntaxToolSample.facts(of: stub.replacing(old, with: new), stub: stub)
      .filter { $0.kind == .isolation }
  }

  @Test func `a function that is isolated otherwise is named with its line`() throws {
    #expect(
      try found("func move", "nonisolated func move")
        == [Fact(kind: .isolation, text: "nonisolated func move(to:)", line: 2)])
    #expect(
      try found("nonisolated func name", "func name")
        == [Fact(kind: .isolation, text: "func name()", line: 3)])
  }

  @Test func `an extension is looked at, too`() throws {
    let moved = try found(
      "  public func move(to other: Counter) async {}\n", "")
    let source =
      stub.replacing("  public func move(to other: Counter) async {}\n", with: "")
      + "\nextension Counter { nonisolated public func move(to other: Counter) async {} }\n"

    #expect(moved == [])
    #expect(
      try SyntaxToolSample.facts(of: source, stub: stub).filter { $0.kind == .isolation }
        .map(\.line) == [6])
  }

  @Test(arguments: [
    "nonisolated public func move(to other: Counter) async {}\n#if false\nMOVE\n#endif\n}",
    "nonisolated public func `move`(`to` other: Counter) async {}\n}",
    "}\nnonisolated extension Counter { MOVE }",
    "}\nextension Module.Counter { nonisolated MOVE }",
    "}\nextension Module::Counter { nonisolated MOVE }",
    "}\ntypealias Other = Counter\nextension Other { nonisolated MOVE }",
    "}\nextension Counter { nonisolated MOVE }\nstruct A { actor Counter { MOVE } }",
  ])
  func `no other function of the name hides one`(rest: String) throws {
    let move = "public func move(to other: Counter) async {}"
    let source = "public actor Counter {\n" + rest.replacing("MOVE", with: move)

    let found = try SyntaxToolSample.facts(of: source, stub: stub)
      .filter { $0.kind == .isolation }

    #expect(found.map(\.text) == ["nonisolated func move(to:)"])
  }

  @Test func `another file of the chapter may extend the actor`() throws {
    let found = try SyntaxToolSample.facts(
      of: "extension Counter { nonisolated func move(to other: Counter) async {} }", beside: stub)

    #expect(
      found.filter { $0.kind == .isolation }
        == [Fact(kind: .isolation, text: "nonisolated func move(to:)", line: 1)])
  }

  @Test func `what makes no difference is not named`() throws {
    // Outside of an actor there is nothing to be isolated to; one more function is the student's own.
    #expect(try found("public func open", "public nonisolated func open") == [])
    #expect(
      try found("public func count", "nonisolated func mine() async {}\n  public func count") == [])
    #expect(try found("{ 0 }", "{ 1 }") == [])
    let mine = "actor Mine { nonisolated func move(to other: Counter) async {} }"
    #expect(try found("public final class", mine + "\npublic final class") == [])
  }
}
