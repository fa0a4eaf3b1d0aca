// right: each caller waits on a channel of its own, which an actor fills

internal import Channels

/// Loads a value for each key, once.
public final class SingleFlight: Sendable {
  private let desk: Desk

  /// Makes an object that has loaded nothing yet.
  public init(load: @escaping @Sendable (_ key: String) async throws -> String) {
    desk = Desk(load)
  }

  /// The value for a key.
  public func value(for key: String) async throws -> String {
    try Task.checkCancellation()
    let answer = Channel<Result<String, any Error>>(capacity: 1)
    await desk.ask(for: key, answer)
    guard let result = await answer.receive() else { throw CancellationError() }
    return try result.get()
  }
}

private actor Desk {
  private let load: @Sendable (String) async throws -> String
  private var values: [String: String] = [:]
  private var waiting: [String: [Channel<Result<String, any Error>>]] = [:]

  init(_ load: @escaping @Sendable (String) async throws -> String) { self.load = load }

  func ask(for key: String, _ answer: Channel<Result<String, any Error>>) {
    if let value = values[key] {
      _ = answer.trySend(.success(value))
    } else if waiting[key] != nil {
      waiting[key]?.append(answer)
    } else {
      waiting[key] = [answer]
      Task { await run(key) }
    }
  }

  private func run(_ key: String) async {
    let result: Result<String, any Error>
    do { result = .success(try await load(key)) } catch { result = .failure(error) }
    values[key] = try? result.get()
    for answer in waiting.removeValue(forKey: key) ?? [] { _ = answer.trySend(result) }
  }
}
