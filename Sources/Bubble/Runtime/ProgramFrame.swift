internal import CBubbleRuntime
internal import Synchronization

/// A frame of the program's own code on a stack.
struct ProgramFrame: Sendable {
  /// The line, where the compiler has noted one.
  let place: SourceLine?
  /// The module that the function belongs to, where only its symbol is known.
  let module: String?

  /// This package's own modules, which do not count as the program.
  static let ourModules: Set = ["Bubble", "Channels", "Probe", "CourseTesting"]

  init(place: SourceLine, module: String?) {
    self.place = place
    self.module = module
  }

  /// A frame that has no line, as when nothing follows an `await`.
  ///
  /// - Parameter symbol: A mangled name, which begins with the module, as in `$s4Quay6unloadyyYaF`.
  init?(symbol: String) {
    guard let module = Self.module(in: symbol), !Self.ourModules.contains(module) else {
      return nil
    }
    place = nil
    self.module = module
  }

  private static func module(in symbol: String) -> String? {
    guard symbol.hasPrefix("$s") else { return nil }
    let rest = symbol.dropFirst(2)
    let digits = rest.prefix(while: \.isNumber)
    guard let length = Int(digits), length > 0 else { return nil }
    return String(rest.dropFirst(digits.count).prefix(length))
  }

  private static func symbol(at address: UInt64) -> String? {
    race_function(UInt(address)).map { String(cString: $0) }
  }

  /// Whether the address is in code of this package, according to its symbol; code in C counts as
  /// ours.
  static func isOurs(_ address: UInt64) -> Bool {
    guard let symbol = symbol(at: address) else { return false }
    return !symbol.hasPrefix("$s") || module(in: symbol).map(ourModules.contains) == true
  }

  /// The modules of the addresses that have been looked up.
  private static let modules = Mutex<[UInt64: String?]>([:])

  /// The module of the program whose function this address is in, found without debug information;
  /// `nil` for this package's own, for libraries, and for what the compiler has made.
  static func module(of address: UInt64) -> String? {
    modules.withLock { known in
      if let module = known[address] { return module }
      let module = symbol(at: address).flatMap { ProgramFrame(symbol: $0)?.module }
      known[address] = .some(module)
      return module
    }
  }
}
