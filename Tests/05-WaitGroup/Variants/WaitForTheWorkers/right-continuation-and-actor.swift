// right: one continuation, resumed by an actor that counts down

/// Unloads all ships at the same time, each with a crane of its own, and waits for every crane.
public func unloadAll(
  _ ships: [String], unload: @escaping @Sendable (String) async throws -> Void
) async {
  guard !ships.isEmpty else { return }
  await withCheckedContinuation { continuation in
    let countdown = Countdown(ships.count, then: continuation)
    for ship in ships {
      Task {
        do { try await unload(ship) } catch { /* a broken crane has ended, too */  }
        await countdown.ended()
      }
    }
  }
}

private actor Countdown {
  private var left: Int
  private let continuation: CheckedContinuation<Void, Never>

  init(_ count: Int, then continuation: CheckedContinuation<Void, Never>) {
    left = count
    self.continuation = continuation
  }

  func ended() {
    left -= 1
    if left == 0 { continuation.resume() }
  }
}
