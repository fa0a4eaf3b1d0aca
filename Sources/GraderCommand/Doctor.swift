import CourseModel
import Foundation
import GraderFormats
import Grading

/// Prints, line by line, what works on this machine, and what to do about what does not.
///
/// It tests each limit by exceeding it, and the sandbox by trying what it must prevent.
enum Doctor {
  static func run(_ options: Options) -> ExitCode {
    var isHealthy = true
    func report(_ what: String, _ check: () throws -> String) {
      do {
        print("✓ \(what): \(try check())")
      } catch {
        isHealthy = false
        print("✗ \(what): \(InfrastructureError.message(for: error))")
      }
      fflush(nil)
    }
    report("toolchain") {
      let toolchain = try Toolchain.find()
      return "\(toolchain.version) in \(toolchain.root)"
    }
    report("course") {
      let course = try GradingContext.course(options.course)
      return "\(course.chapters.count) chapters, \(course.points) points in \(course.root)"
    }
    report("archives") {
      let tools = ["unzip", "tar", "gzip"]
      let missing = tools.filter { Machine.program($0) == nil }
      guard missing.isEmpty else {
        throw InfrastructureError(
          "no \(missing.joined(separator: ", ")): apt install \(missing[0])")
      }
      return tools.joined(separator: ", ")
    }
    report("machine") {
      let machine = ProcessInfo.processInfo
      return "\(machine.activeProcessorCount) processors, \(machine.physicalMemory >> 20) MB: "
        + "\(options.jobs ?? Machine.usualJobs) chapters at a time"
    }
    report("sandbox") {
      let sandbox = try Sandbox.choose(options.sandbox, toolchain: Toolchain.find().root)
      if sandbox.bwrap != nil { return sandbox.isolation.joined(separator: ", ") }
      throw InfrastructureError(
        "none, so grade only people you trust: "
          + (options.sandbox == .none
            ? "--sandbox none was given"
            : Machine.program("bwrap") == nil
              ? "apt install bubblewrap"
              : "bwrap does not work here (./grade.sh --doctor --sandbox bwrap says why)"))
    }
    let context: GradingContext
    do {
      context = try options.context(Progress())
    } catch {
      report("prebuilt course") { throw error }
      return .incomplete
    }
    let trial = SandboxTrial(context: context)
    for check in trial.checks { report(check.name, check.run) }
    report("disk") {
      try Machine.checkRoom(at: context.home)
      return "\(Machine.freeMegabytes(at: context.home) ?? 0) MB free for \(context.home)"
    }
    report("one submission") { try timeOfOne(context) }
    return isHealthy ? .graded : .incomplete
  }

  /// Grades the sample answers as new code, so that no stored result is used.
  private static func timeOfOne(_ context: GradingContext) throws -> String {
    let grader = context.grader()
    var staged = grader.stage([Submission(folder: "Solutions", of: context.course)])
    let news = Data("\n// \(UUID())\n".utf8)
    for chapter in staged[0].chapters.indices {
      for file in staged[0].chapters[chapter].files.keys {
        staged[0].chapters[chapter].files[file]?.append(news)
      }
    }
    let start = ContinuousClock.now
    let result = grader.grade(staged) { _ in }[0]
    let seconds = start.duration(to: .now) / .seconds(1)
    guard result.score == result.maxScore else {
      throw InfrastructureError(
        "the sample answers earn \(result.score) of \(result.maxScore): "
          + (result.reason ?? "./grade.sh Solutions says more"))
    }
    let shown = Double(Int(seconds * 10)) / 10
    return "\(shown) s if all of it is new, about \(Int(3600 / seconds)) per hour"
  }
}
