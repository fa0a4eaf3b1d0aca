import Channels

/// Loads a value for each key, once, no matter how many tasks ask for it at the same time.
///
///     let charts = SingleFlight { coast in try await archive.chart(of: coast) }
///     async let first = charts.value(for: "Crete")    // loads, 4 s
///     async let second = charts.value(for: "Crete")   // waits for the same load
///
/// Any number of tasks may ask at any time, and objects do not affect each other.
public final class SingleFlight: Sendable {
  // TODO(11.4): Two tasks ask for a new key. What must the first leave behind before it waits?

  /// Makes an object that has loaded nothing yet.
  ///
  /// - Parameter load: Loads the value for a key, and may take a while.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {}

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
    return key
  }
}
