import Bubble
import BubblePrograms
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

  @Test(arguments: racing) func `is found`(program: Program) async throws {
    let exploration = await explore { await program.run() }

    let failure = try #require(exploration.failure)
    #expect(failure.verdict == .race)
    // It is found by what orders the tasks, and not by who came first.
    #expect(failure.run == 1)
    #expect(failure.isRepeatable)
    #expect(
      failure.message.contains(
        /\n  (task \d, .*,|the test) (writes|reads) at \w+.swift:\d+\n  (task \d, .*,|the test) (writes|reads) at \w+.swift:\d+\n/
      ))
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

  @Test(arguments: ordered) func `is not made up`(program: Program) async {
    let exploration = await explore { await program.run() }

    #expect(exploration.failure?.message == nil)
    #expect(exploration.unchecked.isEmpty)
  }

  @Test(arguments: ordered) func `is not made up in random orders`(program: Program) async {
    let exploration = await explore(.count(300)) { await program.run() }

    #expect(exploration.failure?.message == nil)
  }
}
