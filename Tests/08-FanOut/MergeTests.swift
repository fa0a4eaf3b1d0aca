import Bubble
import Channels
import Chapter08FanOut
import CourseTesting
import Testing

private struct Cart: Sendable, Equatable {
  var gate: Int
  var load: Int
}

@Suite("8.2 Merge", .exercise("8.2"))
struct MergeTests {
  @Test func `every element arrives once, in the order of its input`() async throws {
    try await bubble {
      var draw = Draw(seed: 82)
      for gates in [2, 1, 3, 8] {
        var sent: [[Int]] = []
        var inputs: [ReceiveChannel<Cart>] = []
        for gate in 0..<gates {
          let loads = draw.numbers(draw.number(in: 0...5), in: -3...3)
          sent.append(loads)
          inputs.append(await filled(loads.map { Cart(gate: gate, load: $0) }).receiveOnly)
        }

        let carts = await read(merge(inputs)).elements
        let arrived = (0..<gates).map { gate in carts.filter { $0.gate == gate }.map(\.load) }

        try #require(
          arrived == sent, "expected every element of each input once, in the order of that input"
        )
      }
    }
    try await bubble(.count(1)) {
      let numbers = Array(1...2_000)
      let long = await filled(numbers)
      let odd = await filled([Optional(3), nil, nil, 3, nil])

      let elements = await read(merge([long.receiveOnly])).elements
      let isWhole = elements == numbers
      #expect(isWhole, "2,000 elements in one input: expected all in order, not \(elements.count)")
      let optionals = await read(merge([odd.receiveOnly])).elements
      #expect(
        optionals == [3, nil, nil, 3, nil],
        "an element may be anything, even an optional that is `nil`")
    }
  }

  @Test func `an element goes on as soon as it arrives`() async throws {
    try await bubble {
      for (isSlowFirst, last) in [(true, 63), (false, 100_000)] {
        let slow = Channel<String>()
        let quick = Channel<String>()
        let sources = [
          send([(7, "slow, 7 s")], closingAfter: 5, to: slow),
          send([(1, "1 s"), (2, "3 s"), (last - 3, "\(last) s")], closingAfter: 2, to: quick),
        ]

        let inputs = isSlowFirst ? [slow, quick] : [quick, slow]
        let reading = await read(merge(inputs.map(\.receiveOnly)))
        for source in sources { await stop(source) }

        try #require(
          reading.elements == ["1 s", "3 s", "slow, 7 s", "\(last) s"],
          """
          expected the elements of both inputs in the order in which they were sent; does one input \
          wait for the other?
          """)
        try #require(
          reading.times == .seconds(1, 3, 7, last),
          """
          one input sends after 1, 3 and \(last) s and the other one after 7 s: each element \
          should come out at once, without waiting for the other input
          """)
      }
    }
  }

  @Test func `the output closes with the last input`() async throws {
    try await bubble {
      for pauses in [[1, 60, 3], [100_000, 1, 3], [1, 3, 60], [0, 0, 0]] {
        let inputs = pauses.map { _ in Channel<Int>() }
        let sources = zip(pauses, inputs).map { pause, input in
          send([(0, pause), (pause, pause)], closingAfter: 0, to: input)
        }

        let reading = await read(merge(inputs.map(\.receiveOnly)))
        for source in sources { await stop(source) }

        try #require(
          reading.elements.count == 6,
          "expected two elements from each of three inputs, which close after \(pauses) s")
        try #require(
          reading.closed == .seconds(pauses.max() ?? 0),
          """
          the inputs close after \(pauses) s if no send has to wait: the output should close with the \
          last of them
          """)
        await Bubble.settle()
        try #require(
          Bubble.liveTasks == 0,
          "the output is closed; what does the task that is left over still wait for?")
      }
    }
  }

  @Test func `nothing is taken ahead`() async throws {
    try await bubble {
      var inputs: [Channel<Int>] = []
      for _ in 0..<3 { inputs.append(await filled(Array(1...5))) }

      let output = merge(inputs.map(\.receiveOnly))
      try await Task.sleep(for: .seconds(100_000))

      let taken = inputs.map { 5 - $0.count }
      #expect(
        taken.allSatisfy { $0 <= 1 },
        """
        nobody reads the output for 100,000 s, so at most one element should be taken from each \
        input; \(taken) were taken. Does a send wait until its element is received?
        """)
      let count = await read(output).elements.count
      #expect(count == 15, "expected all 15 elements of three inputs, read after 100,000 s")
    }
    for count in [1, 2, 8, crowd] {
      try await bubble(.count(1)) {
        var inputs: [Channel<Int>] = []
        for _ in 0..<count { inputs.append(await filled([1, 2, 3])) }

        let output = merge(inputs.map(\.receiveOnly))
        await Bubble.settle()

        let most = inputs.map { 3 - $0.count }.max() ?? 0
        #expect(
          most <= 1,
          """
          nobody reads the output of \(count) inputs, so at most one element should be taken from \
          each; \(most) were taken
          """)
        let elements = await read(output).elements.count
        #expect(elements == 3 * count, "expected all \(3 * count) elements")
      }
    }
  }

  @Test func `no input and many inputs both come to an end`() async throws {
    try await bubble {
      let none = await receive(upTo: 1, from: merge([ReceiveChannel<String>]()))
      try #require(
        none.isEmpty && Bubble.elapsed == .zero,
        "with no inputs, the output should close at once. Who closes it when nobody forwards?")

      var gates: [ReceiveChannel<String>] = []
      for gate in 1...12 { gates.append(await filled(["gate \(gate)"]).receiveOnly) }
      let many = await read(merge(gates))
      #expect(many.elements.count == 12, "expected one element from each of 12 inputs")
    }
    try await bubble(.count(1)) {
      let inputs = (1...crowd).map { _ in Channel<Int>() }
      let reading = Task { await read(merge(inputs.map(\.receiveOnly))) }
      await Bubble.settle()
      let isTaken = inputs[crowd - 1].trySend(7)
      for input in inputs { input.close() }
      let elements = await reading.value.elements

      #expect(
        isTaken && elements == [7],
        "\(crowd) inputs, and only the last one has an element: expected it to be sent on at once")
    }
  }
}
