package import CourseModel
import Foundation
import GraderFormats
import RunFormats

extension GradingContext {
  /// The tests in a chapter's program, each as `Module.Suite/name`.
  ///
  /// - Throws: `InfrastructureError` when the stubs do not build, or the program does not list its
  ///   tests.
  package func tests(of chapter: Chapter) throws -> Set<String> {
    try WorkFolders.with("list", in: home + "/work") { try tests(of: chapter, in: $0) }
  }

  private func tests(of chapter: Chapter, in folder: String) throws -> Set<String> {
    let grader = grader(ofOwnWork: true)
    let builder = grader.chapterGrader.builder
    let stubs = grader.stager.stubs(of: chapter)
    let errors =
      switch try builder.compile(stubs, in: folder) {
      case .failed(let errors): errors
      case .compiled(let object, remarks: _):
        try builder.link(object, of: chapter, to: folder + "/Tests", in: folder)
      }
    if let first = errors.first {
      throw InfrastructureError("Exercises/\(chapter.folder) does not build: \(first.headline)")
    }
    let orders = try Orders.list(events: folder + "/events.jsonl")
    let outcome = Child.run(
      [folder + "/Tests"], adding: ["COURSE_GRADING": "1"], input: Data(orders.input))
    guard outcome.succeeded else {
      throw InfrastructureError("\(chapter.module)Tests cannot be listed: \(outcome.end)")
    }
    var record = RunRecord()
    var tail = orders.record
    for line in tail.newRecords().compactMap(\.self) { record.take(line) }
    return Set(record.tests.values.map { "\($0.suite)/\($0.name)" })
  }
}
