import BubblePrograms
import Channels
import Testing

@testable import Bubble

/// Switches between two awaits, in code that is compiled as the exercises are.
@Suite("between two awaits") struct MemoryPointTests {
  @Test func `a handler of a cancellation may use a lock`() async {
    let exploration = await explore {
      let gate = Gate()
      let task = Task { await gate.wait() }
      await Task.yield()
      await withTaskGroup { group in
        group.addTask { task.cancel() }
        group.addTask { gate.open() }
        group.addTask { await task.value }
      }
    }
    #expect(exploration.failure?.message == nil)
  }

  @Test func `a group that is cancelled`() async {
    let exploration = await explore {
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { await Gate().wait() } }
        group.cancelAll()
      }
      struct E: Error {}
      try? await withThrowingTaskGroup { group in
        for _ in 0..<2 { group.addTask { await Gate().wait() } }
        group.addTask { throw E() }
        for try await _ in group {}
      }
    }
    #expect(exploration.failure?.message == nil)
  }

  @Test func `a global is made once`() async {
    let exploration = await explore(.count(1)) {
      await withTaskGroup { group in
        for _ in 0..<3 { group.addTask { _ = Chart.depth() } }
      }
    }
    #expect(exploration.failure?.message == nil)
  }

  @Test func `finding the metadata of a type is not a scheduling point`() async {
    func exploration(_ work: @escaping @Sendable () -> Void) async -> Exploration {
      await explore(.exhaustive(limit: 50)) {
        await withTaskGroup { group in
          for _ in 0..<2 { group.addTask { work() } }
        }
      }
    }
    let idle = await exploration {}
    let busy = await exploration { _ = FirstOfItsType() }
    #expect(busy.uncontrolled == nil)
    #expect(busy.isExhaustive)
    #expect(busy.schedules == idle.schedules)
  }

  @Test func `a lock that turns until it is free lets its holder go on`() async {
    let exploration = await explore {
      let lock = SpinLock()
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { lock.work(fails: false) } }
      }
    }

    #expect(exploration.failure?.message == nil)
  }

  @Test func `a program may come after others that used hundreds of queues`() async {
    let counters = (0..<300).map { _ in QueuedCounter() }
    _ = await explore(.count(1)) { for counter in counters { counter.increment() } }
    let exploration = await explore {
      let queues = TwoQueues()
      await withTaskGroup { group in
        group.addTask { queues.leftFirst() }
        group.addTask { queues.rightFirst() }
      }
    }

    #expect(exploration.failure?.verdict == .deadlocked)
    withExtendedLifetime(counters) {}
  }

  @Test func `tasks that work long, or wait for a lock, use few threads`() async {
    let counter = AddThenLoad()
    let long = await mostPaused(.count(1)) {
      for _ in 0..<1_000 { _ = counter.next() }
    }
    let sum = SumUnderLock()
    let waiting = await mostPaused(.count(12)) { sum.add(1) }

    #expect((2...33).contains(long), "at \(long) jobs with threads of their own")
    #expect((2...33).contains(waiting), "at \(waiting) jobs with threads of their own")
  }

  /// How many jobs of 200 tasks kept a thread at once, in the run that had most; all must pass.
  private func mostPaused(
    _ schedules: Schedules, _ work: @escaping @Sendable () -> Void
  ) async -> Int {
    let explorer = Explorer(schedules: schedules) {
      await withTaskGroup { group in
        for _ in 0..<200 { group.addTask { work() } }
      }
    } failures: {
      0
    }
    let session = explorer.session(schedules, detail: .verdict, keepsDecisions: false)
    await session.explore()
    #expect(session.findings.firstFailed == nil)
    return session.run.pauses.count
  }

  @Test func `a lock that is not given back is stuck`() async {
    let exploration = await explore(.count(1)) {
      let lock = SpinLock()
      await withTaskGroup { group in
        group.addTask { lock.work(fails: true) }
        group.addTask { lock.work(fails: false) }
      }
    }

    #expect(exploration.failure?.verdict == .stuck)
  }

  @Test func `tasks that wait for each other's locks are named, with where they took them`() async {
    let exploration = await explore {
      let locks = TwoLocks()
      await withTaskGroup { group in
        group.addTask { locks.leftFirst() }
        group.addTask { locks.rightFirst() }
      }
    }
    let message = exploration.failure?.message ?? ""

    #expect(exploration.failure?.verdict == .deadlocked)
    #expect(
      message.contains(/task 2, .* waits at BetweenAwaits.swift:\d+ for a lock that task 3 holds/))
    #expect(message.contains(/task 3, .* holds since BetweenAwaits.swift:\d+/))
    #expect(message.contains("in a cycle: task 2 waits for a lock that task 3 holds"))
    #expect(message.contains("look at: in which order do the tasks take their locks?"))
  }

  @Test func `an update in two steps is named with both lines and who came between`() async throws {
    struct Lost: Error {}
    let exploration = await explore {
      let counter = TwoSections()
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { counter.increment() } }
      }
      if counter.value != 2 { throw Lost() }
    }
    let advice = exploration.failure?.advice ?? ""

    #expect(
      advice.contains(
        /look at: task \d takes the lock at BetweenAwaits.swift:13, then takes the lock at BetweenAwaits.swift:14; between the two, task \d takes the lock/
      ))
    #expect(advice.contains("One critical section must hold the whole update."))
  }

  @Test func `a send between the two steps of an update does not hide them`() async {
    struct Lost: Error {}
    let exploration = await explore {
      let (counter, quay) = (TwoSectionsWithASend(), Channel<Int>(capacity: 2))
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { counter.increment(quay) } }
      }
      if counter.value != 2 { throw Lost() }
    }

    let advice = exploration.failure?.advice ?? ""
    #expect(
      advice.contains(
        /task \d takes the lock at Looks.swift:30, then takes the lock at Looks.swift:32; between the two, task \d takes the lock/
      ))
  }

  @Test func `a look at a channel is named with who came before the next call`() async {
    struct Lost: Error {}
    let exploration = await explore {
      let quay = Channel<Int>(capacity: 1)
      let loaded = Tally()
      await withTaskGroup { group in
        for _ in 1...2 { group.addTask { if loadIfRoom(quay, capacity: 1) { loaded.add() } } }
      }
      if loaded.count != quay.count { throw Lost() }
    }
    let advice = exploration.failure?.advice ?? ""

    #expect(
      advice.contains(
        /look at: task \d looks at the channel at Looks.swift:8, then tries to send at Looks.swift:9; between the two, task \d sends at Looks.swift:9/
      ))
    #expect(advice.contains("rely on what one call returns"))
  }

  @Test func `a channel that is tried again and again gives no advice`() async {
    struct Unlucky: Error {}
    let exploration = await explore {
      let stop = Channel<Int>(capacity: 2)
      async let attempt = pollTwice(stop)
      async let isSent = loadIfTaken(stop)
      // So someone came between the two tries.
      if await isSent, await attempt == 2 { throw Unlucky() }
    }

    #expect(exploration.failure != nil && exploration.failure?.advice == nil)
  }

  @Test func `a program without locks and atomics has the schedules it would have`() async {
    let instrumented = await explore {
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { Plain().work() } }
      }
    }
    let plain = await explore {
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask {} }
      }
    }

    #expect(instrumented.isExhaustive)
    #expect(instrumented.schedules == plain.schedules)
  }
}
