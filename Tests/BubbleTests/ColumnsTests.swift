import Channels
import Testing

@testable import Bubble

@Suite("the picture of a run") struct ColumnsTests {
  @Test func `channels that are made in one line have a letter each`() async throws {
    let line = #line
    let exploration = await explore(.these([.firstInFirstOut])) {
      let channels = (0..<2).map { _ in Channel<Int>(capacity: 1) }
      let other = Channel<Int>(capacity: 1)
      let task = Task {
        await channels[0].send(7)
        await channels[1].send(8)
        await other.send(9)
      }
      await task.value
      throw Failure()
    }

    let text = Columns(trace: try #require(exploration.failure).trace).text
    for cell in ["send 7 ─▶ A", "send 8 ─▶ B", "send 9 ─▶ C"] { #expect(text.contains(cell)) }
    #expect(text.contains("A and B are the channels made at ColumnsTests.swift:\(line + 2)\n"))
    #expect(text.contains("C is the channel made at ColumnsTests.swift:\(line + 3)"))
  }

  private struct Failure: Error {}
}
