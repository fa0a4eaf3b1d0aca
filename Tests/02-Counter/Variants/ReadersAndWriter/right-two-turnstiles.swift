// right: a turnstile that all pass in turn, and a room that the writer holds empty

/// Lets many readers in at the same time, or one writer alone.
public final class ReadersAndWriter: Sendable {
  private let turnstile = Turnstile()
  private let room = Room()

  /// Makes one with nobody inside.
  public init() {}

  /// Runs `body` as a reader: other readers may be inside, but no writer.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func read<Result>(_ body: () async -> Result) async -> Result {
    await turnstile.enter()
    await room.enter()
    await turnstile.leave()
    let result = await body()
    await room.leave()
    return result
  }

  /// Runs `body` as a writer: nobody else is inside.
  ///
  /// Waits for its turn; being cancelled does not end that.
  ///
  /// - Parameter body: What to do inside.
  /// - Returns: What `body` returns.
  public func write<Result>(_ body: () async -> Result) async -> Result {
    await turnstile.enter()
    await room.empty()
    let result = await body()
    await turnstile.leave()
    return result
  }
}

/// One at a time, in the order of arrival.
private actor Turnstile {
  private var isTaken = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func enter() async {
    if isTaken {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      isTaken = true
    }
  }

  func leave() {
    if waiting.isEmpty {
      isTaken = false
    } else {
      waiting.removeFirst().resume()
    }
  }
}

/// Counts the readers inside.
private actor Room {
  private var readers = 0
  private var whenEmpty: CheckedContinuation<Void, Never>?

  func enter() {
    readers += 1
  }

  func leave() {
    readers -= 1
    guard readers == 0 else { return }
    whenEmpty?.resume()
    whenEmpty = nil
  }

  func empty() async {
    if readers > 0 {
      await withCheckedContinuation { whenEmpty = $0 }
    }
  }
}
