// wrong: lets the caller that began a load forget its failure, after the others have heard of it
// rejected by: a failed load is not kept as wrong

import Channels
import Synchronization

public final class SingleFlight: Sendable {
  private final class Flight: Sendable {
    let result = Mutex<Result<String, any Error>?>(nil)
    let landed = Channel<Void>()
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
      Task { [load] in
        let result: Result<String, any Error>
        do { result = .success(try await load(key)) } catch { result = .failure(error) }
        flight.result.withLock { $0 = result }
        flight.landed.close()
      }
    }
    _ = await flight.landed.receive()
    guard let result = flight.result.withLock({ $0 }) else { throw CancellationError() }
    if isNew, case .failure = result { flights.withLock { $0[key] = nil } }
    return try result.get()
  }
}
