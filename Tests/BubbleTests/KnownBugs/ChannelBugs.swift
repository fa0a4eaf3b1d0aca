import Bubble
import Channels

extension KnownBug {
  static let channels = [sendWhileClosing]

  /// One switch: the harbor closes between a ship's look and its send, which is a misuse.
  private static let sendWhileClosing = KnownBug("send while closing", .wrong) {
    let (crates, isOpen) = (Channel<Int>(capacity: 1), Shared(true))
    await withTaskGroup { group in
      group.addTask {
        guard isOpen.value else { return }
        await Task.yield()
        await crates.send(1)
      }
      group.addTask {
        isOpen.value = false
        crates.close()
      }
    }
  } right: {
    let (crates, isOpen) = (Channel<Int>(capacity: 1), Shared(true))
    await withTaskGroup { group in
      // Only the task that sends may close.
      group.addTask {
        if isOpen.value {
          await Task.yield()
          await crates.send(1)
        }
        crates.close()
      }
      group.addTask { isOpen.value = false }
    }
  }
}
