import Foundation
import GraderFormats

/// The limits of the shell that the grader was called from, which all that it starts inherits.
///
/// A compiler or a test that comes to one of them fails as if the student's code did.
enum ShellLimits {
  /// What grading needs, with the shell's own word and unit for it.
  private struct Need {
    var limit: rlimit
    var least: Int
    var unit: Int
    var words: String
    var option: String
  }

  /// Makes sure that there is what grading needs.
  ///
  /// - Throws: `GradingTrouble` with the command that helps.
  static func check() throws {
    let compiler = Limits.compiler
    let megabyte = 1 << 20
    let needs = [
      Need(
        limit: current(RLIMIT_FSIZE), least: compiler.fileMegabytes, unit: megabyte,
        words: "MB in a file", option: "-f"),
      Need(
        limit: current(RLIMIT_AS), least: compiler.memoryMegabytes, unit: megabyte,
        words: "MB of address space", option: "-v"),
      Need(
        limit: current(RLIMIT_DATA), least: compiler.memoryMegabytes, unit: megabyte,
        words: "MB of memory", option: "-d"),
      Need(
        limit: current(RLIMIT_CPU), least: Limits.tests.processorSeconds, unit: 1,
        words: "s of processor time", option: "-t"),
      Need(
        limit: current(RLIMIT_NOFILE), least: compiler.openFiles, unit: 1, words: "open files",
        option: "-n"),
    ]
    for need in needs {
      // What is below the hard limit is raised for each command, but the address space is left as is.
      let given = need.option == "-v" ? need.limit.rlim_cur : need.limit.rlim_max
      guard given < UInt(need.least * need.unit) else { continue }
      throw GradingTrouble(
        "this shell allows \(Int(given) / need.unit) \(need.words), and \(need.least) are needed: "
          + "try `ulimit \(need.option) unlimited` in a new shell")
    }
  }

  #if canImport(Glibc)
    private static func current(_ resource: __rlimit_resource) -> rlimit {
      var limit = rlimit(rlim_cur: .max, rlim_max: .max)
      getrlimit(__rlimit_resource_t(resource.rawValue), &limit)
      return limit
    }
  #else
    private static func current(_ resource: Int32) -> rlimit {
      var limit = rlimit(rlim_cur: .max, rlim_max: .max)
      getrlimit(resource, &limit)
      return limit
    }
  #endif
}
