import Foundation

/// A child's output; of too much, only the beginning and the end.
struct OutputBuffer {
  var headLimit = 256 << 10
  private static let tailLimit = 64 << 10
  private var head = Data()
  private var tail = Data()

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    let room = max(0, headLimit - head.count)
    head.append(contentsOf: bytes.prefix(room))
    tail.append(contentsOf: bytes.dropFirst(room))
    if tail.count > 2 * Self.tailLimit { tail = Data(tail.suffix(Self.tailLimit)) }
  }

  /// Whether something is missing in the middle.
  var isTruncated: Bool { !tail.isEmpty }

  var content: Data {
    tail.isEmpty ? head : head + Data("\n[…]\n".utf8) + tail.suffix(Self.tailLimit)
  }
}
