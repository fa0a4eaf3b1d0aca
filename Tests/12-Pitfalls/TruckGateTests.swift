import Bubble
import Channels
import Chapter12Pitfalls
import CourseTesting
import Testing

private struct Truck: Sendable {
  var name: String
  var seconds: Int
}

private func trucks(_ seconds: [Int]) -> [Truck] {
  seconds.enumerated().map { Truck(name: "truck \($0.offset)", seconds: $0.element) }
}

/// A road on which all trucks wait, and no other will come.
private func queue(of seconds: [Int]) async -> Channel<Truck> {
  let road = Channel<Truck>(capacity: seconds.count)
  for truck in trucks(seconds) { await road.send(truck) }
  road.close()
  return road
}

private func unload(_ road: Channel<Truck>, ramps: Int, journal: Journal, section: String) async {
  await unloadTrucks(road.receiveOnly, ramps: ramps) { truck in
    journal.begin(truck.name)
    await Bubble.section(section) { await pause(truck.seconds) }
    journal.end(truck.name)
  }
}

/// When the last truck is unloaded if each takes the ramp that is free first.
private func end(of seconds: [Int], ramps: Int) -> Duration {
  var free = Array(repeating: 0, count: ramps)
  for time in seconds {
    free.sort()
    free[0] += time
  }
  return .seconds(free.max() ?? 0)
}

@Suite("12.8 A task for each truck", .exercise("12.8"))
struct TruckGateTests {
  @Test func `trucks wait on the road, not in the yard`() async throws {
    try await bubble {
      for (count, ramps) in [(40, 3), (12, 1), (30, 8)] {
        let line = await queue(of: Array(repeating: 60, count: count))
        let journal = Journal()
        let gate = Task {
          await unload(line, ramps: ramps, journal: journal, section: "\(count)")
        }

        for wait in [1, 58, 62] {  // never at the moment when a truck leaves
          await pause(wait)
          let taken = count - line.count
          let unloaded = journal.ended.count
          let atRamps = journal.begun.count - unloaded
          try #require(
            atRamps <= ramps,
            "\(atRamps) of \(count) trucks are unloaded at the same time, at \(ramps) ramps")
          try #require(
            taken - unloaded - atRamps <= 1,
            """
            after \(journal.elapsed), \(taken) of \(count) trucks have left the road. Unloaded: \
            \(unloaded); at a ramp: \(atRamps); in the yard, which has room for one: \
            \(taken - unloaded - atRamps). What decides when the next truck is taken?
            """)
        }

        await gate.value
        try #require(
          journal.ended.count == count && journal.begun.count == count,
          """
          expected all \(count) trucks to be unloaded when your function returns; \
          \(journal.ended.count) were
          """)
        let most = Bubble.mostInside("\(count)")
        try #require(
          most == ramps,
          "expected work at \(ramps) ramps at the same time; the most at once were \(most)")
      }
    }
  }

  @Test func `a free ramp takes the next truck at once`() async throws {
    try await bubble {
      let slow = Journal()
      let waiting = await queue(of: [100_000, 1, 2, 3, 4, 5, 6, 7])
      await unload(waiting, ramps: 2, journal: slow, section: "slow")
      try #require(
        slow.begins == [0, 0, 1, 3, 6, 10, 15, 21].map { .seconds($0) },
        """
        the first truck needs 100,000 s, the other ones 1, 2, … 7 s. The second ramp should take \
        one after the other, without a pause; the trucks began after \(slow.begins)
        """)

      let late = Journal()
      let road = Channel<Truck>()
      let traffic = Task {
        for (wait, truck) in zip([0, 5, 20, 0, 0, 100_000], trucks([10, 10, 10, 10, 10, 10])) {
          await pause(wait)
          await road.send(truck)
        }
        road.close()
      }
      await unload(road, ramps: 2, journal: late, section: "late")
      await traffic.value
      let expected = [0, 5, 25, 25, 35].map { Duration.seconds($0) }
      try #require(
        Array(late.begins.prefix(5)) == expected,
        """
        trucks come after 0 and 5 s, and three more after 25 s; there are two ramps, and unloading \
        a truck takes 10 s. The first five should begin after \(expected); they began after \
        \(late.begins)
        """)
      try #require(
        late.begins.count == 6 && late.elapsed == (late.begins.last ?? .zero) + .seconds(10),
        """
        six trucks come, the last one long after the others: expected your function to return as \
        soon as that one is unloaded
        """)

      let long = await queue(of: Array(repeating: 30, count: 20))
      let many = Journal()
      let gate = Task { await unload(long, ramps: 2, journal: many, section: "many") }
      await pause(1)
      let left = long.count
      await gate.value
      try #require(
        left >= 20 - 3,
        """
        20 trucks wait on the road. After a second, \(20 - left) have left it; there is room for 2 \
        at the ramps, and for 1 in the yard
        """)
    }
    // Two free ramps, and one truck on the road.
    try await bubble {
      let pair = trucks([10, 10])
      let journal = Journal()
      let road = Channel<Truck>(capacity: 1)
      await road.send(pair[0])
      let traffic = Task {
        await pause(5)
        await road.send(pair[1])
        road.close()
      }

      await unload(road, ramps: 2, journal: journal, section: "pair")
      await traffic.value

      #expect(
        journal.begins == [.zero, .seconds(5)],
        """
        one truck waits on the road, and another one comes after 5 s; there are two ramps, and \
        unloading a truck takes 10 s: expected them to begin after 0 and 5 s; they began after \
        \(journal.begins)
        """)
    }
  }

  @Test func `every truck is unloaded, and it returns with the last`() async throws {
    try await bubble {
      var lots = Draw(seed: 128)
      for (count, ramps) in [(9, 3), (0, 2), (1, 3), (4, 4), (20, 1), (14, 5)] {
        let seconds = (0..<count).map { _ in lots.number(in: 1...200_000) }
        let line = await queue(of: seconds)
        let journal = Journal()
        let section = "\(count) by \(ramps)"

        let gate = Task { await unload(line, ramps: ramps, journal: journal, section: section) }
        await Bubble.settle()
        let left = line.count
        await gate.value

        try #require(
          journal.ended.sorted() == trucks(seconds).map(\.name).sorted(),
          "expected each of \(count) trucks to be unloaded once before your function returns")
        let most = Bubble.mostInside(section)
        try #require(
          most == min(count, ramps),
          """
          trucks: \(count), ramps: \(ramps). Expected \(min(count, ramps)) to be unloaded at the \
          same time; the most at once were \(most)
          """)
        try #require(
          journal.elapsed == end(of: seconds, ramps: ramps),
          """
          trucks: \(count), ramps: \(ramps). Expected your function to return after \
          \(end(of: seconds, ramps: ramps)), if each truck goes to the ramp that is free first
          """)
        try #require(
          count - left <= ramps + 1,
          """
          trucks: \(count), ramps: \(ramps). \(count - left) have left the road at once, and there \
          is room for \(ramps + 1) of them, at the ramps and in the yard
          """)
      }
    }
    try await bubble(.count(1)) {
      let line = await queue(of: Array(repeating: 60, count: crowd))
      await unload(line, ramps: crowd, journal: Journal(), section: "crowd")

      let most = Bubble.mostInside("crowd")
      #expect(
        most == crowd,
        "trucks: \(crowd), ramps: \(crowd). Expected all to be unloaded at once; \(most) were")
    }
  }
}
