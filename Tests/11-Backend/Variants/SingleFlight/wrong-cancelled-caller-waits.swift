// wrong: waits with `task.value`, which does not end when the caller is cancelled
// rejected by: a cancelled caller leaves the others alone as wrong

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
    if let task = tasks[key] { return try await task.value }
    let task = Task {
      do {
        return try await load(key)
      } catch {
        tasks[key] = nil
        throw error
      }
    }
    tasks[key] = task
    return try await task.value
  }
}
