/// `autograding.json`: the exercises as tests that GitHub Classroom runs in a student's repository.
///
/// Such a test gives all of its points or none, so all tests of an exercise must pass. Rules:
/// `comparison` is `included`, `exact` or `regex`, `timeout` is in minutes and above 0.
struct ClassroomTests: Codable {
  struct Test: Codable {
    var name: String
    var setup = ""
    var run: String
    var input = ""
    var output = ""
    var comparison = "included"
    var timeout = 10
    var points: Int
  }

  var tests: [Test]

  init(_ report: ClassReport) {
    tests = report.exercises.map {
      Test(
        name: "\($0.id) \($0.title)", run: "./grade.sh --exercise \($0.id) --require 100",
        points: $0.maxScore)
    }
  }
}
