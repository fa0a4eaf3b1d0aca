import Bubble
import BubblePrograms
import Channels
import Synchronization
import Testing

/// Memory that several tasks use, in code that is compiled as the exercises are.
@Suite("races") struct RaceTests {
  struct Program: CustomTestStringConvertible {
    var testDescription: String
    var run: @Sendable () async -> Void

    init(_ name: String, _ run: @escaping @Sendable () async -> Void) {
      testDescription = name
      self.run = run
    }
  }

  static let racing = [
    Program("a global", Races.global),
    Program("a property", Races.property),
    Program("an array", Races.array),
    Program("an element of an array", Races.elementOfAnArray),
    Program("a pointer", Races.pointer),
    Program("a captured variable", Races.captured),
    Program("a structure", Races.structure),
    Program("a write and a read", Races.writeAndRead),
    Program("a lock on one path only", Races.lockOnOnePathOnly),
    Program("two locks", Races.twoLocks),
    Program("after the lock", Races.afterTheLock),
    Program("a lock of Foundation on one path only", Races.foundationLockOnOnePathOnly),
    Program("a sleep", Races.sleep),
    Program("two actors", Races.twoActors),
    Program("the main actor and others", Races.mainActorAndOthers),
    Program("awaits the other", Races.awaitsTheOther),
    Program("async let", Races.asyncLet),
    Program("a plain flag", Races.plainFlag),
  ]

  /// Each beside something that orders tasks, and that does not reach as far.
  static let racingBesideOrder = [
    Program("after a cancellation") { await Races.afterACancellation() },
    Program("children of a group that throws") { await Races.childrenOfAGroupThatThrows() },
    Program("after a send") { await Races.afterASend() },
    Program("a ring that is too short") { await Races.shortRingBesideAChannel() },
    Program("after a close") { await Races.afterAClose() },
    Program("other channels of a select") { await Races.selectOfOthers() },
    Program("after done") { await Races.afterDone() },
    Program("beside an actor") { await Races.besideAnActor() },
    Program("after a resumption") { await Races.afterAResumption() },
    Program("after an element") { await Races.afterAnElement() },
    Program("a task-local object") { await Races.taskLocalObject() },
    Program("after an atomic") { await Races.afterAnAtomic() },
    Program("after a lazy reference") { await Races.afterALazyReference() },
    Program("after a signal") { await Races.afterASignal() },
    Program("after the last has left") { await Races.afterLeaving() },
    Program("what a global refers to") { await Races.objectOfAGlobal() },
    Program("beside a queue") { await Races.besideAQueue() },
    Program("before the next child") { await Races.beforeTheNextChild() },
    // The test lets time pass, but inside of the program's own tasks.
    Program("after a sleep of the test in a task of the program") {
      await Races.after { try? await Task.sleep(for: .seconds(1)) }
    },
  ]

