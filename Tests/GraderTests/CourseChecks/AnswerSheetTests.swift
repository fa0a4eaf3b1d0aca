import CourseModel
import Testing

@testable import CourseChecks

@Suite("answers that are graded together") struct AnswerSheetTests {
  private func answer(_ id: String, in folder: String) -> Answer {
    var chapter = Chapter.sample
    chapter.folder = folder
    var exercise = Exercise.sample
    exercise.id = id
    return Answer(chapter: chapter, exercise: exercise, text: "")
  }

  @Test func `a sheet has one answer for an exercise, and only one chapter`() {
    let answers = [
      answer("1.1", in: "01-A"), answer("1.1", in: "01-A"), answer("1.2", in: "01-A"),
      answer("2.1", in: "02-B"), answer("1.1", in: "01-A"), answer("1.2", in: "01-A"),
    ]

    #expect(AnswerSheet.indices(of: answers) == [[0, 2], [1, 5], [3], [4]])
  }

  @Test func `without answers there is no sheet`() {
    #expect(AnswerSheet.indices(of: []) == [])
  }
}
