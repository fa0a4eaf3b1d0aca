import Bubble
import Chapter10Limits
import CourseTesting
import Testing

extension QuayTests {
  @Test func `a cancelled ship gives up at once, and takes no place`() async throws {
    try await bubble {
      for cancelled in 0..<4 {
        let quay = Quay(places: 2)
        let log = Log<String>()
        try await quay.moor(taking: 2)
        var ships: [Task<Bool, Never>] = []
        for number in 0..<4 {
          ships.append(ship("ship \(number)", taking: 1, at: quay, log))
          await Bubble.settle()
        }
        try await Task.sleep(for: .seconds(2))
        ships[cancelled].cancel()
        await Bubble.settle()
        try #require(
          log.entries == ["ship \(cancelled) gives up"] && log.times == [2].seconds,
          """
          four ships wait, and ship \(cancelled) is cancelled after 2 s: its `moor` should throw \
          `CancellationError` then, and the others should go on waiting
          """)

        await quay.leave(freeing: 2)
        await Bubble.settle()
        let rest = (0..<4).filter { $0 != cancelled }.map { "ship \($0) moors" }
        try #require(
          Set(log.entries.dropFirst()) == Set(rest.prefix(2)),
          """
          four ships waited, ship \(cancelled) was cancelled, and then 2 places became free: the next two \
          of the others should moor
          """)
        await quay.leave()
        await Bubble.settle()
        try #require(
          log.entries.last == rest.last && log.entries.count == 4,
          "one more place became free: it should go to the last ship that waits")

