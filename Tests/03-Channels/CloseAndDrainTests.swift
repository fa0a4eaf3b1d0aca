import Bubble
import Channels
import Chapter03Channels
import CourseTesting
import Testing

@Suite("3.5 Close and drain", .exercise("3.5"))
struct CloseAndDrainTests {
  @Test func `every crate comes out in order`() async throws {
    try await bubble {
      let hold = Channel<String>(capacity: 3)

      let unloaded = await closeAndDrain(["rice", "tea", "silk"], through: hold)

      #expect(
        unloaded == ["rice", "tea", "silk"],
        "closing loses nothing: what lies in the buffer is still received, first come first served")
    }
  }

  @Test func `an earlier load comes out first`() async throws {
    try await bubble {
      let hold = Channel<String>(capacity: 5)
      await hold.send("salt")
      await hold.send("coal")

      let unloaded = await closeAndDrain(["rice"], through: hold)

      #expect(
        unloaded == ["salt", "coal", "rice"],
        "two crates lay in the hold before; go on until the channel says that it is empty")
    }
  }

  @Test func `afterwards the channel is closed`() async throws {
    try await bubble {
      let hold = Channel<String>(capacity: 2)
      await hold.send("salt")

      let unloaded = await closeAndDrain([], through: hold)

      #expect(unloaded == ["salt"], "no new crates, but one lay in the hold before")
      #expect(
        hold.tryReceive() == .closed,
        "a receiver that comes later should hear at once that the channel is closed and empty")
    }
  }
}
