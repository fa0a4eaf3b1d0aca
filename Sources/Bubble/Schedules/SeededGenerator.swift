/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers on every machine.
struct SeededGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    // Mixed once, so that neighboring seeds do not give neighboring runs.
    state = seed &* 0x9E37_79B9_7F4A_7C15
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to `bound - 1`; the bias is below one in a billion for the small bounds here.
  mutating func next(below bound: Int) -> Int {
    Int((next() >> 32).multipliedFullWidth(by: UInt64(bound) << 32).high)
  }
}
