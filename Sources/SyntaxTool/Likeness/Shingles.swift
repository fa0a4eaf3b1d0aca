/// A file as a set of numbers: two files share as many numbers as they share code.
///
/// Every run of `length` tokens is hashed to a number. Of each `window` neighbors, only the
/// smallest is kept (winnowing), so a shared passage of `length + window - 1` tokens is always
/// found.
enum Shingles {
  static let length = 12
  static let window = 4

  /// The sorted numbers of a file, without those of its stub.
  static func fingerprint(of source: String, given stub: String) -> [UInt32] {
    let given = Set(all(of: stub))
    return winnowed(all(of: source).filter { !given.contains($0) })
  }

  /// The number of every run of tokens, in their order.
  private static func all(of source: String) -> [UInt32] {
    let tokens = Tokens.all(of: source)
    guard tokens.count >= length else { return [] }
    let base: UInt64 = 0x9e37_79b9_7f4a_7c15
    var leading: UInt64 = 1
    for _ in 1..<length { leading = leading &* base }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(tokens.count - length + 1)
    var hash: UInt64 = 0
    for index in tokens.indices {
      if index >= length { hash = hash &- tokens[index - length] &* leading }
      hash = hash &* base &+ tokens[index]
      if index >= length - 1 { numbers.append(mixed(hash)) }
    }
    return numbers
  }

  private static func mixed(_ hash: UInt64) -> UInt32 {
    var mixed = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return UInt32(truncatingIfNeeded: mixed ^ (mixed >> 31))
  }

  private static func winnowed(_ numbers: [UInt32]) -> [UInt32] {
    guard numbers.count > window else { return numbers.min().map { [$0] } ?? [] }
    var kept: Set<UInt32> = []
    for start in 0...(numbers.count - window) {
      var smallest = numbers[start]
      for offset in 1..<window { smallest = min(smallest, numbers[start + offset]) }
      kept.insert(smallest)
    }
    return kept.sorted()
  }
}
