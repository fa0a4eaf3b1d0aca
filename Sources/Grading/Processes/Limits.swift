import Foundation

/// What a child may use before it is ended.
package struct Limits {
  /// Processor seconds of each process, enforced by the kernel.
  var processorSeconds = 300

  /// Real seconds: only the last resort, because they depend on what else the machine does.
  var wallSeconds: Double = 1200

  /// Megabytes of private memory of each process.
  var memoryMegabytes = 4096

  /// Megabytes of a single file.
  var fileMegabytes = 256

  var openFiles = 256
  var processes = 512

  /// How many processes, and megabytes of memory, the child and all that it started may have.
  ///
  /// The kernel limits neither for a group, and does not limit processes for root. So the grader
  /// counts both while it watches the child.
  var groupProcesses = 64
  var groupMegabytes = 6144

  /// How many megabytes, and files, may be in the folder that the child may write to.
  var folderMegabytes = 512
  var folderFiles = 20_000

  /// The limits of the compiler for a student's code.
  static let compiler = Limits(processorSeconds: 20)

  /// The limits of the compiler for the course's own code.
  static let ownCode = Limits(processorSeconds: 600)

  /// The limits of a run of tests, which need a fifth of this memory.
  ///
  /// Code that allocates more and more memory should reach this limit long before its second of
  /// processor time is over. Otherwise the machine decides which limit it reaches first. Each
  /// thread of the pool has a stack, and there are as many threads as processors.
  static let tests = Limits(
    processorSeconds: 600,
    memoryMegabytes: 512 + 16 * ProcessInfo.processInfo.activeProcessorCount, fileMegabytes: 64,
    groupMegabytes: 1536, folderMegabytes: 128)

  /// The limits as shell commands, to be run before the command itself.
  ///
  /// Every shell has `ulimit`; a limit that this system does not have is left out.
  var shell: String {
    let limits = [
      // The soft limit comes first: its signal differs from that of a kill when memory runs out.
      "-c 0", "-S -t \(processorSeconds)", "-H -t \(processorSeconds + 5)",
      "-f \(fileMegabytes * 2048)", "-n \(openFiles)",
      "-d \(memoryMegabytes * 1024)",
    ]
    let each = limits.map { "ulimit \($0) 2>/dev/null" }.joined(separator: "; ")
    return each + "; ulimit -u \(processes) 2>/dev/null || ulimit -p \(processes) 2>/dev/null"
  }
}
