// wrong: only the last crate counts
// rejected by: adds the crates up as wrong

/// What all crates weigh together.
///
///     weigh([2, 3])   // 5
public func weigh(_ crates: [Int]) -> Int { crates.last ?? 0 }
