package import Foundation
import GraderFormats

/// Runs one command to its end, or ends it, together with everything it started.
package struct Child {
  var command: [String]
  var environment: [String: String]

  /// What the child reads from its standard input; no more than a pipe holds.
  var input: Data?
  var limits: Limits

  /// Bytes of output that are kept from its beginning; with none, it goes nowhere.
  var outputLimit = 256 << 10

  /// The folder that the child may fill, up to its limits.
  var folder: String?

  /// Whether only this ends what the child has moved out of its session; see `OrphanedProcesses`.
  var leavesOrphans = false

  /// Called a few times a second while the child runs; `false` ends the child.
  var watch: (_ processor: Double?) -> Bool = { _ in true }

  /// How long every thread may sleep, with no processor time used, before the child hangs.
  ///
  /// A runnable thread that the machine keeps waiting is not asleep, so load
  /// cannot cause this.
  var idleSeconds: Double?

  /// Runs a command of the toolchain or of the course, which needs no sandbox, as this process would.
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
        if let excess = excess(tree) {
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
    kill(-pid, SIGKILL)  // Whatever the child left running in its group.
    if leavesOrphans, let folder { OrphanedProcesses.end(of: folder) }
    output.drain()
    errors.drain()
    let end = killed.map { ChildOutcome.End.killed($0) } ?? Self.decode(status)
    return ChildOutcome(
      end: end, output: output.buffer.content, errors: errors.buffer.content,
      isTruncated: output.buffer.isTruncated, lacksErrors: errors.buffer.isTruncated)
  }

  /// What the child and all that it started have too much of.
  private func excess(_ tree: ProcessTree?) -> ChildOutcome.Reason? {
    if let tree, tree.members.count > limits.groupProcesses { return .processes }
    if let tree, tree.residentMegabytes > limits.groupMegabytes { return .memory }
    guard let folder else { return nil }
    if Files.isFuller(folder, than: limits.folderMegabytes, limits.folderFiles) { return .disk }
    if let tree, tree.namelessMegabytes > limits.folderMegabytes { return .disk }
    return nil
  }

  /// The reading end of a pipe that has everything in it already.
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

  /// Reads a wait status; bwrap and the shell report a signal as 128 and its number.
  private static func decode(_ status: Int32) -> ChildOutcome.End {
    let signal = status & 0x7F
    if signal != 0 { return .signaled(signal) }
    let code = (status >> 8) & 0xFF
    return code > 128 && code < 160 ? .signaled(code - 128) : .exited(code)
  }
}
