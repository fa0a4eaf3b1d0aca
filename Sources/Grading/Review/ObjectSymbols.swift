import Foundation

/// The names that an object file defines for others, read from its symbol table (ELF, 64 bits).
///
/// What a chapter may define is judged by what the compiler made of it. This trusts no parser: code
/// that the compiler reads in another way than the parser is found here, too.
enum ObjectSymbols {
  struct Symbol: Hashable {
    var name: String

    /// Whether a definition elsewhere may take its place.
    var isWeak: Bool
  }

  /// Finds definitions in a chapter's object that are not the chapter's own.
  ///
  /// The linker would prefer them to those of a library: of the testing library, for example.
  ///
  /// - Parameters:
  ///   - object: The path of the object file.
  ///   - module: The chapter's module.
  /// - Returns: The first foreign name; `nil` if there is none.
  /// - Throws: `InfrastructureError` when it is no object file that this machine can link.
  static func foreign(in object: String, module: String) throws -> String? {
    guard let content = FileManager.default.contents(atPath: object),
      let symbols = definitions(in: [UInt8](content))
    else { throw InfrastructureError("the object file of \(module) cannot be read") }
    return symbols.filter { !isOwn($0, module: module) }.map(\.name).min()
  }

  /// Whether a definition may be a chapter's own.
  ///
  /// Swift's names begin with `$s`, and those of a chapter have its module in them. In extensions of
  /// another module's types, words of that module are left out of the chapter's name, but not the
  /// first: `Chapter03`.
  ///
  /// Weak definitions are pieces that each module makes for itself, such as a thunk. None of them is a
  /// function of the testing library, or of a module that only the tests use.
  static func isOwn(_ symbol: Symbol, module: String) -> Bool {
    let name = symbol.name
    if name.contains("\(module.utf8.count)\(module)") { return true }
    let word = module.prefix(while: { !$0.isNumber }) + module.drop { !$0.isNumber }.prefix(2)
    if name.hasPrefix("$s"), name.contains(word) { return !name.contains("Tests") }
    let isFunction = name.hasSuffix("F") || name.hasSuffix("FZ")
    return symbol.isWeak && !name.hasPrefix("swt_")
      && !(isFunction && testModules.contains { name.hasPrefix("$s\($0.utf8.count)\($0)") })
  }

  private static let testModules = ["Testing", "Bubble", "CourseTesting", "Probe", "RunFormats"]

  /// All global and weak definitions; `nil` when the bytes are no such file.
  static func definitions(in file: [UInt8]) -> [Symbol]? {
    func number(at offset: Int, bytes: Int) -> Int? {
      guard offset >= 0, offset + bytes <= file.count else { return nil }
      return (0..<bytes).reversed().reduce(0) { $0 << 8 | Int(file[offset + $1]) }
    }
    // 64 bits, little-endian.
    guard file.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]),
      let sections = number(at: 0x28, bytes: 7), let size = number(at: 0x3A, bytes: 2),
      let count = number(at: 0x3C, bytes: 2)
    else { return nil }
    /// The place and the length of a section, and the section that it refers to.
    func section(_ index: Int) -> (start: Int, length: Int, link: Int)? {
      let header = sections + index * size
      guard let start = number(at: header + 0x18, bytes: 7),
        let length = number(at: header + 0x20, bytes: 7),
        let link = number(at: header + 0x28, bytes: 4), start + length <= file.count
      else { return nil }
      return (start, length, link)
    }
    let isSymbolTable = { number(at: sections + $0 * size + 4, bytes: 4) == 2 }
    guard let index = (0..<count).first(where: isSymbolTable), let table = section(index),
      let names = section(table.link)
    else { return nil }

    var found: [Symbol] = []
    for entry in stride(from: table.start, to: table.start + table.length, by: 24) {
      guard let name = number(at: entry, bytes: 4), let info = number(at: entry + 4, bytes: 1),
        let place = number(at: entry + 6, bytes: 2), name < names.length
      else { return nil }
      let binding = info >> 4  // 0 local, 1 global, 2 weak
      guard binding != 0, place != 0 else { continue }
      let bytes = file[names.start + name..<names.start + names.length].prefix { $0 != 0 }
      found.append(Symbol(name: String(decoding: bytes, as: UTF8.self), isWeak: binding == 2))
    }
    return found
  }
}
