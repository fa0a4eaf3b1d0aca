import Bubble
import CBubbleRuntime
import Foundation
import Synchronization
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

  /// What may come between the steps x and y of a task; "e" comes first where both of its children
  /// had ended before x, so that no await between x and y had to wait.
  private func ordersOfChildren(
    _ steps: @escaping @Sendable (Log, Tally) async throws -> Void
  ) async -> Set<String> {
    let exploration = await explore(.exhaustive(limit: 20_000)) {
      let log = Log()
      let other = Task { log.add("o") }
      try await steps(log, Tally())
      await other.value
      Bubble.note(outcome: log.text.filter { $0 != " " })
    }
    #expect(exploration.failures == 0)
    return Set(exploration.outcomes.keys)
  }

  @Test func `the next result of a group lets others run when a child has ended`() async {
    let seen = await ordersOfChildren { log, ended in
      await withTaskGroup(of: Void.self) { group in
        for _ in 1...2 { group.addTask { ended.add() } }
        for _ in 1...2 { await Task.yield() }
        if ended.count == 2 { log.add("e") }
        log.add("x")
        _ = await group.next()
        log.add("y")
      }
    }

    #expect(seen.isSuperset(of: ["exyo", "exoy", "oexy"]))
  }

  @Test func `the next result of a throwing group lets others run when a child has ended`() async {
    let seen = await ordersOfChildren { log, ended in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...2 { group.addTask { ended.add() } }
        for _ in 1...2 { await Task.yield() }
        if ended.count == 2 { log.add("e") }
        log.add("x")
        for try await _ in group { break }
        log.add("y")
      }
    }

    #expect(seen.isSuperset(of: ["exyo", "exoy", "oexy"]))
  }

  @Test func `an async let that has ended lets others run`() async {
    let seen = await ordersOfChildren { log, ended in
      async let first: Void = ended.add()
      async let second: Void = {
        ended.add()
        throw CancellationError()
      }()
      for _ in 1...2 { await Task.yield() }
      if ended.count == 2 { log.add("e") }
      log.add("x")
      await first
      try? await second
      log.add("y")
    }

    #expect(seen.isSuperset(of: ["exyo", "exoy", "oexy"]))
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

  @Test func `jobs of two threads have different numbers`() {
    // By these an await knows whether it suspended, when its task goes on on another thread.
    let jobs = Mutex<[UInt64]>([])
    let ends = DispatchSemaphore(value: 0)
    for _ in 1...2 {
      Thread.detachNewThread {
        for _ in 1...3 {
          let job = bubble_job_begins()
          jobs.withLock { $0.append(job) }
        }
        ends.signal()
      }
    }
    for _ in 1...2 { ends.wait() }

    #expect(Set(jobs.withLock { $0 }).count == 6)
  }
}
