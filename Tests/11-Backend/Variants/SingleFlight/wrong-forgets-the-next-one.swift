// wrong: every caller that hears of a failure removes the task, even one that began later
// rejected by: a failed load is not kept as wrong

internal import Channels

/// Loads a value for each key, once.
public final class SingleFlight: Sendable {
  private let flights: Flights

  /// Makes an object that has loaded nothing yet.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    flights = Flights(load)
  }

  /// The value for a key.
  public func value(for key: String) async throws -> String {
    try await flights.value(for: key)
  }
}

private actor Flights {
  private let load: @Sendable (String) async throws -> String
  private var tasks: [String: Task<String, any Error>] = [:]

  init(_ load: @escaping @Sendable (String) async throws -> String) { self.load = load }

  func value(for key: String) async throws -> String {
    let task = tasks[key] ?? Task { try await load(key) }
    tasks[key] = task
    let ended = Waiter()
    let watching = Task {
      _ = await task.result
      ended.end()
    }
    await ended.wait()
    if Task.isCancelled {
      watching.cancel()
      throw CancellationError()
    }
    do {
      return try await task.value
    } catch {
      tasks[key] = nil
      throw error
    }
  }
}

private struct Waiter: Sendable {
  private let channel = Channel<Void>()

  func wait() async { await channel.receive() }

  func end() { channel.close() }
}
