// wrong: a cancellation between the look and the wait finds no one who waits
// rejected by: a cancelled caller leaves the others alone as wrong

internal import Synchronization

/// Loads a value for each key, once.
public final class SingleFlight: Sendable {
  private enum Entry {
    case value(String)
    case loading([Int: CheckedContinuation<String, any Error>])
  }

  private struct State {
    var entries: [String: Entry] = [:]
    var tickets = 0
    var cancelled: Set<Int> = []
  }

  private enum Step {
    case wait(isFirst: Bool)
    case resume(Result<String, any Error>)
  }

  private let load: @Sendable (String) async throws -> String
  private let state = Mutex(State())

  /// Makes an object that has loaded nothing yet.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    self.load = load
  }

  /// The value for a key.
  public func value(for key: String) async throws -> String {
    let ticket = state.withLock { state in
      state.tickets += 1
      return state.tickets
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        switch arrive(ticket, key, continuation) {
        case .resume(let result): continuation.resume(with: result)
        case .wait(let isFirst): if isFirst { Task { await run(key) } }
        }
      }
    } onCancel: {
      leave(ticket, key)
    }
  }

  private func arrive(
    _ ticket: Int, _ key: String, _ continuation: CheckedContinuation<String, any Error>
  ) -> Step {
    state.withLock { state in
      switch state.entries[key] {
      case .value(let value):
        return .resume(.success(value))
      case .loading(var waiting):
        waiting[ticket] = continuation
        state.entries[key] = .loading(waiting)
        return .wait(isFirst: false)
      case nil:
        state.entries[key] = .loading([ticket: continuation])
        return .wait(isFirst: true)
      }
    }
  }

  private func leave(_ ticket: Int, _ key: String) {
    let continuation = state.withLock { state -> CheckedContinuation<String, any Error>? in
      guard case .loading(var waiting) = state.entries[key],
        let continuation = waiting.removeValue(forKey: ticket)
      else { return nil }
      state.entries[key] = .loading(waiting)
      return continuation
    }
    continuation?.resume(throwing: CancellationError())
  }

  private func run(_ key: String) async {
    let result: Result<String, any Error>
    do { result = .success(try await load(key)) } catch { result = .failure(error) }
    let waiting = state.withLock { state in
      guard case .loading(let waiting) = state.entries[key] else {
        return [Int: CheckedContinuation<String, any Error>]()
      }
      state.entries[key] = (try? result.get()).map { .value($0) }
      return waiting
    }
    for continuation in waiting.values { continuation.resume(with: result) }
  }
}
