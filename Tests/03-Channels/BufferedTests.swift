import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.4 Buffered", .exercise("3.4"), .leavesNoTask)
struct BufferedTests {
  @Test func `three crates need no receiver`() async throws {
    try await bubble {
      let (quay, rest) = await fillQuay(["rice", "tea", "silk"])

      #expect(quay.count == 3, "three crates fit on the quay, so all three should lie there")
      #expect(rest == [], "three crates fit on the quay, so none should be left over")
    }
  }

  @Test func `the fourth crate is left over`() async throws {
    try await bubble {
      let (quay, rest) = await fillQuay(["rice", "tea", "silk", "salt", "coal"])

      #expect(quay.capacity == 3, "the quay should have room for three, however many crates come")
      #expect(quay.count == 3, "of five crates, three should lie on the quay")
      #expect(rest == ["salt", "coal"], "the fourth and the fifth crate find no room")
    }
  }

  @Test func `crates come off in order and make room`() async throws {
    try await bubble {
      let (quay, _) = await fillQuay(["rice", "tea", "silk"])
      try #require(quay.count == 3, "this test begins with three crates on the quay")

      #expect(await quay.receive() == "rice", "the crate that was put down first comes off first")
      #expect(quay.trySend("salt"), "one crate is gone, so there should be room for another")
      var unloaded: [String?] = []
      for _ in 1...3 { unloaded.append(await quay.receive()) }
      #expect(unloaded == ["tea", "silk", "salt"], "crates come off in the order of the sends")
    }
  }
}
