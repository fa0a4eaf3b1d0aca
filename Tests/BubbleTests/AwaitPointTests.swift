import Bubble
import Testing

/// What two tasks wrote around one `await` that does not suspend, by all orders in which they did.
private func orders(
  _ pause: @escaping @Sendable () async -> Void
) async -> Set<String> {
  let seen = Log()
  let exploration = await explore(.exhaustive()) {
    let log = Log()
    await withTaskGroup(of: Void.self) { group in
      for name in ["a", "b"] {
        group.addTask {
          log.add(name)
          await pause()
          log.add(name)
        }
      }
    }
    seen.add(log.text.filter { $0 != " " })
  }
  #expect(exploration.isExhaustive)
  return Set(seen.text.split(separator: " ").map(String.init))
}

private let all: Set = ["aabb", "abab", "abba", "baab", "baba", "bbaa"]

@Suite("an await that does not suspend") struct AwaitPointTests {
  @Test func `a continuation that is resumed in its closure lets others run`() async {
    #expect(await orders { await withUnsafeContinuation { $0.resume() } } == all)
    #expect(await orders { await withCheckedContinuation { $0.resume() } } == all)
  }

  @Test func `a throwing continuation that is resumed in its closure lets others run`() async {
    #expect(
      await orders { try? await withUnsafeThrowingContinuation { $0.resume() } } == all)
    #expect(
      await orders { try? await withCheckedThrowingContinuation { $0.resume() } } == all)
  }

  @Test func `the value of a task that has ended lets others run`() async {
    let ended = Task { 7 }
    _ = await ended.value
    let failed = Task { throw CancellationError() }
    _ = await failed.result

    #expect(await orders { _ = await ended.value } == all)
    #expect(await orders { _ = await ended.result } == all)
    #expect(await orders { _ = try? await failed.value } == all)
    #expect(await orders { _ = await failed.result } == all)
  }

  @Test func `elements that a stream holds let others run`() async {
    #expect(
      await orders {
        let (stream, continuation) = AsyncStream<Int>.makeStream()
        continuation.yield(7)
        for await _ in stream { break }
      } == all)
    #expect(
      await orders {
        let (stream, continuation) = AsyncThrowingStream<Int, any Error>.makeStream()
        continuation.yield(7)
        do { for try await _ in stream { break } } catch {}
      } == all)
  }

  /// What may come between two of a task's steps at a child that has ended.
  private func order(
    _ steps: @escaping @Sendable (Log) async throws -> Void
  ) async -> Set<String> {
    let seen = Log()
    let exploration = await explore(.exhaustive()) {
      let log = Log()
      let other = Task { log.add("o") }
      try await steps(log)
      await other.value
      seen.add(log.text.filter { $0 != " " })
    }
    #expect(exploration.isExhaustive)
    #expect(exploration.failures == 0)
    return Set(seen.text.split(separator: " ").map(String.init))
  }

  @Test func `the next result of a group lets others run when a child has ended`() async {
    let seen = await order { log in
      await withTaskGroup(of: Int.self) { group in
        group.addTask { 1 }
        group.addTask { 2 }
        _ = await group.next()
        log.add("x")
        _ = await group.next()
        log.add("y")
      }
    }

    #expect(seen == ["oxy", "xoy", "xyo"])
  }

  @Test func `the next result of a throwing group lets others run when a child has ended`() async {
    let seen = await order { log in
      try await withThrowingTaskGroup(of: Int.self) { group in
        group.addTask { 1 }
        group.addTask { 2 }
        _ = try await group.next()
        log.add("x")
        for try await _ in group { log.add("y") }
      }
    }

    #expect(seen == ["oxy", "xoy", "xyo"])
  }

  @Test func `an async let that has ended lets others run`() async {
    let seen = await order { log in
      async let first = 1
      async let second: Int = { throw CancellationError() }()
      for _ in 1...3 { await Task.yield() }
      log.add("x")
      let sum = await first + ((try? await second) ?? 6)
      log.add(sum == 7 ? "y" : "\(sum)")
    }

    #expect(seen == ["oxy", "xoy", "xyo"])
  }

  @Test func `what an await returns or throws is not changed by the pause`() async {
    struct Late: Error {}
    let ended = Task { "seven" }
    let failed = Task<Int, any Error> { throw Late() }
    _ = await (ended.value, failed.result)
    let exploration = await explore {
      let other = Task { await Task.yield() }
      let text = await ended.value
      let pair: (Int, String) = await withCheckedContinuation { $0.resume(returning: (7, "x")) }
      let number: Double = await withUnsafeContinuation { $0.resume(returning: 0.5) }
      guard text == "seven", pair == (7, "x"), number == 0.5 else { throw CancellationError() }
      do {
        _ = try await failed.value
        throw CancellationError()
      } catch is Late {}
      await other.value
    }

    #expect(exploration.failures == 0)
  }

  @Test func `an await on an actor that does not suspend keeps the actor`() async {
    actor Dock {
      var log = ""
      func visit(_ name: String) async {
        log += name
        await withCheckedContinuation { $0.resume() }
        log += name
      }
    }
    let seen = Log()
    _ = await explore(.exhaustive()) {
      let dock = Dock()
      async let a: Void = dock.visit("a"), b: Void = dock.visit("b")
      _ = await (a, b)
      seen.add(await dock.log)
    }

    #expect(Set(seen.text.split(separator: " ")) == ["aabb", "bbaa"])
  }
}
