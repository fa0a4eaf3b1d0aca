import CourseModel
import GraderFormats

/// A test that the manifest expects, together with the exercise it belongs to.
struct PlannedTest: Hashable {
  var exercise: Exercise
  var test: ExpectedTest

  var id: String { "\(exercise.id)/\(test.name)" }

  /// Whether this is what the event stream calls by these names.
  func isNamed(suite: String, name: String, module: String) -> Bool {
    suite == "\(module)Tests.\(exercise.suite)" && name == test.name
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
