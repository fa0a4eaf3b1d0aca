import Testing

@testable import GraderKit

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
}
