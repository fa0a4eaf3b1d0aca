import Bubble
import Dispatch
import Testing

private actor Harbor {
  var ships = 0
  func enter() { ships += 1 }
}

@Suite("what runs in a bubble") struct IsolationTests {
  @Test func `bubbles side by side do not disturb one another`() async {
    let wrong = await withTaskGroup(of: Bool.self) { group in
      for index in 1...200 {
        group.addTask {
          let exploration = await explore(.count(5)) {
            let task = Task { try? await Task.sleep(for: .seconds(index)) }
            await task.value
          }
          return exploration.duration != .seconds(index) || exploration.failures > 0
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }

    #expect(wrong == 0)
  }

  @Test func `the main actor has a queue of its own in each bubble`() async throws {
    try await bubble {
      let task = Task { @MainActor in
        MainActor.assertIsolated()
        try? await Task.sleep(for: .seconds(1))
        MainActor.assertIsolated()
      }
      await task.value

      #expect(Bubble.elapsed == .seconds(1))
    }
  }

  @Test func `actors, groups, async let and streams work unchanged`() async throws {
    try await bubble {
      let harbor = Harbor()
      await withDiscardingTaskGroup { group in
        for _ in 0..<10 { group.addTask { await harbor.enter() } }
      }
      async let one = harbor.ships
      #expect(await one == 10)

      let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
      let sender = Task {
        for ship in 1...3 { continuation.yield(ship) }
        continuation.finish()
      }
      var sum = 0
      for await ship in stream { sum += ship }
      #expect(sum == 6)
      await sender.value
    }
  }

  @Test func `a continuation may be resumed by a thread outside`() async throws {
    try await bubble(.count(5)) {
      let value = await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: 7) }
      }

      #expect(value == 7)
    }
  }

  @Test func `task-local values reach the tasks of a bubble`() async throws {
    try await Local.$name.withValue("crane") {
      try await bubble {
        #expect(Local.name == "crane")
        #expect(await Task { Local.name }.value == "crane")
      }
    }
  }

  @Test func `a bubble inside a bubble is refused`() async throws {
    try await withKnownIssue {
      try await bubble(.count(1)) { try await bubble {} }
    } matching: { issue in
      issue.comments.contains { "\($0)".contains("a bubble inside a bubble") }
    }
  }
}

private enum Local {
  @TaskLocal static var name = ""
}
