// wrong: keeps the task of a load forever, and its error with it
// rejected by: a failed load is not kept as wrong

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
    return try await task.value
  }
}
