import Bubble
import Dispatch
import Synchronization
import Testing

@Suite("programs that do not repeat") struct UnrepeatableTests {
  @Test func `a search over a program that draws random numbers never says all`() async {
    let exploration = await explore(.exhaustive()) {
      if Bool.random() { Task { await Task.yield() } }
      Task { await Task.yield() }
    }

    #expect(!exploration.isExhaustive)
    #expect(exploration.uncontrolled == "it draws random numbers")
  }

  @Test func `every way to random numbers is seen`() async {
    let ways: [@Sendable () -> Void] = [
      { _ = Int.random(in: 0..<9) }, { _ = [1, 2, 3].shuffled() }, { _ = [1, 2].randomElement() },
      { _ = Double.random(in: 0...1) },
    ]
    for way in ways {
      let exploration = await explore(.count(1)) { way() }
      #expect(exploration.uncontrolled == "it draws random numbers")
    }
  }

  @Test func `a search over a program with threads of its own never says all`() async {
    let exploration = await explore(.exhaustive(limit: 200)) {
      await withTaskGroup { group in
        for _ in 0..<2 {
          group.addTask {
            await withCheckedContinuation { continuation in
              DispatchQueue.global().async { continuation.resume() }
            }
          }
        }
      }
    }

    #expect(!exploration.isExhaustive)
    #expect(exploration.uncontrolled == "threads outside the bubble take part")
  }

  @Test func `a search that meets other decisions than it asked for does not say all`() async {
    let runs = Mutex(0)
    let exploration = await explore(.exhaustive()) {
      let run = runs.withLock { runs in
        runs += 1
        return runs
      }
      for _ in 0..<(run.isMultiple(of: 3) ? 3 : 2) { Task { await Task.yield() } }
    }

    #expect(!exploration.isExhaustive)
    #expect(exploration.uncontrolled == "it uses something that the bubble does not control")
    #expect(exploration.description.contains("of a nondeterministic program"))
  }

  @Test func `a failing test says that its program does not repeat, and why`() async throws {
    try await withKnownIssue {
      try await bubble(.count(4)) {
        _ = Bool.random()
        throw CancellationError()
      }
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined(separator: "\n")
      return text.contains("this program is nondeterministic: it draws random numbers")
        && text.contains("another run may go differently")
    }
  }

  @Test func `sets and dictionaries have one order in every run of every process`() async {
    let exploration = await explore(.count(50)) {
      let junk = (0..<Int(Bubble.startedTasks + 3)).map { [Int](repeating: 0, count: $0 * 7) }
      let set = Set((0..<40).map { "crate \($0)" })
      Bubble.note(outcome: set.prefix(3).joined(separator: " "))
      _ = junk
    }

    #expect(exploration.outcomes.count == 1)
    // The same in another process: the seeds are fixed.
    #expect(Set(["a", "b", "c", "d"]).map { $0 }.count == 4)
    #expect("crate".hashValue == "crate".hashValue)
    #expect(exploration.uncontrolled == nil)
  }
}
