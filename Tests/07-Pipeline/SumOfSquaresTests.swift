import Bubble
import Channels
import Chapter07Pipeline
import CourseTesting
import Testing

@Suite("7.1 Sum of squares", .exercise("7.1"))
struct SumOfSquaresTests {
  @Test func `the squares of 1 to 5 make 55`() async throws {
    try await bubble {
      let total = await sum(square(generate(1, 2, 3, 4, 5)))

      #expect(total == 55, "1 + 4 + 9 + 16 + 25 is 55")
    }
  }

  @Test func `generate sends its numbers and closes`() async throws {
    try await bubble {
      var arrived: [Int] = []
      for await number in generate(9, 4, 6, 4) { arrived.append(number) }

      #expect(
        arrived == [9, 4, 6, 4], "expected all numbers in their order, then a closed channel")
      #expect(await generate().receive() == nil, "without numbers the channel should be closed too")
    }
  }

  @Test func `square keeps the order`() async throws {
    try await bubble {
      let numbers = Channel<Int>(capacity: 5)
      for number in [3, -2, 10, 0, 1] { await numbers.send(number) }
      numbers.close()

      var arrived: [Int] = []
      for await number in square(numbers.receiveOnly) { arrived.append(number) }

      #expect(
        arrived == [9, 4, 100, 0, 1],
        "expected the squares of 3, -2, 10, 0, 1 in this order, then a closed channel")
    }
  }

  @Test func `a square does not wait for the next number`() async throws {
    try await bubble {
      let numbers = Channel<Int>()
      let squares = square(numbers.receiveOnly)
      let slow = Task {
        for number in [2, 5] {
          try? await Task.sleep(for: .seconds(1))
          await numbers.send(number)
        }
        try? await Task.sleep(for: .seconds(1))
        numbers.close()
      }

      var times: [Duration] = []
      for await _ in squares { times.append(Bubble.elapsed) }
      await slow.value

      #expect(
        times == [.seconds(1), .seconds(2)],
        "the numbers come after 1 s and 2 s: each square should be there at the same time")
    }
  }

  @Test func `sum adds up all there is`() async throws {
    try await bubble {
      for count in [12, 1, 0] {
        let numbers = Channel<Int>(capacity: count)
        for _ in 0..<count { await numbers.send(3) }
        numbers.close()

        let total = await sum(numbers.receiveOnly)

        #expect(total == 3 * count, "expected \(count) times 3 until the channel is closed")
      }
    }
  }
}
