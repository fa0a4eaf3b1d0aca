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

private func unload(_ road: Channel<Truck>, ramps: Int, diary: Diary, section: String) async {
  await unloadTrucks(road.receiveOnly, ramps: ramps) { truck in
    diary.begin(truck.name)
    await Bubble.section(section) { await pause(truck.seconds) }
    diary.end(truck.name)
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

@Suite("12.8 The truck gate", .exercise("12.8"))
struct TruckGateTests {
  @Test func `trucks wait on the road, not in the yard`() async throws {
    try await bubble {
      for (count, ramps) in [(40, 3), (12, 1), (30, 8)] {
        let line = await queue(of: Array(repeating: 60, count: count))
        let diary = Diary()
        let gate = Task {
          await unload(line, ramps: ramps, diary: diary, section: "\(count)")
        }

        for second in [1, 59, 62] {
          await pause(second)
          let taken = count - line.count
          let unloaded = diary.ended.count
          let atRamps = diary.begun.count - unloaded
          try #require(
            taken - unloaded <= ramps + 1,
            """
            of \(count) trucks, \(taken) were taken from the road after \(diary.elapsed); \
            \(unloaded) of them are unloaded, and \(atRamps) are at a ramp. The other \
            \(taken - unloaded - atRamps) stand in the yard, which has room for one. What decides \
            when the next truck is taken?
            """)
        }

        await gate.value
        try #require(
          diary.ended.count == count && diary.begun.count == count,
          """
          expected all \(count) trucks to be unloaded when your function returns; \
          \(diary.ended.count) were
          """)
        let most = Bubble.mostInside("\(count)")
        try #require(
          most == ramps,
          "\(most) of \(count) trucks were unloaded at once, and there are ramps for \(ramps)")
      }
    }
  }

  @Test func `a free ramp takes the next truck at once`() async throws {
    try await bubble {
      let slow = Diary()
      let waiting = await queue(of: [90, 1, 2, 3, 4, 5, 6, 7])
      await unload(waiting, ramps: 2, diary: slow, section: "slow")
      try #require(
        slow.begins == [0, 0, 1, 3, 6, 10, 15, 21].map { .seconds($0) },
        """
        the first truck needs 90 s, the other ones 1, 2, … 7 s. The second ramp should take one \
        after the other, without a break; the trucks began after \(slow.begins)
        """)

      let late = Diary()
      let road = Channel<Truck>()
      let traffic = Task {
        for (wait, truck) in zip([0, 5, 20, 0, 0, 100], trucks([10, 10, 10, 10, 10, 10])) {
          await pause(wait)
          await road.send(truck)
        }
        road.close()
      }
      await unload(road, ramps: 2, diary: late, section: "late")
      await traffic.value
      let expected = [0, 5, 25, 25, 35].map { Duration.seconds($0) }
      try #require(
        Array(late.begins.prefix(5)) == expected,
        """
        trucks come after 0, 5 and 25 s, and then three at once; to unload one takes 10 s at each \
        of two ramps. The first five should begin after \(expected); they began after \
        \(late.begins)
        """)
      try #require(
        late.begins.count == 6 && late.elapsed == (late.begins.last ?? .zero) + .seconds(10),
        """
        expected six trucks, the last one long after the others, and the return as soon as it is \
        unloaded
        """)

      let long = await queue(of: Array(repeating: 30, count: 20))
      let many = Diary()
      let gate = Task { await unload(long, ramps: 2, diary: many, section: "many") }
      await pause(1)
      let left = long.count
      await gate.value
      try #require(
        left >= 20 - 3,
        """
        20 trucks wait on a road with two ramps. After a second, \(20 - left) were taken, and two \
        are at a ramp: the others stand in the yard, which has room for one
        """)
    }
  }

  @Test func `every truck is unloaded, and it returns with the last`() async throws {
    try await bubble {
      var dice = Dice(seed: 128)
      for (count, ramps) in [(9, 3), (0, 2), (1, 3), (4, 4), (20, 1), (14, 5)] {
        let seconds = (0..<count).map { _ in dice.roll(1...50) }
        let line = await queue(of: seconds)
        let diary = Diary()
        let section = "\(count) by \(ramps)"

        let gate = Task { await unload(line, ramps: ramps, diary: diary, section: section) }
        await Bubble.settle()
        let left = line.count
        await gate.value

        try #require(
          diary.ended.sorted() == trucks(seconds).map(\.name).sorted(),
          "expected each of \(count) trucks to be unloaded once before your function returns")
        let most = Bubble.mostInside(section)
        try #require(
          most == min(count, ramps),
          """
          \(most) of \(count) trucks were unloaded at once, and \
          \(ramps == 1 ? "there is 1 ramp" : "there are \(ramps) ramps")
          """)
        try #require(
          diary.elapsed == end(of: seconds, ramps: ramps),
          """
          \(count) trucks at \(ramps) ramps should take \(end(of: seconds, ramps: ramps)) if each \
          truck goes to the ramp that is free first
          """)
        try #require(
          count - left <= ramps + 1,
          """
          \(count - left) of \(count) trucks were taken from the road at once, for \(ramps) ramps \
          and one place in the yard
          """)
      }
    }
  }
}
