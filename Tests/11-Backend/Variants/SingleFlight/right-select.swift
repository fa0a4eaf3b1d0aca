// right: a caller selects between the end of the load and its own cancellation

internal import Channels
internal import Synchronization

/// Loads a value for each key, once.
public final class SingleFlight: Sendable {
  private final class Flight: Sendable {
    let result = Mutex<Result<String, any Error>?>(nil)
    let ended = Channel<Void>()
  }

  private let load: @Sendable (String) async throws -> String
  private let flights = Mutex<[String: Flight]>([:])

  /// Makes an object that has loaded nothing yet.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  /// The value for a key.
  public func value(for key: String) async throws -> String {
    let (flight, isNew) = flights.withLock { flights in
      if let flight = flights[key] { return (flight, false) }
      let flight = Flight()
      flights[key] = flight
      return (flight, true)
    }
    if isNew { Task { await run(flight, for: key) } }
    return try await select {
      Receive(from: flight.ended) { _ in
        guard let result = flight.result.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
      }
      Cancelled { throw CancellationError() }
    }
  }

  private func run(_ flight: Flight, for key: String) async {
    do {
      let value = try await load(key)
      flight.result.withLock { $0 = .success(value) }
    } catch {
      flights.withLock { $0[key] = nil }
      flight.result.withLock { $0 = .failure(error) }
    }
    flight.ended.close()
  }
}
