// wrong: the crane says so
// rejected by: lifts the crate as leaked

/// Lifts a crate and says how it went.
public func lift() async -> String {
  "leaked"
}
