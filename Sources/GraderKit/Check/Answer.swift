import CourseModel
import Foundation

/// One way to fill one exercise, judged with the sample solution around it.
struct Answer {
  var chapter: Chapter
  var exercise: Exercise
  var text: String
}

extension Answer {
  init(_ exercise: (chapter: Chapter, exercise: Exercise), text: String) {
    self.init(chapter: exercise.chapter, exercise: exercise.exercise, text: text)
  }
}

extension Grader {
  /// Puts the answer in the place of its file in the solution and grades that exercise.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - stopsEarly: Whether one test that does not pass is enough to know.
  /// - Returns: The result; `nil` when this machine kept it from being graded.
  func grade(_ answer: Answer, stopsEarly: Bool = false) -> ExerciseResult? {
    let folder = "\(course.root)/Solutions/\(answer.chapter.folder)"
    guard var staged = try? stager.stage(answer.chapter, from: folder) else { return nil }
    staged.files[answer.exercise.file] = Data(answer.text.utf8)
    staged.started.insert(answer.exercise.id)
    var grader = chapterGrader
    grader.options.exercise = answer.exercise.id
    grader.options.chapter = nil
    grader.stopsAtFirstFailure = stopsEarly
    return (try? grader.grade(staged))?.exercises.first
  }
}
