import Bubble
import Channels
import Chapter11Backend
import Testing

extension StreamProcessorTests {
  @Test func `cancelled, it stops even if no one reads`() async throws {
    try await bubble {
      for capacity in [0, 1, 2] {
        let start = Bubble.elapsed
        let input = Channel<String>(capacity: 9)
        let output = Channel<String>(capacity: capacity)
        for number in 1...7 { await input.send("ship \(number)") }
        let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
        let left = Logbook<Int>()
        let processing = Task {
          await processor.process()
          left.note(Bubble.liveTasks - 1)  // without this task
        }
        try await Task.sleep(for: .seconds(2))

        processing.cancel()

        await Bubble.settle()
        try #require(
          left.times == [start + .seconds(2)],
          """
          nobody reads the output, and the task that processes is cancelled after 2 s: expected \
          `process` to return at that moment. Does your send end when its task is cancelled?
          """)
        try #require(left.entries == [0], "`process` has returned: expected no task to be left")
        let events = drained(output)
        try #require(
          events == (0..<capacity).map { "ship \($0 + 1)" } && isClosed(output),
          """
          the output has a capacity of \(capacity), no one reads it, and the task is cancelled \
          after 2 s: expected the output to be full and closed when `process` has returned. Is \
          there a way out of your function that does not close it?
          """)
        let rest = 7 - capacity - 1
        try #require(
          input.count == rest,
          """
          the output took \(capacity) of 7 events, and one more had been taken before the \
          cancellation: expected this one to be dropped and the other \(rest) to stay in the \
          input; left there: \(input.count)
          """)
      }
    }
  }

  @Test func `cancelled, it leaves the other events in the input`() async throws {
    try await bubble {
      // While it waits for an event.
      let quiet = Channel<String>()
      let board = Channel<String>()
      let waiter = StreamProcessor(input: quiet.receiveOnly, output: board.sendOnly) { $0 }
      let waiting = Task { await waiter.process() }
      let waitingReader = reading(board)
      try await Task.sleep(for: .seconds(3))
      waiting.cancel()
      await waiting.value
      let read = await waitingReader.value
      try #require(
        read == Reading(closed: .seconds(3)),
        """
        `process` waits for an event when its task is cancelled after 3 s: expected it to close \
        the output at that moment
        """)

      // While events come and go, and before it begins.
      for isLate in [false, true] {
        let input = Channel<String>(capacity: 20)
        for number in 1...20 { await input.send("ship \(number)") }
        let output = Channel<String>(capacity: 20)
        let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) {
          event in
          "old \(event)"
        }
        await processor.addFilter { _ in true }
        let processing = Task { await processor.process() }
        if !isLate {
          // A task of its own, which the schedule may put between any two events.
          await Task {}.value
        }
        let before = input.count
        processing.cancel()
        await processing.value
        let taken = before - input.count
        try #require(
          taken <= 1 && input.count + output.count >= 19,
          """
          20 events are waiting, the output has room for them, and the task is cancelled: expected \
          at most one event to be taken after that, and \(taken) were; and at most one to be \
          dropped. A receive that does not have to wait succeeds in a cancelled task, too
          """)
        let sent = drained(output)
        try #require(
          isClosed(output) && sent == sent.indices.map { "old ship \($0 + 1)" },
          """
          the task is cancelled: expected the output to be closed when `process` returns, and the \
          events before that to be transformed
          """)
      }

      // While events come that do not pass.
      let input = Channel<String>(capacity: 20)
      for number in 1...20 { await input.send("ship \(number)") }
      let output = Channel<String>()
      let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
      await processor.addFilter { _ in false }
      let processing = Task { await processor.process() }
      processing.cancel()
      await processing.value

      try #require(
        input.count >= 19 && isClosed(output),
        """
        20 events are waiting, none of them passes, and the task is cancelled at the beginning: \
        expected at most one to be taken, and \(20 - input.count) were. Which loop checks whether \
        the task is cancelled?
        """)
    }
  }

  @Test func `cancelled at the same moment, it drops at most one event`() async throws {
    try await bubble {
      let input = Channel<String>(capacity: 3)
      let output = Channel<String>()
      let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
      let processing = Task { await processor.process() }
      let reader = reading(output)
      let sender = Task {
        try? await Task.sleep(for: .seconds(1))
        for number in 1...3 { await input.send("ship \(number)") }
        input.close()
      }
      try await Task.sleep(for: .seconds(1))
      processing.cancel()
      await processing.value
      await sender.value
      let read = await reader.value

      let rest = drained(input)
      let events = ["ship 1", "ship 2", "ship 3"]
      let found = read.events + rest
      try #require(
        found == events.filter { found.contains($0) } && found.count >= 2
          && read.closed == .seconds(1),
        """
        three events arrive at the moment of the cancellation; \(read.events) were sent, and \
        \(rest) are still in the input: expected at most one event to be dropped, and the output \
        to be closed
        """)
    }
  }
}
