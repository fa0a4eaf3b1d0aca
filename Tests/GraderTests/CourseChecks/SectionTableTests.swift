import Testing

@testable import CourseChecks

@Suite("sections of the notes") struct SectionTableTests {
  private let table = SectionTable(
    courseREADME: """
      | | chapter |
      | --- | --- |
      | 01 | Tasks |

      | notes | section | chapters |
      | --- | --- | --- |
      | 000 | Fan-out, Fan-in | 8 |
      | 003 | Mutexes | 2, 12 |
      """)

  @Test func `the table gives each chapter its sections`() {
    #expect(table.rows.count == 2)
    #expect(table.sections(of: 2) == ["003 Mutexes"])
    #expect(table.sections(of: 8) == ["000 Fan-out, Fan-in"])
    #expect(table.sections(of: 1) == [])
  }

  @Test func `a chapter names them in a list that may be wrapped`() {
    let text = """
      - 003: not this one

      **Covers**, of the Go notes:
      - 000: Fan-out, Fan-in · 1. Goroutines
      - 003: Mutexes · Best Practice 5: close from
        the sender side
      """

    let sections = SectionTable.sections(inChapterREADME: text)

    #expect(
      sections == [
        "000 Fan-out, Fan-in", "000 1. Goroutines", "003 Mutexes",
        "003 Best Practice 5: close from the sender side",
      ])
  }

  @Test func `a chapter without a list names none`() {
    #expect(SectionTable.sections(inChapterREADME: "- 003: Mutexes") == [])
  }
}
