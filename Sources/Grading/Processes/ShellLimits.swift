import Foundation

/// The limits of the shell from which the grader was called, which every child inherits.
///
/// If a compiler or a test reaches one of them, it looks like a failure of the student's code.
enum ShellLimits {
  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource
  #else
    private typealias Resource = Int32
  #endif

  /// Checks that the limits allow what grading needs.
  ///
  /// - Throws: `InfrastructureError` with the command that helps.
  static func check() throws {
    let compiler = Limits.compiler
    // What grading needs, with the unit, name and option that the shell has for it.
    let needs: [(Resource, least: Int, unit: Int, words: String, option: String)] = [
      (RLIMIT_FSIZE, compiler.fileMegabytes, 1 << 20, "MB in a file", "-f"),
      (RLIMIT_AS, compiler.memoryMegabytes, 1 << 20, "MB of address space", "-v"),
      (RLIMIT_DATA, compiler.memoryMegabytes, 1 << 20, "MB of memory", "-d"),
      (RLIMIT_CPU, Limits.tests.processorSeconds, 1, "s of processor time", "-t"),
      (RLIMIT_NOFILE, compiler.openFiles, 1, "open files", "-n"),
    ]
    for (resource, least, unit, words, option) in needs {
      let limit = current(resource)
      // Soft limits are raised for each command, except for the one on address space.
      let given = option == "-v" ? limit.rlim_cur : limit.rlim_max
      guard given < UInt(least * unit) else { continue }
      throw InfrastructureError(
        "this shell allows \(Int(given) / unit) \(words), and \(least) are needed: "
          + "try `ulimit \(option) unlimited` in a new shell")
    }
  }

  private static func current(_ resource: Resource) -> rlimit {
    var limit = rlimit(rlim_cur: .max, rlim_max: .max)
    #if canImport(Glibc)
      getrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    #else
      getrlimit(resource, &limit)
    #endif
    return limit
  }
}
