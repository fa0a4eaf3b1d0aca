import CourseModel
import Foundation

/// The `grader` program: reads the arguments, does what they ask for, and says how it went.
public enum GraderCommand {
  /// Runs the program.
  ///
  /// - Parameter arguments: What follows the program's name.
  /// - Returns: What to exit with.
  public static func run(_ arguments: [String]) -> ExitCode {
    let progress = Progress()
    do {
      let options = try OptionParser.parse(arguments)
      switch options.command {
      case .help:
        print(HelpText.text)
        return .graded
      case .hint(let id, let rung):
        print(try Hint.text(exercise: id, rung: rung, course: Workshop.course(options)))
        return .graded
      case .doctor:
        return Doctor.run(options)
      case .checkCourse:
        return try CourseCheck.run(options, progress)
      case .grade:
        return options.paths.isEmpty
          ? try gradeOwn(options, progress) : try gradeAll(options, progress)
      }
    } catch {
      progress.end()
      FileHandle.standardError.write(Data("grade: \(error)\n".utf8))
      return error is BuildError ? .incomplete : .usage
    }
  }

  /// Grades this checkout's exercises and speaks to the student.
  private static func gradeOwn(_ options: Options, _ progress: Progress) throws -> ExitCode {
    let workshop = try Workshop(options: options, progress: progress)
    let own = Submission(
      name: "Exercises", source: "Exercises", exercises: workshop.course.root + "/Exercises")
    let grader = workshop.grader()
    progress.say("checking your exercises")
    let submissions = grader.grade([own]) { _ in }
    progress.end()
    if let reason = submissions[0].reason { throw UsageError(reason) }
    let report = StudentReport(
      course: workshop.course, result: submissions[0], exercises: "Exercises")
    print(report.text, terminator: "")
    return try finish(workshop, submissions, from: [own], maxScore: grader.maxScore)
  }

  /// Grades every submission that the paths stand for.
  private static func gradeAll(_ options: Options, _ progress: Progress) throws -> ExitCode {
    let course = try Workshop.course(options)
    let found = try SubmissionFinder(course: course).find(options.paths)
    let workshop = try Workshop(options: options, progress: progress)
    let grader = workshop.grader()
    progress.begin(total: found.count)
    let submissions = grader.grade(found) { progress.finished($0) }
    progress.end()
    let results = workshop.results(submissions, maxScore: grader.maxScore)
    print(ClassTable.text(results), terminator: "")
    return try finish(workshop, submissions, from: found, maxScore: grader.maxScore)
  }

  /// Writes the reports and decides the exit code.
  private static func finish(
    _ workshop: Workshop, _ submissions: [SubmissionResult], from found: [Submission],
    maxScore: Int
  ) throws -> ExitCode {
    let options = workshop.options
    let results = workshop.results(submissions, maxScore: maxScore)
    // Read before anything is written: it may be the very file that is about to be replaced.
    let previous = try options.compare.map(Comparison.read)
    if let previous {
      print(ComparisonText.text(Comparison(before: previous, after: results)), terminator: "")
    }
    if let output = options.output {
      do {
        let stager = Stager(course: workshop.course)
        let fingerprints = Fingerprints(found.map(stager.stage), stubs: stager.stubs)
        let report = ClassReport(
          results, course: workshop.course, pairs: SimilarPairs.find(fingerprints),
          previous: previous)
        try ReportFolder(path: output, exports: options.exports)
          .write(report, fingerprints: fingerprints)
      } catch {
        throw UsageError("\(output) cannot be written: \(error.localizedDescription)")
      }
    }
    if submissions.contains(where: { $0.status != .graded }) { return .incomplete }
    if let require = workshop.options.require,
      submissions.contains(where: { $0.percent < require })
    {
      return .belowRequirement
    }
    return .graded
  }
}
