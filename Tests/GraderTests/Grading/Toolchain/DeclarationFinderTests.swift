import Testing

@testable import Grading

@Suite(
  "public declarations of a source",
  .enabled(
    if: SyntaxToolSample.isAllowed, "builds the syntax tool: GRADER_TESTS=all, as .ci/run does"))
struct DeclarationFinderTests {
  private func declarations(_ source: String) throws -> [PublicDeclaration] {
    try SyntaxToolSample.tool.get().declarations(of: [.init(text: source)])[0]
  }

  private func signatures(_ source: String) throws -> [String] {
    try declarations(source).map(\.signature)
  }

  @Test func `a declaration is its comment and its signature, not its body`() throws {
    let found = try declarations(
      """
      public import Channels

      /// Forwards.
      ///
      ///     merge(a, b)
      @Sendable public func merge(
        _ inputs: Int...  // All of them.
      ) -> Int {
        // TODO(3.2): public
        let merged = 0
        return merged
      }

      public struct Empty {}
      """)

    #expect(
      found == [
        .init(
          comment: ["/// Forwards.", "///", "///     merge(a, b)"],
          signature: "@Sendable public func merge( _ inputs: Int... ) -> Int"),
        .init(comment: [], signature: "public struct Empty"),
      ])
  }

  @Test func `the cases of a public enumeration count, and those of others do not`() throws {
    let found = try declarations(
      """
      public enum State {
        /// What came.
        case done(Int)
        case open
      }
      enum Own {
        /// Not for others.
        case done
      }
      private func show(_ state: State) {
        switch state {
        /// Nothing else can come.
        case .done(let number): print(number)
        }
      }
      """)

    #expect(
      found == [
        .init(comment: [], signature: "public enum State"),
        .init(comment: ["/// What came."], signature: "case done(Int)"),
        .init(comment: [], signature: "case open"),
      ])
  }

  @Test func `a comment belongs to what follows at once`() throws {
    func comment(_ text: String) throws -> [String] {
      try declarations("let a = 1\n\n\(text)public let b = 2\n")[0].comment
    }

    #expect(try comment("/// One.\n/// Two.\n") == ["/// One.", "/// Two."])
    #expect(try comment("/// One.\r\n/// Two.\r\n") == ["/// One.", "/// Two."])
    #expect(try comment("/// One.\n@MainActor\n") == ["/// One."])
    #expect(try comment("/// One.\n\n/// Two.\n") == ["/// Two."])
    #expect(try comment("/// One.\n\n") == [])
    #expect(try comment("/// One.\n// Why.\n") == [])
    #expect(try comment("/* public */ ") == [])
  }

  @Test(
    arguments: [
      ("public var a: Int { b }", ["public var a: Int"]),
      ("public private(set) var a = 1 { didSet {} }", ["public private(set) var a = 1"]),
      ("private(set) var a = 1", []),
      ("private(set) public var a = 1", ["private(set) public var a = 1"]),
      ("public let a: Int, b = c { public in 1 }", ["public let a: Int, b = c { public in 1 }"]),
      ("public\nfunc\nf() async\nthrows { public }", ["public func f() async throws"]),
      ("struct A { public init() {}; func f() {} }", ["public init()"]),
      ("public subscript(a: Int) -> Int { a }", ["public subscript(a: Int) -> Int"]),
      ("public typealias A = B  // C", ["public typealias A = B"]),
      ("public extension A { func f() {}; private func g() {} }", ["func f()"]),
      (
        "public protocol P { var a: Int { get } }; protocol Q { func f() }",
        ["public protocol P", "var a: Int"]
      ),
      ("open class A { func f() {} }", ["open class A"]),
      ("func f() { public struct A {} }", []),
      ("// public let a = 1\n/* public let b = 1 */ let c = \"public let d\"", []),
    ] as [(String, [String])])
  func `each kind of declaration has its signature`(source: String, expected: [String]) throws {
    #expect(try signatures(source) == expected)
  }
}
