internal import CBubbleRuntime

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the threads of this process are doing, according to the kernel.
enum ThreadState {
  /// Whether the thread sleeps: for a lock, a pipe, an alarm; not for a processor.
  static func isAsleep(_ thread: Int32) -> Bool {
    letter(of: "\(thread)") == UInt8(ascii: "S")
  }

  /// The processor time in nanoseconds that the kernel used for the thread.
  ///
  /// The kernel counts it in ticks, of which a second has a hundred or more.
  static func kernelTime(_ thread: Int32) -> UInt64 {
    // The fifteenth field of all, and the state is the third.
    guard let fields = fields(of: "\(thread)"), fields.count > 12,
      let ticks = UInt64(String(decoding: fields[12], as: UTF8.self))
    else { return 0 }
    return ticks * 1_000_000_000 / UInt64(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Whether any thread but those of bubbles runs or could run if it had a processor.
  static func othersRun() -> Bool {
    #if os(Linux)
      guard let folder = opendir("/proc/self/task") else { return false }
      defer { closedir(folder) }
      let own = Set(BubbleThreads.shared.ids.map { "\($0)" })
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        guard !own.contains(name), name.first != "." else { continue }
        if let letter = letter(of: name), letter == UInt8(ascii: "R") || letter == UInt8(ascii: "D")
        {
          return true
        }
      }
    #endif
    return false
  }

  private static func letter(of thread: String) -> UInt8? { fields(of: thread)?.first?.first }

  /// What the kernel says about the thread, from the letter of its state on.
  private static func fields(of thread: String) -> [ArraySlice<UInt8>]? {
    #if os(Linux)
      let file = open("/proc/self/task/\(thread)/stat", O_RDONLY)
      guard file >= 0 else { return nil }
      defer { close(file) }
      var buffer = [UInt8](repeating: 0, count: 512)
      let count = read(file, &buffer, buffer.count)
      // "1234 (name) S …": the name may hold anything, so look for the last parenthesis.
      guard count > 0, let end = buffer[..<count].lastIndex(of: UInt8(ascii: ")")) else {
        return nil
      }
      return buffer[(end + 1)..<count].split(separator: UInt8(ascii: " "))
    #else
      return nil
    #endif
  }
}
