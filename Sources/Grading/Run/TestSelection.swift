package import CourseModel
import GraderFormats

/// Which tests to grade, and in which schedules.
package struct TestSelection: Equatable {
  package var chapter: Int?
  package var exercise: String?

  /// How many schedules each test explores; `nil` for the number that the test itself gives.
  package var schedules: Int?

  /// The one schedule to replay.
  package var schedule: String?

  package init() {}

  /// Whether all tests are selected, each with its usual schedules.
  package var isEverything: Bool { self == TestSelection() }

  package func wants(_ chapter: Chapter) -> Bool { !exercises(of: chapter).isEmpty }

  /// The selected exercises of a chapter.
  package func exercises(of chapter: Chapter) -> [Exercise] {
    if let number = self.chapter, number != chapter.manifest.number { return [] }
    return chapter.manifest.exercises.filter { exercise == nil || exercise == $0.id }
  }

  /// Checks that the selected chapter and exercise exist.
  ///
  /// - Throws: `UsageError`, which lists those that exist.
  func check(against course: Course) throws {
    let numbers = course.chapters.map { "\($0.manifest.number)" }.joined(separator: ", ")
    if let chapter, !course.chapters.contains(where: { $0.manifest.number == chapter }) {
      throw UsageError("there is no chapter \(chapter): the course has \(numbers)")
    }
    if let exercise, course.exercise(exercise) == nil {
      let number = exercise.prefix { $0 != "." }
      let ids = course.chapters.filter { "\($0.manifest.number)" == number }
        .flatMap { $0.manifest.exercises.map(\.id) }.joined(separator: ", ")
      throw UsageError(
        "there is no exercise \(exercise): "
          + (ids.isEmpty ? "the course has chapters \(numbers)" : "chapter \(number) has \(ids)"))
    }
  }
}
