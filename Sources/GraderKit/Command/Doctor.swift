import CourseModel
import Foundation

/// Says what works on this machine, line by line, and what to do where something does not.
enum Doctor {
  static func run(_ options: Options) -> ExitCode {
    var isHealthy = true
    func report(_ what: String, _ check: () throws -> String) {
      do {
        print("✓ \(what): \(try check())")
      } catch {
        isHealthy = false
        print("✗ \(what): \(error)")
      }
    }
    report("toolchain") {
      let toolchain = try Toolchain.find()
      return "\(toolchain.version) in \(toolchain.root)"
    }
    report("course") {
      let course = try Workshop.course(options)
      return "\(course.chapters.count) chapters, \(course.points) points in \(course.root)"
    }
    report("isolation") {
      let toolchain = try Toolchain.find()
      let sandbox = try Sandbox.choose(options.sandbox, toolchain: toolchain.root)
      return sandbox.isolation.joined(separator: ", ")
        + (sandbox.bwrap == nil ? " (apt install bubblewrap for more)" : "")
    }
    report("processors") { "\(ProcessInfo.processInfo.activeProcessorCount)" }
    report("memory") { "\(ProcessInfo.processInfo.physicalMemory >> 20) MB" }
    report("kit") {
      let start = ContinuousClock.now
      let workshop = try Workshop(options: options, progress: Progress())
      return "\(workshop.kit.key), ready after \(start.duration(to: .now) / .seconds(1)) s"
    }
    return isHealthy ? .graded : .incomplete
  }
}
