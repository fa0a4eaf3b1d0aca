import CourseModel

/// Checks that each promise of a stub or a README has a test that fails when it is broken and a
/// wrong variant that breaks it, and that no sentence of a stub is left out.
struct PromiseCheck {
  var course: Course
  var declarations: PublicDeclarations

  func run(_ log: inout CheckLog) {
    let problems = course.chapters.flatMap { chapter in
      chapter.manifest.exercises.flatMap { exercise in
        ExercisePromises(exercise, of: chapter, in: course, declarations).problems
      }
    }
    log.note("every promise has its test and the wrong variant that breaks it", problems)
  }
}
