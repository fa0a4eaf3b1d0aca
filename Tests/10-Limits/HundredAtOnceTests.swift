import Bubble
import Chapter10Limits
import CourseTesting
import Synchronization
import Testing

/// Crates that are made one by one, when someone asks.
///
/// After a number of crates that no one has weighed, there are no more: a solution that asks for all
/// of them at once shall not start 100,000 tasks.
private struct CratesToOrder: Sequence, Sendable {
  private final class Book: Sendable {
    let state = Mutex((made: 0, weighed: 0))
  }

  let count: Int
  let mostAhead: Int
  private let book = Book()

  init(count: Int, mostAhead: Int) {
    self.count = count
    self.mostAhead = mostAhead
  }

  var made: Int { book.state.withLock { $0.made } }

  func noteWeighed() { book.state.withLock { $0.weighed += 1 } }

  func makeIterator() -> AnyIterator<Int> {
    AnyIterator {
      book.state.withLock { state in
        guard state.made < count, state.made - state.weighed < mostAhead else { return nil }
        state.made += 1
        return state.made
      }
    }
  }
}

@Suite("10.4 A hundred of 100,000", .exercise("10.4"), .leavesNoTask)
struct HundredAtOnceTests {
  @Test func `every crate is weighed once, and the total is right`() async throws {
    try await bubble {
      var draw = Draw(seed: 104)
      for (count, limit) in [(9, 3), (5, 1), (4, 4), (1, 2), (3, 20), (0, 2), (26, 5)] {
        // Equal crates, and crates that weigh nothing or, as a balloon does, even less.
        let crates = draw.numbers(count, in: -2...6)
        let weights = crates.map { $0 < 0 ? $0 : $0 * $0 }
        let log = Log<Int>()

        let total = await weighAll(crates, atMost: limit) { crate in
          log.note(crate)
          try? await Task.sleep(for: .seconds(crate))
          return crate < 0 ? crate : crate * crate
        }

        let left = Bubble.liveTasks
        try #require(
          log.entries.sorted() == crates.sorted(),
          "\(count) crates, at most \(limit) at once: each should be weighed exactly once")
        try #require(
          total == weights.reduce(0, +),
          """
          \(count) crates, at most \(limit) at once, weights: \(weights); expected the sum of all \
          weights, and your function returned \(total)
          """)
        try #require(
          left == 0,
          "your function has returned, and tasks that it started are still alive: \(left)")
      }
    }
  }

  @Test func `never more than the limit at once, and every place is used`() async throws {
    try await bubble {
      for (count, limit) in [(12, 3), (7, 1), (4, 9), (40, 10)] {
        let section = "\(count) crates, at most \(limit)"
        let start = Bubble.elapsed
        let total = await weighAll(Array(repeating: 7, count: count), atMost: limit) { crate in
          await Bubble.section(section) { try? await Task.sleep(for: .seconds(1)) }
          return crate
        }

        try #require(total == 7 * count, "\(section): expected the sum of all weights")
        let most = Bubble.mostInside(section)
        try #require(
          most == min(count, limit),
          "\(section): \(most) were weighed at the same time; expected \(min(count, limit))")
        let rounds = (count + limit - 1) / limit
        try #require(
          Bubble.elapsed - start == .seconds(rounds),
          "\(section): with 1 s for each, all should be weighed after \(rounds) s")
      }
    }
  }

  @Test func `a free place is taken at once`() async throws {
    try await bubble {
      for (lengths, limit, begins) in [
        ([5, 1, 1, 1, 1], 2, [0, 0, 1, 2, 3]),
        ([1, 4, 2, 3], 2, [0, 0, 1, 3]),
        ([100_000, 2, 7, 1, 50], 3, [0, 0, 0, 2, 3]),
        ([2, 100_000, 1], 1, [0, 2, 100_002]),
      ] {
        let log = Log<Int>()
        let start = Bubble.elapsed
        let total = await weighAll(lengths.indices, atMost: limit) { crate in
          log.note(crate)
          try? await Task.sleep(for: .seconds(lengths[crate]))
          return lengths[crate]
        }

        let times = zip(log.entries, log.times).sorted { $0.0 < $1.0 }.map(\.1)
        try #require(
          times == begins.seconds,
          """
          crates take \(lengths) s, at most \(limit) at once: they should begin after \(begins) s, each \
          as soon as any other has ended. They began after \(times.map { $0.inMilliseconds / 1_000 }) s
          """)
        let last = zip(begins, lengths).map(+).max() ?? 0
        try #require(
          Bubble.elapsed - start == .seconds(last) && total == lengths.reduce(0, +),
          "the last crate is weighed after \(last) s: the call should return the total then")
      }
    }
  }

  @Test func `crates are asked for when there is a place`() async throws {
    try await bubble {
      let crates = CratesToOrder(count: 30, mostAhead: 30)
      let calling = Task {
        await weighAll(crates, atMost: 4) { crate in
          try? await Task.sleep(for: .seconds(1))
          return crate
        }
      }
      for second in 0...3 {
        await Bubble.settle()
        let begun = 4 * (second + 1)
        let made = crates.made
        try #require(
          begun...begun + 1 ~= made,
          """
          four crates are weighed at once, 1 s each: after \(second) s, \(begun) have begun, and \
          your function should have asked for at most one more. It asked for \(made)
          """)
        try await Task.sleep(for: .seconds(1))
      }
      let total = await calling.value
      #expect(total == 30 * 31 / 2, "expected the sum of all weights")
    }
  }

  @Test func `a hundred thousand crates do not mean a hundred thousand tasks`() async throws {
    // One schedule: it is the number that is tested here, and not the order.
    try await bubble(.count(1).allowing(steps: 3_000_000)) {
      let crates = CratesToOrder(count: 100_000, mostAhead: 2_000)
      let total = await weighAll(crates, atMost: 100) { crate in
        if crate <= 1_000 {
          try? await Task.sleep(for: .seconds(1))
        } else if crate.isMultiple(of: 100) {
          // A worker that weighs all the rest in one step would be taken for an endless loop.
          await Task.yield()
        }
        crates.noteWeighed()
        return crate % 7
      }

      let most = Bubble.mostAlive
      try #require(
        most <= 250,
        """
        \(most) tasks were alive at once, and only 100 of 100,000 crates may be weighed at once. A crate \
        that waits should have no task yet
        """)
      let made = crates.made
      try #require(
        made == 100_000,
        """
        only \(made) of 100,000 crates were given out: your function had asked for 2,000 that were \
        not weighed yet, and at most 100 may be weighed at once
        """)
      let sum = (1...100_000).reduce(0) { $0 + $1 % 7 }
      #expect(
        total == sum && Bubble.elapsed == .seconds(10),
        """
        100 places; 1,000 crates take 1 s each, and the others no time: expected the sum of all 100,000 \
        weights after 10 s
        """)
    }
  }

  @Test func `a crate that waits has no task yet`() async throws {
    try await bubble(.count(10)) {
      let total = await weighAll(1...1_000, atMost: 4) { crate in
        try? await Task.sleep(for: .seconds(1))
        return 2 * crate
      }

      try #require(
        total == 1_001_000 && Bubble.elapsed == .seconds(250),
        "expected the sum of all 1,000 weights after 250 s, with 4 places and 1 s for each")
      let most = Bubble.mostAlive
      #expect(
        most <= 20,
        """
        \(most) tasks were alive at once, and only 4 of 1,000 crates may be weighed at once. Wait for a \
        place before you start the task
        """)
    }
  }
}
