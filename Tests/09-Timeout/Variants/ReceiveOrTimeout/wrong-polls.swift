// wrong: looks every 100 ms, and so finds the crate later than it came
// rejected by: a crate in time is returned when it comes as wrong
public import Channels

/// A variant of 9.1.
public func receive(from crates: Channel<String>, within limit: Duration) async -> String? {
  let deadline = ContinuousClock.now + limit
  while ContinuousClock.now < deadline {
    switch crates.tryReceive() {
    case .element(let crate): return crate
    case .closed: return nil
    case .nothing: break
    }
    guard (try? await Task.sleep(for: .milliseconds(100))) != nil else { return nil }
  }
  return nil
}
