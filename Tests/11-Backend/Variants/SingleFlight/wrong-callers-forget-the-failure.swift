// wrong: the callers that wait forget a failure, so it is kept when all were cancelled before it
// rejected by: a failed load is not kept as wrong
import Channels
import Synchronization

/// Loads a value for each key, once, no matter how many tasks ask for it at the same time.
public final class SingleFlight: Sendable {
  private final class Flight: Sendable {
    let result = Mutex<Result<String, any Error>?>(nil)
    let landed = Channel<Void>()
  }

  private let flights = Mutex<[String: Flight]>([:])
  private let load: @Sendable (_ key: String) async throws -> String

  /// Makes an object that has loaded nothing yet.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  /// Returns the value for a key: loads it, waits for the load that is under way, or has it
  /// already.
  public func value(for key: String) async throws -> String {
    let (flight, isNew) = flights.withLock { flights in
      if let flight = flights[key] { return (flight, false) }
      let flight = Flight()
      flights[key] = flight
      return (flight, true)
    }
    if isNew { Task { await fly(flight, for: key) } }
    _ = await flight.landed.receive()
    guard let result = flight.result.withLock({ $0 }) else { throw CancellationError() }
    if case .failure = result {
      // Only this flight: another caller may have begun a new one.
      flights.withLock { flights in
        if flights[key] === flight { flights[key] = nil }
      }
    }
    return try result.get()
  }

  private func fly(_ flight: Flight, for key: String) async {
    let result: Result<String, any Error>
    do { result = .success(try await load(key)) } catch { result = .failure(error) }
    flight.result.withLock { $0 = result }
    flight.landed.close()
  }
}
