// right: an actor keeps a task for each load; a channel tells a caller of its end

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
    let task = tasks[key] ?? begin(key)
    let result = Channel<Result<String, any Error>>(capacity: 1)
    let watching = Task { await result.send(await task.result) }
    // Ends when the caller is cancelled; the watching task ends with the load.
    guard let result = await result.receive() else { throw CancellationError() }
    _ = await watching.value
    return try result.get()
  }

  private func begin(_ key: String) -> Task<String, any Error> {
    let task = Task {
      do {
        return try await load(key)
      } catch {
        tasks[key] = nil
        throw error
      }
    }
    tasks[key] = task
    return task
  }
}
