import Bubble
import Chapter11Backend
import Testing

extension JobProcessorTests {
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
        `stop` to wait for them anyway. It returned after \(end), with \(done.entries.count) jobs \
        done. Which of your waits ends when its task is cancelled?
        """)

      let begin = Bubble.elapsed
      let (other, _) = await started(workers: 1, capacity: 1, each: .seconds(100_000))
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
        stopped == begin + .seconds(100_000) && !late,
        """
        the task was cancelled before it called `stop`, and a job is done after 100,000 s: \
        expected `stop` to stop the processor and to wait for the job anyway
        """)
    }
  }

  @Test func `a cancelled submit adds no job`() async throws {
    try await bubble {
      let (processor, done) = await started(workers: 1, capacity: 1, each: .seconds(4))
      let accepted = Logbook<Int>()
      for job in 1...2 where await processor.submit(job) { accepted.note(job) }
      let waiting = Task { await Outcome { "\(await processor.submit(3))" } }
      try await Task.sleep(for: .seconds(2))

      waiting.cancel()

      let outcome = await waiting.value
      try #require(
        outcome == Outcome("false", after: 2),
        "`submit` waits for room, and its task is cancelled after 2 s: expected `false` at once")
      // There is room after 4 s, at the moment when this task is cancelled.
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
        job 4 was submitted by a task that was cancelled at the moment when there was room, and \
        job 5 by one that was cancelled before. Expected exactly the jobs for which `submit` \
        returned `true` to be done
        """)

      let (full, _) = await started(workers: 1, capacity: 1, each: .seconds(4))
      for job in 6...7 { await full.submit(job) }
      let start = Bubble.elapsed
      let early = Task { await Outcome { "\(await full.submit(8))" } }
      early.cancel()
      let refused = await early.value
      await full.stop()
      try #require(
        refused == Outcome("false", at: start),
        "the queue is full, and the task was cancelled before it called `submit`: expected `false` at once"
      )
    }
  }
}
