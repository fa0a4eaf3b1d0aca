import Foundation

/// A process and everything below it, as `/proc` shows them at one moment.
struct ProcessTree {
  var members: [pid_t] = []
  var processorSeconds = 0.0
  var residentMegabytes = 0

  /// The megabytes in files that no longer have a name, or never had one, on a disk or in memory.
  ///
  /// Such files are in no folder.
  var namelessMegabytes: Int {
    var sizes: [String: Int] = [:]
    for member in members { Self.addNameless(of: member, to: &sizes) }
    return sizes.values.reduce(0, +) >> 20
  }

  /// Whether any thread runs, is ready to run, or waits for a disk.
  var isAnyThreadActive = false

  /// Whether any thread was stopped, as by `SIGSTOP`.
  var isAnyThreadStopped = false

  /// Reads the tree; `nil` on a system without `/proc`, or when the process is gone.
  init?(root: pid_t) {
    guard let total = Self.usage(of: "/proc/\(root)/stat") else { return nil }
    var queue = [root]
    processorSeconds += total.seconds
    residentMegabytes += total.megabytes
    members.append(root)
    while let process = queue.popLast() {
      for thread in Self.numbers(in: "/proc/\(process)/task") {
        let path = "/proc/\(process)/task/\(thread)"
        let state = Self.usage(of: path + "/stat")?.state
        if state == UInt8(ascii: "R") || state == UInt8(ascii: "D") { isAnyThreadActive = true }
        if state == UInt8(ascii: "T") { isAnyThreadStopped = true }
        let children = Self.text(path + "/children").split(separator: " ").compactMap {
          pid_t($0)
        }
        for child in children {
          queue.append(child)
          members.append(child)
          guard let own = Self.usage(of: "/proc/\(child)/stat") else { continue }
          processorSeconds += own.seconds
          residentMegabytes += own.megabytes
        }
      }
    }
  }

  /// State, processor time and memory: the fields after the name, which ends at the last `)`.
  ///
  /// A look at a tree reads some thirty of these files, many times a second.
  private static func usage(
    of path: String
  ) -> (state: UInt8, seconds: Double, megabytes: Int)? {
    var content = bytes(path)
    content.append(0)
    return content.withUnsafeMutableBytes { content in
      guard let start = content.assumingMemoryBound(to: CChar.self).baseAddress,
        let name = strrchr(start, CInt(UInt8(ascii: ")"))), name[1] != 0
      else { return nil }
      let state = UInt8(bitPattern: name[2])
      var next = name + 3
      var fields: [Int] = []
      for _ in 1...21 {
        var end: UnsafeMutablePointer<CChar>?
        fields.append(strtol(next, &end, 10))
        next = end ?? next
      }
      let ticks = fields[10...13].reduce(0, +)
      return (
        state, Double(ticks) / Double(sysconf(Int32(_SC_CLK_TCK))),
        (fields[20] * sysconf(Int32(_SC_PAGESIZE))) >> 20
      )
    }
  }

  /// Adds the bytes of the nameless files that a process has open or mapped, each file once.
  private static func addNameless(of process: pid_t, to sizes: inout [String: Int]) {
    for file in numbers(in: "/proc/\(process)/fd") {
      var status = stat()
      guard stat("/proc/\(process)/fd/\(file)", &status) == 0, status.st_nlink == 0,
        status.st_mode & S_IFMT == S_IFREG
      else { continue }
      sizes["\(status.st_ino)"] = Int(status.st_blocks) * 512
    }
    // A line is: address permissions offset device inode path (deleted).
    let mark = " (deleted)"
    let maps = bytes("/proc/\(process)/maps")
    // Most processes have hundreds of lines and none that is marked, so look before splitting.
    guard Data(maps).range(of: Data(mark.utf8)) != nil else { return }
    for line in String(decoding: maps, as: UTF8.self).split(separator: "\n")
    where line.hasSuffix(mark) {
      let fields = line.split(separator: " ")
      let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
      guard fields.count > 4, ends.count == 2 else { continue }
      let inode = String(fields[4])
      sizes[inode] = max(sizes[inode] ?? 0, ends[1] - ends[0])
    }
  }

  private static func numbers(in folder: String) -> [Int] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).compactMap { Int($0) }
  }

  private static func text(_ path: String) -> String {
    String(decoding: bytes(path), as: UTF8.self)
  }

  /// Reads a file whose size is reported as 0, as in `/proc`.
  private static func bytes(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return withUnsafeTemporaryAllocation(byteCount: 4096, alignment: 1) { space in
      var content: [UInt8] = []
      while content.count < 16 << 20 {
        let count = read(file, space.baseAddress, space.count)
        if count <= 0 { break }
        content += UnsafeRawBufferPointer(rebasing: space[..<count])
      }
      return content
    }
  }
}
