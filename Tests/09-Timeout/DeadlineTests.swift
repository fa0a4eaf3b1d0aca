import Bubble
import Chapter09Timeout
import CourseTesting
import Synchronization
import Testing

/// A sea whose depths are drawn: the same point may have another depth the next time.
private final class Sea: Sendable {
  struct Log: Sendable {
    var points: [Int] = []
    var begunCancelled = 0
  }

  let seconds: [Int]
  let depths: [Int]
  private let log = Mutex(Log())

  init(_ draw: inout Draw, count: Int, seconds unit: Int = 1) {
    seconds = draw.numbers(count, in: 1...9).map { $0 * unit }
    // Any depth, even the least and the greatest number, and equal ones.
    let all = [.min, -1, 0, 1, .max]
    depths = draw.numbers(count, in: 0...4).map { all[$0] }
  }

  /// Where it was measured, also what did not end.
  var points: [Int] { log.withLock { $0.points } }

  /// How many measurements began in a task that was cancelled already.
  var begunCancelled: Int { log.withLock { $0.begunCancelled } }

  /// How long the first measurements take, one after the other.
  func time(of count: Int) -> Duration { .seconds(seconds.prefix(count).reduce(0, +)) }

  func measure(_ point: Int) async throws -> Int {
    let number = log.withLock { log in
      log.points.append(point)
      if Task.isCancelled { log.begunCancelled += 1 }
      return log.points.count - 1
    }
    try await Task.sleep(for: .seconds(seconds[number % seconds.count]))
    return depths[number % depths.count]
  }
}

@Suite("9.2 Deadline", .exercise("9.2"), .leavesNoTask)
struct DeadlineTests {
  @Test func `the limit ends five seconds of work`() async throws {
    try await bubble {
      var draw = Draw(seed: 92)
      for (count, done) in [(5, 2), (1, 0), (3, 0), (30, 21)] {
        let points = draw.numbers(count, in: 1...4)
        let sea = Sea(&draw, count: count)
        let begin = Bubble.elapsed
        let limit = sea.time(of: done) + .milliseconds(500)

        let depths = await survey(points, within: limit) { try await sea.measure($0) }

        try #require(
          depths == Array(sea.depths.prefix(done)),
          """
          the limit passes half a second after measurement \(done) of \(count): expected the \
          depths that were measured by then
          """)
        try #require(
          sea.points == Array(points.prefix(done + 1)),
          "expected measurements at the points in their order, one after the other, until the limit"
        )
        try #require(
          Bubble.elapsed - begin == limit,
          "the limit of \(limit) passes in the middle of a measurement, and should end it")
      }
    }
  }

  @Test func `a survey done in time does not wait`() async throws {
    try await bubble {
      var draw = Draw(seed: 192)
      for (count, unit) in [(3, 1), (1, 100_000), (20, 1), (0, 1)] {
        let points = draw.numbers(count, in: -2...2)
        let sea = Sea(&draw, count: count, seconds: unit)
        let begin = Bubble.elapsed

        let depths = await survey(points, within: .seconds(1_000_000)) { try await sea.measure($0) }
        let tasks = Bubble.liveTasks

        try #require(
          depths == sea.depths && sea.points == points,
          """
          \(count) points take less than the limit of 1,000,000 s: expected the depth of each, in \
          their order; two points may be equal, and so may two depths
          """)
        try #require(
          Bubble.elapsed - begin == sea.time(of: count),
          "the survey was done before its limit; who still waits for the limit after that?")
        try #require(
          tasks == 0,
          """
          your function has returned, and tasks that it started are still alive: \(tasks). \
          Cancelling is a request: who waits until they have ended?
          """)
      }
    }
    try await bubble(.count(1)) {
      var draw = Draw(seed: 920)
      let points = draw.numbers(crowd, in: -2...2)
      let sea = Sea(&draw, count: crowd)
      let depths = await survey(points, within: .seconds(1_000_000)) { try await sea.measure($0) }

      #expect(
        depths == sea.depths && sea.points == points,
        "\(crowd) points take less than the limit: expected \(crowd) depths, got \(depths.count)")
    }
  }

  @Test func `no measurement begins after the end`() async throws {
    try await bubble {
      var draw = Draw(seed: 292)
      let sea = Sea(&draw, count: 4)
      let limit = sea.time(of: 2)
      let depths = await survey([4, 3, 2, 1], within: limit) { try await sea.measure($0) }

      try #require(
        Bubble.elapsed == limit && depths == Array(sea.depths.prefix(depths.count)),
        "the second measurement ends when the limit passes: expected the survey to end then"
      )
      try #require(
        sea.begunCancelled == 0,
        """
        the limit passed and a measurement ended at the same moment, t = \(limit). Then another \
        one began in a task that was already cancelled; check before you begin
        """)

      let unused = Sea(&draw, count: 2)
      let surveying = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await survey([5, 6], within: .seconds(60)) { try await unused.measure($0) }
      }
      let none = await surveying.value
      try #require(
        none == [] && unused.points == [],
        "the caller was cancelled before the survey, so no measurement should begin")
    }
  }

  @Test func `cancelling the caller ends the survey`() async throws {
    try await bubble {
      var draw = Draw(seed: 392)
      let sea = Sea(&draw, count: 3)
      let surveying = Task {
        await survey([6, 7, 8], within: .seconds(60)) { try await sea.measure($0) }
      }

      let moment = sea.time(of: 1) + .milliseconds(500)
      try? await Task.sleep(for: moment)
      surveying.cancel()
      let depths = await surveying.value

      #expect(
        depths == [sea.depths[0]], "one point was measured before the cancellation at t = \(moment)"
      )
      #expect(
        Bubble.elapsed == moment,
        "the caller was cancelled at t = \(moment); the measurement under way should end then")
      #expect(
        sea.points == [6, 7], "the caller was cancelled, so no other measurement should begin")
    }
  }
}
