import Bubble
import Channels

private struct ReturnedTooSoon: Error {}

extension KnownBug {
  static let waitGroups = [addBehindTheStart, throughZero]

  /// One switch: the task that was to be counted runs first, and its `done` is lost.
  private static let addBehindTheStart = KnownBug("add behind the start of a task", .deadlocked) {
    let cranes = WaitGroup()
    Task { cranes.done() }
    cranes.add()
    await cranes.wait()
  } right: {
    let cranes = WaitGroup()
    cranes.add()
    Task { cranes.done() }
    await cranes.wait()
  }

  /// Two switches: the first crate is lifted before it is counted, and then the one who waits goes on.
  private static let throughZero = KnownBug("a wait group that passes through zero", .wrong) {
    let (work, lifted) = (WaitGroup(), Tally())
    work.add()
    Task {
      for _ in 1...2 {
        Task {
          lifted.add()
          work.done()
        }
        work.add()
      }
      work.done()
    }
    await work.wait()
    if lifted.count != 2 { throw ReturnedTooSoon() }
  } right: {
    let (work, lifted) = (WaitGroup(), Tally())
    work.add()
    Task {
      for _ in 1...2 {
        work.add()
        Task {
          lifted.add()
          work.done()
        }
      }
      work.done()
    }
    await work.wait()
    if lifted.count != 2 { throw ReturnedTooSoon() }
  }
}
