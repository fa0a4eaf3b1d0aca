// wrong: keeps a value for a day
// rejected by: one load serves all who ask as wrong
import Channels
import Synchronization

/// A variant of 11.4.
public final class SingleFlight: Sendable {
  private final class Flight: Sendable {
    let result = Mutex<Result<String, any Error>?>(nil)
    let ended = Channel<Void>()
    let end = Mutex<ContinuousClock.Instant?>(nil)

    var isOld: Bool { end.withLock { $0.map { $0 < .now } ?? false } }
  }

  private let load: @Sendable (String) async throws -> String
  private let flights = Mutex<[String: Flight]>([:])

  /// A variant of 11.4.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  /// A variant of 11.4.
  public func value(for key: String) async throws -> String {
    let (flight, isNew) = flights.withLock { flights in
      if let flight = flights[key], !flight.isOld { return (flight, false) }
      let flight = Flight()
      flights[key] = flight
      return (flight, true)
    }
    if isNew {
      Task { await run(flight, for: key) }
    }
    await flight.ended.receive()
    guard let result = flight.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  private func run(_ flight: Flight, for key: String) async {
    do {
      let value = try await load(key)
      flight.end.withLock { $0 = .now + .seconds(86_400) }
      flight.result.withLock { $0 = .success(value) }
    } catch {
      flights.withLock { $0[key] = nil }
      flight.result.withLock { $0 = .failure(error) }
    }
    flight.ended.close()
  }
}
