import CourseModel
import Testing

@testable import CourseChecks
@testable import GraderFormats

/// Changes the README of `Fixtures/TinyCourse` in one place at a time.
@Suite("a README beside its manifest") struct ChapterReadmeTests {
  private func problems(_ change: (inout String) -> Void) throws -> [String] {
    let course = try Course(root: Fixtures.tinyCourse)
    let path = "\(Fixtures.tinyCourse)/Exercises/\(course.chapters[0].folder)/README.md"
    var text = try #require(Files.text(path))
    change(&text)
    return ChapterReadme(text, path: "README.md", of: course.chapters[0].manifest).problems
  }

  @Test func `a README that repeats its manifest has no problem`() throws {
    #expect(try problems { _ in } == [])
    #expect(try problems { $0 += "\n1 · Cargo      0 of 7 points\n" } == [])
  }

  @Test(arguments: [
    ("# 1 · Cargo", "# 1 · Load", "must begin # 1 · Cargo"),
    (
      "**Time** 15 min", "**Time** 20 min",
      """
      must have the line "**Needs** nothing · **Time** 15 min · **Exercises** 2", which sums up \
      chapter.json
      """
    ),
    ("### 1.2 Berth", "### 1.2 Quay", "has no heading \"### 1.2 Berth · 10 min\""),
    ("10 min\n", "5 min\n", "1.2 does not say 10 min"),
    (
      "5 min · ★", "5 min",
      "the heading of 1.1 must end in \" · ★\": it is \"core\" in chapter.json"
    ),
    (
      "10 min\n", "10 min · ★\n",
      "the heading of 1.2 must have no ★: it is not \"core\" in chapter.json"
    ),
    (
      "Arrays can be folded", "An array can be folded",
      "has no folded \"1.1, a pointer\" with the hint of chapter.json, word for word"
    ),
    (
      "<summary>1.2, a shape", "<summary>1.2, the shape",
      "has no folded \"1.2, a shape\" with the hint of chapter.json, word for word"
    ),
    (
      "## Exercises", "0 of 6 points\n## Exercises",
      "says \"0 of 6 points\"; the tests in chapter.json add up to 7"
    ),
  ])
  func `each difference is named with what should be there`(
    old: String, new: String, problem: String
  ) throws {
    #expect(try problems { $0.replace(old, with: new) } == ["README.md: \(problem)"])
  }
}
