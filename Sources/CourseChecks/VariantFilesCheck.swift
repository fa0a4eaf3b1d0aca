import CourseModel

/// Checks the headers of all variants before anything is compiled: each is valid and names tests of
/// its exercise, and there are enough variants of both kinds.
struct VariantFilesCheck {
  var course: Course

  func run(_ log: inout CheckLog) {
    let problems = course.chapters.flatMap { chapter in
      chapter.manifest.exercises.flatMap { exercise in
        let found = Variant.all(of: exercise, in: chapter, root: course.root)
        return found.problems + found.variants.flatMap(Self.unknownTests)
          + Self.tooFew(found.variants, of: exercise)
      }
    }
    log.note("every exercise has three wrong and two right variants", problems)
  }

  /// The tests that a header names, but that the exercise does not have.
  static func unknownTests(_ variant: Variant) -> [String] {
    guard case .rejected(let rejections) = variant.expectation else { return [] }
    let tests = variant.exercise.tests.map(\.name)
    return rejections.map(\.test).filter { !tests.contains($0) }.map {
      "\(variant.path): \(variant.exercise.id) has no test \"\($0)\": "
        + "name one of its \"tests\" in chapter.json"
    }
  }

  private static func tooFew(_ variants: [Variant], of exercise: Exercise) -> [String] {
    let right = variants.filter { $0.expectation == .accepted }.count
    let wrong = variants.count - right
    return wrong >= 3 && right >= 2
      ? []
      : [
        "\(exercise.id) has \(wrong) wrong and \(right) right variants with a valid header, "
          + "not 3 and 2"
      ]
  }
}
