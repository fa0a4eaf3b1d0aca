import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.4 Buffered", .exercise("3.4"), .leavesNoTask)
struct BufferedTests {
  @Test func `three crates need no receiver`() async throws {
    try await bubble {
      var draw = Draw(seed: 34)
      for count in [3, 0, 1, 2] {
        let crates = draw.words(count)
        let (quay, rest) = await fillQuay(crates)
        let tasks = Bubble.liveTasks

        try #require(
          quay.count == count && rest == [],
          "\(counted(count, "crate")), and room for three: all should be on the quay, and none left over"
        )
        try #require(
          quay.capacity == 3, "the quay should have room for three, however many crates come")
        try #require(
          Bubble.elapsed == .zero && tasks == 0,
          "there is nothing to wait for, and no task of yours should be left")
      }
    }
  }

  @Test func `the fourth crate is left over`() async throws {
    try await bubble {
      var draw = Draw(seed: 134)
      for count in [5, 4, 4, 30] {
        let crates = draw.words(count)
        let (quay, rest) = await fillQuay(crates)
        let tasks = Bubble.liveTasks

        try #require(
          quay.capacity == 3 && quay.count == 3,
          """
          of \(count) crates, three should lie on the quay, which has room for three; there are \
          \(quay.count), and room for \(quay.capacity)
          """)
        try #require(
          rest == Array(crates.dropFirst(3)),
          "of \(crates), the fourth and all after it should be left over; two names may be equal")
        try #require(
          Bubble.elapsed == .zero && tasks == 0,
          "it should not wait for room, and no task of yours should be left")
      }
    }
    try await bubble(.count(1)) {
      let (_, rest) = await fillQuay((1...10 * crowd).map { "crate \($0)" })

      let isRight = rest == (4...10 * crowd).map { "crate \($0)" }
      #expect(
        isRight,
        """
        of \(10 * crowd) crates, the fourth and all after it should be left over; \(rest.count) were
        """)
    }
  }

  @Test func `crates come off in order and make room`() async throws {
    try await bubble {
      var draw = Draw(seed: 234)
      for count in 3...6 {
        let crates = draw.words(count)
        let (quay, _) = await fillQuay(crates)
        try #require(quay.count == 3, "of \(count) crates, three should lie on the quay")

        let first = await quay.receive()
        try #require(
          first == crates[0],
          "of \(crates), the crate that was put down first should come off first")
        try #require(
          quay.trySend("tar"),
          "one of three crates was taken: the quay should be open, and have room again")
        var unloaded: [String?] = []
        for _ in 1...3 { unloaded.append(await quay.receive()) }
        try #require(
          unloaded == crates[1...2] + ["tar"],
          "then the other two crates should come off, and last the tar, which was sent last")
      }
    }
  }
}
