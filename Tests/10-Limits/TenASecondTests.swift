import Bubble
import Channels
import Chapter10Limits
import CourseTesting
import Synchronization
import Testing

/// The error that a gauge of these tests fails with.
private struct Broken: OwnError {
  let description = "Broken()"
}

/// Whether no tick comes any more; a tick that was sent before may still wait.
private func isStopped(_ ticker: Ticker, within time: Duration = .seconds(1)) async throws -> Bool {
  _ = ticker.ticks.tryReceive()
  try await Task.sleep(for: time)
  if case .nothing = ticker.ticks.tryReceive() { return true }
  return false
}

/// The readings as text, in which each number is printed by itself: how an array prints its numbers,
/// the file that is tested can change.
private func text(of readings: some Collection<Int>) -> String {
  "[\(readings.map { "\($0)" }.joined(separator: ", "))]"
}

/// The readings of a call that should not throw, as text; or the error.
private func outcome(of call: Task<[Int], any Error>) async -> String {
  do {
    return text(of: try await call.value)
  } catch {
    return "the error \(error)"
  }
}

/// Reads a list of values, each after a pause, and notes when each reading begins.
private final class Gauge: Sendable {
  let log = Log<Int>()
  private let values: [Int]
  private let lengths: [Int]

  init(_ values: [Int], lengths: [Int]) {
    self.values = values
    self.lengths = lengths
  }

  func read() async throws -> Int? {
    let index = log.entries.count
    log.note(index)
    return try await Bubble.section("reading") {
      if index < lengths.count { try await Task.sleep(for: .milliseconds(lengths[index])) }
      return index < values.count ? values[index] : nil
    }
  }
}

