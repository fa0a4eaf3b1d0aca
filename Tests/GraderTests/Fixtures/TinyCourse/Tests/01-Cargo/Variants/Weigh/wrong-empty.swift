// wrong: takes a first crate for granted
// rejected by: an empty ship weighs "nothing" (really) as crashed

/// What all crates weigh together.
///
///     weigh([2, 3])   // 5
public func weigh(_ crates: [Int]) -> Int {
  var sum = crates[0]
  for crate in crates.dropFirst() { sum += crate }
  return sum
}
