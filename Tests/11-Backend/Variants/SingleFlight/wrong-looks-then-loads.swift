// wrong: an actor looks, awaits the load, and then keeps the value: others look in between
// rejected by: one load serves all who ask as wrong

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
  private var values: [String: String] = [:]

  init(_ load: @escaping @Sendable (String) async throws -> String) { self.load = load }

  func value(for key: String) async throws -> String {
    if let value = values[key] { return value }
    let value = try await load(key)
    values[key] = value
    return value
  }
}
