import CourseModel
import GraderFormats

/// Prints one hint of an exercise.
enum Hint {
  static func text(exercise id: String, number: Int, course: Course) throws -> String {
    guard let (chapter, exercise) = course.exercise(id) else {
      throw UsageError("there is no exercise \(id): see ./grade.sh for the list")
    }
    guard number <= exercise.hints.count else {
      throw UsageError("\(id) has \(exercise.hints.count) hints: there is no hint \(number)")
    }
    var lines = [
      "\(exercise.id) \(exercise.title), \(Exercise.hintTitles[number - 1])   "
        + "(Exercises/\(chapter.folder)/\(exercise.file))",
      "", exercise.hints[number - 1],
    ]
    if number < exercise.hints.count {
      lines += ["", "more: ./grade.sh hint \(id) \(number + 1)"]
    }
    return lines.joined(separator: "\n")
  }
}
