import CourseModel
import GraderFormats
import Grading

/// A sample solution, and the stub that it was made from.
struct Solution {
  var chapter: Chapter
  var exercise: Exercise
  var text: String
  var stub: String

  init(chapter: Chapter, exercise: Exercise, root: String) {
    self.chapter = chapter
    self.exercise = exercise
    let file = "\(chapter.folder)/\(exercise.file)"
    text = Files.text("\(root)/Solutions/\(file)") ?? ""
    stub = Files.text("\(root)/Exercises/\(file)") ?? ""
  }

  var source: SyntaxRequest.Source { .init(text: text, given: stub) }
}

/// A sample solution with one mistake in it.
struct Mutant {
  /// The result of grading a mutant.
  enum Fate {
    case notCompiled, killed, survived

    /// A problem of this machine prevented grading.
    case ungraded
  }

  var solution: Solution
  var rewrite: Rewrite

  var exercise: Exercise { solution.exercise }
  var name: String { rewrite.name }
  var answer: Answer {
    Answer(chapter: solution.chapter, exercise: solution.exercise, text: rewrite.text)
  }

  /// The reason for which the manifest lists it as equivalent to the solution; `nil` if it does
  /// not.
  var reason: String? { exercise.equivalent?.first { $0.mutant == name }?.why }
}
