// wrong: answers with a word
// rejected by: adds the crates up as rejected

/// What all crates weigh together.
public func weigh(_ crates: [Int]) -> Int { "much" }
