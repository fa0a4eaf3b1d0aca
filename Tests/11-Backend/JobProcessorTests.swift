import Bubble
import Chapter11Backend
import CourseTesting
import Testing

@Suite("11.2 Job processor", .exercise("11.2"))
struct JobProcessorTests {
  @Test func `every accepted job is processed once`() async throws {
    try await bubble {
      var draw = Draw(seed: 112)
      for (workers, capacity, count) in [(3, 4, 12), (1, 1, 5), (1, 5, 8), (20, 100, 7), (2, 9, 0)]
      {
        var jobs = draw.numbers(count, in: -3...3)
        if count > 6 { jobs.replaceSubrange(0..<2, with: [.max, .min]) }
        let begun = Logbook<Int>()
        let size = counted(count, "job")
        let section = "\(counted(workers, "worker")), room for \(capacity), \(size)"
        let processor = JobProcessor(workers: workers, capacity: capacity) { job in
          begun.note(job)
          await Bubble.section(section) { await stubbornly(for: .seconds(1)) }
        }
        await processor.start()
        // Workers wait for jobs as long as it takes.
        if capacity == 100 { try await Task.sleep(for: .seconds(100_000)) }

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
        let (processor, done) = await started(
          workers: workers, capacity: capacity, each: .milliseconds(60_007))
        for job in 0..<workers + capacity {
          let isAccepted = await processor.submit(job)
          try #require(
            isAccepted && Bubble.elapsed == start,
            """
            free workers: \(workers), room in the queue: \(capacity); expected \
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
    // Two come at the same moment, and there is room for one of them: at once, or after 4 s.
    try await bubble { await oneOfTwoGetsRoom(behind: 1, each: 9, after: 0) }
    try await bubble { await oneOfTwoGetsRoom(behind: 2, each: 4, after: 4) }
    // Two calls wait with equal jobs, and one of them is cancelled.
    try await bubble {
      for isFirstCancelled in [false, true] {
        let start = Bubble.elapsed
        let (processor, done) = await started(workers: 1, capacity: 1, each: .seconds(4))
        for job in 1...2 { await processor.submit(job) }
        var waiting: [Task<Outcome, Never>] = []
        for _ in 1...2 {
          waiting.append(Task { await Outcome { "\(await processor.submit(7))" } })
          await Bubble.settle()
        }
        try await Task.sleep(for: .seconds(1))
        waiting[isFirstCancelled ? 0 : 1].cancel()

        let outcomes = [await waiting[0].value, await waiting[1].value]
        await processor.stop()
        let cancelled = Outcome("false", at: start + .seconds(1))
        let other = Outcome("true", at: start + .seconds(4))
        try #require(
          outcomes == (isFirstCancelled ? [cancelled, other] : [other, cancelled])
            && done.entries == [1, 2, 7],
          """
          two calls wait for room with a job 7 each. The \(isFirstCancelled ? "first" : "second") one \
          is cancelled 1 s later and should return `false` then; the other one should return `true` \
          3 s after that, when there is room. `submit` returned \(outcomes); started at \(start), \
          processed: \(done.entries)
          """)
      }
    }
  }

  @Test func `each processor starts once, and never after a stop`() async throws {
    try await bubble {
      let done = Logbook<Int>()
      let processor = JobProcessor(workers: 1, capacity: 2, process: worker(done, for: .seconds(1)))
      let early = await processor.submit(1)
      try #require(!early, "`start` has not been called yet: expected `submit` to return `false`")
      async let first: Void = processor.start()
      async let second: Void = processor.start()
      _ = await (first, second)
      for job in 2...3 { await processor.submit(job) }
      await processor.start()
      await processor.stop()
      try #require(
        done.entries == [2, 3] && Bubble.elapsed == .seconds(2),
        """
        `start` was called three times, and there is one worker: expected two jobs, 1 s each, to \
        take 2 s
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

/// Submits two jobs at once to a worker who has `count` jobs of some seconds each, and expects that
/// one is accepted after `room` seconds, and the other one refused after 5 s.
private func oneOfTwoGetsRoom(behind count: Int, each seconds: Int, after room: Int) async {
  let (processor, done) = await started(workers: 1, capacity: 1, each: .seconds(seconds))
  let earlier = Array(1...count)
  for job in earlier { await processor.submit(job) }
  let submitting = [8, 9].map { job in
    Task { await Outcome { "\(await processor.submit(job))" } }
  }
  var outcomes: [Outcome] = []
  for task in submitting { outcomes.append(await task.value) }
  await processor.stop()

  let expected = [Outcome("true", after: room), Outcome("false", after: 5)]
  #expect(
    (outcomes == expected && done.entries == earlier + [8])
      || (outcomes == expected.reversed() && done.entries == earlier + [9]),
    """
    a worker and a queue for one job have \(counted(count, "job")) of \(seconds) s, and jobs \
    8 and 9 are submitted at once: expected `true` after \(room) s for the one that is \
    processed later, and `false` after 5 s for the other one. `submit` returned \(outcomes); \
    processed: \(done.entries)
    """)
}
