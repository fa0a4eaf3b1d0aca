import Bubble
import BubblePrograms
import Synchronization

extension RaceTests {
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
}
