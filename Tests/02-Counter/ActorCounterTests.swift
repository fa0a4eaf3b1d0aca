import Bubble
import Chapter02Counter
import CourseTesting
import Testing

@Suite("2.2 Counter as an actor", .exercise("2.2"))
struct ActorCounterTests {
  @Test func `every increment is counted`() async throws {
    try await bubble {
      var draw = Draw(seed: 22)
      let counter = ActorCounter()
      let other = ActorCounter()
      let amounts = [draw.number(in: 10...99), draw.number(in: -99 ... -50)]

      await withTaskGroup { group in
        for _ in 1...4 {
          group.addTask { for _ in 1...3 { await counter.increment() } }
        }
        for amount in amounts { group.addTask { await counter.add(amount) } }
      }

      let value = await counter.value
      #expect(
        value == amounts.reduce(12, +),
        "4 tasks counted 3 each, and \(amounts) were added: expected \(amounts.reduce(12, +)) in all"
      )
      let none = await other.value
      #expect(none == 0, "nothing was counted on the other counter: each has its own count")
    }
    try await bubble(.count(1)) {
      let counter = ActorCounter()
      for _ in 1...10 * crowd { await counter.increment() }
      await counter.add(20 * crowd)

      let value = await counter.value
      #expect(
        value == 30 * crowd,
        "\(10 * crowd) were counted one by one, and \(20 * crowd) added: expected \(30 * crowd)")
    }
  }

  @Test func `each increment has a number of its own`() async throws {
    try await bubble {
      let counter = ActorCounter()
      await counter.add(-3)

      let numbers = await withTaskGroup(of: Int.self) { group in
        for _ in 1...5 { group.addTask { await counter.increment() } }
        return await group.reduce(into: []) { $0.append($1) }
      }

      #expect(
        numbers.sorted() == [-2, -1, 0, 1, 2],
        "5 tasks count one each, from -3: they should get -2 to 2, in any order")
    }
  }

  @Test func `the whole count moves`() async throws {
    try await bubble {
      var draw = Draw(seed: 122)
      for (amount, there) in zip([draw.number(in: 1...99), -7, 0, 12], [100, 20, 0, -40]) {
        let crane = ActorCounter()
        let warehouse = ActorCounter()
        await crane.add(amount)
        await warehouse.add(there)

        // Moved twice at once, in tasks that are cancelled: each crate goes only once all the same.
        let moves = (1...2).map { _ in
          Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await crane.move(to: warehouse)
          }
        }
        for move in moves { await move.value }

        let (left, moved) = await (crane.value, warehouse.value)
        try #require(
          left == 0 && moved == there + amount,
          """
          a count of \(amount) was moved to one of \(there), by two calls at once: expected 0 here and \
          \(there + amount) there, found \(left) and \(moved): when does the count leave this counter?
          """)
        await warehouse.move(to: warehouse)
        let kept = await warehouse.value
        try #require(
          kept == there + amount, "after a move to itself, the count should be \(there + amount)")
      }
    }
  }

  @Test func `nothing is lost on the way`() async throws {
    try await bubble {
      let crane = ActorCounter()
      let warehouse = ActorCounter()
      await crane.add(10)
      await warehouse.add(100)

      await withTaskGroup { group in
        group.addTask { for _ in 1...3 { await crane.increment() } }
        group.addTask { await crane.move(to: warehouse) }
        group.addTask { await warehouse.add(20) }
      }

      let (left, moved) = await (crane.value, warehouse.value)
      #expect(
        left + moved == 133 && moved >= 130,
        """
        10 and 100 were there, and 3 and 20 were added: expected 133 in both together, at least 130 \
        of them in the warehouse; found \(left) in the crane and \(moved) in the warehouse. What came \
        in while `move` was waiting for the other counter?
        """)
    }
  }

  @Test func `two counters may move to each other at the same time`() async throws {
    try await bubble {
      var draw = Draw(seed: 222)
      let (one, two) = (draw.number(in: 1...9), draw.number(in: 10...99))
      let crane = ActorCounter()
      let warehouse = ActorCounter()
      await crane.add(one)
      await warehouse.add(two)

      async let there: Void = crane.move(to: warehouse)
      async let back: Void = warehouse.move(to: crane)
      _ = await (there, back)

      let counts = await [crane.value, warehouse.value]
      #expect(
        counts.reduce(0, +) == one + two && counts != [one, two],
        """
        counters with \(one) and \(two) moved to each other at once: expected the same sum, but not \
        the same counts; found \(counts)
        """
      )
    }
  }
}