@Suite("10.2 Ten a second", .exercise("10.2"), .leavesNoTask)
struct TenASecondTests {
  @Test func `each reading begins at a tick, the first one at the first tick`() async throws {
    try await bubble {
      var draw = Draw(seed: 102)
      for (count, interval, length) in [
        (3, 100, 30), (1, 100, 30), (6, 70, 30), (2, 200_000_000, 100_000_000),
      ] {
        let values = [0, -1, .min, .max] + draw.numbers(count + 1, in: -40...99)
        let start = Bubble.elapsed
        let ticker = Ticker(every: .milliseconds(interval))
        let gauge = Gauge(values, lengths: values.map { _ in length })

        let readings = try await takeReadings(count, on: ticker) { try await gauge.read() }

        let end = Bubble.elapsed - start
        let left = Bubble.liveTasks
        ticker.stop()
        let times = (1...count).map { $0 * interval }
        try #require(
          gauge.log.times == times.milliseconds,
          """
          with a tick every \(interval) ms, \(counted(count, "reading")) should begin at \
          \(times) ms, and began at \(gauge.log.times.map(\.inMilliseconds)) ms
          """)
        try #require(
          readings == Array(values.prefix(count)), "expected \(counted(count, "reading")), in order"
        )
        try #require(
          end == .milliseconds(count * interval + length),
          """
          the last reading ends after \(count * interval + length) ms: the call should return \
          then, without waiting for another tick. It returned after \(end.inMilliseconds) ms
          """)
        try #require(
          left == 0,
          "your function has returned, and tasks that it started are still alive: \(left)")
      }
    }
    try await bubble(.count(1)) {
      let many = 10 * crowd
      let gauge = Gauge(Array(1...many), lengths: [])
      let ticker = Ticker(every: .milliseconds(100))
      let readings = try await takeReadings(many, on: ticker) { try await gauge.read() }
      ticker.stop()

      #expect(
        readings == Array(1...many),
        "expected \(many) readings, as `count` says; there are \(readings.count)")
    }
  }

  @Test func `missed ticks do not pile up`() async throws {
    try await bubble {
      for (lengths, times) in [
        ([350, 10, 10, 120, 10, 10], [100, 450, 500, 600, 720, 800]),
        ([10, 1_030, 10, 10, 10], [100, 200, 1_230, 1_300, 1_400]),
      ] {
        let values = lengths.map { $0 / 10 }
        let ticker = Ticker(every: .milliseconds(100))
        let gauge = Gauge(values, lengths: lengths)

        let readings = try await takeReadings(lengths.count, on: ticker) { try await gauge.read() }
        ticker.stop()

        let most = Bubble.mostInside("reading")
        try #require(
          most == 1,
          "\(most) readings ran at the same time: one should end before the next one begins")
        try #require(
          gauge.log.times == times.milliseconds,
          """
          with a tick every 100 ms, readings that take \(lengths) ms should begin at \(times) ms. They \
          began at \(gauge.log.times.map(\.inMilliseconds)) ms. After a long reading one reading follows \
          at once, and the others wait for new ticks
          """)
        try #require(readings == values, "expected \(values.count) readings, in order")
      }
    }
  }

  @Test func `after the last reading the ticker is stopped`() async throws {
    try await bubble {
      for count in [2, 0, 1] {
        let ticker = Ticker(every: .milliseconds(100))
        let gauge = Gauge([5, 6, 7], lengths: [])
        let start = Bubble.elapsed

        let readings = try await takeReadings(count, on: ticker) { try await gauge.read() }

        let end = Bubble.elapsed - start
        try #require(
          readings == Array([5, 6, 7].prefix(count)) && end == .milliseconds(count * 100),
          """
          expected \(counted(count, "reading")) after \(count * 100) ms; it took \
          \(end.inMilliseconds) ms
          """
        )
        try #require(
          try await isStopped(ticker),
          "the call returned after \(counted(count, "reading")), and the ticker still ticks: stop it"
        )
      }
    }
  }

  @Test func `when the gauge says nil the call ends, and the ticker is stopped`() async throws {
    try await bubble {
      for known in [2, 0] {
        let ticker = Ticker(every: .milliseconds(100))
        let gauge = Gauge(Array([5, 6].prefix(known)), lengths: [])
        let start = Bubble.elapsed

        let readings = try await takeReadings(9, on: ticker) { try await gauge.read() }

        let end = Bubble.elapsed - start
        try #require(
          readings == Array([5, 6].prefix(known)),
          "reading \(known + 1) of 9 is `nil`: expected the \(known) readings before it")
        try #require(
          gauge.log.entries.count == known + 1 && end == .milliseconds(100 * (known + 1)),
          "reading \(known + 1) of 9 is `nil`: the call should return at once, and read no more")
        try #require(
          try await isStopped(ticker),
          "the call returned because a reading was `nil`, and the ticker still ticks: stop it")
      }
    }
  }

  @Test func `an error is thrown, and the ticker is stopped`() async throws {
    try await bubble {
      for (good, failure) in [(2, "\(Broken())"), (0, "\(Broken())"), (1, "CancellationError()")] {
        let ticker = Ticker(every: .milliseconds(100))
        let gauge = Gauge([5, 6, 7, 8, 9], lengths: [])
        let start = Bubble.elapsed

        let error = await errorThrown {
          _ = try await takeReadings(4, on: ticker) {
            let value = try await gauge.read()
            guard gauge.log.entries.count > good else { return value }
            throw good == 1 ? CancellationError() as any Error : Broken()
          }
        }

        let end = Bubble.elapsed - start
        try #require(
          error == failure && end == .milliseconds(100 * (good + 1))
            && gauge.log.entries.count == good + 1,
          """
          reading \(good + 1) of 4 throws \(failure): the call should throw it at once, and read no \
          more. It threw \(error) after \(end.inMilliseconds) ms; readings: \(gauge.log.entries.count)
          """)
        try #require(
          try await isStopped(ticker),
          "the call threw an error, and the ticker still ticks: stop it on that way out, too")
      }
    }
  }

  @Test func `cancelling the caller ends the call and stops the ticker`() async throws {
    try await bubble {
      // While it waits for a tick; and at the time of a tick, which may still count.
      for (moment, counts) in [(250, 2...2), (300, 2...3), (50, 0...0)] {
        let ticker = Ticker(every: .milliseconds(100))
        let gauge = Gauge([5, 6, 7, 8, 9], lengths: [])
        let start = Bubble.elapsed
        let calling = Task { try await takeReadings(5, on: ticker) { try await gauge.read() } }
        try await Task.sleep(for: .milliseconds(moment))
        calling.cancel()

        let readings = await outcome(of: calling)
        let end = Bubble.elapsed - start
        let expected = counts.map { text(of: [5, 6, 7].prefix($0)) }
        try #require(
          expected.contains(readings) && end == .milliseconds(moment),
          """
          the caller is cancelled after \(moment) ms, and the ticks come every 100 ms: the call should \
          return \(expected.joined(separator: " or ")) at once, and throw nothing of its own. It ended \
          with \(readings) after \(end.inMilliseconds) ms
          """)
        let begun = gauge.log.entries.count
        try #require(
          readings == text(of: [5, 6, 7].prefix(begun)),
          "\(counted(begun, "reading")) began, and the call returned \(readings): each of them counts"
        )
        try #require(
          try await isStopped(ticker),
          "the caller was cancelled after \(moment) ms, and the ticker still ticks: stop it")
      }

      // During a reading, which reacts by an error, or needs time and still has a value.
      let first = Ticker(every: .milliseconds(100))
      let start = Bubble.elapsed
      let throwing = Task {
        try await takeReadings(5, on: first) {
          try await Task.sleep(for: .seconds(60))
          return 5
        }
      }
      try await Task.sleep(for: .milliseconds(150))
      throwing.cancel()
      let error = await errorThrown { _ = try await throwing.value }
      try #require(
        error == "CancellationError()" && Bubble.elapsed - start == .milliseconds(150),
        """
        the caller is cancelled during the first reading, after 150 ms: the reading should be \
        cancelled, too, and the call should throw what the reading throws
        """)
      try #require(
        try await isStopped(first),
        "a reading was cancelled and threw, and the ticker still ticks: stop it on that way out, too"
      )

      let second = Ticker(every: .seconds(100_000))
      let gauge = Log<Void>()
      let patient = Task {
        try await takeReadings(5, on: second) {
          gauge.note(())
          await sleepThrough(.seconds(250_000))
          return 7
        }
      }
      try await Task.sleep(for: .seconds(150_000))
      patient.cancel()
      let readings = await outcome(of: patient)
      try #require(
        readings == "[7]" && gauge.times == [100_000].seconds,
        """
        the caller is cancelled during the first reading, which returns 7 after 350,000 s. A tick \
        is waiting then, but no other reading should begin, and the call should return [7]. \
        Readings began at \(gauge.times.map { $0.inMilliseconds / 1_000 }) s, and the call ended \
        with \(readings). A receive that does not have to wait returns a tick even in a cancelled \
        task
        """)
      try #require(
        try await isStopped(second, within: .seconds(300_000)),
        "the caller was cancelled, and the ticker still ticks: stop it"
      )

      // During the last reading, which then ends in each possible way.
      for (ending, expected) in [
        ("8", "[7, 8]"), ("nil", "[7]"), ("an error", "the error \(Broken())"),
      ] {
        let ticker = Ticker(every: .milliseconds(100))
        let begun = Log<Void>()
        let last = Task {
          try await takeReadings(2, on: ticker) {
            begun.note(())
            if begun.entries.count == 1 { return 7 }
            await sleepThrough(.milliseconds(150))
            guard Task.isCancelled else { return 99 }
            if ending == "an error" { throw Broken() }
            return ending == "nil" ? nil : 8
          }
        }
        try await Task.sleep(for: .milliseconds(250))
        last.cancel()
        let result = await outcome(of: last)
        try #require(
          result == expected,
          """
          the caller is cancelled during the second of 2 readings, which then ends with \(ending): \
          the call should end with \(expected). It ended with \(result); 99 stands for a reading that was \
          not cancelled
          """)
        try #require(
          try await isStopped(ticker),
          "the last reading ended with \(ending) after a cancellation, and the ticker still ticks")
      }

      let third = Ticker(every: .milliseconds(100))
      let late = Log<Void>()
      let tooLate = Task {
        try await takeReadings(5, on: third) {
          late.note(())
          return 7
        }
      }
      tooLate.cancel()
      let none = await outcome(of: tooLate)
      try #require(
        none == "[]" && late.entries.isEmpty,
        """
        the caller was cancelled before the call: no reading should begin, and the call should return \
        []. Readings begun: \(late.entries.count). The call ended with \(none)
        """)
      #expect(
        try await isStopped(third),
        "the caller was cancelled before the call, and the ticker still ticks: stop it")
    }
  }
}
