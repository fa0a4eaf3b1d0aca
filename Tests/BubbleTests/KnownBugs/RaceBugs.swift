import Bubble
import BubblePrograms

extension KnownBug {
  /// No switch: nothing orders the two accesses, in whichever order they come.
  static let races = [
    KnownBug("a count without a lock", .race) {
      await Races.property()
    } right: {
      await OrderedAccesses.mutex()
    },
    KnownBug("a global without a lock", .race) {
      await Races.global()
    } right: {
      await OrderedAccesses.mainActor()
    },
    KnownBug("a variable that closures capture", .race) {
      await Races.captured()
    } right: {
      await OrderedAccesses.endOfATask()
    },
    KnownBug("a pointer", .race) {
      await Races.pointer()
    } right: {
      await OrderedAccesses.referenceInAnAtomic()
    },
    KnownBug("a lock on one path only", .race) {
      await Races.lockOnOnePathOnly()
    } right: {
      await OrderedAccesses.foundationLocks()
    },
    KnownBug("two locks for one value", .race) {
      await Races.twoLocks()
    } right: {
      await OrderedAccesses.nestedMutexes()
    },
    // The right twin waits by polling, which has no end in some of its schedules.
    KnownBug("a flag that is not an atomic", .race, isSmall: false) {
      await Races.plainFlag()
    } right: {
      await OrderedAccesses.atomicFlag()
    },
    KnownBug("a write after the send", .race) {
      await Races.afterASend()
    } right: {
      await OrderedAccesses.channel(capacity: 1)
    },
    KnownBug("a ring that is one place too short", .race, isSmall: false) {
      await Races.shortRingBesideAChannel()
    } right: {
      await OrderedAccesses.ringBesideAChannel(capacity: 1)
    },
    KnownBug("a sleep instead of a wait", .race) {
      await Races.sleep()
    } right: {
      await OrderedAccesses.waitGroup()
    },
  ]
}
