import Bubble
import Chapter08FanOut
import CourseTesting
import Synchronization
import Testing

/// The error that an item of these tests fails with.
private struct Broken: OwnError, Equatable {
  var item: Int

  var description: String { "Broken(item: \(item))" }
}

/// Takes a while, and does not react to cancellation.
private func stubbornly(for seconds: Int) async {
  await Task { try? await Task.sleep(for: .seconds(seconds)) }.value
}

@Suite("8.5 At most n, and errors", .exercise("8.5"), .leavesNoTask)
struct AtMostUntilErrorTests {
  @Test func `every item is done once, never more than the limit at once`() async throws {
    try await bubble {
      var draw = Draw(seed: 85)
      for (count, limit) in [(9, 3), (6, 1), (4, 4), (1, 2), (5, 20), (0, 2)] {
        let items = draw.numbers(count, in: 1...5)
        let done = Mutex<[Int]>([])
        let section = "\(count) items, at most \(limit)"

        try await tryForEach(items, atMost: limit) { item in
          try await Bubble.section(section) { try await Task.sleep(for: .seconds(item)) }
          done.withLock { $0.append(item) }
        }

        let left = Bubble.liveTasks
        try #require(left == 0, "the call has returned, so no task should be left")
        let ended = done.withLock { $0.sorted() }
        try #require(ended == items.sorted(), "expected each item to be done exactly once")
        let most = Bubble.mostInside(section)
        try #require(
          most == min(limit, count),
          "\(most) of \(count) items ran at the same time; the limit is \(limit)")
      }
    }
    try await bubble(.count(1)) {
      try await tryForEach(Array(1...crowd), atMost: crowd) { _ in
        await Bubble.section("crowd") { try? await Task.sleep(for: .seconds(1)) }
      }

      let most = Bubble.mostInside("crowd")
      #expect(
        most == crowd, "expected \(crowd) items to run at the same time; \(most) did")
    }
  }

  @Test func `a free place is taken at once, in the order of the list`() async throws {
    try await bubble {
      for (durations, limit, times) in [
        ([5, 1, 1, 1, 1], 2, [0, 0, 1, 2, 3]),
        ([1, 4, 2, 3], 2, [0, 0, 1, 3]),
        ([100_000, 2, 7, 1], 3, [0, 0, 0, 2]),
        ([2, 100_000, 1], 1, [0, 2, 100_002]),
      ] {
        let start = Bubble.elapsed
        let begins = Mutex<[Int: Duration]>([:])

        try await tryForEach(Array(durations.indices), atMost: limit) { item in
          begins.withLock { $0[item] = Bubble.elapsed - start }
          try await Task.sleep(for: .seconds(durations[item]))
        }

        let begun = durations.indices.compactMap { item in begins.withLock { $0[item] } }
        try #require(
          begun == times.map { .seconds($0) },
          """
          the items take \(durations) s, at most \(limit) at once: they should begin after \(times) \
          s, each one as soon as any other has ended
          """)
        let last = zip(times, durations).map(+).max() ?? 0
        try #require(
          Bubble.elapsed - start == .seconds(last),
          "the last item ends after \(last) s: the call should return then")
      }
    }
  }

  @Test func `after an error no other item begins`() async throws {
    try await bubble {
      for limit in [3, 2, 1] {
        let start = Bubble.elapsed
        let begun = Mutex<[Int]>([])
        let cancelled = Mutex<[Duration]>([])

        let error = await errorThrown {
          try await tryForEach(Array(0..<9), atMost: limit) { item in
            begun.withLock { $0.append(item) }
            if item == limit - 1 {
              try await Task.sleep(for: .seconds(2))
              throw Broken(item: item)
            }
            // An item that was cancelled may end in any way: the first without an error, the second
            // with one of its own, which comes too late.
            try? await Task.sleep(for: .seconds(60))
            cancelled.withLock { $0.append(Bubble.elapsed - start) }
            if item == 1 {
              await stubbornly(for: 100_000)
              throw Broken(item: 100)
            }
          }
        }

        let left = Bubble.liveTasks
        let items = begun.withLock { $0.sorted() }
        try #require(
          items == Array(0..<limit),
          """
          at most \(limit) at once, and item \(limit - 1) fails after 2 s: no item should begin \
          after that. Do you look for an error before you give its place to another item?
          """)
        let times = cancelled.withLock { $0 }
        try #require(
          times == (1..<limit).map { _ in .seconds(2) },
          "the other running items should be cancelled when item \(limit - 1) fails, after 2 s")
        try #require(
          left == 0 && Bubble.elapsed - start == .seconds(limit == 3 ? 100_002 : 2),
          """
          item \(limit - 1) fails after 2 s, and item 1 needs 100,000 s to stop if it runs at the \
          same time: the call should throw as soon as every running item has ended. It ended after \
          \(Bubble.elapsed - start)
          """)
        try #require(
          error == "\(Broken(item: limit - 1))",
          "item \(limit - 1) failed before any other: expected its error")
      }
      let calls = Mutex(0)
      let error = await errorThrown {
        try await tryForEach(Array(0..<9), atMost: 1) { item in
          calls.withLock { $0 += 1 }
          throw Broken(item: item)
        }
      }
      let called = calls.withLock { $0 }
      #expect(
        called == 1 && error == "\(Broken(item: 0))",
        "one item at a time, and the first one fails at once: no other item should begin")

      // An item may end with this error without anyone having cancelled it.
      let start = Bubble.elapsed
      let begun = Mutex<[Int]>([])
      let own = await errorThrown {
        try await tryForEach(Array(0..<5), atMost: 2) { item in
          begun.withLock { $0.append(item) }
          if item == 1 { throw CancellationError() }
          try? await Task.sleep(for: .seconds(60))
        }
      }
      let items = begun.withLock { $0.sorted() }
      // Item 0 begins at the same moment, and need not begin if the error comes before it does.
      #expect(
        items.allSatisfy { $0 <= 1 } && own == "CancellationError()" && Bubble.elapsed == start,
        """
        two at a time, and item 1 throws a `CancellationError` of its own at once: that is an error \
        like any other. Begun: \(items), thrown: \(own)
        """)
    }
  }

  @Test func `an error among the last items is thrown, too`() async throws {
    try await bubble {
      for (count, limit) in [(5, 2), (5, 3), (2, 2), (2, 9)] {
        for failing in [count - 1, count - 2] {
          let start = Bubble.elapsed
          let error = await errorThrown {
            try await tryForEach(Array(0..<count), atMost: limit) { item in
              if item < count - 2 { return }
              try await Task.sleep(for: .seconds(item == failing ? 2 : 60))
              throw Broken(item: item)
            }
          }
          try #require(
            error == "\(Broken(item: failing))",
            """
            of \(count) items, at most \(limit) at once, item \(failing) fails after 2 s. Who \
            looks at the items that still run when no more items wait?
            """)
          try #require(
            Bubble.elapsed - start == .seconds(2),
            """
            item \(failing) of \(count) fails after 2 s, and the other running one, which needs 60 \
            s, should be cancelled then
            """)
        }
      }
      await #expect(throws: Broken(item: 7), "the only item failed at once: expected its error") {
        try await tryForEach([7], atMost: 3) { throw Broken(item: $0) }
      }
    }
  }

  @Test func `cancelling the caller stops the rest`() async throws {
    try await bubble {
      let begun = Mutex<[Int]>([])
      let calling = Task {
        try await tryForEach(Array(0..<6), atMost: 2) { item in
          begun.withLock { $0.append(item) }
          try? await Task.sleep(for: .seconds(60))
          if item == 1 { await stubbornly(for: 100_000) }
        }
      }
      try await Task.sleep(for: .seconds(1))
      calling.cancel()
      let error = await errorThrown { try await calling.value }

      let items = begun.withLock { $0.sorted() }
      try #require(
        items == [0, 1],
        "the caller is cancelled after 1 s, while two of six items run: no other one should begin")
      #expect(
        Bubble.elapsed == .seconds(100_001),
        """
        the caller is cancelled after 1 s, and item 1 needs 100,000 s to stop: the call should \
        wait for it
        """
      )
      #expect(
        error == "CancellationError()",
        "no item threw an error, and four items did not begin: expected `CancellationError`")

      for limit in [2, 5] {
        let start = Bubble.elapsed
        let throwing = Task {
          try await tryForEach([0, 1], atMost: limit) { item in
            try? await Task.sleep(for: .seconds(60))
            if item == 0 { return }
            await stubbornly(for: 3)
            throw Broken(item: item)
          }
        }
        try await Task.sleep(for: .seconds(1))
        throwing.cancel()
        let itsError = await errorThrown { try await throwing.value }
        try #require(
          itsError == "\(Broken(item: 1))" && Bubble.elapsed - start == .seconds(4),
          """
          the caller is cancelled after 1 s, when both items run; item 1 fails after 4 s, and no other \
          item does: the call should throw that error then. It threw \(itsError)
          """)

        let patient = Task {
          try await tryForEach([0, 1], atMost: limit) { _ in
            try? await Task.sleep(for: .seconds(60))
          }
        }
        try await Task.sleep(for: .seconds(1))
        patient.cancel()
        let none = await errorThrown { try await patient.value }
        try #require(
          none == "no error",
          "the caller was cancelled, but both items had begun, and neither threw an error")
      }

      let lateCalls = Mutex(0)
      let tooLate = Task {
        try await tryForEach([3, 4, 5], atMost: 2) { _ in lateCalls.withLock { $0 += 1 } }
      }
      tooLate.cancel()
      let lateError = await errorThrown { try await tooLate.value }
      let late = lateCalls.withLock { $0 }
      #expect(
        late == 0 && lateError == "CancellationError()",
        "the caller was cancelled before the call: no item should begin, and the call should throw")
    }
    // Little happens here, so that the schedules differ in how the cancellation meets the beginning.
    try await bubble {
      let calling = Task {
        try await tryForEach([0], atMost: 1) { _ in try await Task.sleep(for: .seconds(60)) }
      }
      Task { calling.cancel() }
      let error = await errorThrown { try await calling.value }
      #expect(
        error == "CancellationError()" && Bubble.elapsed == .zero,
        """
        the caller is cancelled at the moment when its only item begins: if it begins, expected it to \
        be cancelled then. Does a cancellation reach an item that is just beginning?
        """)
    }
  }

  @Test func `a thousand items do not mean a thousand tasks`() async throws {
    try await bubble(.count(5)) {
      let done = Mutex(0)
      try await tryForEach(Array(1...1_000), atMost: 4) { _ in
        try await Task.sleep(for: .seconds(1))
        done.withLock { $0 += 1 }
      }

      let count = done.withLock { $0 }
      #expect(
        count == 1_000 && Bubble.elapsed == .seconds(250),
        "a thousand items, 1 s each, four at a time: expected all to be done after 250 s")
      let most = Bubble.mostAlive
      #expect(
        most < 100,
        "\(most) tasks were alive at once; with 4 places, items that wait should have no task yet")
    }
  }
}
