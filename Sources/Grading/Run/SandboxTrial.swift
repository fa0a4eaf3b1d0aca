import Foundation
import GraderFormats

/// Tries what a sandbox must prevent, and checks its limits.
package struct SandboxTrial {
  package struct Check {
    package var name: String
    package var run: () throws -> String
  }

  var context: GradingContext

  package init(context: GradingContext) { self.context = context }

  package var checks: [Check] {
    let walls = [
      Check(name: "no network") {
        try expect("cat /proc/net/dev", "only the loopback device") {
          $0.outputText.split(separator: "\n").dropFirst(2).allSatisfy {
            $0.trimmed.hasPrefix("lo:")
          }
        }
      },
      Check(name: "own files only") {
        let course = context.package
        // If the checkout is in /tmp, the sandbox has its own /tmp, and what is written there is
        // gone afterwards. So look whether the file exists outside.
        let file = "\(course)/doctor-\(UUID())"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let script = """
          ls "\(course)/Solutions" "\(course)/Tests" /root /home 2>/dev/null
          for place in / /usr /etc /tmp/.. /dev
          do touch "$place/doctor" 2>/dev/null && echo "$place"; done
          touch "\(file)" 2>/dev/null; true
          """
        return try expect(script, "nothing else can be read or written") {
          $0.output.isEmpty && !Files.exists(file)
        }
      },
      Check(name: "no rights of root") {
        try expect("grep CapEff /proc/self/status", "what is read-only stays read-only") {
          $0.outputText.split(whereSeparator: \.isWhitespace).last?.allSatisfy { $0 == "0" }
            ?? false
        }
      },
      Check(name: "own processes only") {
        try expect("ls -d /proc/[0-9]*", "no other processes are visible") {
          $0.outputText.split(separator: "\n").count < 8
        }
      },
    ]
    let limits = [
      Check(name: "limit on processor time") {
        try expect("while :; do :; done", "1 s ends at 1 s", Limits(processorSeconds: 1)) {
          $0.end != .exited(0) && $0.end != .killed(.wallTime)
        }
      },
      Check(name: "limit on memory") {
        let limits = Limits(memoryMegabytes: 64, groupMegabytes: 128)
        let script = "head -c 512m /dev/zero | tail -c 500m >/dev/null"
        return try expect(script, "512 MB do not fit into 64", limits) { $0.end != .exited(0) }
      },
      Check(name: "limit on processes") {
        let script = "for i in $(seq 100); do sleep 20 & done; wait"
        return try expect(script, "100 are too many for 32", Limits(groupProcesses: 32)) {
          $0.end != .exited(0) && $0.end != .killed(.wallTime)
        }
      },
      Check(name: "limit on files") {
        try expect("head -c 3m /dev/zero >big", "3 MB do not fit into 1", Limits(fileMegabytes: 1))
        {
          $0.end != .exited(0)
        }
      },
      Check(name: "nothing survives") {
        let seconds = "\(Int.random(in: 10_000..<100_000))"
        let script = "setsid sleep \(seconds) & sleep 0.1"
        return try expect(script, "what a process leaves running is ended") { _ in
          !Self.isRunning(seconds)
        }
      },
    ]
    return (context.sandbox.bwrap == nil ? [] : walls) + limits
  }

  /// Runs a script in the same way as tested code, and checks the outcome.
  private func expect(
    _ script: String, _ promise: String, _ limits: Limits = Limits(),
    _ isKept: (ChildOutcome) -> Bool
  ) throws -> String {
    let folder = "\(context.home)/work/\(WorkFolders.name("doctor"))"
    try Files.makeFolder(folder)
    defer { Files.removeAll(folder) }
    var limits = limits
    limits.wallSeconds = 60
    let outcome = Child(
      command: context.sandbox.wrap(["/bin/sh", "-c", script], in: folder, limits: limits),
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder], limits: limits, folder: folder,
      leavesOrphans: context.sandbox.bwrap == nil
    ).run()
    if let infrastructureError = InfrastructureError(outcome) { throw infrastructureError }
    guard isKept(outcome) else {
      let words = (outcome.outputText + outcome.errorText).split(separator: "\n").first ?? ""
      throw InfrastructureError(
        "failed, \(outcome.end): \(String(words).printable.shortened(to: 80))")
    }
    return promise
  }

  /// Whether a process with this argument still runs after it had time to end.
  private static func isRunning(_ argument: String) -> Bool {
    for _ in 0..<20 {
      let isThere = Files.entries(of: "/proc").contains { entry in
        guard Int(entry) != nil, let text = Files.text("/proc/\(entry)/cmdline") else {
          return false
        }
        return text.split(separator: "\0").contains { $0 == argument }
      }
      if !isThere { return false }
      usleep(50_000)
    }
    return true
  }
}
