// wrong: wakes the callers before the failed load is forgotten
// rejected by: a failed load is not kept as wrong

import Channels
import Synchronization

public final class SingleFlight: Sendable {
  private final class Flight: Sendable {
    let result = Mutex<Result<String, any Error>?>(nil)
    let landed = Channel<Void>()
  }

  private actor Table {
    private var flights: [String: Flight] = [:]
    func flight(for key: String) -> (Flight, isNew: Bool) {
      if let flight = flights[key] { return (flight, false) }
      let flight = Flight()
      flights[key] = flight
      return (flight, true)
    }
    func remove(_ key: String) { flights[key] = nil }
  }

  private let load: @Sendable (String) async throws -> String
  private let table = Table()

  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  public func value(for key: String) async throws -> String {
    let (flight, isNew) = await table.flight(for: key)
    if isNew {
      Task { [load, table] in
        let result: Result<String, any Error>
        do { result = .success(try await load(key)) } catch { result = .failure(error) }
        flight.result.withLock { $0 = result }
        flight.landed.close()
        if case .failure = result { await table.remove(key) }
      }
    }
    _ = await flight.landed.receive()
    guard let result = flight.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }
}
