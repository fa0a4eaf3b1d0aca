import Testing

@testable import CourseChecks

@Suite("Swift blocks of a README") struct SnippetTests {
  @Test func `only Swift blocks are found, with the line of their code`() {
    let text = """
      # 1 · Cargo

      ```swift
      let crates = 3
      ```

      ```
      swift test
      ```
      ```swift
      ```
      """

    let found = SnippetCheck.snippets(in: text, of: "README.md")

    #expect(found.map(\.line) == [4, 11])
    #expect(found.map(\.code) == ["let crates = 3\n", ""])
  }
}
