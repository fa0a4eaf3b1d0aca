/// A line of a source file, as debug information names it.
struct SourceLine: Sendable {
  let path: String
  let line: Int

  /// As `Ping.swift:12`.
  var text: String { "\(parts.last ?? ""):\(line)" }

  private var parts: [Substring] { path.split(separator: "/") }

  /// Whether it is neither the toolchain's nor this package's own.
  var isOfProgram: Bool {
    guard let file = parts.last, file.hasSuffix(".swift"), !file.hasPrefix("<") else {
      return false
    }
    return !isOurs && !isToolchain
  }

  private var isOurs: Bool {
    let parts = parts
    guard let sources = parts.lastIndex(of: "Sources"), sources + 1 < parts.count else {
      return false
    }
    return ProgramFrame.ourModules.contains(String(parts[sources + 1]))
  }

  private var isToolchain: Bool {
    path.contains("swift/stdlib") || path.contains("/swift-testing/") || path.contains("@__swift")
  }
}
