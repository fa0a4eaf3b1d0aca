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
      try #require(total == 55, "1 + 4 + 9 + 16 + 25 is 55")

      var draw = Draw(seed: 71)
      for _ in 1...3 {
        let numbers = draw.numbers(3, in: -9...9)
        let total = await sum(square(generate(numbers[0], 0, numbers[1], numbers[2])))
        try #require(
          total == numbers.map { $0 * $0 }.reduce(0, +),
          "expected the sum of the squares of \(numbers[0]), 0, \(numbers[1]) and \(numbers[2])")
      }
      let none = await sum(square(generate()))
      try #require(none == 0, "with no numbers, the sum is 0")
    }
  }

  @Test func `generate sends its numbers and closes`() async throws {
    try await bubble {
      var draw = Draw(seed: 171)
      let drawn = draw.numbers(3, in: -9...9)
      let expected = [.min, 4, 0, 4, .max] + drawn + [1, 2, 3, 4, 5, 6, 7]
      let numbers = generate(
        .min, 4, 0, 4, .max, drawn[0], drawn[1], drawn[2], 1, 2, 3, 4, 5, 6, 7)
      try await Task.sleep(for: .seconds(100_000))
      var arrived: [Int] = []
      for await number in numbers { arrived.append(number) }

      #expect(
        arrived == expected,
        """
        no one reads the numbers for 100,000 s: expected all \(expected.count) in their order, \
        then a closed channel
        """)
      #expect(
        await generate().receive() == nil, "with no numbers, the channel should be closed, too")
    }
    try await bubble(.count(1)) {
      // An array cannot be passed on to a function that takes any number of arguments.
      let many = generate(
        101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115,
        116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130,
        131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145,
        146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160,
        161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175,
        176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190,
        191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205,
        206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220,
        221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235)
      var arrived: [Int] = []
      for await number in many { arrived.append(number) }

      #expect(
        arrived == Array(101...235),
        "expected all 135 numbers in their order; received: \(arrived.count)")
    }
  }

  @Test func `square keeps the order`() async throws {
    try await bubble {
      var draw = Draw(seed: 271)
      for load in [[3, -2, 10, 0, 1], [2, 2, -2, 0, 0], [], draw.numbers(15, in: -3...3)] {
        let numbers = Channel<Int>(capacity: 15)
        for number in load { await numbers.send(number) }
        numbers.close()

        var arrived: [Int] = []
        for await number in square(numbers.receiveOnly) { arrived.append(number) }

        try #require(
          arrived == load.map { $0 * $0 },
          "expected the squares of \(load) in this order, then a closed channel")
      }
    }
    try await bubble(.count(1)) {
      let numbers = Channel<Int>(capacity: 1_000)
      for number in 1...1_000 { await numbers.send(number) }
      numbers.close()

      var arrived: [Int] = []
      for await number in square(numbers.receiveOnly) { arrived.append(number) }

      #expect(
        arrived == (1...1_000).map { $0 * $0 },
        "expected the squares of 1 to 1,000 in this order; received: \(arrived.count)")
    }
  }

  @Test func `a square is sent before the next number is taken`() async throws {
    try await bubble {
      let numbers = Channel<Int>(capacity: 4)
      for number in [7, 6, 5, 4] { await numbers.send(number) }
      numbers.close()
      let squares = square(numbers.receiveOnly)
      try await Task.sleep(for: .seconds(100_000))

      // What lies in a buffer of yours was sent; one more waits to be sent.
      let (left, sent) = (numbers.count, squares.count)
      #expect(
        4 - left <= sent + 1,
        """
        no one reads the squares for 100,000 s: \(sent) are in your channel and one waits to be \
        sent, but \(4 - left) numbers were taken
        """)
      var arrived: [Int] = []
      for await number in squares { arrived.append(number) }
      #expect(arrived == [49, 36, 25, 16], "in the end all four squares should arrive")
    }
  }

  @Test func `a square does not wait for the next number`() async throws {
    try await bubble {
      for pause in [1, 100_000] {
        let begin = Bubble.elapsed
        let numbers = Channel<Int>()
        let squares = square(numbers.receiveOnly)
        let slow = Task {
          for number in [2, 5] {
            try? await Task.sleep(for: .seconds(pause))
            await numbers.send(number)
          }
          try? await Task.sleep(for: .seconds(pause))
          numbers.close()
        }

        var times: [Duration] = []
        var values: [Int] = []
        for await square in squares {
          times.append(Bubble.elapsed - begin)
          values.append(square)
        }
        await slow.value

        try #require(values == [4, 25], "the squares of 2 and 5 are 4 and 25")
        try #require(
          times == [.seconds(pause), .seconds(2 * pause)],
          """
          the numbers come after \(pause) s and \(2 * pause) s: each square should arrive at the \
          same moment as its number
          """)
      }
    }
  }

  @Test func `sum adds up all there is`() async throws {
    try await bubble {
      var draw = Draw(seed: 371)
      for count in [12, 1, 0, 30] {
        let load = draw.numbers(count, in: -4...9)
        let numbers = Channel<Int>(capacity: count)
        for number in load { await numbers.send(number) }
        numbers.close()

        let total = await sum(numbers.receiveOnly)

        try #require(
          total == load.reduce(0, +),
          "expected the sum of all numbers until the channel is closed: \(load)"
        )
      }

      for load in [[5, .min, 2], [-7, .max, 0, -1]] {
        let numbers = Channel<Int>(capacity: load.count)
        for number in load { await numbers.send(number) }
        numbers.close()

        let total = await sum(numbers.receiveOnly)

        try #require(
          total == load.reduce(0, +),
          "the numbers are \(load): expected the sum of all of them, and got \(total)")
      }

      let late = Channel<Int>()
      let sender = Task {
        for pause in [1, 40, 100_000] {
          try? await Task.sleep(for: .seconds(pause))
          await late.send(pause)
        }
        late.close()
      }
      let total = await sum(late.receiveOnly)
      try #require(
        total == 100_041,
        """
        1, 40 and 100000 came late, the last of them after more than a day, and then the channel \
        was closed: expected their sum, 100041, not \(total)
        """)
      await sender.value
    }
    try await bubble(.count(1)) {
      let numbers = Channel<Int>(capacity: 1_000)
      for number in 1...1_000 { await numbers.send(number) }
      numbers.close()

      let total = await sum(numbers.receiveOnly)

      #expect(total == 500_500, "the sum of 1 to 1,000 is 500,500, not \(total)")
    }
  }
}
