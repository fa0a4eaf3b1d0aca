/// How the system makes room when it has no memory left: it ends a process.
enum MemoryShortage {
  /// How often it has done so since it was started; `nil` where it does not tell.
  static var kills: Int? {
    let lines = Files.text("/proc/vmstat")?.split(separator: "\n") ?? []
    return lines.first { $0.hasPrefix("oom_kill ") }.flatMap { Int($0.dropFirst(9)) }
  }
}
