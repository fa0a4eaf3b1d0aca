import Foundation

/// A process and everything below it, as `/proc` shows them at one moment.
struct ProcessTree {
  var members: [pid_t] = []
  var processorSeconds = 0.0
  var residentMegabytes = 0

  /// Whether a thread somewhere runs, wants to run, or waits for a disk.
  var isAnyThreadActive = false

  /// Looks at the tree; `nil` where there is no `/proc` to look at.
  init?(root: pid_t) {
    guard let total = Self.stat("/proc/\(root)/stat") else { return nil }
    var queue = [root]
    processorSeconds += total.seconds
    residentMegabytes += total.megabytes
    members.append(root)
    while let process = queue.popLast() {
      for thread in Self.numbers(in: "/proc/\(process)/task") {
        let path = "/proc/\(process)/task/\(thread)"
        if let state = Self.stat(path + "/stat")?.state, state == "R" || state == "D" {
          isAnyThreadActive = true
        }
        let children = Self.text(path + "/children").split(separator: " ").compactMap {
          pid_t($0)
        }
        for child in children {
          queue.append(child)
          members.append(child)
          guard let own = Self.stat("/proc/\(child)/stat") else { continue }
          processorSeconds += own.seconds
          residentMegabytes += own.megabytes
        }
      }
    }
  }

  /// State and processor time; the fields follow the name, which may hold anything but ends in `)`.
  private static func stat(
    _ path: String
  ) -> (state: Substring, seconds: Double, megabytes: Int)? {
    let content = text(path)
    guard let end = content.lastIndex(of: ")") else { return nil }
    let fields = content[content.index(after: end)...].split(separator: " ")
    guard fields.count > 21 else { return nil }
    let ticks = fields[11...14].reduce(0.0) { $0 + (Double($1) ?? 0) }
    let bytes = (Int(fields[21]) ?? 0) * sysconf(Int32(_SC_PAGESIZE))
    return (fields[0], ticks / Double(sysconf(Int32(_SC_CLK_TCK))), bytes >> 20)
  }

  private static func numbers(in folder: String) -> [Int] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).compactMap { Int($0) }
  }

  /// Reads a file that claims to have no size.
  private static func text(_ path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { space in
      let count = read(file, space.baseAddress, space.count)
      return count > 0
        ? String(decoding: UnsafeRawBufferPointer(rebasing: space[..<count]), as: UTF8.self) : ""
    }
  }
}
