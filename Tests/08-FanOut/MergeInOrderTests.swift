import Bubble
import Channels
import Chapter08FanOut
import CourseTesting
import Testing

@Suite("8.6 Merge in order", .exercise("8.6"))
struct MergeInOrderTests {
  @Test func `the output is sorted and complete`() async throws {
    try await bubble {
      var draw = Draw(seed: 86)
      var cases = [[4, 4], [5], [1, 7, 0], [3, 0, 6, 2, 2, 5], [0, 3]].map { sizes in
        sizes.map { draw.numbers($0, in: -5...5).sorted() }
      }
      // No element may stand for the end, or for an element that has not come yet.
      cases.append([[.min, 0, .max], [.max, .max], []])
      cases.append([[.min, .min, 0], [], [.min], [.min, .max]])
      for sent in cases {
        var inputs: [ReceiveChannel<Int>] = []
        for numbers in sent { inputs.append(await filled(numbers).receiveOnly) }

        let arrived = await read(mergeSorted(inputs)).elements

        try #require(
          arrived == sent.flatMap(\.self).sorted(),
          "expected all elements of \(sent), sorted, and equal ones as often as they were sent")
      }
    }
    try await bubble(.count(1)) {
      var draw = Draw(seed: 860)
      for sizes in [Array(repeating: 3, count: crowd), [1_000, 2]] {
        let sent = sizes.map { draw.numbers($0, in: -99...99).sorted() }
        var inputs: [ReceiveChannel<Int>] = []
        for numbers in sent { inputs.append(await filled(numbers).receiveOnly) }

        let arrived = await read(mergeSorted(inputs)).elements

        try #require(
          arrived == sent.flatMap(\.self).sorted(),
          """
          \(sizes.count) inputs with up to \(sizes.max() ?? 0) elements each: expected all \
          \(sizes.reduce(0, +)), sorted; received: \(arrived.count)
          """)
      }
    }
  }

  @Test func `the smallest goes out as soon as it is known`() async throws {
    try await bubble {
      for (isSwapped, late) in [(false, 12), (true, 100_000)] {
        let one = Channel<Int>(capacity: 4)
        let two = Channel<Int>(capacity: 4)
        let sources = [
          send([(1, 10), (late - 1, 40)], closingAfter: 3, to: one),
          send([(2, 20), (1, 30)], closingAfter: 1, to: two),
        ]
        let inputs = (isSwapped ? [two, one] : [one, two]).map(\.receiveOnly)
        let reading = await read(mergeSorted(inputs))
        for source in sources { await stop(source) }

        try #require(
          reading.elements == [10, 20, 30, 40], "expected two sorted inputs as one sorted output")
        try #require(
          reading.times == .seconds(2, late, late, late),
          """
          one input brings 10 after 1 s and 40 after \(late) s, the other one 20 after 2 s and 30 \
          after 3 s: 10 is known to be the smallest after 2 s, and the others are known after \
          \(late) s. Does a send wait for something that it does not need?
          """)
        try #require(
          reading.closed == .seconds(late + 3), "the last input closes after \(late + 3) s")
      }
      for (isSwapped, early, end) in [(false, 2, 90), (true, 100_000, 200_000)] {
        let one = Channel<Int>(capacity: 4)
        let two = Channel<Int>(capacity: 4)
        let sources = [
          send([(1, 500)], closingAfter: end - 1, to: one),
          send([(early, -7), (1, 0), (1, 8)], closingAfter: 1, to: two),
        ]
        let inputs = (isSwapped ? [two, one] : [one, two]).map(\.receiveOnly)
        let reading = await read(mergeSorted(inputs))
        for source in sources { await stop(source) }

        try #require(
          reading.elements == [-7, 0, 8, 500], "expected two sorted inputs as one sorted output")
        try #require(
          reading.times == .seconds(early, early + 1, early + 2, early + 3),
          """
          one input brings 500 after 1 s and then nothing for a long time; the other one brings \
          -7, 0 and 8 after \(early), \(early + 1) and \(early + 2) s and closes a second later: \
          each of them is known to be the smallest as soon as it arrives
          """)
        try #require(reading.closed == .seconds(end), "the last input closes after \(end) s")
      }
    }
  }

  @Test func `the output closes with the last input`() async throws {
    try await bubble {
      let none = await receive(upTo: 1, from: mergeSorted([]))
      try #require(
        none.isEmpty && Bubble.elapsed == .zero,
        "with no inputs, the output should close at once. Where is it closed in your code?")

      for pauses in [[1, 60, 3], [100_000, 1, 3], [3, 1, 60], [0, 0, 0]] {
        let inputs = pauses.map { _ in Channel<Int>(capacity: 1) }
        let sources = zip(pauses, inputs).map { pause, input in
          send([(0, pause)], closingAfter: pause, to: input)
        }

        let reading = await read(mergeSorted(inputs.map(\.receiveOnly)))
        for source in sources { await stop(source) }

        try #require(
          reading.elements == pauses.sorted(), "expected one element from each of three inputs")
        try #require(
          reading.closed == .seconds(pauses.max() ?? 0),
          "the inputs close after \(pauses) s; the output should close with the last of them")
        await Bubble.settle()
        try #require(
          Bubble.liveTasks == 0,
          "the output is closed; what does the task that is left over still wait for?")
      }
    }
  }

  @Test func `only a few elements are held`() async throws {
    try await bubble(.count(10)) {
      for number in [3, 1, 2, 8] {
        var inputs: [Channel<Int>] = []
        for _ in 0..<number { inputs.append(await filled(Array(1...100))) }

        let output = mergeSorted(inputs.map(\.receiveOnly))
        var received = 0
        for count in [0, 5, 50] {
          received += await receive(upTo: count, from: output).count
          try await Task.sleep(for: .seconds(100_000))

          let taken = inputs.map { 100 - $0.count }.reduce(0, +)
          try #require(
            taken - received <= 2 * number,
            """
            with \(number == 1 ? "1 input" : "\(number) inputs"), the merge has taken \(taken) \
            elements, and the reader has received \(received): the merge holds \
            \(taken - received), and it needs no more than \(2 * number) to know the smallest
            """)
        }
        let rest = await read(output).elements.count
        try #require(
          received == 55 && rest == 100 * number - 55,
          "expected 55 elements and then the other \(100 * number - 55), which were sent, too")
      }
    }
  }
}
