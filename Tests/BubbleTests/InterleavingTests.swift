import Bubble
import BubblePrograms
import Channels
import Testing

private actor Dock {
  private(set) var visitors = ""

  func enter(_ name: String) { visitors += name }

  func countAndSend(_ name: String) -> (Int, Task<Void, Never>) {
    (visitors.count, Task { visitors += name })
  }

  func load(_ crates: Channel<Int>) async {
    for crate in 1...3 { await crates.send(crate) }
  }
}

@Suite("interleavings") struct InterleavingTests {
  /// What two tasks wrote, by all orders in which they did.
  private func orders(
    _ steps: @escaping @Sendable (_ name: String, _ log: Log) async -> Void
  ) async -> Set<String> {
    let seen = Log()
    let exploration = await explore(.exhaustive()) {
      let log = Log()
      await withTaskGroup(of: Void.self) { group in
        for name in ["a", "b"] { group.addTask { await steps(name, log) } }
      }
      seen.add(log.text.filter { $0 != " " })
    }
    #expect(exploration.isExhaustive)
    return Set(seen.text.split(separator: " ").map(String.init))
  }

  @Test func `steps with a pause between them run in every order`() async {
    let seen = await orders { name, log in
      log.add(name)
      await Task.yield()
      log.add(name)
    }

    #expect(seen == ["aabb", "abab", "abba", "baab", "baba", "bbaa"])
  }

  @Test func `a pause is decided on once, not twice`() async {
    let exploration = await explore(.exhaustive()) {
      await withTaskGroup { group in
        for _ in 1...2 { group.addTask { await Task.yield() } }
      }
    }

    // 6 orders of two tasks with two steps; the group hears of the first end before, between or after.
    #expect(exploration.isExhaustive)
    #expect(exploration.schedules == 14)
  }

  @Test func `a way to the main actor and back lets others run twice`() async {
    let seen = await orders { name, log in
      log.add(name)
      await MainActor.run { log.add(name) }
      log.add(name)
    }

    // All ways to merge three steps with three: 6 over 3.
    #expect(seen.count == 20)
  }

  @Test func `a way to an actor and back lets others run twice`() async {
    let seen = await orders { name, log in
      let dock = Dock()
      log.add(name)
      await dock.enter(name)
      log.add(name)
    }

    #expect(seen == ["aabb", "abab", "abba", "baab", "baba", "bbaa"])
  }

  @Test func `tasks come to two actors in every order there is`() async {
    let seen = Log()
    let exploration = await explore(.exhaustive()) {
      let (first, second) = (Dock(), Dock())
      await withTaskGroup(of: Void.self) { group in
        for name in ["a", "b"] {
          group.addTask {
            await first.enter(name)
            await second.enter(name)
            await first.enter(name)
          }
        }
      }
      seen.add(await first.visitors + "/" + second.visitors)
    }

    #expect(exploration.isExhaustive)
    // 6 orders at the first and 2 at the second, but for two that cannot be: who has left the first
    // for good before the other comes has been at the second before, too.
    #expect(Set(seen.text.split(separator: " ")).count == 10)
  }

  @Test func `two calls may both be on an actor before what the first one starts there`() async {
    let seen = Log()
    _ = await explore(.exhaustive()) {
      let dock = Dock()
      let visits = await withTaskGroup(of: Int.self) { group in
        for name in ["a", "b"] {
          group.addTask {
            let (count, late) = await dock.countAndSend(name)
            await late.value
            return count
          }
        }
        return await group.reduce(0, +)
      }
      seen.add("\(visits)")
    }

    // Each saw nobody, or one saw the other's visitor.
    #expect(Set(seen.text.split(separator: " ")) == ["0", "1"])
  }

  @Test func `a send that need not wait lets others run`() async {
    let seen = await orders { name, log in
      let berths = Channel<Int>(capacity: 1)
      log.add(name)
      await berths.send(1)
      log.add(name)
    }

    #expect(seen == ["aabb", "abab", "abba", "baab", "baba", "bbaa"])
  }

