import CourseModel
import Foundation

/// `--check-course`: whether the course keeps what it promises.
enum CourseCheck {
  static func run(_ options: Options, _ progress: Progress) throws -> ExitCode {
    if options.mutates { return try checkMutants(options, progress) }
    var log = CheckLog()
    let course = try Workshop.course(options)
    progress.say("reading manifests, READMEs and sources")
    ManifestCheck(course: course).run(&log)
    ReadmeCheck(course: course).run(&log)
    PromiseCheck(course: course).run(&log)
    SectionCheck(course: course).run(&log)
    // What reading alone finds is answered in seconds; to compile and grade takes minutes.
    if !log.problems.isEmpty {
      progress.end()
      print(log.text, terminator: "")
      print("nothing was compiled or graded yet")
      return .incomplete
    }

    let workshop = try Workshop(options: options, progress: progress)
    progress.say("compiling stubs and solutions")
    SourceCheck(workshop: workshop).run(&log)
    SnippetCheck(workshop: workshop).run(&log)
    progress.say("grading stubs and solutions")
    GradeCheck(workshop: workshop).run(&log)
    progress.say("grading bodies that do nothing")
    try BodyCheck(workshop: workshop, tool: workshop.syntaxTool).run(&log)
    progress.say("grading the variants")
    var variants = VariantCheck(workshop: workshop)
    variants.run(&log)
    progress.end()

    print(variants.matrix.lines.joined(separator: "\n") + "\n")
    print(log.text, terminator: "")
    return log.problems.isEmpty ? .graded : .incomplete
  }

  /// Takes sample solutions apart; a course check of its own, because it takes minutes.
  private static func checkMutants(_ options: Options, _ progress: Progress) throws -> ExitCode {
    var log = CheckLog()
    let workshop = try Workshop(options: options, progress: progress)
    let check = MutantCheck(
      workshop: workshop, tool: workshop.syntaxTool, progress: progress)
    let report = try check.run(&log)
    progress.end()

    print((report.survivorLines + report.scoreLines).joined(separator: "\n") + "\n")
    print(log.text, terminator: "")
    return log.problems.isEmpty ? .graded : .incomplete
  }
}
