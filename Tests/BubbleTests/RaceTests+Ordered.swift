import BubblePrograms

/// Programs in which something orders each two accesses.
extension RaceTests {
  static let allOrdered = [
    orderedByTasks,
    orderedByGroups,
    orderedByCancellations,
    orderedByContinuations,
    orderedByStreams,
    orderedByActors,
    orderedByChannels,
    orderedByWaitGroups,
    orderedByLocks,
    orderedByDispatch,
    orderedByAtomics,
    orderedByGlobals,
    orderedInMemory,
  ].flatMap(\.self)

  static let orderedByTasks = [
    Program("the end of a task", OrderedAccesses.endOfATask),
    Program("the end of a task that is over", OrderedAccesses.endOfATaskThatIsOver),
    Program("the end of a task that others await", OrderedAccesses.endOfATaskThatOthersAwait),
    Program("a detached task", OrderedAccesses.detachedTask),
    Program("an immediate task", OrderedAccesses.immediateTask),
    Program(
      "an immediate task that ends at once", OrderedAccesses.immediateTaskThatEndsAtOnce),
    Program("async let on an actor", OrderedAccesses.asyncLetOnAnActor),
    Program("async let", OrderedAccesses.asyncLet),
    Program("the end of a scope", OrderedAccesses.endOfAScope),
    Program("a task-local value", OrderedAccesses.taskLocal),
    Program("a task-local value after its scope", OrderedAccesses.taskLocalThatOutlivesItsScope),
    Program("a result", OrderedAccesses.result),
  ]

  static let orderedByGroups = [
    Program("a group on an actor", OrderedAccesses.groupOnAnActor),
    Program("next of a group", OrderedAccesses.nextOfAGroup),
    Program("the end of a group", OrderedAccesses.endOfAGroup),
    Program("results of a group", OrderedAccesses.resultsOfAGroup),
    Program("a throwing group", OrderedAccesses.throwingGroup),
    Program("children in turn", OrderedAccesses.childrenInTurn),
  ]

  static let orderedByCancellations = [
    Program("a cancellation", OrderedAccesses.cancellation),
    Program("the handler of a cancellation", OrderedAccesses.handlerOfACancellation),
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

  static let orderedByContinuations = [
    Program("a continuation", OrderedAccesses.continuation),
    Program("a throwing continuation", OrderedAccesses.throwingContinuation),
    Program("continuations in a list", OrderedAccesses.continuationsInAList),
  ]

  static let orderedByStreams = [
    Program("a stream", OrderedAccesses.stream),
    Program("the buffer of a stream", OrderedAccesses.bufferOfAStream),
    Program("a throwing stream", OrderedAccesses.throwingStream),
    Program("an unfolding stream", OrderedAccesses.unfoldingStream),
  ]

  static let orderedByActors = [
    Program("an actor", OrderedAccesses.actor),
    Program("through an actor", OrderedAccesses.throughAnActor),
    Program("the main actor", OrderedAccesses.mainActor),
    Program("resumed on an actor", OrderedAccesses.resumedOnAnActor),
    Program("resumed onto an actor", OrderedAccesses.resumedOntoAnActor),
    Program("resumed from outside an actor", OrderedAccesses.resumedFromOutsideAnActor),
    Program("a task of an actor", OrderedAccesses.taskOfAnActor),
    Program("a global actor", OrderedAccesses.globalActor),
    Program("a shared executor", OrderedAccesses.sharedExecutor),
    Program("an isolated parameter", OrderedAccesses.isolatedParameter),
    Program("a task of the main actor", OrderedAccesses.taskOfTheMainActor),
    Program("an actor that waits", OrderedAccesses.actorThatWaits),
  ]

  static let orderedByChannels = [
    Program("a channel", { await OrderedAccesses.channel(capacity: 0) }),
    Program("a channel with a buffer", { await OrderedAccesses.channel(capacity: 1) }),
    Program("the answer of a channel", OrderedAccesses.answerOfAChannel),
    Program("the close of a channel", OrderedAccesses.closeOfAChannel),
    Program("select", OrderedAccesses.select),
    Program("a ring, no buffer", { await OrderedAccesses.ringBesideAChannel(capacity: 0) }),
    Program("a ring, a buffer of 1", { await OrderedAccesses.ringBesideAChannel(capacity: 1) }),
    Program("a ring, a buffer of 3", { await OrderedAccesses.ringBesideAChannel(capacity: 3) }),
    Program("a channel as a lock", OrderedAccesses.channelAsALock),
    Program("a send after its receive", OrderedAccesses.sendAfterReceive),
    Program("operations that do not wait", OrderedAccesses.operationsThatDoNotWait),
    Program("a select of sends", OrderedAccesses.selectOfSends),
    Program("a select with a default", OrderedAccesses.selectWithADefault),
  ]

  static let orderedByWaitGroups = [
    Program("a wait group", OrderedAccesses.waitGroup),
    Program("a wait group that is used again", OrderedAccesses.waitGroupThatIsUsedAgain),
    Program("a wait group that many await", OrderedAccesses.waitGroupThatManyAwait),
  ]

  static let orderedByLocks = [
    Program("a mutex", OrderedAccesses.mutex),
    Program("locks of Foundation", OrderedAccesses.foundationLocks),
    Program("conditions", OrderedAccesses.conditions),
    Program("a condition that holds", OrderedAccesses.conditionThatHolds),
    Program("a read-write lock", OrderedAccesses.readWriteLock),
    Program("a lock of the system", OrderedAccesses.plainLocks),
    Program("mutexes in one place", OrderedAccesses.mutexesInOnePlace),
    Program("nested mutexes", OrderedAccesses.nestedMutexes),
  ]

  static let orderedByDispatch = [
    Program("a semaphore", OrderedAccesses.semaphore),
    Program("a semaphore as a signal", OrderedAccesses.semaphoreAsASignal),
    Program("ways into a queue", OrderedAccesses.waysIntoAQueue),
    Program("a group of Dispatch, of tasks", OrderedAccesses.dispatchGroupOfTasks),
  ]

  static let orderedByAtomics = [
    Program("an atomic flag", OrderedAccesses.atomicFlag),
    Program("a spin lock", OrderedAccesses.spinLock),
    Program("atomics in turn", OrderedAccesses.atomicsInTurn),
    Program("the exchange of an atomic", OrderedAccesses.exchangeOfAnAtomic),
    Program("a pair in an atomic", OrderedAccesses.pairInAnAtomic),
    Program("a lazy reference", OrderedAccesses.lazyReference),
    Program("fences", OrderedAccesses.fences),
    Program("a reference in an atomic", OrderedAccesses.referenceInAnAtomic),
  ]

  static let orderedByGlobals = [
    Program("a lazy global", OrderedAccesses.lazyGlobal),
    Program("lazy statics", OrderedAccesses.lazyStatics),
  ]

  static let orderedInMemory = [
    Program("neighbors", OrderedAccesses.neighbors),
    Program("copies", OrderedAccesses.copies),
    Program("own copies", OrderedAccesses.ownCopies),
    Program("memory used again", OrderedAccesses.memoryUsedAgain),
    Program("the last reference", OrderedAccesses.lastReference),
    Program("closures", OrderedAccesses.closures),
  ]

  /// Threads take part that a bubble does not control.
  static let orderedOutside = [
    Program("blocks on a queue", OrderedAccesses.blocksOnAQueue),
    Program("a group of Dispatch", OrderedAccesses.dispatchGroup),
    Program("a thread", OrderedAccesses.thread),
    Program("concurrent blocks", OrderedAccesses.concurrentPerform),
  ]
}
