import GraderFormats

/// The exercises and tests in which a class loses points, and the verdicts that cost them.
struct Losses {
  /// The points that a class loses in one exercise.
  struct InExercise: Equatable {
    var id: String
    var title: String
    var possible: Int
    var lost: Int
    var byVerdict: [Verdict: Int]
  }

  /// The points that a class loses in one test.
  struct InTest: Equatable {
    var exercise: String
    var name: String
    var lost: Int

    /// How many submissions got which verdict.
    var submissions: [Verdict: Int]
  }

  /// The exercises in which points were lost, the most expensive first.
  var exercises: [InExercise]

  /// The tests that did not pass although the exercise was started, the most expensive first.
  var tests: [InTest]

  /// The verdicts that cost points, in the order in which they are declared.
  var verdicts: [Verdict]

  /// The points that each verdict cost.
  var byVerdict: [Verdict: Int]

  init(_ submissions: [SubmissionResult]) {
    var exercises: [InExercise] = []
    var tests: [InTest] = []
    var places: [String: Int] = [:]
    var testPlaces: [String: Int] = [:]
    for exercise in submissions.flatMap(\.chapters).flatMap(\.exercises) {
      let place = places[exercise.id] ?? exercises.count
      if place == exercises.count {
        places[exercise.id] = place
        exercises.append(
          InExercise(
            id: exercise.id, title: exercise.title, possible: 0, lost: 0, byVerdict: [:]))
      }
      exercises[place].possible += exercise.maxScore
      for test in exercise.tests where test.verdict != .passed {
        exercises[place].lost += test.points
        exercises[place].byVerdict[test.verdict, default: 0] += test.points
        guard test.verdict != .notStarted else { continue }
        let testPlace = testPlaces[test.id] ?? tests.count
        if testPlace == tests.count {
          testPlaces[test.id] = testPlace
          tests.append(InTest(exercise: exercise.id, name: test.name, lost: 0, submissions: [:]))
        }
        tests[testPlace].lost += test.points
        tests[testPlace].submissions[test.verdict, default: 0] += 1
      }
    }
    // Equal ones stay in the course's order, which `sorted` alone does not guarantee.
    self.exercises = exercises.enumerated().filter { $0.element.lost > 0 }
      .sorted { ($1.element.lost, $0.offset) < ($0.element.lost, $1.offset) }.map(\.element)
    self.tests = tests.enumerated()
      .sorted { ($1.element.lost, $0.offset) < ($0.element.lost, $1.offset) }.map(\.element)
    let total = exercises.reduce(into: [Verdict: Int]()) { sums, exercise in
      sums.merge(exercise.byVerdict, uniquingKeysWith: +)
    }
    byVerdict = total
    verdicts = Verdict.allCases.filter { total[$0, default: 0] > 0 }
  }
}
