import Testing

@testable import Grading

@Suite(
  "bodies that do nothing",
  .enabled(
    if: SyntaxToolSample.isAllowed, "builds the syntax tool: GRADER_TESTS=all, as .ci/run does"))
struct BodyFinderTests {
  private func names(_ stub: String) throws -> [String] {
    try bodies(stub).map(\.name)
  }

  private func bodies(_ stub: String) throws -> [Rewrite] {
    try SyntaxToolSample.tool.get().rewrites(.bodies, of: [.init(text: stub)])[0]
  }

  @Test(arguments: [
    ("", ["f: empty"]), ("-> Int", ["f: return 0", "f: return 1"]),
    ("-> String", ["f: return \"\""]),
    ("-> Bool", ["f: return false", "f: return true"]),
    ("-> Int?", ["f: return nil", "f: return 0", "f: return 1"]), ("-> [Int]", ["f: return []"]),
    ("-> [Int: Int]", ["f: return [:]"]),
    ("-> (a: Int, b: [Int])", ["f: return (0, [])"]),
    ("-> Choice", ["f: return .one", "f: return .other(b: 0)"]),
    ("-> Pair", ["f: return Pair(a: 0, b: \"\")"]),
    (
      "-> ReceiveChannel<Int>",
      [
        "f: return Channel<Int>().receiveOnly",
        "f: return { let empty = Channel<Int>(); empty.close(); return empty }().receiveOnly",
      ]
    ),
  ]) func `each type has its constants`(result: String, names expected: [String]) throws {
    let types = """
      enum Choice { case one, other(b: Int) }
      struct Pair { init(a: Int, b: String) {} }

      """
    #expect(try names(types + "public func f() \(result) { 5 }") == expected)
  }

  @Test func `an argument, or its first element, is returned`() throws {
    #expect(try names("public func f(_ a: T) -> T { 1 }") == ["f: return a"])
    #expect(
      try names("public func f(_ a: [T]) -> T? { 1 }") == [
        "f: return nil", "f: return a.first ?? nil",
      ])
    #expect(
      try names("public func f(_ a: [T]) -> (b: Bool, c: [T]) { 1 }") == [
        "f: return (false, [])", "f: return (false, a)",
      ])
  }

  @Test func `a closure is called once and its result returned`() throws {
    #expect(
      try names("public func f(_ a: [T], b: @Sendable (T) async throws -> Int) async -> Int { 1 }")
        .filter { $0.contains("b(") } == [
          "f: guard let first0 = a.first(where: { _ in true }) else { return 0 }; "
            + "return (try? await b(first0)) ?? 0",
          "f: guard let first0 = a.first(where: { _ in true }) else { return 0 }; "
            + "_ = try? await b(first0); return 0",
        ])
    #expect(
      try names("public func f<R>(b: () throws -> R) throws -> R { 1 }") == ["f: return try b()"])
  }

  @Test func `each method of a type is tried while the others are plain`() throws {
    let stub = """
      public final class C {
        public init() {}
        public var a: Int { 5 }
        public func b() -> Bool { 5 }
        func help() { 5 }
      }
      """
    let bodies = try bodies(stub)

    try #require(bodies.map(\.name) == ["a: return 0", "a: return 1", "b: return true"])
    #expect(bodies.allSatisfy { $0.text.filter { $0 == "5" }.count == 1 })
    #expect(bodies[2].text.contains("return 0"))
  }
}
