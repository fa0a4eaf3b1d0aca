import Testing

@testable import CourseChecks

@Suite("public declarations") struct PublicDeclarationsTests {
  @Test func `a declaration is its comment and its signature, not its body`() {
    let found = PublicDeclarations.find(
      in: """
        public import Channels

        /// Forwards.
        ///
        ///     merge(a, b)
        @Sendable public func merge(
          _ inputs: Int...
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

  @Test func `the documented cases of an enumeration count, and those of a switch do not`() {
    let found = PublicDeclarations.find(
      in: """
        public enum State {
          /// What came.
          case done(Int)
        }
        private func show(_ state: State) {
          switch state {
          // Nothing else can come.
          case .done(let number): print(number)
          }
        }
        """)

    #expect(
      found == [
        .init(comment: [], signature: "public enum State"),
        .init(comment: ["/// What came."], signature: "case done(Int)"),
      ])
  }
}
