package import Foundation
import GraderFormats

/// Runs one command until it exits or reaches a limit, and ends everything that it started.
package struct Child {
  var command: [String]
  var environment: [String: String]

  /// What the child reads from its standard input, less than 64 KB, so that it fits into a pipe.
  var input: Data?
  var limits: Limits

  /// How many bytes of output are kept from its beginning; with 0, all of it is discarded.
  var outputLimit = 256 << 10

  /// The folder that the child may fill, up to its limits.
  var folder: String?

  /// Whether no sandbox ends what the child moves out of its session; see `OrphanedProcesses`.
  var leavesOrphans = false

  /// Called a few times a second while the child runs; `false` ends the child.
  var watch: (_ processor: Double?) -> Bool = { _ in true }

  /// How long all threads may sleep, without using processor time, before the child is ended.
  ///
  /// A thread that waits for a processor is not asleep, so a busy machine does not cause this.
  var idleSeconds: Double?

  /// Runs a command of the toolchain or of the course in this process's environment, without a
  /// sandbox.
  package static func run(
    _ command: [String], adding variables: [String: String] = [:], input: Data? = nil,
    limits: Limits = .compiler
  ) -> ChildOutcome {
    let own = ProcessInfo.processInfo.environment
    return Child(
      command: command, environment: own.merging(variables) { _, new in new }, input: input,
      limits: limits
    ).run()
  }

  func run() -> ChildOutcome {
    guard var output = ChildPipe(), var errors = ChildPipe() else {
      return failure("no pipe can be opened: \(String(cString: strerror(errno)))")
    }
    defer {
      output.closeEnds()
      errors.closeEnds()
    }
    output.buffer.headLimit = outputLimit
    let started = ContinuousClock.now
    let given = input.flatMap(Self.filledPipe)
    let spawned = Spawn.start(
      command, environment: environment, input: given,
      output: outputLimit > 0 ? output.writeEnd : nil, errors: errors.writeEnd)
    if let given { close(given) }
    close(output.writeEnd)
    close(errors.writeEnd)
    guard let pid = spawned else {
      return failure("\(command[0]) cannot be started: \(String(cString: strerror(errno)))")
    }

    var idle = IdleWatch(limit: idleSeconds)
    var killed: ChildOutcome.Reason?
    var status: Int32 = 0
    var nextLook = started + .milliseconds(50)
    while waitpid(pid, &status, WNOHANG) == 0 {
      output.drain()
      errors.drain()
      if killed == nil, ContinuousClock.now >= nextLook {
        nextLook = .now + .milliseconds(50)
        let tree = ProcessTree(root: pid)
        if let excess = excess(tree) ?? filled(tree) {
          killed = excess
        } else if started.duration(to: .now) > .seconds(limits.wallSeconds) {
          killed = .wallTime
        } else if let reason = idle.reason(tree) {
          killed = reason
        } else if !watch(tree?.processorSeconds) {
          killed = .watcher
        }
        if killed != nil { end(pid, tree) }
      }
      var polled = [
        pollfd(fd: output.isOpen ? output.readEnd : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errors.isOpen ? errors.readEnd : -1, events: Int16(POLLIN), revents: 0),
      ]
      poll(&polled, 2, 5)
    }
    kill(-pid, SIGKILL)  // What the child left running in its group.
    if leavesOrphans, let folder { OrphanedProcesses.end(of: folder) }
    output.drain()
    errors.drain()
    let end = killed.map { ChildOutcome.End.killed($0) } ?? Self.decode(status)
    return ChildOutcome(
      end: end, output: output.buffer.content, errors: errors.buffer.content,
      isTruncated: output.buffer.isTruncated, lacksErrors: errors.buffer.isTruncated)
  }

  /// The limit that the child, together with all that it started, exceeds.
  private func excess(_ tree: ProcessTree?) -> ChildOutcome.Reason? {
    if let tree, tree.members.count > limits.groupProcesses { return .processes }
    if let tree, tree.residentMegabytes > limits.groupMegabytes { return .memory }
    return nil
  }

  /// The limit of the disk, if the child's files exceed it.
  private func filled(_ tree: ProcessTree?) -> ChildOutcome.Reason? {
    guard let folder else { return nil }
    if Files.isFuller(folder, than: limits.folderMegabytes, limits.folderFiles) { return .disk }
    if let tree, tree.namelessMegabytes > limits.folderMegabytes { return .disk }
    return nil
  }

  /// The read end of a pipe that already contains everything.
  private static func filledPipe(_ content: Data) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard content.count < 1 << 16, pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = content.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    return ends[0]
  }

  private func end(_ pid: pid_t, _ tree: ProcessTree?) {
    kill(-pid, SIGKILL)
    for member in tree?.members ?? [] { kill(member, SIGKILL) }
  }

  private func failure(_ text: String) -> ChildOutcome {
    ChildOutcome(end: .exited(127), output: Data(), errors: Data(text.utf8))
  }

  /// Reads a wait status; bwrap and the shell report a signal as 128 plus its number.
  private static func decode(_ status: Int32) -> ChildOutcome.End {
    let signal = status & 0x7F
    if signal != 0 { return .signaled(signal) }
    let code = (status >> 8) & 0xFF
    return code > 128 && code < 160 ? .signaled(code - 128) : .exited(code)
  }
}
