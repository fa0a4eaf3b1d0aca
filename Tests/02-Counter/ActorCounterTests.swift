import Bubble
import Chapter02Counter
import CourseTesting
import Testing

@Suite("2.2 Counter as an actor", .exercise("2.2"))
struct ActorCounterTests {
  @Test func `every increment is counted`() async throws {
    try await bubble {
      let counter = ActorCounter()

      await withTaskGroup { group in
        for _ in 1...4 {
          group.addTask { for _ in 1...3 { await counter.increment() } }
        }
        group.addTask { await counter.add(20) }
      }

      let value = await counter.value
      #expect(value == 32, "4 tasks counted to 3 each and one added 20, which makes 32")
    }
  }

  @Test func `each increment has a number of its own`() async throws {
    try await bubble {
      let counter = ActorCounter()

      let numbers = await withTaskGroup(of: Int.self) { group in
        for _ in 1...5 { group.addTask { await counter.increment() } }
        return await group.reduce(into: []) { $0.append($1) }
      }

      #expect(
        numbers.sorted() == [1, 2, 3, 4, 5],
        "5 tasks count one each, and are told 1 to 5, in any order")
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

      let sum = await crane.value + warehouse.value
      #expect(
        sum == 133,
        """
        10 and 100 were there, 3 and 20 were added, which makes 133 in both together: what came in \
        while `move` was waiting for the other counter?
        """)
    }
  }

  @Test func `two counters may move to each other at the same time`() async throws {
    try await bubble {
      let crane = ActorCounter()
      let warehouse = ActorCounter()
      await crane.add(1)
      await warehouse.add(2)

      async let there: Void = crane.move(to: warehouse)
      async let back: Void = warehouse.move(to: crane)
      _ = await (there, back)
      await crane.move(to: crane)

      let sum = await crane.value + warehouse.value
      #expect(sum == 3, "1 and 2 were moved to and fro, then to the counter itself: 3 together")
    }
  }
}
