import Foundation

/// Writes archives as other programs do: names are bytes, of whatever letters.
enum ArchiveSample {
  /// A `.zip` of files that are not compressed.
  ///
  /// - Parameters:
  ///   - members: Each file's name and content.
  ///   - isUTF8: Whether the archive says that its names are UTF-8.
  ///   - system: What it was made on: 0 for Windows, 3 for everything else.
  ///   - links: The names of those that are links.
  /// - Returns: The archive.
  static func zip(
    _ members: [(name: [UInt8], content: String)], isUTF8: Bool = false, system: UInt8 = 3,
    links: [[UInt8]] = []
  ) -> Data {
    var files: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in members {
      let bytes = Array(content.utf8)
      let mode: UInt32 = links.contains(name) ? 0o120777 : 0o100644
      let size = UInt32(bytes.count)
      var common = short([isUTF8 ? 0x800 : 0, 0])
      common += long([0x5000, checksum(bytes), size, size])
      common += short([UInt16(name.count), 0])
      directory += Array("PK\u{1}\u{2}".utf8) + [20, system] + short([20]) + common
      directory += short([0, 0, 0])
      directory += long([system == 3 ? mode << 16 : 0, UInt32(files.count)]) + name
      files += Array("PK\u{3}\u{4}".utf8) + short([20]) + common + name + bytes
    }
    let count = UInt16(members.count)
    var end = Array("PK\u{5}\u{6}".utf8) + short([0, 0, count, count])
    end += long([UInt32(directory.count), UInt32(files.count)]) + short([0])
    return Data(files + directory + end)
  }

  /// Numbers of two bytes, the little end first.
  private static func short(_ numbers: [UInt16]) -> [UInt8] {
    numbers.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  /// Numbers of four bytes, the little end first.
  private static func long(_ numbers: [UInt32]) -> [UInt8] {
    numbers.flatMap { short([UInt16($0 & 0xFFFF), UInt16($0 >> 16)]) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
