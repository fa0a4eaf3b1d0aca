import Bubble
import Channels
import Chapter11Backend
import CourseTesting
import Testing

@Suite("11.3 Stream processor", .exercise("11.3"), .leavesNoTask)
struct StreamProcessorTests {
  @Test func `events that pass every filter are transformed, in order`() async throws {
    try await bubble {
      var draw = Draw(seed: 113)
      for (count, capacity) in [(9, 0), (1, 0), (5, 2), (30, 50)] {
        let numbers = draw.numbers(count - 1, in: 0...20) + [0]
        // An empty text is an event, too: it stands for zero.
        let events = numbers.map { $0 == 0 ? "" : "\($0)" }
        let salt = draw.number(in: 10...99)
        let input = Channel<String>(capacity: capacity)
        let output = Channel<String>(capacity: capacity)
        let asked = Logbook<String>()
        let transformed = Logbook<String>()
        let processor = StreamProcessor(
          input: input.receiveOnly, output: output.sendOnly
        ) { event in
          transformed.note(event)
          return "\(event) at pier \(salt)"
        }
        await processor.addFilter { event in
          asked.note(event)
          return true
        }
        if count > 1 {
          for divisor in [2, 3] {
            await processor.addFilter { (Int($0) ?? 0) % divisor != 1 }
          }
        }

        let passing = events.filter {
          count == 1 || (Int($0) ?? 0) % 2 != 1 && (Int($0) ?? 0) % 3 != 1
        }
        let reader = reading(output)
        let processing = Task { await processor.process() }
        for event in events { await input.send(event) }
        input.close()
        await processing.value
        let read = await reader.value

        try #require(
          read.events == passing.map { "\($0) at pier \(salt)" },
          """
          sent \(events), then closed the input: expected those that pass every filter, \
          transformed and in the same order
          """)
        try #require(
          asked.entries == events && transformed.entries == passing,
          """
          expected a filter to be asked once for each event, and an event that passes all of them to \
          be transformed once
          """)
      }
    }
    try await bubble(.count(1)) {
      let input = Channel<String>(capacity: 2)
      let output = Channel<String>(capacity: 2)
      let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
      for number in 1...crowd {
        await processor.addFilter { $0 != "ship \(number)" }
      }
      for event in ["ship \(crowd)", "tug"] { await input.send(event) }
      input.close()
      await processor.process()

      let first = output.tryReceive()
      #expect(
        first == .element("tug"),
        """
        \(crowd) filters drop a ship each; the last of these ships comes, and then a tug: expected only \
        the tug to pass; the output has \(first)
        """)
    }
    // A transformed event may be empty, or equal to the one before.
    try await bubble {
      let input = Channel<String>(capacity: 5)
      let output = Channel<String>(capacity: 5)
      let processor = StreamProcessor(
        input: input.receiveOnly, output: output.sendOnly
      ) { String($0.dropFirst(3)) }
      for event in ["tug", "a tug", "tug", "a tug", "a tug"] { await input.send(event) }
      input.close()
      await processor.process()

      let sent = drained(output)
      #expect(
        sent == ["", "ug", "", "ug", "ug"],
        """
        the transformation drops the first three characters of an event, and five events of three \
        or five characters were sent: expected five transformed events, and the output has \(sent)
        """)
    }
  }

  @Test func `it ends with the input, and closes the output`() async throws {
    try await bubble {
      for (count, isBuffered, pause) in [
        (0, false, 3), (2, false, 1), (2, true, 100_000), (0, true, 3),
      ] {
        let start = Bubble.elapsed
        let input = Channel<String>(capacity: isBuffered ? 5 : 0)
        let output = Channel<String>()
        let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) {
          event in
          "old \(event)"
        }
        let processing = Task {
          await processor.process()
          return (end: Bubble.elapsed, isClosed: isClosed(output))
        }
        let reader = reading(output)
        for number in 0..<count {
          try await Task.sleep(for: .seconds(pause))
          await input.send("ship \(number)")
        }
        try await Task.sleep(for: .seconds(pause))

        input.close()

        let ended = await processing.value
        let read = await reader.value
        try #require(
          read.events == (0..<count).map { "old ship \($0)" },
          """
          sent \(count) events and closed the input: expected these events, transformed, and no \
          other. A receive from a closed channel returns `nil` at once, as often as you ask
          """)
        let seconds = (count + 1) * pause
        try #require(
          ended.end - start == .seconds(seconds) && read.closed - start == .seconds(seconds)
            && ended.isClosed,
          """
          the input was closed after \(seconds) s, with nothing in it: expected `process` to close \
          the output and to return at that moment
          """)
      }
    }
  }

  @Test func `a slow reader sets the pace`() async throws {
    try await bubble {
      let input = Channel<String>(capacity: 9)
      let output = Channel<String>()
      for number in 1...6 { await input.send("ship \(number)") }
      input.close()
      let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
      await processor.addFilter { $0 != "ship 1" && $0 != "ship 4" }
      let processing = Task {
        await processor.process()
        return Bubble.elapsed
      }

      var taken: [Int] = []
      for pause in [2, 2, 2, 100_000] {
        try await Task.sleep(for: .seconds(pause))
        taken.append(6 - input.count)
        _ = await output.receive()
      }
      let end = await processing.value

      try #require(
        taken == [2, 3, 5, 6],
        """
        of six events, the first and the fourth are dropped, and those that pass are read after 2, \
        4, 6 and 100,006 s: expected 2, 3, 5 and 6 events to be taken from the input just before \
        each read. Who takes the next event while the last one waits to be sent?
        """)
      #expect(
        end == .seconds(100_006),
        """
        the last event was read after 100,006 s, and the input is closed: expected `process` to \
        return
        """)
    }
  }

  @Test func `a filter counts from the moment it is added`() async throws {
    try await bubble {
      let input = Channel<String>()
      let output = Channel<String>(capacity: 20)
      let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
      let processing = Task { await processor.process() }
      for event in ["tug", "buoy"] { await input.send(event) }
      // It has taken both, and waits for the next event.
      await Bubble.settle()
      // Added by two tasks at once.
      let adding = ["tug", "buoy"].map { unwanted in
        Task { await processor.addFilter { $0 != unwanted } }
      }
      for task in adding { await task.value }
      try #require(Bubble.elapsed == .zero, "expected `addFilter` to return at once")
      for event in ["tug", "ferry", "buoy", "ferry"] { await input.send(event) }
      await processor.addFilter { $0 != "ferry" }
      for event in ["ferry", "tug", "yacht"] { await input.send(event) }
      input.close()
      await processing.value

      let events = drained(output)
      // The last "ferry" before the third filter may still be on its way when that is added.
      try #require(
        events == ["tug", "buoy", "ferry", "ferry", "yacht"]
          || events == ["tug", "buoy", "ferry", "yacht"],
        """
        filters against tugs, buoys and, later, ferries are added while `process` runs: expected \
        each to apply to every event that is sent after it was added; the output has \(events). \
        When does your code look at the filters?
        """)
    }
  }

  @Test func `only the first call processes`() async throws {
    try await bubble {
      let input = Channel<String>(capacity: 2)
      let output = Channel<String>()
      let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
      let ends = Logbook<String>()
      let calls = [0, 0, 1].map { seconds in
        Task {
          if seconds > 0 { await stubbornly(for: .seconds(seconds)) }
          await processor.process()
          ends.note("ended")
        }
      }
      let reader = reading(output)
      try await Task.sleep(for: .seconds(1))
      await Bubble.settle()
      try #require(
        ends.times == [.zero, .seconds(1)],
        """
        two tasks call `process` at once, and a third one after 1 s: expected all but one of the calls \
        to return at once; after 1 s, \(ends.times.count) of them have returned
        """)
      for event in ["tug", "buoy"] { await input.send(event) }
      try await Task.sleep(for: .seconds(1))
      input.close()

      for call in calls { await call.value }
      let read = await reader.value
      await processor.process()
      try #require(
        ends.times == [.zero, .seconds(1), .seconds(2)]
          && read == Reading(events: ["tug", "buoy"], closed: .seconds(2))
          && Bubble.elapsed == .seconds(2),
        """
        the input is closed after 2 s: expected the call that processes to close the output and to \
        return then, and a call after that to return at once
        """)
    }
    // Calls of tasks that are cancelled before.
    try await bubble {
      let input = Channel<String>(capacity: 2)
      let output = Channel<String>(capacity: 2)
      let processor = StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { $0 }
      let first = Task { await processor.process() }
      await Bubble.settle()
      let second = Task { await processor.process() }
      second.cancel()
      await second.value
      try #require(
        !isClosed(output),
        """
        a call processes, and a second one comes from a task that is already cancelled: expected it to \
        do nothing, and it closed the output. Which of your lines come before the one that finds out \
        whether this call is the first?
        """)
      await input.send("tug")
      input.close()
      await first.value
      try #require(
        drained(output) == ["tug"] && isClosed(output),
        "a second call was cancelled: expected the first one to go on until the input ends")

      let late = Channel<String>(capacity: 3)
      let board = Channel<String>(capacity: 3)
      let other = StreamProcessor(input: late.receiveOnly, output: board.sendOnly) { $0 }
      for event in ["tug", "buoy", "ferry"] { await late.send(event) }
      late.close()  // Ends a second call that processes.
      let tooLate = Task { await other.process() }
      tooLate.cancel()
      await tooLate.value
      await other.process()
      #expect(
        late.count >= 2,
        """
        the task of the first call was already cancelled, and a second call comes after it: only the \
        first call processes, so expected the second one to do nothing. Left in the input: \
        \(late.count) of 3 events
        """)
    }
  }

  @Test func `two processors share an input, and each has its own end`() async throws {
    try await bubble {
      let input = Channel<String>()
      let outputs = [Channel<String>(), Channel<String>()]
      let processors = outputs.enumerated().map { number, output in
        StreamProcessor(input: input.receiveOnly, output: output.sendOnly) { "\($0) \(number)" }
      }
      await processors[0].addFilter { _ in false }
      let tasks = processors.map { processor in Task { await processor.process() } }
      let readers = outputs.map { reading($0) }
      try await Task.sleep(for: .seconds(1))
      tasks[0].cancel()
      await tasks[0].value
      for event in ["tug", "buoy"] { await input.send(event) }
      try await Task.sleep(for: .seconds(1))
      input.close()
      await tasks[1].value

      let read = [await readers[0].value, await readers[1].value]
      try #require(
        read == [
          Reading(closed: .seconds(1)),
          Reading(events: ["tug 1", "buoy 1"], closed: .seconds(2)),
        ],
        """
        the first of two processors is cancelled after 1 s, then two events are sent, and the input \
        is closed after 2 s: expected the second one to send both, without the first one's filter
        """)
    }
  }
}
