import Bubble

extension KnownBug {
  static let mutualExclusion = [petersonsLock, lookBeforeRaise, lostUpdateBetweenLocks]

  /// Two switches: after the first task's `turn`, and while the second one is in the berth.
  private static let petersonsLock = KnownBug(
    "Peterson's lock, turn before flag", .wrong, isSmall: false
  ) {
    let (flags, turn, berth) = ([Shared(false), Shared(false)], Shared(0), Berth())
    await withTaskGroup { group in
      for me in 0...1 {
        group.addTask {
          let other = 1 - me
          turn.value = other
          await Task.yield()
          flags[me].value = true
          await Task.yield()
          while flags[other].value, turn.value == other { await Task.yield() }
          await berth.visit()
          flags[me].value = false
        }
      }
    }
    try berth.check()
  } right: {
    let (flags, turn, berth) = ([Shared(false), Shared(false)], Shared(0), Berth())
    await withTaskGroup { group in
      for me in 0...1 {
        group.addTask {
          let other = 1 - me
          flags[me].value = true
          await Task.yield()
          turn.value = other
          await Task.yield()
          while flags[other].value, turn.value == other { await Task.yield() }
          await berth.visit()
          flags[me].value = false
        }
      }
    }
    try berth.check()
  }

  /// Two switches: between one task's look and its flag, and while the other is in the berth.
  private static let lookBeforeRaise = KnownBug("look before raise", .wrong) {
    let (flags, berth) = ([Shared(false), Shared(false)], Berth())
    await withTaskGroup { group in
      for me in 0...1 {
        group.addTask {
          if flags[1 - me].value { return }
          await Task.yield()
          flags[me].value = true
          await berth.visit()
          flags[me].value = false
        }
      }
    }
    try berth.check()
  } right: {
    let (flags, berth) = ([Shared(false), Shared(false)], Berth())
    await withTaskGroup { group in
      for me in 0...1 {
        group.addTask {
          flags[me].value = true
          await Task.yield()
          if !flags[1 - me].value { await berth.visit() }
          flags[me].value = false
        }
      }
    }
    try berth.check()
  }

  private struct LostUpdate: Error {}

  /// One switch: between the two times that a task holds the lock.
  ///
  /// The lock is free at that moment, and taking it does not suspend: no scheduling point unless
  /// each possible suspension is one.
  private static let lostUpdateBetweenLocks = KnownBug(
    "lost update, two critical sections of a continuation lock", .wrong
  ) {
    let (lock, crates) = (ContinuationLock(), Shared(0))
    await withTaskGroup { group in
      for _ in 1...2 {
        group.addTask {
          await lock.lock()
          let seen = crates.value
          lock.unlock()
          await lock.lock()
          crates.value = seen + 1
          lock.unlock()
        }
      }
    }
    if crates.value != 2 { throw LostUpdate() }
  } right: {
    let (lock, crates) = (ContinuationLock(), Shared(0))
    await withTaskGroup { group in
      for _ in 1...2 {
        group.addTask {
          await lock.lock()
          let seen = crates.value
          crates.value = seen + 1
          lock.unlock()
        }
      }
    }
    if crates.value != 2 { throw LostUpdate() }
  }
}
