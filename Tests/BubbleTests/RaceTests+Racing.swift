import BubblePrograms

/// Programs in which nothing orders two accesses.
extension RaceTests {
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
    Program("a lock of its own", Races.ownLocks),
    Program("a lock of Foundation of its own", Races.ownFoundationLocks),
    Program("a queue of its own", Races.ownQueues),
    Program("a semaphore of its own", Races.ownSemaphores),
    Program("an actor of its own", Races.ownActors),
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
}
