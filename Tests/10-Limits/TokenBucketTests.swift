import Bubble
import Chapter10Limits
import CourseTesting
import Testing

/// When each take should return, in milliseconds, for calls at these times: calls that wait get their
/// tokens as they come.
private func tokens(_ calls: [Int], capacity: Int, interval: Int) -> [Int] {
  // When the bucket is full, if no one takes a token until then.
  var fullAt = 0
  return calls.map { call in
    let time = max(call, fullAt - (capacity - 1) * interval)
    fullAt = max(fullAt, time) + interval
    return time
  }
}

/// Whether all times are right, to the millisecond.
private func areOnTime(_ times: [Duration], _ expected: [Duration]) -> Bool {
  times.count == expected.count
    && zip(times, expected).allSatisfy { ($0 - $1) * ($0 < $1 ? -1 : 1) < .milliseconds(1) }
}

@Suite("10.5 Token bucket", .exercise("10.5"))
struct TokenBucketTests {
  @Test func `a full bucket serves a burst, then one call for each interval`() async throws {
    try await bubble {
      for (capacity, interval, count) in [
        (3, 2_000, 8), (1, 1_000, 4), (5, 250, 12), (4, 100_000_000, 3),
      ] {
        let bucket = TokenBucket(capacity: capacity, every: .milliseconds(interval))
        let log = Log<Int>()
        for number in 1...count {
          try await bucket.take()
          log.note(number)
        }

        await Bubble.settle()
        let left = Bubble.liveTasks
        let expected = tokens(
          Array(repeating: 0, count: count), capacity: capacity, interval: interval)
        try #require(
          areOnTime(log.times, expected.milliseconds),
          """
          capacity \(capacity), a token every \(interval) ms: \(count) calls, one after the other, should \
          return at \(expected) ms. They returned at \(log.times.map(\.inMilliseconds)) ms
          """)
        try #require(
          left == 0,
          "no one waits for a token, so the bucket should have no task of its own. Alive: \(left)")
        if count <= capacity {
          try await bucket.takeAll(of: capacity, after: count, every: interval)
        }
      }
    }
    try await bubble(.count(1)) {
      let bucket = TokenBucket(capacity: crowd, every: .seconds(1))
      for _ in 1...crowd { try await bucket.take() }
      #expect(
        Bubble.elapsed < .milliseconds(1),
        "a full bucket of \(crowd) tokens: \(crowd) calls should return at once")
    }
  }

  @Test func `idle time refills the bucket, but never above its capacity`() async throws {
    try await bubble {
      let bucket = TokenBucket(capacity: 3, every: .seconds(1))
      let log = Log<Int>()
      for (pause, count) in [(0, 3), (2_250, 4), (600_000, 5), (1_000, 2)] {
        try await Task.sleep(for: .milliseconds(pause))
        for number in 1...count {
          try await bucket.take()
          log.note(number)
        }
      }

      let expected =
        [0, 0, 0] + [2_250, 2_250, 3_000, 4_000]
        + [604_000, 604_000, 604_000, 605_000, 606_000] + [607_000, 608_000]
      #expect(
        areOnTime(log.times, expected.milliseconds),
        """
        capacity 3, a token every second. Calls: 3, then 4 after a pause of 2.25 s, 5 after a pause of \
        600 s, and 2 after 1 s. The bucket has 2 tokens after the first pause, and 3, not more, after the \
        second. Calls should return at \(expected) ms, and returned at \
        \(log.times.map(\.inMilliseconds)) ms
        """)
    }
  }

  @Test func `a full bucket gets no tokens ahead of time`() async throws {
    try await bubble {
      let bucket = TokenBucket(capacity: 2, every: .seconds(1))
      let log = Log<Int>()
      try await Task.sleep(for: .milliseconds(10_750))
      for number in 1...3 {
        try await bucket.take()
        log.note(number)
      }
      // Full again at 13.75 s; one token is taken at 20.5 s, three more from 20.75 s on.
      try await Task.sleep(for: .milliseconds(8_750))
      try await bucket.take()
      log.note(4)
      try await Task.sleep(for: .milliseconds(250))
      for number in 5...7 {
        try await bucket.take()
        log.note(number)
      }

      let expected = [10_750, 10_750, 11_750, 20_500, 20_750, 21_500, 22_500]
      #expect(
        areOnTime(log.times, expected.milliseconds),
        """
        capacity 2, a token every second. The bucket is full until 10.75 s: the first interval begins \
        when a token is taken, and not earlier. Calls should return at \(expected) ms, and returned at \
        \(log.times.map(\.inMilliseconds)) ms
        """)
    }
  }

  @Test func `a part of an interval is never lost`() async throws {
    try await bubble(.count(5)) {
      var draw = Draw(seed: 105)
      let bucket = TokenBucket(capacity: 2, every: .seconds(4))
      let log = Log<Int>()
      var now = 0
      var fullAt = 0
      var expected: [Int] = []
      while now < 3_600_000 {
        try await bucket.take()
        log.note(now)
        now = max(now, fullAt - 4_000)
        fullAt = max(fullAt, now) + 4_000
        expected.append(now)
        let pause = 125 * draw.number(in: 8...52)
        try await Task.sleep(for: .milliseconds(pause))
        now += pause
      }

      let wrong = zip(log.times, expected.milliseconds).enumerated().first {
        !areOnTime([$0.element.0], [$0.element.1])
      }
      #expect(
        wrong == nil,
        """
        capacity 2, a token every 4 s, and calls with pauses of 1 to 6.5 s for an hour. Call \
        \((wrong?.offset ?? 0) + 1) should return at \(wrong?.element.1.inMilliseconds ?? 0) ms \
        and returned at \(wrong?.element.0.inMilliseconds ?? 0) ms. If that is late: what happens \
        to the part of an interval that has passed when you look? If it is early: when does the \
        first interval after a full bucket begin?
        """)
    }
  }

  @Test func `after an hour a token still comes on time`() async throws {
    try await bubble(.count(5)) {
      // 8.0625 s is not a whole number of milliseconds.
      let interval = Duration.microseconds(8_062_500)
      let bucket = TokenBucket(capacity: 3, every: interval)
      let log = Log<Int>()
      for number in 1...450 {
        try await bucket.take()
        log.note(number)
      }

      let expected = (1...450).map { interval * max(0, $0 - 3) }
      let wrong = zip(log.times, expected).enumerated().first {
        !areOnTime([$0.element.0], [$0.element.1])
      }
      #expect(
        wrong == nil,
        """
        a token every 8.0625 s, and calls one after the other for an hour. Call \
        \((wrong?.offset ?? 0) + 1) should return at \(wrong?.element.1 ?? .zero) and returned at \
        \(wrong?.element.0 ?? .zero). Which step of the computation rounds?
        """)
    }
  }

  @Test func `tasks that share a bucket get each token once, and at once`() async throws {
    try await bubble {
      var draw = Draw(seed: 1_050)
      for (capacity, interval, calls) in [
        (2, 1_000, [0, 0, 0, 0, 0, 0, 0]),
        (1, 2_000, [0, 100, 200, 9_000]),
        (3, 1_500, draw.numbers(9, in: 0...8_000).sorted()),
      ] {
        let bucket = TokenBucket(capacity: capacity, every: .milliseconds(interval))
        let other = TokenBucket(capacity: 1, every: .seconds(3_600))
        let log = Log<Int>()
        try await other.take()  // a bucket of its own

        try await withThrowingTaskGroup { group in
          for call in calls {
            group.addTask {
              try await Task.sleep(for: .milliseconds(call))
              try await bucket.take()
              log.note(call)
            }
          }
          try await group.waitForAll()
        }

        let expected = tokens(calls, capacity: capacity, interval: interval)
        try #require(
          areOnTime(log.times, expected.milliseconds),
          """
          capacity \(capacity), a token every \(interval) ms. Tasks call at \(calls) ms, and their calls \
          should return at \(expected) ms, in any order. They returned at \
          \(log.times.map(\.inMilliseconds)) ms
          """)
      }
    }
    try await bubble(.count(1)) {
      let bucket = TokenBucket(capacity: 1, every: .seconds(1))
      let (taken, thrown) = (Log<Int>(), Log<Int>())
      let tasks = (1...crowd).map { number in
        Task {
          do {
            try await bucket.take()
            taken.note(number)
          } catch {
            thrown.note(number)
          }
        }
      }
      try await Task.sleep(for: .milliseconds(2_500))
      for task in tasks { task.cancel() }
      for task in tasks { await task.value }

      #expect(
        areOnTime(taken.times, [0, 1, 2].seconds) && thrown.entries.count == crowd - 3,
        """
        \(crowd) tasks share a bucket with one token, and all are cancelled after 2.5 s: expected \
        tokens at 0, 1 and 2 s, and errors for the other \(crowd - 3). Tokens came at \
        \(taken.times.map(\.inMilliseconds)) ms, and \(thrown.entries.count) calls threw
        """)
    }
  }

  @Test func `a cancelled task takes no token`() async throws {
    try await bubble {
      let bucket = TokenBucket(capacity: 1, every: .seconds(10))
      try await bucket.take()
      let log = Log<String>()
      let tasks = ["first", "second", "third"].map { name in
        Task {
          do {
            try await bucket.take()
            log.note("a token")
          } catch {
            log.note(words(for: error))
          }
        }
      }
      try await Task.sleep(for: .seconds(5))
      tasks[0].cancel()
      await tasks[0].value
      try #require(
        log.entries == ["CancellationError()"] && log.times == [5].seconds,
        """
        a task waits for a token and is cancelled after 5 s: its `take` should throw \
        `CancellationError` at once
        """)
      let early = Task { try await bucket.take() }
      early.cancel()
      let error = await errorThrown { try await early.value }
      try #require(
        error == "CancellationError()" && Bubble.elapsed == .seconds(5),
        """
        a task was cancelled before it called `take`, and there is no token: it should throw at \
        once. It threw \(error) after \(Bubble.elapsed.inMilliseconds) ms
        """)
      for task in tasks { await task.value }
      try #require(
        areOnTime(log.times, [5, 10, 20].seconds),
        """
        of three tasks that wait, one is cancelled after 5 s: the tokens of 10 and 20 s should go to the \
        other two, which got theirs at \(log.times.dropFirst().map(\.inMilliseconds)) ms
        """)

      // Cancelled at the time at which the token comes, with another task waiting.
      let start = Bubble.elapsed
      let lucky = Task { try await bucket.take() }
      let waiting = Task {
        try await bucket.take()
        return Bubble.elapsed - start
      }
      try await Task.sleep(for: .seconds(10))
      lucky.cancel()
      let hasToken = await errorThrown { try await lucky.value } == "no error"
      let time = try await waiting.value
      try #require(
        time == .seconds(hasToken ? 20 : 10),
        """
        a task is cancelled after 10 s, when a token comes, and another one waits. The first one \
        \(hasToken ? "took the token" : "threw an error"), so the other should get one after \
        \(hasToken ? 20 : 10) s, and got it after \(time.inMilliseconds) ms
        """)

      // Cancelled before it calls, and there is a token: it may take it.
      let full = TokenBucket(capacity: 2, every: .seconds(10))
      let either = Task { try await full.take() }
      either.cancel()
      let took = await errorThrown { try await either.value } == "no error"
      let later = Log<Int>()
      for number in 1...3 {
        try await full.take()
        later.note(number)
      }
      #expect(
        areOnTime(later.times, took ? [0, 10, 20].seconds : [0, 0, 10].seconds),
        """
        capacity 2, and a cancelled task \(took ? "took a token" : "threw an error"): the next calls \
        should return at \(took ? "[0, 10000, 20000]" : "[0, 0, 10000]") ms, and returned at \
        \(later.times.map(\.inMilliseconds)) ms
        """)
    }
  }
}

extension TokenBucket {
  /// Takes what is left of a full bucket and one token more.
  fileprivate func takeAll(of capacity: Int, after taken: Int, every interval: Int) async throws {
    let start = Bubble.elapsed
    for _ in taken...capacity { try await take() }
    try #require(
      Bubble.elapsed - start == .milliseconds(interval),
      "call \(capacity + 1) finds no token, and should wait for \(interval) ms")
  }
}
