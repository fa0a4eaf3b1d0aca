import Bubble
import Chapter02Counter
import CourseTesting
import Synchronization
import Testing

/// Notes who goes in and out of a room, and whether a writer ever had company there.
private final class Room: Sendable {
  private struct State {
    var readers = 0
    var writers = 0
    var disturbed = false
    var entries: [String] = []
  }

  private let state = Mutex(State())

  var isDisturbed: Bool { state.withLock { $0.disturbed } }
  var entries: [String] { state.withLock { $0.entries } }

  func visit(_ name: String, asWriter isWriter: Bool, for duration: Duration) async {
    state.withLock { state in
      if isWriter { state.writers += 1 } else { state.readers += 1 }
      if state.writers > 1 || state.writers == 1 && state.readers > 0 { state.disturbed = true }
      state.entries.append(name)
    }
    await Bubble.section(isWriter ? "writers" : "readers") {
      await Task.yield()
      try? await Task.sleep(for: duration)
    }
    state.withLock { if isWriter { $0.writers -= 1 } else { $0.readers -= 1 } }
  }
}

@Suite("2.5 Readers and writer", .exercise("2.5"))
struct ReadersAndWriterTests {
  @Test func `readers are inside together`() async throws {
    try await bubble {
      let chart = ReadersAndWriter()
      let room = Room()

      let writing = Task {
        await chart.write { await room.visit("writer", asWriter: true, for: .seconds(1)) }
      }
      await Bubble.settle()
      await withTaskGroup { group in
        for _ in 1...3 {
          group.addTask {
            await chart.read { await room.visit("reader", asWriter: false, for: .seconds(1)) }
          }
        }
      }
      await writing.value

      #expect(
        Bubble.mostInside("readers") == 3,
        "3 readers waited for the same writer: when it leaves, all of them may go in")
      #expect(Bubble.elapsed == .seconds(2), "1 s for the writer, then 1 s for all 3 readers")
    }
  }

  @Test func `a writer is alone`() async throws {
    try await bubble {
      let chart = ReadersAndWriter()
      let room = Room()

      await withTaskGroup { group in
        for number in 1...4 {
          group.addTask {
            if number.isMultiple(of: 2) {
              await chart.write { await room.visit("writer", asWriter: true, for: .seconds(1)) }
            } else {
              await chart.read { await room.visit("reader", asWriter: false, for: .seconds(1)) }
            }
          }
        }
      }

      let isDisturbed = room.isDisturbed
      #expect(
        !isDisturbed,
        "while a writer is inside, nobody else should be, neither reader nor writer")
      #expect(room.entries.count == 4, "2 readers and 2 writers should have been inside in the end")
    }
  }

  @Test func `a writer goes before readers that come later`() async throws {
    try await bubble {
      let chart = ReadersAndWriter()
      let room = Room()

      async let first: Void = chart.read {
        await room.visit("first reader", asWriter: false, for: .seconds(2))
      }
      try? await Task.sleep(for: .seconds(1))
      async let writer: Void = chart.write {
        await room.visit("writer", asWriter: true, for: .seconds(1))
      }
      await Bubble.settle()
      async let second: Void = chart.read {
        await room.visit("second reader", asWriter: false, for: .seconds(3))
      }
      _ = await (first, writer, second)

      #expect(
        room.entries == ["first reader", "writer", "second reader"],
        "the writer came before the second reader; if readers kept coming, when would it get in?")
      #expect(Bubble.elapsed == .seconds(6), "2 s, 1 s and 3 s, one after the other")
    }
  }

  @Test func `it returns what was found inside`() async throws {
    try await bubble {
      let chart = ReadersAndWriter()

      let depth = await chart.write { 12 }
      let label = await chart.read { "\(depth) m" }

      #expect(label == "12 m", "the writer's 12 and the reader's text should come out again")
      #expect(Bubble.elapsed == .zero, "with nobody inside there is nothing to wait for")
    }
  }
}
