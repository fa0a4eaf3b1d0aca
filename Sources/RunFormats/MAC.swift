/// Authenticates the records of a test run: code without the key can neither forge a record nor
/// leave one out from between others.
///
/// The grader and the runner share a key that is never in a file, an argument or the environment.
/// The authentication tag is SipHash-2-4 (Aumasson and Bernstein 2012) of the record and its
/// number.
package struct MAC: Sendable {
  private let key: (UInt64, UInt64)

  /// Reads the key from its text.
  ///
  /// - Parameter text: 32 hexadecimal digits.
  package init?(_ text: String) {
    guard text.utf8.count == 32, let left = UInt64(text.prefix(16), radix: 16),
      let right = UInt64(text.suffix(16), radix: 16)
    else { return nil }
    key = (left, right)
  }

  /// The text of a new random key, which no one can guess.
  package static func randomKey() -> String {
    (0..<2).map { _ in hexadecimal(UInt64.random(in: .min ... .max)) }.joined()
  }

  /// The authentication tag of a record: 16 hexadecimal digits.
  ///
  /// - Parameters:
  ///   - record: The record's bytes.
  ///   - number: How many records came before it.
  /// - Returns: The authentication tag.
  package func tag(_ record: some Collection<UInt8>, number: Int) -> String {
    var bytes = withUnsafeBytes(of: UInt64(number).littleEndian) { Array($0) }
    bytes += record
    let count = bytes.count
    // SipHash fills the last word up with zeros, and ends it with the count.
    bytes += repeatElement(0, count: 7 - count % 8)
    bytes.append(UInt8(truncatingIfNeeded: count))
    var state = State(key)
    bytes.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count, by: 8) {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        state.take(UInt64(littleEndian: word))
      }
    }
    return Self.hexadecimal(state.finish())
  }

  /// A record as a line of the events file: its authentication tag, a space, and the record.
  package func line(_ record: some Collection<UInt8>, number: Int) -> [UInt8] {
    Array("\(tag(record, number: number)) ".utf8) + record + [UInt8(ascii: "\n")]
  }

  /// The record in a line without its end; `nil` if its tag does not fit this key and number.
  package func record<Line: Collection<UInt8>>(in line: Line, number: Int) -> Line.SubSequence? {
    let record = line.dropFirst(17)
    return line.prefix(16).elementsEqual(tag(record, number: number).utf8) ? record : nil
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// SipHash's four words.
  private struct State {
    var v0, v1, v2, v3: UInt64

    init(_ key: (UInt64, UInt64)) {
      v0 = key.0 ^ 0x736f_6d65_7073_6575
      v1 = key.1 ^ 0x646f_7261_6e64_6f6d
      v2 = key.0 ^ 0x6c79_6765_6e65_7261
      v3 = key.1 ^ 0x7465_6462_7974_6573
    }

    mutating func take(_ word: UInt64) {
      v3 ^= word
      round()
      round()
      v0 ^= word
    }

    mutating func finish() -> UInt64 {
      v2 ^= 0xff
      for _ in 0..<4 { round() }
      return v0 ^ v1 ^ v2 ^ v3
    }

    private mutating func round() {
      v0 &+= v1
      v1 = Self.rotate(v1, 13) ^ v0
      v0 = Self.rotate(v0, 32)
      v2 &+= v3
      v3 = Self.rotate(v3, 16) ^ v2
      v0 &+= v3
      v3 = Self.rotate(v3, 21) ^ v0
      v2 &+= v1
      v1 = Self.rotate(v1, 17) ^ v2
      v2 = Self.rotate(v2, 32)
    }

    private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 {
      word << count | word >> (64 - count)
    }
  }
}
