/// Reads the symbol table of an object file (ELF, 64 bits, little-endian).
enum ObjectFile {
  /// A name that an object file defines for others.
  struct Definition: Hashable {
    var name: String

    /// Whether a definition elsewhere may take its place.
    var isWeak: Bool
  }

  /// All global and weak definitions; `nil` when the bytes are not such a file.
  static func definitions(in file: [UInt8]) -> [Definition]? {
    func number(at offset: Int, bytes: Int) -> Int? {
      guard offset >= 0, offset + bytes <= file.count else { return nil }
      return (0..<bytes).reversed().reduce(0) { $0 << 8 | Int(file[offset + $1]) }
    }
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

    var found: [Definition] = []
    for entry in stride(from: table.start, to: table.start + table.length, by: 24) {
      guard let name = number(at: entry, bytes: 4), let info = number(at: entry + 4, bytes: 1),
        let place = number(at: entry + 6, bytes: 2), name < names.length
      else { return nil }
      let binding = info >> 4  // 0 local, 1 global, 2 weak
      guard binding != 0, place != 0 else { continue }
      let bytes = file[names.start + name..<names.start + names.length].prefix { $0 != 0 }
      found.append(Definition(name: String(decoding: bytes, as: UTF8.self), isWeak: binding == 2))
    }
    return found
  }
}
