import Bubble
import Channels
import Chapter08FanOut
import CourseTesting
import Synchronization
import Testing

@Suite("8.1 Fan out", .exercise("8.1"))
struct FanOutTests {
  @Test func `each job is done once, and its result is sent once`() async throws {
    try await bubble {
      var draw = Draw(seed: 81)
      for (count, workers) in [(7, 1), (6, 6), (40, 4), (1, 3), (0, 2)] {
        let jobs = draw.numbers(count, in: -9...9)
        let calls = Mutex<[Int]>([])

        let outputs = fanOut(await filled(jobs).receiveOnly, workers: workers) { job in
          calls.withLock { $0.append(job) }
          return job * 3 + 1
        }
        let results = await read(outputs).flatMap(\.elements)

        try #require(outputs.count == workers, "expected one output for each worker")
        let called = calls.withLock { $0.sorted() }
        try #require(called == jobs.sorted(), "expected one call of `work` for each job")
        try #require(
          results.sorted() == jobs.map { $0 * 3 + 1 }.sorted(),
          "expected one result for each job, across the outputs of all workers")
      }
    }
  }

  @Test func `a slow job holds up no other worker`() async throws {
    try await bubble {
      for (jobs, times) in [
        ([9, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 9]),
        ([1, 1, 9, 1, 1, 1, 1], [1, 1, 2, 3, 4, 5, 10]),
      ] {
        let outputs = fanOut(await filled(jobs).receiveOnly, workers: 2) { seconds in
          try? await Task.sleep(for: .seconds(seconds))
        }
        let arrivals = await read(outputs).flatMap(\.times).sorted()

        try #require(
          arrivals == times.map { .seconds($0) },
          """
          one worker is busy with the job that takes 9 s. In the meantime, the other one should do \
          all the jobs that take 1 s, so results were expected at \(times) s. Who decides which \
          worker gets a job?
          """)
      }
    }
    try await bubble(.count(1)) {
      let jobs = await filled(Array(1...crowd))
      let outputs = fanOut(jobs.receiveOnly, workers: crowd) { _ in
        await Bubble.section("jobs") { try? await Task.sleep(for: .seconds(1)) }
      }
      _ = await read(outputs)

      let most = Bubble.mostInside("jobs")
      #expect(
        most == crowd, "\(crowd) workers should work on \(crowd) jobs at once, not on \(most)")
    }
  }

  @Test func `an output that nobody reads stops only its own worker`() async throws {
    try await bubble {
      for reading in 0..<3 {
        let calls = Mutex(0)
        let jobs = await filled(Array(1...8))
        let outputs = fanOut(jobs.receiveOnly, workers: 3) { job in
          calls.withLock { $0 += 1 }
          try? await Task.sleep(for: .seconds(1))
          return job
        }
        try #require(outputs.count == 3, "expected one output for each of three workers")

        try await Task.sleep(for: .seconds(100_000))
        let early = calls.withLock { $0 }
        try #require(
          early == 3 && jobs.count == 5,
          """
          for 100,000 s nobody reads an output, so each of three workers should do one job and \
          wait with its result. Jobs begun: \(early); jobs taken from the queue: \
          \(8 - jobs.count). Who takes a job while all workers wait, and does a send wait until \
          its result is received?
          """)

        let first = await receive(upTo: 8, from: outputs[reading]).count
        let others = await read(outputs).map(\.elements.count).sorted()

        try #require(
          first == 6,
          """
          two workers wait with one result each, because nobody reads their outputs; the third one, \
          whose output is read, should do the other six of eight jobs
          """)
        try #require(
          others == [0, 1, 1],
          "expected one more result on each of the two outputs that were not read before")
      }
    }
  }

  @Test func `each output closes as soon as its worker is done`() async throws {
    try await bubble {
      for jobs in [[2, 5], [100_000, 3]] {
        let outputs = fanOut(await filled(jobs).receiveOnly, workers: 3) { seconds in
          try? await Task.sleep(for: .seconds(seconds))
        }
        let ends = await read(outputs).map(\.closed).sorted()

        try #require(
          ends == ([0] + jobs.sorted()).map { .seconds($0) },
          """
          two workers have one job each, of \(jobs[0]) s and \(jobs[1]) s, and the third has none: \
          each output should close when its own worker is done. Which task knows that first?
          """)
      }
    }
  }

  @Test func `a job that comes late is worked on at once`() async throws {
    try await bubble {
      let jobs = Channel<String>()
      let source = send([(1, "flax"), (99_999, "hemp")], closingAfter: 10, to: jobs)

      let outputs = fanOut(jobs.receiveOnly, workers: 2) { job in
        try? await Task.sleep(for: .seconds(2))
        return job.uppercased()
      }
      let readings = await read(outputs)
      await stop(source)

      try #require(
        readings.flatMap(\.elements).sorted() == ["FLAX", "HEMP"],
        """
        expected a result for each of the two jobs that come after 1 s and 100,000 s. What ends a \
        worker: an empty queue, or a closed one?
        """)
      #expect(
        readings.flatMap(\.times).sorted() == .seconds(3, 100_002),
        "the jobs come after 1 s and 100,000 s and take 2 s each")
      #expect(
        readings.map(\.closed) == .seconds(100_010, 100_010),
        """
        the queue is closed after 100,010 s, and both workers are free: both outputs should close \
        then
        """
      )
    }
    // Two free workers, and one job in the queue.
    try await bubble {
      let jobs = Channel<String>(capacity: 1)
      await jobs.send("flax")

      let outputs = fanOut(jobs.receiveOnly, workers: 2) { $0.uppercased() }
      let source = send([], closingAfter: 10, to: jobs)
      let readings = await read(outputs)
      await stop(source)

      #expect(
        readings.flatMap(\.elements) == ["FLAX"] && readings.map(\.closed) == .seconds(10, 10),
        """
        one job waits in the queue for two workers, and the queue is closed after 10 s: expected one \
        result, and both outputs to close after 10 s. Results: \(readings.flatMap(\.elements)); the \
        outputs closed after \(readings.map(\.closed))
        """)
    }
  }
}
