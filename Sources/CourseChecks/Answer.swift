import CourseModel
import Foundation
import GraderFormats
import Grading

/// One answer to one exercise, judged together with the sample solutions of the other exercises.
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
  /// Replaces the sample solution's file by the answer, and grades that exercise.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - stopsEarly: Whether to stop at the first test that does not pass.
  /// - Returns: The result; `nil` when a problem of this machine prevented it.
  func grade(_ answer: Answer, stopsEarly: Bool = false) -> ExerciseResult? {
    grade(AnswerSheet([answer]), stopsEarly: stopsEarly)[0]
  }

  /// Grades many answers; those to different exercises of a chapter are compiled and run together.
  ///
  /// - Parameters:
  ///   - answers: The answers.
  ///   - isSettled: Whether the result of an answer, given by its index, is final. An answer whose
  ///     result is not is graded again, alone: together, two helpers may have the same name.
  /// - Returns: The result of each answer; `nil` when a problem of this machine prevented it.
  func grade(
    _ answers: [Answer], isSettled: (Int, ExerciseResult) -> Bool
  ) -> [ExerciseResult?] {
    let sheets = AnswerSheet.indices(of: answers)
    let graded = Workers(count: jobs).map(sheets) { indices in
      grade(AnswerSheet(indices.map { answers[$0] }))
    }
    var results = [ExerciseResult?](repeating: nil, count: answers.count)
    for (index, result) in zip(sheets.joined(), graded.joined()) { results[index] = result }
    let open = answers.indices.filter { index in
      results[index].map { !isSettled(index, $0) } ?? true
    }
    let alone = Workers(count: jobs).map(open) { grade(answers[$0]) }
    for (index, result) in zip(open, alone) { results[index] = result }
    return results
  }

  private func grade(_ sheet: AnswerSheet, stopsEarly: Bool = false) -> [ExerciseResult?] {
    let folder = "\(course.root)/Solutions/\(sheet.chapter.folder)"
    guard var staged = try? stager.stage(sheet.chapter, from: folder) else {
      return sheet.answers.map { _ in nil }
    }
    for answer in sheet.answers {
      staged.files[answer.exercise.file] = Data(answer.text.utf8)
    }
    staged.started = Set(sheet.answers.map(\.exercise.id))
    var grader = chapterGrader
    grader.selection.exercise = sheet.answers.count == 1 ? sheet.answers[0].exercise.id : nil
    grader.selection.chapter = nil
    grader.stopsAtFirstFailure = stopsEarly
    let result = try? grader.grade(staged)
    return sheet.answers.map { answer in
      result?.exercises.first { $0.id == answer.exercise.id }
    }
  }
}
