/// FNV-1a with 64 bits: a digest that needs no library and is the same on every machine.
///
/// It tells files apart as long as no one tries to make two files with the same digest. Where
/// someone might, as with a student's files, use `SHA256`.
public struct Digest: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts an empty digest.
  public init() {}

  /// Adds bytes.
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Adds a text, preceded by its length, so that `ab` + `c` differs from `a` + `bc`.
  public mutating func add(_ text: String) {
    withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { add($0) }
    add(text.utf8)
  }

  /// The digest so far as 16 hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
