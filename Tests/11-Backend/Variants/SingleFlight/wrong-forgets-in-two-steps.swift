// wrong: reads the table and writes it under two locks, so the flight of another key is lost
// rejected by: different keys load side by side as wrong
import Channels
import Synchronization

public final class SingleFlight: Sendable {
  private final class Flight: Sendable {
    let result = Mutex<Result<String, any Error>?>(nil)
    let ended = Channel<Void>()
  }

  private let load: @Sendable (String) async throws -> String
  private let flights = Mutex<[String: Flight]>([:])

  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  public func value(for key: String) async throws -> String {
    let (flight, isNew) = flights.withLock { flights in
      if let flight = flights[key] { return (flight, false) }
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
      flight.result.withLock { $0 = .success(value) }
    } catch {
      var rest = flights.withLock { $0 }
      rest[key] = nil
      flights.withLock { $0 = rest }
      flight.result.withLock { $0 = .failure(error) }
    }
    flight.ended.close()
  }
}
