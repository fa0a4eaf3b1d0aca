// right: a loop

/// What all crates weigh together.
public func weigh(_ crates: [Int]) -> Int {
  var sum = 0
  for crate in crates { sum += crate }
  return sum
}
