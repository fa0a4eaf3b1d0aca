internal import Runtime
internal import Synchronization

/// A place in the program that was found by looking at the stack.
///
/// Only runs that are told to explain themselves look: it takes a third of a millisecond.
struct StartSite {
  private let backtrace: Backtrace

  /// The program's images, looked up once: to look while another thread reads debug information
  /// meets files that are being unmapped.
  private static let images = ImageMap.capture()
  private static let symbolication = Mutex<Void>(())

  static func capture() -> StartSite? {
    // Not the outermost frames, which are the bubble's own: to name a frame takes 15 ms.
    (try? Backtrace.capture(algorithm: .auto, limit: 16, top: 0, images: images))
      .map(StartSite.init)
  }

  /// The innermost frame that belongs to the program, as `Chapter03Channels/Ping.swift:12`.
  func describe() -> String? {
    let symbolicated = Self.symbolication.withLock { _ in
      backtrace.symbolicated(
        with: Self.images, options: [.showSourceLocations, .showInlineFrames, .useSymbolCache])
    }
    guard let symbolicated else { return nil }
    for frame in symbolicated.frames {
      guard let symbol = frame.symbol, let location = symbol.sourceLocation, location.line > 0
      else { continue }
      let parts = location.path.split(separator: "/")
      guard let file = parts.last, file.hasSuffix(".swift"), !file.hasPrefix("<"),
        !Self.isOurs(parts), !Self.isToolchain(location.path)
      else { continue }
      return "\(file):\(location.line)"
    }
    return nil
  }

  private static func isOurs(_ parts: [Substring]) -> Bool {
    guard let sources = parts.lastIndex(of: "Sources"), sources + 1 < parts.count else {
      return false
    }
    return ["Bubble", "Channels", "Probe"].contains(parts[sources + 1])
  }

  private static func isToolchain(_ path: String) -> Bool {
    path.contains("swift/stdlib") || path.contains("/swift-testing/") || path.contains("@__swift")
  }
}