        await quay.leave(freeing: 2)
        let after = try await freePlaces(at: quay, of: 2)
        try #require(after == 2, "all ships have left: 2 places should be free. Free: \(after)")
      }
    }
    // Two ships come at the same moment, and one of them is cancelled later.
    try await bubble {
      let quay = Quay(places: 1)
      let log = Log<String>()
      try await quay.moor()
      let first = ship("ship 0", taking: 1, at: quay, log)
      let second = ship("ship 1", taking: 1, at: quay, log)
      await Bubble.settle()
      first.cancel()
      await Bubble.settle()
      try #require(
        log.entries == ["ship 0 gives up"],
        """
        two ships came at the same moment and wait, and ship 0 is cancelled: expected its `moor` to \
        throw, and ship 1 to go on waiting. So far: \(log.entries)
        """)
      await quay.leave()
      let isMoored = await second.value
      try #require(isMoored, "the only place became free, and ship 1 waits: expected it to moor")
    }
    // One ship is cancelled at the moment when another one comes that was cancelled before.
    try await bubble {
      let quay = Quay(places: 1)
      let log = Log<String>()
      try await quay.moor()
      let first = ship("ship 0", taking: 1, at: quay, log)
      await Bubble.settle()
      let second = ship("ship 1", taking: 1, at: quay, log)
      second.cancel()
      Task { first.cancel() }
      await Bubble.settle()
      try #require(
        log.entries.sorted() == ["ship 0 gives up", "ship 1 gives up"],
        """
        ship 0 waits. Ship 1, whose task is already cancelled, comes at the moment when ship 0 is \
        cancelled, too: expected `moor` to throw for both then. So far: \(log.entries)
        """)
      ship("ship 2", taking: 1, at: quay, log)
      await quay.leave()
      await Bubble.settle()
      #expect(
        log.entries.last == "ship 2 moors",
        "two ships gave up, and the place is free: expected ship 2 to moor")
    }
  }

  @Test func `a ship that is cancelled before it comes does not wait`() async throws {
    try await bubble {
      let quay = Quay(places: 2)
      let log = Log<String>()
      try await quay.moor(taking: 2)
      let late = ship("Auk", taking: 1, at: quay, log)
      late.cancel()
      await Bubble.settle()
      try #require(
        log.entries == ["Auk gives up"],
        """
        the task of the Auk was cancelled before it called `moor`, and no place is free: `moor` should \
        throw at once. The handler of a cancellation may run before the ship is in the queue
        """)

      // The task that gives back is cancelled, too: the places become free all the same.
      let leaving = Task { await quay.leave(freeing: 2) }
      leaving.cancel()
      await leaving.value
      let after = try await freePlaces(at: quay, of: 2)
      try #require(
        after == 2,
        "the places of a ship that leaves should become free, even if its task is cancelled. Free: \(after) of 2"
      )

      // There are places: it may take them, or not.
      let either = ship("Booby", taking: 2, at: quay, log)
      either.cancel()
      let isMoored = await either.value
      if isMoored { await quay.leave(freeing: 2) }
      let left = try await freePlaces(at: quay, of: 2)
      #expect(
        left == 2,
        """
        a cancelled ship found two free places, and \(isMoored ? "moored and left" : "gave up"): both \
        should be free after that. Free: \(left)
        """)
    }
    try await bubble {
      let quay = Quay(places: 2)
      let log = Log<String>()
      try await quay.moor()
      let large = ship("Auk", taking: 2, at: quay, log)
      await Bubble.settle()
      let late = ship("Booby", taking: 1, at: quay, log)
      late.cancel()
      await Bubble.settle()
      try #require(
        log.entries == ["Booby gives up"],
        """
        1 of 2 places is free, and the Auk waits for both. The task of the Booby, which needs 1, was \
        cancelled before it called `moor`: it would have to wait behind the Auk, so `moor` should throw
        """)

      await quay.leave()
      let isMoored = await large.value
      #expect(isMoored, "the last place became free, and the Auk has waited for it: it should moor")
      _ = await late.value
    }
  }

  @Test func `when the first ship gives up, those behind it may moor`() async throws {
    try await bubble {
      let quay = Quay(places: 5)
      let log = Log<String>()
      try await quay.moor(taking: 2)
      let large = ship("Auk", taking: 5, at: quay, log)
      await Bubble.settle()
      for (name, places) in [("Booby", 2), ("Coot", 1), ("Dove", 1)] {
        ship(name, taking: places, at: quay, log)
        await Bubble.settle()
      }
      try await Task.sleep(for: .seconds(3))
      try #require(
        log.entries == [], "the Auk needs 5 places and 3 are free: all ships should wait")

      large.cancel()
      await Bubble.settle()
      try #require(
        Set(log.entries) == ["Auk gives up", "Booby moors", "Coot moors"]
          && Bubble.elapsed == .seconds(3),
        """
        3 places are free, and the Auk, the first in the queue, needs 5. It was cancelled after \
        3 s: the Booby and the Coot, which need 2 and 1, should moor then. Who looks at the queue?
        """)

      await quay.leave(freeing: 5)
      await Bubble.settle()
      try #require(log.entries.last == "Dove moors", "5 places became free, and the Dove needs 1")
      await quay.leave()
      let after = try await freePlaces(at: quay, of: 5)
      #expect(after == 5, "all ships have left: 5 places should be free. Free: \(after)")
    }
  }

  @Test func `cancelled while places come free, none is lost or invented`() async throws {
    try await bubble {
      for order in ["cancel, then leave", "leave, then cancel", "two tasks"] {
        let quay = Quay(places: 2)
        let log = Log<String>()
        try await quay.moor(taking: 2)
        let first = ship("Auk", taking: 2, at: quay, log)
        await Bubble.settle()
        let second = ship("Booby", taking: 1, at: quay, log)
        await Bubble.settle()

        switch order {
        case "cancel, then leave":
          first.cancel()
          await quay.leave(freeing: 2)
        case "leave, then cancel":
          await quay.leave(freeing: 2)
          first.cancel()
        default:
          let leaving = Task { await quay.leave(freeing: 2) }
          let cancelling = Task { first.cancel() }
          await leaving.value
          await cancelling.value
        }
        await Bubble.settle()

        let isMoored = log.entries.contains("Auk moors")
        try #require(
          isMoored || log.entries.contains("Auk gives up"),
          "the Auk was cancelled when its places became free, and still waits: it should moor or give up"
        )
        if isMoored {
          try #require(
            !log.entries.contains("Booby moors"),
            "the Auk has both places, so the Booby should wait")
          await quay.leave(freeing: 2)
          await Bubble.settle()
        }
        try #require(
          log.entries.contains("Booby moors"),
          """
          two places became free when the Auk was cancelled (\(order)), and it \
          \(isMoored ? "moored and left" : "gave up"): the Booby, which waits behind it, should moor
          """)
        _ = await (first.value, second.value)
        await quay.leave()
        let after = try await freePlaces(at: quay, of: 2)
        try #require(
          after == 2,
          """
          two places became free when the Auk was cancelled (\(order)), and it \
          \(isMoored ? "moored" : "gave up"). When all had left, 2 places should be free. Free: \(after)
          """)
      }
    }
  }

  @Test func `many ships, many of them cancelled, and every place comes back`() async throws {
    try await bubble {
      var draw = Draw(seed: 1_060)
      let quay = Quay(places: 5)
      let taken = Log<Int>()
      var tasks: [(task: Task<Void, Never>, cancelled: Int)] = []
      for _ in 1...16 {
        let places = draw.number(in: 1...5)
        let (arrival, stay) = (draw.number(in: 0...3), draw.number(in: 1...3))
        let task = Task {
          await sleepThrough(.seconds(arrival))
          guard (try? await quay.moor(taking: places)) != nil else { return }
          taken.note(places)
          await sleepThrough(.seconds(stay))
          taken.note(-places)
          await quay.leave(freeing: places)
        }
        // Most of them at the very second in which others leave.
        tasks.append((task, draw.number(in: 0...12)))
      }
      for second in 0...8 {
        for (task, cancelled) in tasks where cancelled == second { task.cancel() }
        try await Task.sleep(for: .seconds(1))
      }
      for (task, _) in tasks { await task.value }

      var inUse = 0
      let most =
        taken.entries.map { change in
          inUse += change
          return inUse
        }.max() ?? 0
      try #require(most <= 5, "ships held \(most) places at the same time, but the quay has 5")
      let after = try await freePlaces(at: quay, of: 5)
      #expect(
        after == 5,
        "16 ships came, some were cancelled, and all have left: 5 places should be free. Free: \(after)"
      )
    }
  }
}
