import Foundation
import GraderFormats

/// Wraps commands so that they can read and write only what they need.
package struct Sandbox {
  /// Which sandbox to use: `bwrap` if it works, `bwrap` or else an error, or none.
  package enum Choice: String, CaseIterable {
    case auto, bwrap, none
  }

  /// The path of `bwrap`; `nil` when it is not used.
  package var bwrap: String?

  /// The toolchain's folder, which every command may read.
  var toolchain: String

  /// Whether code inside cannot make a sandbox of its own, in which it could mount disks that no
  /// limit counts.
  var nestsNone = false

  /// What the results say about isolation.
  package var isolation: [String] {
    (bwrap == nil ? [] : ["bwrap"]) + ["rlimits", "session"]
  }

  /// The command line that runs `command` in `folder`, the only place to which it may write.
  ///
  /// - Parameters:
  ///   - command: The command and its arguments.
  ///   - folder: The folder in which it runs and writes.
  ///   - limits: The resources that it may use.
  ///   - reading: The other paths that it may read.
  /// - Returns: The command that does it.
  func wrap(
    _ command: [String], in folder: String, limits: Limits, reading: [String] = []
  ) -> [String] {
    let script = "cd \"$1\" || exit 126; shift; \(limits.shell); exec \"$@\""
    let limited = ["/bin/sh", "-c", script, "sh", folder] + command
    guard let bwrap else { return limited }
    return [bwrap] + arguments(writable: folder, reading) + ["--"] + limited
  }

  private func arguments(writable: String, _ reading: [String]) -> [String] {
    // Otherwise root would keep its capabilities inside, and could make read-only files writable.
    var arguments = ["--unshare-all", "--cap-drop", "ALL", "--die-with-parent", "--new-session"]
    if nestsNone { arguments += ["--unshare-user", "--disable-userns"] }
    for path in ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc/ld.so.cache"] {
      arguments += ["--ro-bind-try", path, path]
    }
    arguments += ["--proc", "/proc", "--dev", "/dev"]
    // Files in memory count towards no process's limit, so these folders must be small.
    for path in ["/tmp", "/dev/shm"] { arguments += ["--size", "67108864", "--tmpfs", path] }
    for path in [toolchain] + reading { arguments += ["--ro-bind", path, path] }
    // Through /proc, a process could write to its own code, even if that is read-only.
    let readOnly = ["/dev", "/proc", "/"].flatMap { ["--remount-ro", $0] }
    return arguments + ["--bind", writable, writable] + readOnly
  }

  /// Chooses the best sandbox that works on this machine and that the option allows.
  ///
  /// - Throws: `UsageError` when `bwrap` was asked for and does not work here.
  package static func choose(_ choice: Choice, toolchain: String) throws -> Sandbox {
    let plain = Sandbox(bwrap: nil, toolchain: toolchain)
    if choice == .none { return plain }
    guard let candidate = Machine.program("bwrap") else {
      if choice == .auto { return plain }
      throw UsageError("--sandbox bwrap: bwrap is not installed: apt install bubblewrap")
    }
    var words = ""
    for nestsNone in [true, false] {  // Older versions cannot do the first.
      let sandbox = Sandbox(bwrap: candidate, toolchain: toolchain, nestsNone: nestsNone)
      let probe = Child(
        command: sandbox.wrap(["/bin/true"], in: NSTemporaryDirectory(), limits: Limits()),
        environment: [:], limits: Limits(wallSeconds: 20))
      let outcome = probe.run()
      if outcome.succeeded { return sandbox }
      words = outcome.errorText.split(separator: "\n").first.map(String.init) ?? "no reason given"
    }
    if choice == .auto { return plain }
    throw UsageError("--sandbox bwrap: bwrap does not work here: \(words)")
  }
}
