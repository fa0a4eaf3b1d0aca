internal import Synchronization

#if os(Linux)
  // To give a name to one frame alone needs an interface that is not public yet.
  @_spi(Internal) internal import Runtime
#endif

/// A place in the program that was found by looking at the stack.
///
/// Only runs that are told to explain themselves look: it takes a third of a millisecond.
struct StartSite {
  #if os(Linux)
    private let backtrace: Backtrace

    /// The program's images, looked up once: to look while another thread reads debug information
    /// meets files that are being unmapped.
    private static let images = ImageMap.capture()

    private static let architecture =
      (try? Backtrace.capture(limit: 1, images: images))?.architecture ?? ""

    /// Where the frames seen so far belong; `nil` stands for a place outside the program.
    ///
    /// The runtime takes up to 15 ms to find a place, and most stacks share their frames.
    private static let places = Mutex<[UInt64: String?]>([:])

    static func capture() -> StartSite? {
      // Not the outermost frames, which are the bubble's own.
      (try? Backtrace.capture(algorithm: .auto, limit: 16, top: 0, images: images))
        .map(StartSite.init)
    }

    /// The innermost frame that belongs to the program, as `Chapter03Channels/Ping.swift:12`.
    func describe() -> String? {
      Self.places.withLock { places in
        let frames = backtrace.frames.compactMap { UInt64($0.adjustedProgramCounter) }
        // The innermost frame is this file's. What lies in another image is a library's, which its
        // debug information need not tell.
        guard let program = frames.first.flatMap(Self.image) else { return nil }
        for address in frames where program.contains(address) {
          let place = places[address] ?? Self.place(of: address)
          places[address] = .some(place)
          if let place { return place }
        }
        return nil
      }
    }

    /// The line of the call that returns to this address, if that is in the program.
    static func describe(returnAddress: UInt) -> String? {
      places.withLock { places -> String? in
        let address = UInt64(returnAddress) - 1
        if let known = places[address] { return known }
        // What the compiler has put in has no line: the code around it has.
        let line = [0, 1, 6, 11, 16, 24].lazy.compactMap { place(of: address + $0) }.first
        places[address] = .some(line)
        return line
      }
    }

    private static func image(of address: UInt64) -> Range<UInt64>? {
      for image in images {
        guard let start = UInt64(image.baseAddress), let end = UInt64(image.endOfText) else {
          continue
        }
        if start <= address, address < end { return start..<end }
      }
      return nil
    }

    /// The line of the program that a frame belongs to; inlined calls may give it several.
    private static func place(of address: UInt64) -> String? {
      let alone = Backtrace(
        architecture: architecture, frames: [RichFrame.programCounter(address)],
        images: images)
      let named = alone.symbolicated(
        with: images, options: [.showSourceLocations, .showInlineFrames, .useSymbolCache])
      for frame in named?.frames ?? [] {
        guard let location = frame.symbol?.sourceLocation, location.line > 0 else { continue }
        let parts = location.path.split(separator: "/")
        guard let file = parts.last, file.hasSuffix(".swift"), !file.hasPrefix("<"),
          !isOurs(parts), !isToolchain(location.path)
        else { continue }
        return "\(file):\(location.line)"
      }
      return nil
    }
  #else
    static func capture() -> StartSite? { nil }
    func describe() -> String? { nil }
    static func describe(returnAddress: UInt) -> String? { nil }
  #endif

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
