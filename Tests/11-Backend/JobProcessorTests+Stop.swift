import Bubble
import Chapter11Backend
import CourseTesting
import Synchronization
import Testing

extension JobProcessorTests {
  @Test func `stop finishes what was accepted`() async throws {
    try await bubble {
      for (workers, jobs, rounds, length) in [
        (2, 7, 4, 1_003), (1, 3, 3, 1_003), (1, 0, 0, 1_003), (5, 2, 1, 100_000_003),
      ] {
        let start = Bubble.elapsed
        let (processor, done) = await started(
          workers: workers, capacity: 9, each: .milliseconds(length))
        for job in 1...9 where job <= jobs { await processor.submit(job) }

        await processor.stop()

        let ended = done.entries.sorted()
        try #require(
          ended == Array(1...9).filter { $0 <= jobs },
          """
          accepted before `stop`: \(counted(jobs, "job")). Expected all of them to be processed, and \
          nothing else, before `stop` returns. What do your workers do when they learn of the stop \
          while jobs are in the queue?
          """)
        try #require(
          Bubble.elapsed - start == .milliseconds(rounds * length),
          """
          \(counted(jobs, "job")), \(length) ms each, and \(counted(workers, "worker")): expected \
          `stop` to return when the last job is done, after \(rounds) × \(length) ms
          """)
      }
    }
    // The only job ends at the moment of the stop.
    try await bubble {
      let (processor, done) = await started(workers: 1, capacity: 1, each: .seconds(1))
      await processor.submit(1)
      try await Task.sleep(for: .seconds(1))
      await processor.stop()
      #expect(
        done.entries == [1] && Bubble.elapsed == .seconds(1),
        """
        `stop` is called at the moment when the only job ends, after 1 s: expected it to return then, \
        and it returned after \(Bubble.elapsed)
        """)
    }
  }

  @Test func `stop refuses new jobs, even those that wait for room`() async throws {
    try await bubble {
      let (processor, done) = await started(workers: 1, capacity: 1, each: .seconds(9))
      await processor.submit(1)
      await processor.submit(2)
      let waiting = (3...4).map { job in
        Task { await Outcome { "\(await processor.submit(job))" } }
      }
      try await Task.sleep(for: .seconds(2))

      let stopping = Task { await processor.stop() }

      for task in waiting {
        let outcome = await task.value
        try #require(
          outcome == Outcome("false", after: 2),
          """
          a `submit` waits for room when `stop` is called after 2 s: expected it to return `false` \
          at that moment
          """)
      }
      await Bubble.settle()
      let late = await Outcome { "\(await processor.submit(5))" }
      try #require(
        late == Outcome("false", after: 2),
        "`stop` was called while jobs are under way: expected `submit` to return `false` at once"
      )
      await stopping.value
      let last = await Outcome { "\(await processor.submit(6))" }
      try #require(
        last == Outcome("false", after: 18),
        "`stop` has returned: expected `submit` to return `false` at once")
      try #require(done.entries == [1, 2], "expected both accepted jobs to be done, and no others")

      // A job that hands in another one.
      let started = Bubble.elapsed
      let chain = Logbook<Int>()
      let answers = Logbook<Bool>()
      let itself = Mutex<JobProcessor?>(nil)
      let feeding = JobProcessor(workers: 1, capacity: 1) { job in
        await stubbornly(for: .seconds(2))
        if job < 3 {
          let processor = itself.withLock { $0 }
          if let processor { answers.note(await processor.submit(job + 1)) }
        }
        chain.note(job)
      }
      itself.withLock { $0 = feeding }
      await feeding.start()
      await feeding.submit(1)
      try await Task.sleep(for: .seconds(3))

      await feeding.stop()

      itself.withLock { $0 = nil }
      try #require(
        answers.entries == [true, false] && chain.entries == [1, 2],
        """
        job 1 submits job 2 after 2 s, and job 2 submits job 3 after 4 s; `stop` is called after 3 \
        s: expected job 2 to be accepted and done, and job 3 to be refused
        """)
      #expect(
        Bubble.elapsed - started == .seconds(4), "expected `stop` to return when job 2 ends")
    }
  }

  @Test func `submit and stop at the same moment agree`() async throws {
    try await bubble {
      // All of them begin in this moment, in any order.
      try await meet(jobsBefore: 0, submits: 2, after: .zero)
    }
    try await bubble {
      // The places are full until one of two jobs is done, at the moment of `stop`.
      try await meet(jobsBefore: 2, submits: 2, after: .seconds(1))
    }
    try await bubble {
      // Two tasks wait, and give up at the moment of `stop`.
      try await meet(jobsBefore: 2, lasting: .seconds(7), submits: 2, after: .seconds(5))
    }
    // The start comes at the same moment, too.
    try await bubble {
      let done = Logbook<Int>()
      let processor = JobProcessor(workers: 1, capacity: 1, process: worker(done, for: .seconds(1)))
      let starting = Task { await processor.start() }
      let submitting = Task { await processor.submit(1) }
      let stopping = Task {
        await processor.stop()
        return done.entries
      }
      let ended = await stopping.value
      let isAccepted = await submitting.value
      await starting.value
      await Bubble.settle()
      try #require(
        ended == (isAccepted ? [1] : []),
        """
        three tasks call `start`, `submit` and `stop` at the same moment, and `submit` returned \
        \(isAccepted): when `stop` returns, expected the job to be \
        \(isAccepted ? "done" : "refused"); done by then: \(ended)
        """)
    }
  }

  /// Fills a processor for one job at a time, and lets others call `submit` and `stop` at once.
  private func meet(
    jobsBefore: Int, lasting duration: Duration = .seconds(1), submits: Int, after pause: Duration
  ) async throws {
    let accepted = Logbook<Int>()
    let (processor, done) = await started(workers: 1, capacity: 1, each: duration)
    for job in 0..<jobsBefore {
      let isAccepted = await processor.submit(job)
      try #require(isAccepted, "there is room for two jobs: expected job \(job) to be accepted")
      accepted.note(job)
    }
    let submitting = (11..<11 + submits).map { job in
      Task {
        if await processor.submit(job) { accepted.note(job) }
        return Bubble.elapsed
      }
    }
    let stopping = Task {
      if pause > .zero { try? await Task.sleep(for: pause) }
      await processor.stop()
      return done.entries.sorted()
    }

    let ended = await stopping.value
    var returns: [Duration] = []
    for task in submitting { returns.append(await task.value) }
    try #require(
      ended == accepted.entries.sorted(),
      """
      \(submits) tasks call `submit` at the moment when another one calls `stop`, at t = \(pause): \
      expected exactly the jobs for which `submit` returned `true` to be done when `stop` returns
      """)
    try #require(
      returns.allSatisfy { $0 <= pause },
      "`stop` was called after \(pause): expected every `submit` to return by then")
    let late = await processor.submit(20)
    try #require(!late, "`stop` has returned: expected `submit` to return `false`")
  }

  @Test func `stop can be called again, and by several tasks at once`() async throws {
    try await bubble {
      let (processor, done) = await started(workers: 1, capacity: 3, each: .seconds(50_000))
      for job in 1...3 { await processor.submit(job) }

      let stopping = [0, 0, 1, 3].map { seconds in
        Task {
          try? await Task.sleep(for: .seconds(seconds))
          return await Outcome {
            await processor.stop()
            return "\(done.entries)"
          }
        }
      }
      for task in stopping {
        let outcome = await task.value
        try #require(
          outcome == Outcome("[1, 2, 3]", after: 150_000),
          """
          `stop` is called twice at once, and again after 1 s and 3 s; the accepted jobs are done \
          after 150,000 s: expected every call to return then
          """)
      }
      await processor.stop()
      #expect(
        Bubble.elapsed == .seconds(150_000),
        "all jobs are done after 150,000 s: expected a later `stop` to return at once")
    }
    // Small, so that every order of the two calls is tried.
    try await bubble {
      let (processor, _) = await started(workers: 1, capacity: 1, each: .seconds(1))
      async let first: Void = processor.stop()
      async let second: Void = processor.stop()
      _ = await (first, second)
      #expect(
        Bubble.elapsed == .zero,
        "two tasks call `stop` at once, before any job comes: expected both calls to return at once"
      )
    }
  }
}
