import CourseChecks
import CourseModel
import Foundation
import GraderFormats
import Grading
import Reports

/// The `grader` program: reads the arguments, runs the command, and returns an exit code.
public enum Program {
  /// Runs the program.
  ///
  /// - Parameter arguments: The arguments after the program's name.
  /// - Returns: The exit code.
  public static func run(_ arguments: [String]) -> ExitCode {
    let progress = Progress()
    do {
      let options = try OptionParser.parse(arguments)
      switch options.command {
      case .help:
        print(HelpText.text)
        return .graded
      case .hint(let id, let number):
        print(
          try Hint.text(exercise: id, number: number, course: GradingContext.course(options.course))
        )
        return .graded
      case .doctor:
        return Doctor.run(options)
      case .checkCourse:
        return try checkCourse(options, progress)
      case .merge:
        return try merge(options, progress)
      case .grade:
        return options.watches
          ? try watch(options, progress) : try grade(options, progress, cache: nil)
      }
    } catch {
      return tell(error, progress)
    }
  }

  private static func tell(_ error: any Error, _ progress: Progress) -> ExitCode {
    progress.tell("grade: \(InfrastructureError.message(for: error))")
    return error is UsageError || error is ManifestError ? .usage : .incomplete
  }

  private static func grade(
    _ options: Options, _ progress: Progress, cache: ChapterCache?
  ) throws -> ExitCode {
    options.paths.isEmpty
      ? try gradeOwn(options, progress, cache) : try gradeAll(options, progress, cache)
  }

  private static func checkCourse(_ options: Options, _ progress: Progress) throws -> ExitCode {
    let check = CourseCheck(
      course: try GradingContext.course(options.course), say: progress.say)
    let report =
      options.mutates
      ? try check.runMutants(options.context(progress))
      : try check.run { try options.context(progress) }
    progress.end()
    print(report.text, terminator: "")
    return report.isSound ? .graded : .incomplete
  }

  /// Grades once, and again whenever a file is saved, until the program is ended.
  private static func watch(_ options: Options, _ progress: Progress) throws -> ExitCode {
    let root = try GradingContext.course(options.course).root
    let paths = options.paths.isEmpty ? ["\(root)/Exercises"] : options.paths
    let cache = ChapterCache()
    var watch = Watch { FolderSnapshot(of: paths) }
    _ = try grade(options, progress, cache: cache)
    while true {
      fflush(nil)  // So that a program that reads this from a pipe sees the report now.
      progress.tell("watching: save a file to grade again; Control-C ends")
      let changed = watch.nextChange().map { path in
        (path.hasPrefix("\(root)/") ? String(path.dropFirst(root.count + 1)) : path).printable
      }
      progress.tell("changed: " + changed.joined(separator: ", ").shortened(to: 200))
      do {
        _ = try grade(options, progress, cache: cache)
      } catch {
        _ = tell(error, progress)
      }
    }
  }

  /// Grades this checkout's exercises, and prints the student's report.
  private static func gradeOwn(
    _ options: Options, _ progress: Progress, _ cache: ChapterCache?
  ) throws -> ExitCode {
    let previous = try options.compare.map(Results.read)
    let context = try options.context(progress, cache)
    if let output = options.output {
      try ReportPlace(path: output, course: context.course).makeSureItIsFree()
    }
    let own = Submission(folder: "Exercises", of: context.course)
    let grader = context.grader()
    let earlier = try options.output.flatMap(EarlierReport.read)
    try earlier?.makeSureItFits(
      [own.name], context.results([], maxScore: grader.maxScore),
      exercises: context.wantedExercises.map(\.exercise.id))
    progress.say("checking your exercises")
    let staged = grader.stage([own])
    let submissions = grader.grade(staged) { _ in }
    progress.end()
    if let reason = submissions[0].reason { throw UsageError(reason) }
    let report = StudentReport(
      course: context.course, result: submissions[0],
      columns: min(72, Terminal(1).columns ?? 72))
    print(report.text, terminator: "")
    let results = context.results(submissions, maxScore: grader.maxScore)
    return try finish(results, beside: earlier, since: previous, of: context.course, options) {
      try context.fingerprints(of: staged)
    }
  }

