import Bubble
import Chapter03Channels
import CourseTesting
import Synchronization
import Testing

/// Says when each ship has left.
private final class Logbook: Sendable {
  private let times = Mutex<[String: Duration]>([:])

  func note(_ ship: String) { times.withLock { $0[ship] = Bubble.elapsed } }

  func time(of ship: String) -> Duration? { times.withLock { $0[ship] } }
}

/// Sleeps as many seconds as the ship needs.
private func sail(_ ship: String, north: Int, south: Int) async {
  try? await Task.sleep(for: .seconds(ship == "north" ? north : south))
}

@Suite("3.3 Rendezvous", .exercise("3.3"))
struct RendezvousTests {
  @Test func `north waits for south`() async throws {
    try await bubble {
      let departures = Logbook()

      await rendezvous {
        await sail($0, north: 1, south: 3)
      } leave: {
        departures.note($0)
      }

      let north = departures.time(of: "north")
      let south = departures.time(of: "south")
      #expect(north == .seconds(3), "north is there at t = 1 s, but south only at t = 3 s")
      #expect(south == .seconds(3), "south is there at t = 3 s, when north has long been there")
    }
  }

  @Test func `south waits for north`() async throws {
    try await bubble {
      let departures = Logbook()

      await rendezvous {
        await sail($0, north: 4, south: 2)
      } leave: {
        departures.note($0)
      }

      let north = departures.time(of: "north")
      let south = departures.time(of: "south")
      #expect(north == .seconds(4), "north is there at t = 4 s, when south has long been there")
      #expect(south == .seconds(4), "south is there at t = 2 s, but north only at t = 4 s")
    }
  }

  @Test func `it returns when both have left`() async throws {
    try await bubble {
      let home = Logbook()

      await rendezvous {
        await sail($0, north: 1, south: 1)
      } leave: {
        await sail($0, north: 2, south: 5)
        home.note($0)
      }

      let north = home.time(of: "north")
      let south = home.time(of: "south")
      #expect(north == .seconds(3), "north leaves at t = 1 s and needs 2 s")
      #expect(south == .seconds(6), "south leaves at t = 1 s, like north, and needs 5 s")
      #expect(Bubble.elapsed == .seconds(6), "it should return when both ships have left")
    }
  }
}
