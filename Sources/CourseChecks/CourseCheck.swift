package import CourseModel
import GraderFormats
package import Grading

/// `--check-course`: whether the course keeps its promises.
package struct CourseCheck {
  var course: Course

  /// Called with a message before each step.
  var say: (String) -> Void

  package init(course: Course, say: @escaping (String) -> Void) {
    self.course = course
    self.say = say
  }

  /// The result of a check.
  package struct Report {
    /// What to print.
    package var text: String
    package var isSound: Bool

    fileprivate init(_ tables: [String], _ log: CheckLog) {
      text = tables.map { $0 + "\n" }.joined() + (tables.isEmpty ? "" : "\n") + log.text
      isSound = log.problems.isEmpty
    }
  }

  /// Checks the texts, and if they are right, compiles and grades everything in the course.
  ///
  /// - Parameter context: Prepares grading.
  /// - Returns: What was found.
  /// - Throws: When a problem of this machine prevents grading.
  package func run(_ context: () throws -> GradingContext) throws -> Report {
    var log = CheckLog()
    say("reading manifests, READMEs and sources")
    let tool = try BuildPlace(for: course).syntaxTool(say: say)
    let declarations = try PublicDeclarations(of: course, by: tool)
    ManifestCheck(course: course, declarations: declarations).run(&log)
    ReadmeCheck(course: course).run(&log)
    VariantFilesCheck(course: course).run(&log)
    PromiseCheck(course: course, declarations: declarations).run(&log)
    SectionCheck(course: course).run(&log)
    // Reading takes seconds; compiling and grading takes minutes.
    if !log.problems.isEmpty {
      var report = Report([], log)
      report.text += "nothing was compiled or graded yet\n"
      return report
    }

    let context = try context()
    say("compiling stubs and solutions")
    SourceCheck(context: context).run(&log)
    SnippetCheck(context: context).run(&log)
    say("grading stubs and solutions")
    GradeCheck(context: context).run(&log)
    say("grading trivial bodies")
    try BodyCheck(context: context).run(&log)
    say("grading the variants")
    var variants = VariantCheck(context: context)
    variants.run(&log)
    return Report(variants.matrix.lines, log)
  }

  /// Grades mutants of the sample solutions; a separate check, because it takes minutes.
  ///
  /// - Parameter context: Everything that grading needs.
  /// - Returns: What was found.
  /// - Throws: When a problem of this machine prevents grading.
  package func runMutants(_ context: GradingContext) throws -> Report {
    var log = CheckLog()
    let report = try MutantCheck(context: context, say: say).run(&log)
    return Report(report.survivorLines + report.scoreLines, log)
  }
}
