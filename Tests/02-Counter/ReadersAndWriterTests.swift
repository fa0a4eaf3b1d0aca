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

/// Sends in readers at the moment when the turn of a waiting writer comes, a few times: only some
/// orders of that moment show a writer that is not yet counted.
private func readersComeAtTheMomentOfTheTurn() async throws {
  for _ in 1...6 {
    let chart = ReadersAndWriter()
    let room = Room()
    let first = Task {
      await chart.read { await room.visit("first", asWriter: false, for: .seconds(2)) }
    }
    let late = (1...3).map { _ in
      Task {
        try? await Task.sleep(for: .seconds(2))
        await chart.read { await room.visit("late", asWriter: false, for: .seconds(1)) }
      }
    }
    try await Task.sleep(for: .seconds(1))
    let writing = Task {
      await chart.write { await room.visit("writer", asWriter: true, for: .seconds(1)) }
    }
    for task in [first, writing] + late { await task.value }

    try #require(
      room.entries == ["first", "writer", "late", "late", "late"],
      """
      a writer waits for a reader, and three more readers come at the moment when that reader \
      leaves: the writer came first, so it should go in first. From which moment on does your code \
      count it as inside?
      """)
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
        for _ in 1...8 {
          group.addTask {
            await chart.read { await room.visit("reader", asWriter: false, for: .seconds(1)) }
          }
        }
      }
      await writing.value

      #expect(
        Bubble.mostInside("readers") == 8,
        "8 readers waited for the same writer: when it leaves, all of them should go in together")
      #expect(
        Bubble.elapsed == .seconds(2), "expected 1 s for the writer, then 1 s for all 8 readers")
    }
    try await bubble(.count(1)) {
      let chart = ReadersAndWriter()
      let room = Room()
      await withTaskGroup { group in
        for _ in 1...crowd {
          group.addTask {
            await chart.read { await room.visit("reader", asWriter: false, for: .seconds(1)) }
          }
        }
      }

      #expect(
        Bubble.mostInside("readers") == crowd,
        "\(crowd) readers came, and no writer: expected all of them to be inside together")
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
        "while a writer is inside, no other task should be, neither reader nor writer")
      #expect(room.entries.count == 4, "2 readers and 2 writers should have been inside in the end")
    }
    try await bubble {
      let chart = ReadersAndWriter()
      let room = Room()
      let first = Task {
        await chart.write { await room.visit("writer", asWriter: true, for: .seconds(1)) }
      }

      // Comes at the moment when the first one leaves: nobody after it would wake it.
      try? await Task.sleep(for: .seconds(1))
      await chart.read { await room.visit("reader", asWriter: false, for: .seconds(1)) }

      await first.value
      #expect(
        Bubble.elapsed == .seconds(2) && !room.isDisturbed,
        "a reader comes when a writer leaves, after 1 s: expected it to go in at once")
    }
    // The room is empty for a moment, and two tasks come at that moment.
    try await bubble {
      let chart = ReadersAndWriter()
      let room = Room()
      let first = Task {
        await chart.read { await room.visit("first", asWriter: false, for: .seconds(1)) }
      }
      try? await Task.sleep(for: .seconds(1))
      let reading = Task {
        await chart.read { await room.visit("reader", asWriter: false, for: .seconds(1)) }
      }
      let writing = Task {
        await chart.write { await room.visit("writer", asWriter: true, for: .seconds(1)) }
      }
      for task in [first, reading, writing] { await task.value }

      #expect(
        !room.isDisturbed && room.entries.count == 3 && Bubble.elapsed == .seconds(3),
        """
        a reader and a writer come at the moment when the only task inside leaves, after 1 s: \
        expected one of them to go in then, and the other one when the first one leaves. Inside, in \
        this order: \(room.entries)\(room.isDisturbed ? "; the writer was not alone" : "")
        """)
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
      #expect(Bubble.elapsed == .seconds(6), "2 s, 1 s and 3 s, one after the other, take 6 s")
    }
  }

  @Test func `nobody who comes later goes before a writer`() async throws {
    try await bubble {
      let chart = ReadersAndWriter()
      let room = Room()
      let visits = [
        ("reader 1", false), ("writer 2", true), ("writer 3", true), ("reader 4", false),
        ("reader 5", false), ("writer 6", true),
      ]

      let tasks = Mutex<[Task<Void, Never>]>([])
      for (name, isWriter) in visits {
        let task = Task {
          if isWriter {
            await chart.write { await room.visit(name, asWriter: true, for: .seconds(100_000)) }
          } else {
            await chart.read { await room.visit(name, asWriter: false, for: .seconds(100_000)) }
          }
        }
        tasks.withLock { $0.append(task) }
        await Bubble.settle()
      }
      for task in tasks.withLock({ $0 }) { await task.value }

      let order = room.entries.filter { $0 != "reader 4" && $0 != "reader 5" }
      #expect(
        order == ["reader 1", "writer 2", "writer 3", "writer 6"],
        "they came one after the other; expected each writer before all that came later")
      let late = room.entries.dropLast().suffix(2).sorted()
      #expect(
        late == ["reader 4", "reader 5"],
        "two readers came after two writers and before the last one: they should go in together")
      #expect(
        Bubble.elapsed == .seconds(500_000) && !room.isDisturbed,
        """
        each visit takes 100,000 s: one reader, two writers, two readers together and one writer should \
        take 500,000 s, and each writer should be alone. They took \(Bubble.elapsed)\
        \(room.isDisturbed ? ", and a writer was not alone" : "")
        """)

      try await readersComeAtTheMomentOfTheTurn()
    }
    try await bubble(.count(5)) {
      var draw = Draw(seed: 252)
      for _ in 1...20 {
        let visits = (0..<12).map { Visit(number: $0, from: &draw) }

        let times = await timesOfEntry(visits)

        let expected = Visit.timesOfEntry(visits)
        try #require(
          times == expected,
          """
          tasks that come after \(visits.map(\.text).joined(separator: ", ")): expected them to go in \
          after \(expected) s, no task before one that came earlier. They went in after \(times) s
          """)
      }
    }
  }

  @Test func `a cancelled task waits for its turn`() async throws {
    try await bubble {
      let chart = ReadersAndWriter()
      let room = Room()
      let writing = Task {
        await chart.write { await room.visit("first", asWriter: true, for: .seconds(100_000)) }
      }
      await Bubble.settle()

      // One is cancelled while it waits, and one before.
      let reading = Task {
        await chart.read {
          await Task { await room.visit("r", asWriter: false, for: .seconds(1)) }.value
        }
      }
      await Bubble.settle()
      let last = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        await chart.write {
          await Task { await room.visit("w", asWriter: true, for: .seconds(1)) }.value
        }
      }
      await Bubble.settle()
      reading.cancel()
      for task in [writing, reading, last] { await task.value }

      #expect(
        !room.isDisturbed,
        "two cancelled tasks came while a writer was inside: they should wait like all others")
      #expect(
        room.entries == ["first", "r", "w"] && Bubble.elapsed == .seconds(100_002),
        """
        a writer of 100,000 s, a reader of 1 s and a writer of 1 s: expected each to go in alone, in \
        this order, and the last to leave at t = 100,002 s. They went in as \(room.entries), and the \
        last one left at t = \(Bubble.elapsed)
        """)
    }
  }

  @Test func `it returns what was found inside`() async throws {
    try await bubble {
      var draw = Draw(seed: 25)
      let chart = ReadersAndWriter()
      let other = ReadersAndWriter()
      let depth = draw.number(in: 1...99)
      let writing = Task {
        await chart.write {
          try? await Task.sleep(for: .seconds(2))
          return depth
        }
      }
      await Bubble.settle()

      let elsewhere = await other.write { "\(depth + 1) m" }
      #expect(
        elsewhere == "\(depth + 1) m" && Bubble.elapsed == .zero,
        "a writer is inside another lock, but no task is inside this one: there is nothing to wait for"
      )
      let label = await chart.read { "\(depth) m" }
      let time = Bubble.elapsed
      let found = await writing.value
      #expect(
        found == depth && label == "\(depth) m",
        "`write` and `read` should return what their bodies return: \(depth), \"\(depth) m\"")
      #expect(time == .seconds(2), "the reader waits for the writer, which takes 2 s")
    }
  }
}
