/// Draws numbers and words for tests, the same ones each time (SplitMix64).
///
/// No answer can know the words in advance, and a failure can be repeated.
struct Draw {
  private var state: UInt64
  private static let goods = [
    "ale", "brick", "cocoa", "dates", "eel", "flax", "glass", "honey", "iron", "jute", "kelp",
    "lime",
  ]

  init(_ seed: UInt64) { state = seed }

  /// A number from 0 to `limit - 1`.
  mutating func number(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) >> 33) % limit
  }

  /// A word such as "kelp 731".
  mutating func word() -> String {
    "\(Self.goods[number(below: Self.goods.count)]) \(number(below: 1000))"
  }

  /// `count` words; some may be equal.
  mutating func words(_ count: Int) -> [String] {
    (0..<count).map { _ in word() }
  }
}
