/// What all crates weigh together.
///
///     weigh([2, 3])   // 5
public func weigh(_ crates: [Int]) -> Int {
  // TODO(1.1): Add the crates up.
  0
}
