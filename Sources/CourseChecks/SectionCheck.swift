import CourseModel
import GraderFormats

/// Compares the table of sections that the course covers with what each chapter says that it
/// covers.
///
/// The table is in the course's README, with a row for each section of the notes that the course
/// follows: `| 003 | Mutexes | 2 |`. A chapter's README ends with the chapter's part of it, a line
/// for each set of notes: `- 003: Mutexes · Timeout`.
struct SectionCheck {
  private let course: Course
  private let table: SectionTable

  init(course: Course) {
    self.course = course
    table = SectionTable(courseREADME: Files.text("\(course.root)/README.md") ?? "")
  }

  func run(_ log: inout CheckLog) {
    var problems = tableProblems
    for chapter in course.chapters { problems += self.problems(of: chapter) }
    log.note("every section of the notes has its chapter, and each names the other", problems)
  }

  private var tableProblems: [String] {
    if table.rows.isEmpty { return ["README.md has no table of sections: | 000 | section | 1 |"] }
    let numbers = Set(course.chapters.map(\.manifest.number))
    return table.rows.flatMap { row in
      row.chapters.subtracting(numbers).sorted().map {
        "README.md: the table of sections names chapter \($0), which does not exist: \(row.section)"
      }
    }
  }

  private func problems(of chapter: Chapter) -> [String] {
    let path = "Exercises/\(chapter.folder)/README.md"
    let named = SectionTable.sections(inChapterREADME: Files.text("\(course.root)/\(path)") ?? "")
    if named.isEmpty { return ["\(path): names no section that it covers: **Covers** and a list"] }
    let wanted = table.sections(of: chapter.manifest.number)
    return wanted.subtracting(named).sorted().map {
      "\(path): does not name \($0), which README.md gives to this chapter"
    }
      + named.subtracting(wanted).sorted().map {
        "\(path): names \($0), which README.md does not give to this chapter"
      }
  }
}
