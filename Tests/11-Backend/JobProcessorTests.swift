import Bubble
import Chapter11Backend
import CourseTesting
import Synchronization
import Testing

/// Works on a job for some seconds, and notes it at the end.
private func worker(
  _ done: Logbook<Int>, for duration: Duration
) -> @Sendable (Int) async -> Void {
  { job in
    await stubbornly(for: duration)
    done.note(job)
  }
}

@Suite("11.2 Job processor", .exercise("11.2"))
struct JobProcessorTests {
  @Test func `every accepted job is processed once`() async throws {
    try await bubble {
      var draw = Draw(seed: 112)
      for (workers, capacity, count) in [(3, 4, 12), (1, 1, 5), (1, 5, 8), (20, 100, 7), (2, 9, 0)]
      {
        let jobs = draw.numbers(count, in: -3...3)
        let begun = Logbook<Int>()
        let section = "\(workers) workers, room for \(capacity), \(count) jobs"
        let processor = JobProcessor(workers: workers, capacity: capacity) { job in
          begun.note(job)
          await Bubble.section(section) { await stubbornly(for: .seconds(1)) }
        }
        await processor.start()

        for (number, job) in jobs.enumerated() {
          let isAccepted = await processor.submit(job)
          try #require(
            isAccepted, "\(section): expected job \(number) to be accepted; a worker is free in 1 s"
          )
        }
        await processor.stop()

        if workers == 1 {
          try #require(
            begun.entries == jobs,
            "there is one worker: expected the jobs in the order in which they were accepted")
        }
        try #require(
          begun.entries.sorted() == jobs.sorted(),
          "all jobs were accepted: expected each of them to be processed once")
        let most = Bubble.mostInside(section)
        try #require(
          most == min(workers, count),
          "\(section): \(most) jobs were processed at the same time")
      }
    }
    try await bubble(.count(1)) {
      let processor = JobProcessor(workers: crowd, capacity: crowd) { _ in
        await Bubble.section("jobs") { await stubbornly(for: .seconds(1)) }
      }
      await processor.start()
      var accepted = 0
      for job in 1...2 * crowd where await processor.submit(job) && Bubble.elapsed == .zero {
        accepted += 1
      }
      await processor.stop()

      let most = Bubble.mostInside("jobs")
      #expect(
        most == crowd && accepted == 2 * crowd,
        """
        \(crowd) workers are free, and the queue has room for \(crowd) jobs: expected \(2 * crowd) jobs \
        to be accepted at once, and \(crowd) to be processed at the same time. Accepted: \(accepted); \
        processed at the same time: \(most)
        """)
    }
  }

  @Test func `a full queue lets submit wait, five seconds at most`() async throws {
    try await bubble {
      for (workers, capacity) in [(1, 2), (2, 1), (3, 5)] {
        let start = Bubble.elapsed
        let done = Logbook<Int>()
        let processor = JobProcessor(
          workers: workers, capacity: capacity, process: worker(done, for: .milliseconds(60_007)))
        await processor.start()
        for job in 0..<workers + capacity {
          let isAccepted = await processor.submit(job)
          try #require(
            isAccepted && Bubble.elapsed == start,
            """
            \(workers) workers are free and the queue has room for \(capacity): expected \
            \(workers + capacity) jobs to be accepted at once, and job \(job) was not
            """)
        }

        let late = [100, 200].map { job in
          Task { await Outcome { "\(await processor.submit(job))" } }
        }
        for task in late {
          let outcome = await task.value
          try #require(
            outcome == Outcome("false", at: start + .seconds(5)),
            """
            all workers are busy for 60 s and the queue is full: expected `submit` to give up after \
            5 s and to return `false`
            """)
        }
        // Tries again: the workers are free after 3.007 s.
        try await Task.sleep(for: .seconds(52))
        let patient = await Outcome { "\(await processor.submit(300))" }
        try #require(
          patient == Outcome("true", at: start + .milliseconds(60_007)),
          """
          the queue is full, and a worker is free after 3.007 s: expected `submit` to return `true` \
          then
          """)
        await processor.stop()
        try #require(
          done.entries.sorted() == Array(0..<workers + capacity) + [300],
          "expected the jobs for which `submit` returned `true` to be processed, and no others")
      }
    }
  }

  @Test func `stop finishes what was accepted`() async throws {
    try await bubble {
      for (workers, jobs, rounds) in [(2, 7, 4), (1, 3, 3), (5, 2, 1), (1, 0, 0)] {
        let start = Bubble.elapsed
        let done = Logbook<Int>()
        let processor = JobProcessor(
          workers: workers, capacity: 9, process: worker(done, for: .milliseconds(1_003)))
        await processor.start()
        for job in 1...9 where job <= jobs { await processor.submit(job) }

        await processor.stop()

        let ended = done.entries.sorted()
        try #require(
          ended == Array(1...9).filter { $0 <= jobs },
          """
          \(jobs) jobs were accepted before `stop`: expected all of them to be processed, and \
          nothing else, before `stop` returns. What do your workers do when they hear of the stop \
          while jobs are in the queue?
          """)
        try #require(
          Bubble.elapsed - start == .milliseconds(rounds * 1_003),
          """
          \(jobs) jobs of 1.003 s, \(workers) workers: expected `stop` to return when the last one is \
          done, after \(rounds) × 1.003 s
          """)
      }
    }
  }

  @Test func `stop refuses new jobs, also those that wait for room`() async throws {
    try await bubble {
      let done = Logbook<Int>()
      let processor = JobProcessor(workers: 1, capacity: 1, process: worker(done, for: .seconds(9)))
      await processor.start()
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
        "`stop` was called: expected `submit` to return `false` at once, although jobs are in work")
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
        job 1 hands in job 2 after 2 s, and job 2 hands in job 3 after 4 s; `stop` is called after \
        3 s: expected job 2 to be accepted and done, and job 3 to be refused
        """)
      #expect(
        Bubble.elapsed - started == .seconds(4), "expected `stop` to return with the end of job 2")
    }
  }

  @Test func `submit and stop at the same moment agree`() async throws {
    try await bubble {
      // All of them begin in this moment, in any order.
      try await meet(jobsBefore: 0, submits: 2, after: .zero)
    }
    try await bubble {
      // The places are full until one of two jobs is done, in the moment of `stop`.
      try await meet(jobsBefore: 2, submits: 2, after: .seconds(1))
    }
    try await bubble {
      // Two tasks wait, and give up in the moment of `stop`.
      try await meet(jobsBefore: 2, lasting: .seconds(7), submits: 2, after: .seconds(5))
    }
  }

  /// Fills a processor for one job at a time, and lets others call `submit` and `stop` at once.
  private func meet(
    jobsBefore: Int, lasting duration: Duration = .seconds(1), submits: Int, after pause: Duration
  ) async throws {
    let accepted = Logbook<Int>()
    let done = Logbook<Int>()
    let processor = JobProcessor(workers: 1, capacity: 1, process: worker(done, for: duration))
    await processor.start()
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
      \(submits) tasks call `submit` in the moment in which another one calls `stop`, at t = \(pause): \
      expected exactly those jobs to be done when `stop` returns for which `submit` returned `true`
      """)
    try #require(
      returns.allSatisfy { $0 <= pause },
      "`stop` was called after \(pause): expected every `submit` to return by then")
    let late = await processor.submit(20)
    try #require(!late, "`stop` has returned: expected `submit` to return `false`")
  }

  @Test func `stop can be called again, and by several tasks at once`() async throws {
    try await bubble {
      let done = Logbook<Int>()
      let processor = JobProcessor(workers: 1, capacity: 3, process: worker(done, for: .seconds(2)))
      await processor.start()
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
          outcome == Outcome("[1, 2, 3]", after: 6),
          """
          `stop` is called twice at once, and again after 1 s and 3 s; the accepted jobs are done \
          after 6 s: expected every call to return then
          """)
      }
      await processor.stop()
      #expect(
        Bubble.elapsed == .seconds(6),
        "all jobs are done after 6 s: expected a later `stop` to return at once")
    }
  }

  @Test func `no cancellation stops a job`() async throws {
    try await bubble {
      let cancelled = Logbook<Int>()
      let done = Logbook<Int>()
      let processor = JobProcessor(workers: 2, capacity: 3) { job in
        do {
          try await Task.sleep(for: .seconds(4))
          done.note(job)
        } catch {
          cancelled.note(job)
        }
      }
      let starting = Task {
        await processor.start()
        for job in 1...3 { await processor.submit(job) }
        try? await Task.sleep(for: .seconds(1))
      }
      await Bubble.settle()
      starting.cancel()
      await starting.value
      let stopping = Task {
        await processor.stop()
        return Bubble.elapsed
      }
      await Bubble.settle()
      stopping.cancel()

      let end = await stopping.value

      try #require(
        cancelled.entries == [],
        """
        the tasks that called `start`, `submit` and `stop` were cancelled: expected no job to be \
        cancelled with them. Whose child is the task that processes a job?
        """)
      try #require(
        end == .seconds(8) && done.entries.sorted() == [1, 2, 3],
        """
        the task that called `stop` was cancelled, and three jobs are done after 8 s: expected \
        `stop` to wait for them all the same. It returned after \(end), with \(done.entries.count) \
        jobs done. Which of your waits ends when its task is cancelled?
        """)

      let begin = Bubble.elapsed
      let other = JobProcessor(workers: 1, capacity: 1, process: worker(done, for: .seconds(4)))
      await other.start()
      await other.submit(4)
      let early = Task {
        await other.stop()
        return Bubble.elapsed
      }
      early.cancel()
      let stopped = await early.value
      let late = await other.submit(5)
      await other.stop()
      try #require(
        stopped == begin + .seconds(4) && !late,
        """
        the task was cancelled before it called `stop`, and a job is done after 4 s: expected `stop` to \
        stop the processor and to wait for the job all the same
        """)
    }
  }

  @Test func `a cancelled submit hands nothing in`() async throws {
    try await bubble {
      let done = Logbook<Int>()
      let accepted = Logbook<Int>()
      let processor = JobProcessor(workers: 1, capacity: 1, process: worker(done, for: .seconds(4)))
      await processor.start()
      for job in 1...2 where await processor.submit(job) { accepted.note(job) }
      let waiting = Task { await Outcome { "\(await processor.submit(3))" } }
      try await Task.sleep(for: .seconds(2))

      waiting.cancel()

      let outcome = await waiting.value
      try #require(
        outcome == Outcome("false", after: 2),
        "`submit` waits for room, and its task is cancelled after 2 s: expected `false` at once")
      // There is room after 4 s, in the moment in which this task is cancelled.
      let tied = Task { if await processor.submit(4) { accepted.note(4) } }
      try await Task.sleep(for: .seconds(2))
      tied.cancel()
      await tied.value
      let isOnTime = Bubble.elapsed == .seconds(4)
      // Cancelled from the beginning.
      let tooLate = Task { if await processor.submit(5) { accepted.note(5) } }
      tooLate.cancel()
      await tooLate.value
      await processor.stop()
      try #require(
        accepted.entries.starts(with: [1, 2]) && isOnTime
          && done.entries.sorted() == accepted.entries.sorted(),
        """
        job 4 was handed in by a task that was cancelled in the moment in which there was room, job \
        5 by one that was cancelled before: expected exactly those jobs to be done for which \
        `submit` returned `true`
        """)

      let full = JobProcessor(workers: 1, capacity: 1, process: worker(done, for: .seconds(4)))
      await full.start()
      for job in 6...7 { await full.submit(job) }
      let start = Bubble.elapsed
      let early = Task { await Outcome { "\(await full.submit(8))" } }
      early.cancel()
      let refused = await early.value
      await full.stop()
      try #require(
        refused == Outcome("false", at: start),
        "there is no room, and the task was cancelled before it called `submit`: expected `false` at once"
      )
    }
  }

  @Test func `each processor starts once, and never after a stop`() async throws {
    try await bubble {
      let done = Logbook<Int>()
      let processor = JobProcessor(workers: 1, capacity: 2, process: worker(done, for: .seconds(1)))
      let early = await processor.submit(1)
      try #require(!early, "`start` was not called yet: expected `submit` to return `false`")
      async let first: Void = processor.start()
      async let second: Void = processor.start()
      _ = await (first, second)
      for job in 2...3 { await processor.submit(job) }
      await processor.start()
      await processor.stop()
      try #require(
        done.entries == [2, 3] && Bubble.elapsed == .seconds(2),
        """
        `start` was called three times, and there is one worker: expected two jobs of 1 s to take 2 \
        s
        """)
      await processor.start()
      let late = await processor.submit(4)
      try #require(!late, "the processor was stopped: expected a later `start` to do nothing")

      let unused = JobProcessor(workers: 3, capacity: 2, process: worker(done, for: .seconds(1)))
      await unused.stop()
      await unused.start()
      let never = await unused.submit(5)
      await unused.stop()
      #expect(
        !never && done.entries == [2, 3] && Bubble.elapsed == .seconds(2),
        "a processor was stopped before it was started: expected it to stay stopped")

      // Two of them side by side.
      let start = Bubble.elapsed
      let lists = [Logbook<Int>(), Logbook<Int>()]
      let processors = lists.map {
        JobProcessor(workers: 1, capacity: 1, process: worker($0, for: .seconds(3)))
      }
      for processor in processors { await processor.start() }
      for job in 1...2 {
        for (number, processor) in processors.enumerated() {
          let isAccepted = await processor.submit(10 * number + job)
          try #require(
            isAccepted && Bubble.elapsed == start,
            "each processor has a worker and a queue of its own: expected room for two jobs in each"
          )
        }
      }

      await processors[0].stop()
      let isAccepted = await processors[1].submit(13)
      await processors[1].stop()

      try #require(
        lists[0].entries == [1, 2] && lists[1].entries == [11, 12, 13] && isAccepted,
        "the first of two processors was stopped: expected the other one to go on")
    }
  }
}
