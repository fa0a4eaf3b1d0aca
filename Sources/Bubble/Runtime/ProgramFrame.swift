/// A frame of the program's own code on a stack.
struct ProgramFrame: Sendable {
  /// The line, where the compiler has noted one.
  let place: SourcePlace?
  /// The module that the function belongs to, where only its symbol is known.
  let module: String?

  /// This package's own modules: what is said of a program is not said of them.
  static let ourModules: Set = ["Bubble", "Channels", "Probe", "CourseTesting"]

  init(place: SourcePlace, module: String?) {
    self.place = place
    self.module = module
  }

  /// A frame that has no line, as where nothing follows an `await`.
  ///
  /// - Parameter symbol: A mangled name, which begins with the module, as in `$s4Quay6unloadyyYaF`.
  init?(symbol: String) {
    guard symbol.hasPrefix("$s") else { return nil }
    let rest = symbol.dropFirst(2)
    let digits = rest.prefix(while: \.isNumber)
    guard let length = Int(digits), length > 0 else { return nil }
    let module = String(rest.dropFirst(digits.count).prefix(length))
    guard !Self.ourModules.contains(module) else { return nil }
    place = nil
    self.module = module
  }
}
