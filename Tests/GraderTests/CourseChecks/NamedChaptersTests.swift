import Testing

@testable import CourseChecks
@testable import Grading

@Suite("chapters that a text names") struct NamedChaptersTests {
  @Test(arguments: [
    ("See chapter 4.", [4]), ("Chapters 1–3 show it.", [1, 2, 3]), ("- Next: 10 · Limits", [10]),
    ("**Needs** 1–3, 5–7 · **Time** 45 min", [1, 2, 3, 5, 6, 7]),
    ("**Needs** nothing · **Time** 60", []),
    (#""needs": "1, 3-4","#, [1, 3, 4]), ("exercise 4.2, rule 3", []),
    ("`./grade.sh --chapter 3` counts", [3]),
  ])
  func `they are found in each form`(text: String, chapters: [Int]) {
    #expect(NamedChapters.all(in: text).sorted() == chapters)
  }
}
