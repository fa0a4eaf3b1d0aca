/// Lifts a crate and says how it went.
public func lift() async -> String {
  // TODO(2.1): Answer "lifted".
  ""
}
