// wrong: takes an empty text for no crate
// rejected by: a crate in time is returned when it comes as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  return await select {
    Receive(from: crates) { crate in (crate ?? "").isEmpty ? nil : crate }
    After(limit) { nil }
  }
}
