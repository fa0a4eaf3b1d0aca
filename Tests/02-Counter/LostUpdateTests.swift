import Bubble
import Chapter02Counter
import CourseTesting
import Synchronization
import Testing

/// Hears announcements, each of which takes some time.
private final class Loudspeaker: Sendable {
  private let announced = Mutex<[Int]>([])
  private let pause: Duration

  init(pause: Duration = .zero) {
    self.pause = pause
  }

  var numbers: [Int] { announced.withLock { $0 } }

  func announce(_ number: Int) async {
    await Task.yield()
    if pause > .zero { try? await Task.sleep(for: pause) }
    announced.withLock { $0.append(number) }
  }
}

/// Lets ships arrive at the same time, and returns when all of them have been announced.
private func letArrive(_ count: Int, in port: Port, _ loudspeaker: Loudspeaker) async {
  await withTaskGroup { group in
    for _ in 1...count {
      group.addTask { await arrive(in: port) { await loudspeaker.announce($0) } }
    }
  }
}

@Suite("2.6 Lost update", .exercise("2.6"))
struct LostUpdateTests {
  @Test func `three ships that arrive together are all counted`() async throws {
    try await bubble {
      let port = Port()

      await letArrive(3, in: port, Loudspeaker())

      let ships = await port.ships
      #expect(
        ships == 3,
        """
        3 ships arrived, but the port counted \(ships): can another task read the number after your \
        function has read it and before it writes it?
        """)
      #expect(Bubble.elapsed == .zero, "counting ships takes no time: does your function sleep?")
    }
  }

  @Test func `each ship has a number of its own`() async throws {
    try await bubble {
      for count in [4, 1, 12] {
        let loudspeaker = Loudspeaker()

        await letArrive(count, in: Port(), loudspeaker)

        try #require(
          loudspeaker.numbers.sorted() == Array(1...count),
          """
          \(counted(count, "ship")) should get the numbers 1 to \(count), in any order; a number that \
          is read later may be another ship's
          """)
      }
      #expect(Bubble.elapsed == .zero, "counting ships takes no time: does your function sleep?")
    }
    try await bubble(.count(1)) {
      let loudspeaker = Loudspeaker()

      await letArrive(crowd, in: Port(), loudspeaker)

      let isRight = loudspeaker.numbers.sorted() == Array(1...crowd)
      #expect(
        isRight,
        """
        \(crowd) ships arrive at the same time: they should get the numbers 1 to \(crowd). Different \
        numbers that were announced: \(Set(loudspeaker.numbers).count)
        """)
    }
  }

  @Test func `a ship is counted when it is announced`() async throws {
    try await bubble {
      let port = Port()
      let loudspeaker = Loudspeaker()
      let early = Loudspeaker()
      await withTaskGroup { group in
        for _ in 1...3 {
          group.addTask {
            // A cancelled task brings its ship, too.
            withUnsafeCurrentTask { $0?.cancel() }
            await arrive(in: port) { number in
              if await port.ships < number { await early.announce(number) }
              await loudspeaker.announce(number)
            }
          }
        }
      }

      #expect(
        loudspeaker.numbers.sorted() == [1, 2, 3],
        "three ships arrived, in cancelled tasks: each should be counted and announced")
      #expect(
        early.numbers == [],
        "when number n is announced, the port should have counted at least n ships")
      #expect(Bubble.elapsed == .zero, "counting ships takes no time: does your function sleep?")
    }
  }

  @Test func `announcements do not hold up the others`() async throws {
    try await bubble {
      let port = Port()
      let loudspeaker = Loudspeaker(pause: .seconds(100_000))

      await letArrive(3, in: port, loudspeaker)

      #expect(
        loudspeaker.numbers.sorted() == [1, 2, 3],
        "each announcement takes 100,000 s; the other ships should get their numbers in that time")
      #expect(
        Bubble.elapsed == .seconds(100_000),
        "3 announcements at the same time take as long as one: did the ships queue up?")
    }
  }
}
