import Probe
import Synchronization

/// Chooses a random number from 0 to `bound - 1`; all are equally likely.
///
/// With an observer, the schedule chooses instead, so that a run can be repeated.
@usableFromInline func random(below bound: Int) -> Int {
  if bound <= 1 { return 0 }
  if let observer = Observer.current { return observer.choose(below: bound) }
  var generator = FairGenerator()
  return Int.random(in: 0..<bound, using: &generator)
}

/// Uniform random numbers, from one sequence that all threads share (SplitMix64).
///
/// The system's generator would need a system call for each select.
private struct FairGenerator: RandomNumberGenerator {
  private static let state = Atomic<UInt64>(.random(in: .min ... .max))

  mutating func next() -> UInt64 {
    let step: UInt64 = 0x9E37_79B9_7F4A_7C15
    var z = Self.state.wrappingAdd(step, ordering: .relaxed).newValue
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
