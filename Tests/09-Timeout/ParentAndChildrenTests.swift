import Bubble
import Chapter09Timeout
import CourseTesting
import Synchronization
import Testing

/// How the crates of a test fared.
private struct Log: Sendable {
  var cancelledAt: [Duration] = []
  var ended = 0
}

@Suite("9.5 Parent and children", .exercise("9.5"))
struct ParentAndChildrenTests {
  @Test func `all crates are unloaded at once`() async throws {
    try await bubble {
      let lifted = Mutex<Set<String>>([])

      let count = await unloadFleet([["rice", "tea"], ["coal"], ["silk", "salt", "tin"]]) { crate in
        try? await Task.sleep(for: .seconds(2))
        return lifted.withLock { $0.insert(crate).inserted }
      }

      #expect(count == 6, "there are six crates on three ships, and each was unloaded once")
      let crates = lifted.withLock { $0.sorted() }
      #expect(
        crates == ["coal", "rice", "salt", "silk", "tea", "tin"],
        "each crate of each ship should be unloaded")
      #expect(
        Bubble.elapsed == .seconds(2),
        "each crate takes 2 s; all crates of all ships at once take 2 s as well")
    }
  }

  @Test func `cancelling it cancels every crate`() async throws {
    try await bubble {
      let log = Mutex(Log())
      let unloading = Task {
        await unloadFleet([["heavy", "light"], ["heavy", "heavy"], ["light"]]) { crate in
          do {
            try await Task.sleep(for: crate == "heavy" ? .seconds(9) : .seconds(1))
            return true
          } catch {
            log.withLock { $0.cancelledAt.append(Bubble.elapsed) }
            return false
          }
        }
      }

      try? await Task.sleep(for: .seconds(3))
      unloading.cancel()
      let count = await unloading.value

      #expect(count == 2, "the two light crates were unloaded before the cancellation, at t = 1 s")
      let cancelledAt = log.withLock { $0.cancelledAt }
      #expect(
        cancelledAt == [.seconds(3), .seconds(3), .seconds(3)],
        "the three heavy crates were under way at t = 3 s and should have been cancelled then")
      #expect(Bubble.elapsed == .seconds(3), "it should end when all crates have ended")
    }
  }

  @Test func `a cancelled crate is put down before it returns`() async throws {
    try await bubble {
      let log = Mutex(Log())
      let unloading = Task {
        await unloadFleet([["rice"], ["tea", "coal"]]) { _ in
          try? await Task.sleep(for: .seconds(9))
          // A task of its own, so that it is not cancelled too.
          await Task { try? await Task.sleep(for: .seconds(2)) }.value
          log.withLock { $0.ended += 1 }
          return false
        }
      }

      try? await Task.sleep(for: .seconds(1))
      unloading.cancel()
      let count = await unloading.value

      let ended = log.withLock { $0.ended }
      #expect(
        ended == 3,
        "each of the three crates takes 2 s to be put down after the cancellation; wait for that")
      #expect(
        Bubble.elapsed == .seconds(3),
        "cancelled at t = 1 s, each crate needs 2 s more to be put down")
      #expect(count == 0, "no crate was unloaded")
    }
  }
}