  @Test func `two sleepers of the same length wake in both orders, and nothing else changes`() async
  {
    let exploration = await explore(.exhaustive()) {
      await withTaskGroup(of: Void.self) { group in
        for _ in 1...2 { group.addTask { try? await Task.sleep(for: .seconds(1)) } }
      }
    }

    // Who starts first, whose sleep ends first, who goes on first, and whether the group looks in
    // between.
    #expect(exploration.isExhaustive)
    #expect(exploration.schedules == 28)
  }

  @Test func `a cancellation may come between the end of a sleep and what its task does next`()
    async
  {
    let seen = Log()
    let exploration = await explore(.exhaustive()) {
      let sleeper = Task {
        do {
          try await Task.sleep(for: .seconds(1))
          return Task.isCancelled ? "between" : "after"
        } catch {
          return "before"
        }
      }
      try? await Task.sleep(for: .seconds(1))
      sleeper.cancel()
      seen.add(await sleeper.value)
    }

    #expect(exploration.isExhaustive)
    #expect(Set(seen.text.split(separator: " ")) == ["before", "between", "after"])
  }

  @Test(arguments: ChannelCall.allCases, ChannelCall.allCases)
  func `after a look at a channel others may go first`(
    _ look: ChannelCall, _ next: ChannelCall
  ) async {
    let separate = await explore(.exhaustive()) {
      let (one, other) = (Channel<Int>(capacity: 1), Channel<Int>(capacity: 1))
      await withTaskGroup { group in
        group.addTask { perform(look, one, next, other) }
        group.addTask {}
      }
    }
    // In the test's own code it is one step.
    let together = await explore(.exhaustive()) {
      let (one, other) = (Channel<Int>(capacity: 1), Channel<Int>(capacity: 1))
      await withTaskGroup { group in
        group.addTask {
          for (call, channel) in [(look, one), (next, other)] {
            switch call {
            case .count: _ = channel.count
            case .trySend: _ = channel.trySend(1)
            case .tryReceive: _ = channel.tryReceive()
            case .close: channel.close()
            }
          }
        }
        group.addTask {}
      }
    }

    #expect(separate.isExhaustive && together.isExhaustive)
    if look == .close || (look, next) == (.count, .count) {
      #expect(separate.schedules == together.schedules)
    } else {
      #expect(separate.schedules > together.schedules)
    }
  }

  @Test func `a task may begin before the next call of the code that started it`() async {
    let seen = Log()
    let exploration = await explore(.exhaustive()) {
      let quay = Channel<Int>(capacity: 2)
      await startAndLoad(quay).value
      seen.add(quay.tryReceive() == .element(1) ? "1" : "2")
    }
    // In the test's own code it is one step.
    let together = await explore(.exhaustive()) {
      let quay = Channel<Int>(capacity: 2)
      let other = Task { _ = quay.trySend(1) }
      _ = quay.trySend(2)
      await other.value
      if quay.tryReceive() != .element(2) { Issue.record("the task began before that") }
    }

    #expect(exploration.isExhaustive && together.isExhaustive)
    #expect(Set(seen.text.split(separator: " ")) == ["1", "2"])
    #expect(together.failure == nil)
  }

  @Test func `tasks that send from one actor all arrive`() async throws {
    try await bubble {
      let dock = Dock()
      let crates = Channel<Int>(capacity: 2)
      let loaders = (1...3).map { _ in Task { await dock.load(crates) } }

      var sum = 0
      for _ in 1...9 { sum += await crates.receive() ?? 0 }
      #expect(sum == 18)
      for loader in loaders { await loader.value }
    }
  }

  @Test func `a cancelled task that goes on with its sleeps hits the bound on steps`() async {
    let exploration = await explore(.these([.firstInFirstOut])) {
      let task = Task { while true { try? await Task.sleep(for: .seconds(1)) } }
      await Bubble.settle()
      task.cancel()
      await task.value
    }

    #expect(exploration.failure?.verdict == .stuck)
    #expect(exploration.failure?.message.contains("100000 steps without an end") == true)
  }
}
