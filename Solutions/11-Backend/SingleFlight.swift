import Channels
import Synchronization

/// Loads a value for each key, once, no matter how many tasks ask for it at the same time.
///
///     let charts = SingleFlight { coast in try await archive.chart(of: coast) }
///     async let first = charts.value(for: "Crete")    // loads, 4 s
///     async let second = charts.value(for: "Crete")   // waits for the same load
///
/// Any number of tasks may ask at any time, and objects do not affect each other.
public final class SingleFlight: Sendable {
  // To look for a load and to leave one behind is one step under the lock; the waiting comes after
  // it. An actor that looks, awaits the load, and then stores the value lets a second caller look
  // in between: it loads twice. In Go: `singleflight.Group`, which does not keep values.
  private final class Flight: Sendable {
    let result = Mutex<Result<String, any Error>?>(nil)
    let ended = Channel<Void>()  // closed at the end: this wakes all who wait
  }

  private let load: @Sendable (String) async throws -> String
  private let flights = Mutex<[String: Flight]>([:])

  /// Makes an object that has loaded nothing yet.
  ///
  /// - Parameter load: Loads the value for a key, and may take a while.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  /// Returns the value for a key: loads it, waits for the load that is under way, or returns the
  /// value that was kept.
  ///
  /// If a load is under way for this key, the call waits for it and does not start another. Loads
  /// of different keys run at the same time. A load may itself ask for another key. A value that
  /// was loaded is kept, and later calls return it at once.
  ///
  /// When a load fails, all calls that wait for it throw its error at once. The failure is not
  /// kept: the next call loads again, even if it comes at the moment when a caller learns of the
  /// failure. This holds for every error, even for a `CancellationError` that the load itself
  /// throws.
  ///
  /// If the caller is cancelled while it waits, this call throws `CancellationError` at once, and
  /// the other calls go on waiting. The load is never cancelled, no matter which caller began it.
  /// It goes on even if all its callers are cancelled, and its value is kept for later calls.
  ///
  /// A caller that is cancelled before the call does not wait for a load either. It is up to you
  /// whether a load begins, and whether the call throws or returns a value that is kept.
  ///
  /// - Parameter key: What to load; may be empty.
  /// - Returns: The value for the key.
  /// - Throws: The error of the load; `CancellationError` if the caller is cancelled.
  public func value(for key: String) async throws -> String {
    let (flight, isNew) = flights.withLock { flights in
      if let flight = flights[key] { return (flight, false) }
      let flight = Flight()
      flights[key] = flight
      return (flight, true)
    }
    if isNew {
      // A task of its own, because the load belongs to no caller: it is not cancelled with the
      // first one. It ends with the load, and keeps the object alive until then.
      Task { await run(flight, for: key) }
    }
    // Returns when the flight has ended, or when this caller is cancelled: unlike `task.value`,
    // which would go on waiting.
    await flight.ended.receive()
    guard let result = flight.result.withLock({ $0 }) else { throw CancellationError() }
    return try result.get()
  }

  private func run(_ flight: Flight, for key: String) async {
    do {
      let value = try await load(key)
      flight.result.withLock { $0 = .success(value) }
    } catch {
      // Forgotten before anyone hears of it, so that a caller who tries again starts a new load.
      flights.withLock { $0[key] = nil }
      flight.result.withLock { $0 = .failure(error) }
    }
    flight.ended.close()
  }
}
