// wrong: takes an empty value for "no value"
// rejected by: one load serves all who ask as wrong

import Channels
import Synchronization

/// A variant of 11.4.
public final class SingleFlight: Sendable {
  private let table: Table
  /// A variant of 11.4.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    table = Table(load)
  }
  /// A variant of 11.4.
  public func value(for key: String) async throws -> String {
    let flight = await table.flight(for: key)
    await flight.ended.receive()
    if let result = flight.result, case let v = try result.get(), !v.isEmpty { return v }
    throw CancellationError()
  }
}

private final class Flight: Sendable {
  let ended = Channel<Void>()
  let box = Mutex<Result<String, any Error>?>(nil)
  var result: Result<String, any Error>? {
    get { box.withLock { $0 } }
    set { box.withLock { $0 = newValue } }
  }
}

private actor Table {
  let load: @Sendable (String) async throws -> String
  var values: [String: String] = [:]
  var flights: [String: Flight] = [:]
  init(_ load: @escaping @Sendable (String) async throws -> String) { self.load = load }

  func flight(for key: String) -> Flight {
    if let flight = flights[key] { return flight }
    let flight = Flight()
    if let value = values[key] {
      flight.result = .success(value)
      flight.ended.close()
      return flight
    }
    flights[key] = flight
    Task {
      do {
        let value = try await load(key)
        values[key] = value
        flight.result = .success(value)
      } catch {
        flight.result = .failure(error)
      }
      flights[key] = nil
      flight.ended.close()
    }
    return flight
  }
}
