// right: recursion with a private operator of its own

/// What all crates weigh together.
public func weigh(_ crates: [Int]) -> Int {
  guard let first = crates.first else { return 0 }
  return first + weigh(Array(crates.dropFirst()))
}
