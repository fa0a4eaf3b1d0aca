import Foundation

/// What a child may use before it is ended.
package struct Limits {
  /// Processor seconds of the whole child, a hard stop by the kernel.
  var processorSeconds = 300

  /// Real seconds: the last fuse only, because they depend on what else the machine does.
  var wallSeconds: Double = 1200

  /// Megabytes of memory that are its own.
  var memoryMegabytes = 4096

  /// Megabytes of a single file.
  var fileMegabytes = 256

  var openFiles = 256
  var processes = 512

  /// Processes, and megabytes of memory, of the child and all that it started.
  ///
  /// The kernel counts neither for a group, and the first not at all for root; the grader, which watches, does.
  var groupProcesses = 64
  var groupMegabytes = 6144

  /// Megabytes, and files, in the one folder that the child may write to.
  var folderMegabytes = 512
  var folderFiles = 20_000

  /// For what is a student's.
  static let compiler = Limits(processorSeconds: 20)

  /// For the compiler where the code is the course's own.
  static let ownCode = Limits(processorSeconds: 600)

  /// Tests need a fifth of this memory.
  ///
  /// Code that takes more and more of it should come to this limit long before its second of processor
  /// time is over, or it would depend on the machine which of the two it comes to. Each thread of the
  /// pool has a stack, and there are as many as processors.
  static let tests = Limits(
    processorSeconds: 600,
    memoryMegabytes: 512 + 16 * ProcessInfo.processInfo.activeProcessorCount, fileMegabytes: 64,
    groupMegabytes: 1536, folderMegabytes: 128)

  /// The limits as a piece of shell that comes before the command.
  ///
  /// `ulimit` is there on every system; a limit that this system lacks is left out.
  var shell: String {
    let limits = [
      // The warning comes first, which tells this limit from a kill for lack of memory.
      "-c 0", "-S -t \(processorSeconds)", "-H -t \(processorSeconds + 5)",
      "-f \(fileMegabytes * 2048)", "-n \(openFiles)",
      "-d \(memoryMegabytes * 1024)",
    ]
    let each = limits.map { "ulimit \($0) 2>/dev/null" }.joined(separator: "; ")
    return each + "; ulimit -u \(processes) 2>/dev/null || ulimit -p \(processes) 2>/dev/null"
  }
}
