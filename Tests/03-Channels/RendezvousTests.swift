import Bubble
import Chapter03Channels
import CourseTesting
import Synchronization
import Testing

/// Says which ship did something when.
private final class Logbook: Sendable {
  private let times = Mutex<[String: [Duration]]>([:])

  func note(_ ship: String) { times.withLock { $0[ship, default: []].append(Bubble.elapsed) } }

  /// When a ship did it; `nil` if it never did, or more than once.
  func time(of ship: String) -> Duration? {
    times.withLock { $0[ship].flatMap { $0.count == 1 ? $0.first : nil } }
  }
}

/// Sleeps as many minutes as the ship needs.
private func sail(_ ship: String, north: Int, south: Int) async {
  try? await Task.sleep(for: .seconds(60 * (ship == "north" ? north : south)))
}

@Suite("3.3 Rendezvous", .exercise("3.3"))
struct RendezvousTests {
  @Test func `north waits for south`() async throws {
    try await bubble {
      var draw = Draw(seed: 33)
      for north in draw.numbers(3, in: 1...90) {
        let departures = Logbook()
        let begin = Bubble.elapsed
        let south = north + draw.number(in: 1_700...2_000)

        await rendezvous {
          await sail($0, north: north, south: south)
        } leave: {
          departures.note($0)
        }

        let time = begin + .seconds(60 * south)
        try #require(
          departures.time(of: "north") == time,
          """
          north is there after \(north) min, south after \(south) min: north should wait for south, and \
          leave only once
          """
        )
        try #require(
          departures.time(of: "south") == time,
          """
          south is there after \(south) min, when north is already there: south should leave then, and \
          only once
          """
        )
      }
    }
  }

  @Test func `south waits for north`() async throws {
    try await bubble {
      var draw = Draw(seed: 133)
      for south in draw.numbers(3, in: 1...90) {
        let departures = Logbook()
        let begin = Bubble.elapsed
        let north = south + draw.number(in: 1_700...2_000)

        await rendezvous {
          await sail($0, north: north, south: south)
        } leave: {
          departures.note($0)
        }

        let time = begin + .seconds(60 * north)
        try #require(
          departures.time(of: "south") == time,
          """
          south is there after \(south) min, north after \(north) min: south should wait for north, and \
          leave only once
          """
        )
        try #require(
          departures.time(of: "north") == time,
          """
          north is there after \(north) min, when south is already there: north should leave then, and \
          only once
          """
        )
      }
    }
  }

  @Test func `it returns when both have left`() async throws {
    try await bubble {
      for (north, south) in [(2, 2_000), (1_700, 1), (3, 3)] {
        let home = Logbook()
        let begin = Bubble.elapsed

        await rendezvous {
          await sail($0, north: 1, south: 1)
        } leave: {
          await sail($0, north: north, south: south)
          home.note($0)
        }
        let tasks = Bubble.liveTasks

        try #require(
          home.time(of: "north") == begin + .seconds(60 * (1 + north)),
          """
          both are there after 1 min, and north needs \(north) min to leave: it should leave at once, \
          and only once
          """)
        try #require(
          home.time(of: "south") == begin + .seconds(60 * (1 + south)),
          """
          both are there after 1 min, and south needs \(south) min to leave: it should leave at once, \
          without waiting for north to leave, and only once
          """)
        try #require(
          Bubble.elapsed - begin == .seconds(60 * (1 + max(north, south))) && tasks == 0,
          """
          it should return when both ships have left, and leave no task behind; tasks of yours that \
          were still there: \(tasks)
          """)
      }
    }
  }
}
