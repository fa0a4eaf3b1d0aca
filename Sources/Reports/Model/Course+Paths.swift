import CourseModel
import GraderFormats

extension Course {
  /// The chapter that a result is about.
  func chapter(of result: ChapterResult) -> Chapter? {
    chapters.first { $0.manifest.number == result.number }
  }

  /// The folder of that chapter, as in `03-Channels`.
  func folder(of result: ChapterResult) -> String { chapter(of: result)?.folder ?? "" }

  /// The file of an exercise, as a student opens it.
  func path(of exercise: String) -> String? {
    self.exercise(exercise).map { "Exercises/\($0.chapter.folder)/\($0.exercise.file)" }
  }
}