  /// Grades all submissions at the paths.
  private static func gradeAll(
    _ options: Options, _ progress: Progress, _ cache: ChapterCache?
  ) throws -> ExitCode {
    let course = try GradingContext.course(options.course)
    let finder = SubmissionFinder(course: course, output: options.output)
    let all = try finder.find(options.paths)
    let strays = finder.strays(in: options.paths).map(\.printable)
    if !strays.isEmpty {
      progress.tell("not submissions: " + strays.joined(separator: ", ").shortened(to: 200))
    }
    let part = options.shard?.part(of: all) ?? all
    // Check this first, not after hours of work.
    if let output = options.output {
      try ReportPlace(path: output, course: course)
        .makeSureItIsFree(from: options.paths, holding: all)
      Interruption.end(
        with: "\ngrade: stopped; what is graded is kept, "
          + "and the same command with --resume continues\n")
    }
    var earlier = try options.output.flatMap(EarlierReport.read)
    try earlier?.makeSureItIs(options.shard)
    if options.paths.contains(where: finder.isClass) { earlier = nil }
    let found = earlier?.named(part) ?? part
    let previous = try options.compare.map(Results.read)
    let context = try options.context(progress, cache)
    if context.sandbox.bwrap == nil, options.sandbox == .auto {
      progress.tell(
        "no sandbox: submissions can read what you can read (./grade.sh --doctor says why)")
    }
    let resultCache = options.output.map {
      ResultCache(output: $0, cacheKey: context.cacheKeyOfLaterRuns)
    }
    let grader = context.grader()
    try earlier?.makeSureItFits(
      found.map(\.name), context.results([], maxScore: grader.maxScore),
      exercises: context.wantedExercises.map(\.exercise.id))
    let staged = grader.stage(found)
    progress.begin(total: found.count)
    let known = options.resumes ? resultCache?.known() ?? [:] : [:]
    let submissions = grader.grade(staged, known: known) { result in
      resultCache?.note(result)
      progress.finished(result)
    }
    progress.end()
    var results = context.results(submissions, maxScore: grader.maxScore)
    results.shard = options.shard?.description
    print(ClassTable.text(results, of: course), terminator: "")
    if let note = earlier?.note(besides: found.map(\.name)) { progress.tell(note) }
    return try finish(results, beside: earlier, since: previous, of: course, options) {
      try context.fingerprints(of: staged)
    }
  }

  /// Merges the parts of a class that were graded separately.
  private static func merge(_ options: Options, _ progress: Progress) throws -> ExitCode {
    let course = try GradingContext.course(options.course)
    let previous = try options.compare.map(Results.read)
    if let output = options.output {
      try ReportPlace(path: output, course: course).makeSureItIsFree()
    }
    let results = try Merging.results(of: options.paths)
    let missing = try Merging.missingParts(of: options.paths)
    print(ClassTable.text(results, of: course), terminator: "")
    if !missing.isEmpty {
      progress.tell(
        "grade: this is not the whole class: no folder has --shard "
          + missing.joined(separator: ", ").shortened(to: 200))
    }
    let code = try finish(results, since: previous, of: course, options) {
      options.paths.reduce(into: Fingerprints()) { $0.merge(Fingerprints.read(from: $1)) }
    }
    return missing.isEmpty ? code : .incomplete
  }

  /// Writes the reports and decides the exit code.
  ///
  /// The results to compare with are read earlier: they may be in the file that is about to be
  /// replaced, and a mistake in its name should not show after hours of work.
  private static func finish(
    _ results: Results, beside earlier: EarlierReport? = nil, since previous: Results?,
    of course: Course, _ options: Options, fingerprints: () throws -> Fingerprints
  ) throws -> ExitCode {
    let whole = earlier?.updated(with: results) ?? results
    if let previous {
      print(ComparisonText.text(from: previous, to: whole), terminator: "")
    }
    if let output = options.output {
      do {
        var fingerprints = try fingerprints()
        if let earlier { fingerprints.merge(Fingerprints.read(from: earlier.folder)) }
        try ReportFolder(path: output, exports: options.exports)
          .write(whole, of: course, since: previous, fingerprints)
      } catch {
        throw InfrastructureError(
          "\(output) cannot be written: \(InfrastructureError.message(for: error)); what is graded is kept, "
            + "so make room and run this again with --resume")
      }
    }
    let errors = results.submissions.filter { $0.status == .error }
    if let first = errors.first {
      throw InfrastructureError(
        "\(errors.count) of \(results.submissions.count) submissions could not be graded: "
          + (first.reason ?? "no reason given"))
    }
    if results.submissions.contains(where: { $0.status != .graded }) { return .incomplete }
    if let require = options.require,
      results.submissions.contains(where: { $0.percent < require })
    {
      return .belowRequirement
    }
    return .graded
  }
}

/// The exit code of the grader.
public enum ExitCode: Int32, Sendable {
  /// Everything was graded, whatever the scores.
  case graded = 0
  /// Something could not be graded, or the course is not sound; the output names it.
  case incomplete = 1
  /// The command line cannot be carried out.
  case usage = 2
  /// A submission scored less than `--require` demands.
  case belowRequirement = 3
}
