import CourseModel

/// A test that the manifest expects, together with the exercise it belongs to.
struct PlannedTest: Hashable {
  var exercise: Exercise
  var test: ExpectedTest

  /// Whether this is the test that the event stream describes.
  func isSame(as observed: RunRecord.Observed, in chapter: Chapter) -> Bool {
    observed.suite == "\(chapter.module)Tests.\(exercise.suite)" && observed.name == test.name
  }

  /// A regular expression that selects this test and no other.
  func filter(module: String) -> String {
    let suite = Self.escaped("\(module)Tests.\(exercise.suite)/")
    return "^\(suite)`?\(Self.escaped(test.name))`?\\("
  }

  private static func escaped(_ text: String) -> String {
    text.map { #"\^$.|?*+()[]{}/"#.contains($0) ? "\\\($0)" : "\($0)" }.joined()
  }
}
