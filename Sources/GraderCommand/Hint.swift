import CourseModel
import GraderFormats

/// Prints one rung of an exercise's hint ladder.
enum Hint {
  static func text(exercise id: String, rung: Int, course: Course) throws -> String {
    guard let (chapter, exercise) = course.exercise(id) else {
      throw UsageError("there is no exercise \(id): see ./grade.sh for the list")
    }
    guard rung <= exercise.hints.count else {
      throw UsageError("\(id) has \(exercise.hints.count) hints, no \(rung)th")
    }
    var lines = [
      "\(exercise.id) \(exercise.title), \(Exercise.rungs[rung - 1])   "
        + "(Exercises/\(chapter.folder)/\(exercise.file))",
      "", exercise.hints[rung - 1],
    ]
    if rung < exercise.hints.count {
      lines += ["", "more: ./grade.sh hint \(id) \(rung + 1)"]
    }
    return lines.joined(separator: "\n")
  }
}
