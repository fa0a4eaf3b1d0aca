/// Numbers that a seed decides (SplitMix64), a sequence for each task of a round.
struct SoakGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, task: Int) {
    state = seed &* 0x9E37_79B9 &+ UInt64(truncatingIfNeeded: task) &* 0xD1B5_4A32
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension RandomNumberGenerator {
  /// A number from 0 to `bound - 1`.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
