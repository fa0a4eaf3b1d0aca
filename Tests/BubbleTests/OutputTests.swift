import Channels
import Testing

@testable import Bubble

@Suite("what a program prints") struct OutputTests {
  private func explore(
    _ body: @escaping @Sendable () async throws -> Void
  ) async -> Exploration {
    var explorer = Explorer(schedules: .count(20), body: body, failures: { 0 })
    explorer.testSource = TestSource(path: #filePath, module: "BubbleTests")
    return await explorer.explore()
  }

  private struct Failure: Error {}

  @Test func `a failure tells what its run printed, with time and task`() async throws {
    let exploration = await explore {
      print("the ship", "comes")
      try await Task.sleep(for: .seconds(2))
      await Task(name: "crane") {
        print("lifts", terminator: ""); print(" tea")
      }.value
      throw Failure()
    }

    #expect(
      try #require(exploration.failure).printed == [
        PrintedLine(time: .zero, task: "the test", text: "the ship comes"),
        PrintedLine(time: .seconds(2), task: "task \"crane\"", text: "lifts tea"),
      ])
  }

  @Test func `tasks that print parts of a line by turns have a line each`() async {
    let exploration = await explore {
      await withDiscardingTaskGroup { group in
        for name in ["a", "b"] {
          group.addTask {
            print(name, terminator: "")
            await Task.yield()
            print(name)
          }
        }
      }
    }

    #expect(Set(exploration.printed.map(\.text)) == ["aa", "bb"])
  }

  @Test func `a test that passes keeps what its first run printed, and that once`() async {
    let exploration = await explore { print("once") }

    #expect(exploration.printed.map(\.text) == ["once"])
  }
}
