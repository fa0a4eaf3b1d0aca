import Testing

@testable import CourseChecks

@Suite("doc comments") struct DocCommentTests {
  private let comment = DocComment([
    "/// Moves a ship, which may",
    "/// take a while. `nil` means   that it sank; 0.5 s is",
    "/// enough. Does it wait? No.",
    "///",
    "///     let ship = Ship()",
    "///",
    "///     await move(ship)   // moved",
    "/// Once more.",
    "/// - Parameters:",
    "///   - ship: What to move.",
    "///     It floats.",
    "///   - `times`: How often.",
    "/// - Parameter wind: Its strength.",
    "/// - Returns: Where it is.",
  ])

  @Test func `sentences, code blocks and items come one by one`() {
    #expect(
      comment.sentences == [
        "Moves a ship, which may take a while.", "`nil` means that it sank; 0.5 s is enough.",
        "Does it wait?", "No.", "let ship = Ship() await move(ship) // moved", "Once more.",
        "What to move.", "It floats.", "How often.", "Its strength.", "Where it is.",
      ])
  }

  @Test func `the text has neither slashes nor line breaks`() {
    #expect(comment.text.hasPrefix("Moves a ship, which may take a while. `nil` means that it"))
    #expect(
      comment.text.hasSuffix("How often. - Parameter wind: Its strength. - Returns: Where it is."))
  }
}
