import BubblePrograms
import CBubbleRuntime
import Channels
import Synchronization
import Testing

@testable import Bubble

/// What it costs to look between two awaits: in counts, which no other program on the machine changes.
@Suite("what looking costs") struct CostTests {
  /// What one run after another had to do.
  private final class Tally: Sendable {
    struct Run {
      /// Decisions between two awaits, and how many of them paused a job.
      var points: Int
      var pauses: Int
      var steps: Int
      var looksForRaces: Bool
      var forgottenLines: UInt64
    }
    private let list = Mutex<[Run]>([])
    var runs: [Run] { list.withLock { $0 } }

    /// Notes the current run; to be called at the end of its closure.
    func note() {
      guard let run = currentRun() else { return }
      let last = Run(
        points: run.counters.points, pauses: run.pauseCount, steps: run.counters.steps,
        looksForRaces: run.looksForRaces, forgottenLines: races_forgotten_lines(run.races))
      list.withLock { $0.append(last) }
    }
  }

  private func tally(
    _ schedules: Schedules, _ body: @escaping @Sendable () async -> Void
  ) async -> [Tally.Run] {
    let tally = Tally()
    let exploration = await explore(schedules) {
      await body()
      tally.note()
    }
    #expect(exploration.failure?.message == nil)
    return tally.runs
  }

  @Test func `code without locks and shared memory has no points, and few of its runs look`()
    async
  {
    let runs = await tally(.count(200)) {
      await withTaskGroup { group in
        for _ in 0..<3 { group.addTask { Plain().work() } }
      }
    }

    #expect(runs.count == 200)
    #expect(runs.allSatisfy { $0.points == 0 && $0.pauses == 0 })
    let looking = runs.indices.filter { runs[$0].looksForRaces }
    #expect(looking == [0, 1, 49, 99, 149, 199])
  }

  @Test func `instrumented code takes as many steps as the same code without`() async {
    let instrumented = await tally(.count(20)) {
      await withTaskGroup { group in
        for _ in 0..<3 { group.addTask { Plain().work() } }
      }
    }
    let plain = await tally(.count(20)) {
      await withTaskGroup { group in
        for _ in 0..<3 {
          group.addTask {
            var crates: [Int] = []
            for crate in 0..<10 { crates.append(crate) }
          }
        }
      }
    }

    #expect(instrumented.map(\.steps) == plain.map(\.steps))
  }

  /// Each append asks whether the array has one owner.
  ///
  /// If all of it were looked through each time, 4,000 appends would take more than a million lines.
  @Test func `an append does not take as long as its array`() async {
    let runs = await tally(.count(1)) {
      await withTaskGroup { group in
        for _ in 0..<2 { group.addTask { Plain().workTwice(4_000) } }
      }
    }

    #expect(runs.map(\.looksForRaces) == [true])
    #expect(runs.allSatisfy { (1..<40_000).contains($0.forgottenLines) })
  }

  /// One for each lock that is taken while others could go first, and none where it is given back.
  @Test func `a critical section is one point`() async {
    let runs = await tally(.these([.firstInFirstOut])) {
      let counter = TwoSections()
      await withTaskGroup { group in
        for _ in 0..<3 { group.addTask { for _ in 0..<4 { counter.incrementInOne() } } }
      }
    }

    #expect(runs.map(\.points) == [12])
  }

  @Test func `a run switches twice at most between awaits, however many locks it takes`() async {
    let runs = await tally(.count(50)) {
      let counter = TwoSections()
      await withTaskGroup { group in
        for _ in 0..<10 { group.addTask { for _ in 0..<50 { counter.incrementInOne() } } }
      }
    }

    #expect(runs.allSatisfy { $0.pauses <= 2 })
    #expect(runs.map(\.pauses).max() == 2)
    // A switch is a step more, and each task may meet the lock held once for each switch.
    let steps = runs.map(\.steps)
    #expect((steps.max() ?? 0) - (steps.min() ?? 0) <= 2 + 2 * 10)
  }

  @Test func `an add before each start is not a decision`() async {
    let runs = await tally(.count(20)) {
      let cranes = WaitGroup()
      for _ in 0..<5 {
        cranes.add()
        Task { cranes.done() }
      }
      await cranes.wait()
      cranes.add(2)
      for _ in 0..<2 { Task { cranes.done() } }
      await cranes.wait()
    }

    #expect(runs.allSatisfy { $0.points == 0 })
  }

  @Test func `to add behind a start is one`() async {
    let tally = Tally()
    _ = await explore(.these([.firstInFirstOut])) {
      let cranes = WaitGroup()
      Task { cranes.done() }
      cranes.add()
      tally.note()
      await cranes.wait()
    }

    #expect(tally.runs.map(\.points) == [1])
  }
}
