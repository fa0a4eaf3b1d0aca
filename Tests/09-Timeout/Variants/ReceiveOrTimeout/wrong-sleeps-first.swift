// wrong: waits for the whole limit and then looks
// rejected by: a crate in time is returned when it comes as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  try? await Task.sleep(for: limit)
  if case .element(let crate) = crates.tryReceive() { return crate }
  return nil
}
