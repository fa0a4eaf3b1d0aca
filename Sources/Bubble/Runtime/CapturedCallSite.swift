internal import Synchronization

#if os(Linux)
  // Finding the name of a single frame needs an interface that is not public yet.
  @_spi(Internal) internal import Runtime
#endif

/// A place in the program that was found by looking at the stack.
///
/// Only runs that are told to explain themselves look: it takes a third of a millisecond.
struct CapturedCallSite {
  #if os(Linux)
    /// The innermost frame first.
    private let addresses: [UInt64]

    /// The program's images, looked up once: a look while another thread reads debug information
    /// could meet files that are being unmapped.
    private static let images = ImageMap.capture()

    /// Where the frames seen so far belong; `nil` stands for a frame that is not the program's.
    ///
    /// The runtime takes up to 15 ms to find a place, and most stacks share their frames.
    private static let known = Mutex<[UInt64: ProgramFrame?]>([:])

    /// The image that this code is in, which is the program's.
    private static let program: Range<UInt64>? = capture()?.addresses.first.flatMap(image)

    static func capture() -> CapturedCallSite? {
      // Not the outermost frames, which are the bubble's own.
      (try? Backtrace.capture(algorithm: .auto, limit: 16, top: 0, images: images)).map { stack in
        CapturedCallSite(addresses: stack.frames.compactMap { UInt64($0.adjustedProgramCounter) })
      }
    }

    init(addresses: [UInt64]) {
      self.addresses = addresses
    }

    /// The frames that belong to the program, the innermost first.
    ///
    /// Code in another image belongs to a library; no debug information is needed to know that.
    var frames: [ProgramFrame] {
      guard let program = Self.program else { return [] }
      return Self.known.withLock { known in
        addresses.filter(program.contains).compactMap { Self.frame(at: $0, &known) }
      }
    }

    /// The innermost line of the program, as `Ping.swift:12`.
    func describe() -> String? { frame?.place?.text }

    /// The line at which a thread was found in the innermost function of the program.
    ///
    /// The instruction itself may have no line.
    var innermostLine: String? {
      guard let program = Self.program else { return nil }
      let innermost = Self.known.withLock { known in
        addresses.first { program.contains($0) && Self.frame(at: $0, &known) != nil }
      }
      return innermost.flatMap(Self.closestLine)
    }

    /// The innermost frame that belongs to the program and has a line.
    var frame: ProgramFrame? {
      guard let program = Self.program else { return nil }
      return Self.known.withLock { known in
        for address in addresses where program.contains(address) {
          if let frame = Self.frame(at: address, &known), frame.place != nil { return frame }
        }
        return nil
      }
    }

    /// The line of the call that returns to this address, if that is in the program.
    static func describe(returnAddress: UInt) -> String? {
      closestLine(to: UInt64(returnAddress) - 1)
    }

    /// The line that an instruction belongs to, or the one after it.
    private static func closestLine(to address: UInt64) -> String? {
      known.withLock { known in
        // What the compiler has inserted has no line, but the code around it does.
        for offset: UInt64 in [0, 1, 6, 11, 16, 24, 32, 48] {
          if let place = frame(at: address + offset, &known)?.place { return place.text }
        }
        return nil
      }
    }

    private static func frame(
      at address: UInt64, _ known: inout [UInt64: ProgramFrame?]
    ) -> ProgramFrame? {
      if let frame = known[address] { return frame }
      // Debug information is read from its beginning for each address, even if several are asked
      // for.
      let frame = ProgramFrame.isOurs(address) ? nil : frame(at: address)
      known[address] = .some(frame)
      return frame
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

    /// The line of the program that a frame belongs to.
    ///
    /// Calls that were inlined are not looked for: tested code is not optimized, and finding them
    /// takes as long as finding the line.
    private static func frame(at address: UInt64) -> ProgramFrame? {
      let alone = Backtrace(
        architecture: Self.architecture, frames: [RichFrame.programCounter(address)],
        images: Self.images)
      let named = alone.symbolicated(
        with: images, options: [.showSourceLocations, .useSymbolCache])
      for frame in named?.frames ?? [] {
        guard let location = frame.symbol?.sourceLocation, location.line > 0 else { continue }
        let place = SourceLine(path: location.path, line: location.line)
        if place.isOfProgram { return ProgramFrame(place: place, module: nil) }
      }
      let symbols = named?.frames.compactMap { $0.symbol?.rawName } ?? []
      return symbols.lazy.compactMap(ProgramFrame.init(symbol:)).first
    }

    private static let architecture: String =
      (try? Backtrace.capture(limit: 1, images: images))?.architecture ?? ""
  #else
    static func capture() -> CapturedCallSite? { nil }
    init(addresses: [UInt64]) {}
    var frames: [ProgramFrame] { [] }
    var frame: ProgramFrame? { nil }
    var innermostLine: String? { nil }
    func describe() -> String? { nil }
    static func describe(returnAddress: UInt) -> String? { nil }
  #endif
}
