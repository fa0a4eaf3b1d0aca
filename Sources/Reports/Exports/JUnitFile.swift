import GraderFormats

/// Writes `junit.xml` as Jenkins and Surefire read it: a suite per submission, a case per test.
enum JUnitFile {
  static func text(_ results: Results) -> String {
    let suites = results.submissions.map(Suite.init)
    let lines = [
      #"<?xml version="1.0" encoding="UTF-8"?>"#,
      "<testsuites name=\"\(XMLText.escaped(results.course.name))\""
        + " tests=\"\(suites.sum(\.tests))\" failures=\"\(suites.sum(\.failures))\""
        + " errors=\"\(suites.sum(\.errors))\">",
    ]
    return (lines + suites.flatMap(\.lines) + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  /// One submission.
  fileprivate struct Suite {
    var tests = 0
    var failures = 0
    var errors = 0
    var skipped = 0
    var lines: [String] = []

    init(_ result: SubmissionResult) {
      let name = XMLText.escaped(result.name)
      // A dot would end the package's name.
      let package = name.replacing(".", with: "_")
      for exercise in result.chapters.flatMap(\.exercises) {
        let id = exercise.id.replacing(".", with: "_")
        let className = "\(package).\(id) \(XMLText.escaped(exercise.title))"
        for test in exercise.tests { add(test, of: exercise, className: className) }
      }
      if result.status != .graded {
        tests += 1
        errors += 1
        let reason = XMLText.escaped(result.reason ?? "")
        lines += [
          "    <testcase classname=\"\(package)\" name=\"the submission can be graded\""
            + " time=\"0.0\">",
          "      <error type=\"\(result.status.rawValue)\" message=\"\(reason)\"></error>",
          "    </testcase>",
        ]
      }
      let head =
        "  <testsuite name=\"\(name)\" tests=\"\(tests)\" failures=\"\(failures)\""
        + " errors=\"\(errors)\" skipped=\"\(skipped)\" time=\"\(result.seconds)\">"
      lines = [head] + lines + ["  </testsuite>"]
    }

    private mutating func add(
      _ test: TestResult, of exercise: ExerciseResult, className: String
    ) {
      tests += 1
      let head =
        "    <testcase classname=\"\(className)\" name=\"\(XMLText.escaped(test.name))\""
        + " time=\"\(test.seconds)\""
      let explanation = Explanation(test, of: exercise)
      let message = XMLText.escaped(explanation.messageLines.first ?? test.verdict.words)
      let text = XMLText.escaped(explanation.text)
      switch test.verdict {
      case .passed:
        lines.append(head + "/>")
        return
      case .notStarted, .notRun:
        skipped += 1
        lines += [head + ">", "      <skipped message=\"\(test.verdict.words)\"/>"]
      case .wrong, .race, .leaked, .deadlocked, .stuck:
        failures += 1
        lines += [head + ">", element("failure", test.verdict, message, text)]
      case .crashed, .doesNotCompile, .tampered:
        errors += 1
        lines += [head + ">", element("error", test.verdict, message, text)]
      }
      lines.append("    </testcase>")
    }

    private func element(
      _ name: String, _ verdict: Verdict, _ message: String, _ text: String
    ) -> String {
      "      <\(name) type=\"\(verdict.rawValue)\" message=\"\(message)\">\(text)</\(name)>"
    }
  }
}

extension [JUnitFile.Suite] {
  fileprivate func sum(_ count: (Element) -> Int) -> Int {
    reduce(0) { $0 + count($1) }
  }
}
