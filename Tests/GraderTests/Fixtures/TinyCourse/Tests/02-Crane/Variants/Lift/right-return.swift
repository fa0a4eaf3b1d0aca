// right: with return

/// Lifts a crate and says how it went.
public func lift() async -> String {
  return "lifted"
}