  @Test(arguments: racingBesideOrder) func `is found beside what orders tasks`(
    program: Program
  ) async throws {
    let exploration = await explore { await program.run() }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.isRepeatable)
  }

  @Test(arguments: racing) func `is found`(program: Program) async throws {
    let exploration = await explore { await program.run() }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    // It is found by what orders the tasks, and not by who came first.
    #expect(failure.run == 1)
    #expect(failure.isRepeatable)
    #expect(failure.message.contains(Self.bothLines))
  }

  /// What a report says of both accesses.
  private static var bothLines: some RegexComponent {
    /\n  (task \d, .*,|the test) (writes|reads) at \w+.swift:\d+\n  (task \d, .*,|the test) (writes|reads) at \w+.swift:\d+\n/
  }

  @Test func `it may be why the result is wrong, and both are said`() async throws {
    struct Lost: Error {}
    let exploration = await explore {
      await Races.property()
      throw Lost()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.message.contains(Self.bothLines))
    #expect(failure.message.contains("the test threw Lost() at t = 0 s"))
  }

  @Test func `a misuse is said, too`() async throws {
    let exploration = await explore {
      await Races.property()
      WaitGroup().done()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.message.contains(Self.bothLines))
    #expect(failure.message.contains("negative WaitGroup counter at RaceTests.swift:"))
  }

  @Test func `a leak is said, too`() async throws {
    let exploration = await explore {
      await Races.property()
      let gate = Channel<Int>()
      Task { await gate.receive() }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    #expect(failure.message.contains(Self.bothLines))
    #expect(failure.message.contains("leak at t = 0 s: the work is done and 1 task is left behind"))
    #expect(failure.leaks.count == 1)
  }

  @Test func `tasks that nothing can wake are a deadlock, with the race below`() async throws {
    let exploration = await explore {
      await Races.property()
      _ = await Channel<Int>().receive()
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .deadlocked)
    #expect(failure.message.hasPrefix("deadlock at t = 0 s"))
    #expect(failure.message.contains(Self.bothLines))
  }

  @Test func `a loop without an end is stuck, with the race below`() async throws {
    let exploration = await explore {
      await Races.property()
      while !Task.isCancelled { await Task.yield() }
    }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(failure.message.hasPrefix("stuck at t = 0 s"))
    #expect(failure.message.contains(Self.bothLines))
  }

  @Test func `a deadlock after a misuse names it`() async throws {
    let exploration = await explore {
      let group = WaitGroup()
      group.done()
      group.add()
      await group.wait()
    }

    let message = try #require(exploration.failure).message
    #expect(message.hasPrefix("deadlock at t = 0 s"))
    #expect(message.contains("\nnegative WaitGroup counter at RaceTests.swift:"))
  }

  /// The thread is lost, so the run cannot explain itself.
  @Test func `a loop that never lets go is stuck, with the race below`() async throws {
    let exploration = await explore {
      await Races.property()
      let beacon = Beacon()
      await spin(until: beacon)
    }
    Beacon.last?.set()

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .stuck)
    #expect(
      failure.message.contains(
        /\n  task 2 writes at \w+.swift:\d+\n  task 3 writes at \w+.swift:\d+\n/))
  }

  @Test func `an expectation that fails keeps its line, and has the race below`() async throws {
    let line = #line + 4
    let seen = try await issues {
      try await bubble {
        await Races.property()
        #expect(Bubble.elapsed == .seconds(1))
      }
    }

    #expect(seen.map(\.sourceLocation?.line) == [line])
    let text = seen.first?.comments.map(\.rawValue).joined(separator: "\n") ?? ""
    #expect(text.contains("race at t = 0 s"))
    #expect(text.contains(Self.bothLines))
  }

  static let ordered = [
    Program("the end of a task", OrderedAccesses.endOfATask),
    Program("the end of a task that is over", OrderedAccesses.endOfATaskThatIsOver),
    Program("the end of a task that others await", OrderedAccesses.endOfATaskThatOthersAwait),
    Program("a detached task", OrderedAccesses.detachedTask),
    Program("an immediate task", OrderedAccesses.immediateTask),
    Program(
      "an immediate task that ends at once", OrderedAccesses.immediateTaskThatEndsAtOnce),
    Program("async let on an actor", OrderedAccesses.asyncLetOnAnActor),
    Program("a group on an actor", OrderedAccesses.groupOnAnActor),
    Program("async let", OrderedAccesses.asyncLet),
    Program("the end of a scope", OrderedAccesses.endOfAScope),
    Program("next of a group", OrderedAccesses.nextOfAGroup),
    Program("the end of a group", OrderedAccesses.endOfAGroup),
    Program("results of a group", OrderedAccesses.resultsOfAGroup),
    Program("a continuation", OrderedAccesses.continuation),
    Program("a stream", OrderedAccesses.stream),
    Program("an actor", OrderedAccesses.actor),
    Program("through an actor", OrderedAccesses.throughAnActor),
    Program("the main actor", OrderedAccesses.mainActor),
    Program("resumed on an actor", OrderedAccesses.resumedOnAnActor),
    Program("resumed onto an actor", OrderedAccesses.resumedOntoAnActor),
    Program("resumed from outside an actor", OrderedAccesses.resumedFromOutsideAnActor),
    Program("a task of an actor", OrderedAccesses.taskOfAnActor),
    Program("a channel", { await OrderedAccesses.channel(capacity: 0) }),
    Program("a channel with a buffer", { await OrderedAccesses.channel(capacity: 1) }),
    Program("the answer of a channel", OrderedAccesses.answerOfAChannel),
    Program("the close of a channel", OrderedAccesses.closeOfAChannel),
    Program("select", OrderedAccesses.select),
    Program("a wait group", OrderedAccesses.waitGroup),
    Program("a mutex", OrderedAccesses.mutex),
    Program("locks of Foundation", OrderedAccesses.foundationLocks),
    Program("an atomic flag", OrderedAccesses.atomicFlag),
    Program("a spin lock", OrderedAccesses.spinLock),
    Program("a lazy global", OrderedAccesses.lazyGlobal),
    Program("a cancellation", OrderedAccesses.cancellation),
    Program("the handler of a cancellation", OrderedAccesses.handlerOfACancellation),
    Program("neighbors", OrderedAccesses.neighbors),
    Program("copies", OrderedAccesses.copies),
    Program("own copies", OrderedAccesses.ownCopies),
    Program("memory used again", OrderedAccesses.memoryUsedAgain),
    Program("the last reference", OrderedAccesses.lastReference),
    Program("closures", OrderedAccesses.closures),
  ]

  static let orderedByCancellation = [
    Program("a group that throws", OrderedAccesses.childOfAGroupThatThrows),
    Program("a group whose body throws", OrderedAccesses.groupWhoseBodyThrows),
    Program("a discarding group that throws", OrderedAccesses.childOfADiscardingGroupThatThrows),
    Program("a grandchild", OrderedAccesses.grandchildOfAGroupThatThrows),
    Program("a group that is cancelled", OrderedAccesses.childOfAGroupThatIsCancelled),
    Program("async let that nobody awaits", OrderedAccesses.asyncLetThatNobodyAwaits),
    Program("async let that an error leaves", OrderedAccesses.asyncLetThatAnErrorLeaves),
    Program("children of a task", OrderedAccesses.childrenOfATaskThatIsCancelled),
    Program("a task that cancels itself", OrderedAccesses.cancelsItself),
    Program("before the cancellation", OrderedAccesses.beforeTheCancellation),
    Program("a look for a cancellation", OrderedAccesses.lookForACancellation),
    Program("a handler before its task", OrderedAccesses.handlerBeforeTheTask),
    Program("the end of a handler", OrderedAccesses.endOfAHandler),
    Program("a sleep", OrderedAccesses.sleepThatIsCancelled),
    Program("a receive", OrderedAccesses.receiveThatIsCancelled),
    Program("a stream", OrderedAccesses.streamThatIsCancelled),
  ]

  static let orderedByHandovers = [
    Program("a ring, no buffer", { await OrderedAccesses.ringBesideAChannel(capacity: 0) }),
    Program("a ring, a buffer of 1", { await OrderedAccesses.ringBesideAChannel(capacity: 1) }),
    Program("a ring, a buffer of 3", { await OrderedAccesses.ringBesideAChannel(capacity: 3) }),
    Program("a channel as a lock", OrderedAccesses.channelAsALock),
    Program("a send after its receive", OrderedAccesses.sendAfterReceive),
    Program("operations that do not wait", OrderedAccesses.operationsThatDoNotWait),
    Program("a select of sends", OrderedAccesses.selectOfSends),
    Program("a select with a default", OrderedAccesses.selectWithADefault),
    Program("a wait group that is used again", OrderedAccesses.waitGroupThatIsUsedAgain),
    Program("a wait group that many await", OrderedAccesses.waitGroupThatManyAwait),
    Program("a task-local value", OrderedAccesses.taskLocal),
    Program("a task-local value after its scope", OrderedAccesses.taskLocalThatOutlivesItsScope),
    Program("a result", OrderedAccesses.result),
    Program("a throwing group", OrderedAccesses.throwingGroup),
    Program("children in turn", OrderedAccesses.childrenInTurn),
    Program("the buffer of a stream", OrderedAccesses.bufferOfAStream),
    Program("a throwing stream", OrderedAccesses.throwingStream),
    Program("an unfolding stream", OrderedAccesses.unfoldingStream),
    Program("a throwing continuation", OrderedAccesses.throwingContinuation),
    Program("continuations in a list", OrderedAccesses.continuationsInAList),
    Program("a global actor", OrderedAccesses.globalActor),
    Program("a shared executor", OrderedAccesses.sharedExecutor),
    Program("an isolated parameter", OrderedAccesses.isolatedParameter),
    Program("a task of the main actor", OrderedAccesses.taskOfTheMainActor),
    Program("an actor that waits", OrderedAccesses.actorThatWaits),
  ]

  static let orderedByLocks = [
    Program("conditions", OrderedAccesses.conditions),
    Program("a condition that holds", OrderedAccesses.conditionThatHolds),
    Program("a semaphore", OrderedAccesses.semaphore),
    Program("a semaphore as a signal", OrderedAccesses.semaphoreAsASignal),
    Program("ways into a queue", OrderedAccesses.waysIntoAQueue),
    Program("a group of Dispatch, of tasks", OrderedAccesses.dispatchGroupOfTasks),
    Program("a read-write lock", OrderedAccesses.readWriteLock),
    Program("a lock of the system", OrderedAccesses.plainLocks),
    Program("mutexes in one place", OrderedAccesses.mutexesInOnePlace),
    Program("nested mutexes", OrderedAccesses.nestedMutexes),
    Program("atomics in turn", OrderedAccesses.atomicsInTurn),
    Program("the exchange of an atomic", OrderedAccesses.exchangeOfAnAtomic),
    Program("a pair in an atomic", OrderedAccesses.pairInAnAtomic),
    Program("a lazy reference", OrderedAccesses.lazyReference),
    Program("fences", OrderedAccesses.fences),
    Program("lazy statics", OrderedAccesses.lazyStatics),
    Program("a reference in an atomic", OrderedAccesses.referenceInAnAtomic),
  ]

  static let allOrdered = ordered + orderedByCancellation + orderedByHandovers + orderedByLocks

  /// Threads take part that a bubble does not control.
  static let orderedOutside = [
    Program("blocks on a queue", OrderedAccesses.blocksOnAQueue),
    Program("a group of Dispatch", OrderedAccesses.dispatchGroup),
    Program("a thread", OrderedAccesses.thread),
    Program("concurrent blocks", OrderedAccesses.concurrentPerform),
  ]

  /// What code orders that is compiled as usual.
  static let orderedByTheTest = [
    Program("an actor of the test") {
      actor Pier {
        private(set) var isFree = false
        func leave() { isFree = true }
      }
      let hold = Hold()
      let pier = Pier()
      await withTaskGroup { group in
        group.addTask {
          hold.add()
          await pier.leave()
        }
        group.addTask {
          while await !pier.isFree { await Task.yield() }
          hold.add()
        }
      }
    },
    Program("a task of the test") {
      let hold = Hold()
      let loading = Task { hold.add() }
      await loading.value
      hold.add()
    },
    Program("a sleep of the test") {
      let hold = Hold()
      let loading = Task { hold.add() }
      try? await Task.sleep(for: .seconds(1))
      hold.add()
      await loading.value
    },
    Program("sleeps of tasks of the test") {
      let hold = Hold()
      await withTaskGroup { group in
        for second in 0..<3 {
          group.addTask {
            try? await Task.sleep(for: .seconds(second))
            hold.add()
          }
        }
      }
      hold.add()
    },
    Program("settling") {
      let hold = Hold()
      let working = Task {
        hold.add()
        try? await Task.sleep(for: .seconds(1))
      }
      await Bubble.settle()
      hold.add()
      await working.value
    },
    // Nothing that is seen orders them; but an object is new to the task that makes it.
    Program("new objects, by a lock of the test") {
      final class Jobs: Sendable {
        let list = Mutex<[@Sendable () -> Void]>([])
      }
      let jobs = Jobs()
      await withTaskGroup { group in
        group.addTask { jobs.list.withLock { $0.append(job()) } }
        group.addTask {
          while jobs.list.withLock({ $0.isEmpty }) { await Task.yield() }
          let job = jobs.list.withLock { $0.removeLast() }
          job()
        }
      }
    },
  ]

  @Test(arguments: orderedByTheTest) func `is not made up for a test`(program: Program) async {
    let exploration = await explore { await program.run() }

    #expect(exploration.failure?.message == nil)
  }

  @Test(arguments: orderedOutside) func `is not made up outside`(program: Program) async {
    let exploration = await explore { await program.run() }

    #expect(exploration.failure?.message == nil)
  }

  @Test(arguments: allOrdered) func `is not made up`(program: Program) async {
    let exploration = await explore { await program.run() }

    #expect(exploration.failure?.message == nil)
    #expect(exploration.unchecked.isEmpty)
  }

  @Test(arguments: allOrdered) func `is not made up in random orders`(program: Program) async {
    let exploration = await explore(.count(300)) { await program.run() }

    #expect(exploration.failure?.message == nil)
  }
}
