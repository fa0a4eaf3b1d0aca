import CourseModel
import Foundation

/// `--check-course`: whether the course keeps what it promises.
enum CourseCheck {
  static func run(_ options: Options, _ progress: Progress) throws -> ExitCode {
    var log = CheckLog()
    let course = try Workshop.course(options)
    progress.say("reading manifests, READMEs and sources")
    ManifestCheck(course: course).run(&log)
    ReadmeCheck(course: course).run(&log)
    SectionCheck(course: course).run(&log)

    let workshop = try Workshop(options: options, progress: progress)
    progress.say("compiling stubs and solutions")
    SourceCheck(workshop: workshop).run(&log)
    SnippetCheck(workshop: workshop).run(&log)
    progress.say("grading stubs and solutions")
    GradeCheck(workshop: workshop).run(&log)
    progress.say("grading the variants")
    var variants = VariantCheck(workshop: workshop)
    variants.run(&log)
    progress.end()

    print(variants.matrix.lines.joined(separator: "\n") + "\n")
    print(log.text, terminator: "")
    return log.problems.isEmpty ? .graded : .incomplete
  }
}
