// right: task group, the receiver is a child as well
public import Channels

/// A variant of 3.1.
public func ping(over messages: Channel<String>) async -> String? {
  await withTaskGroup(of: String?.self) { group in
    group.addTask {
      await messages.send("ping")
      return nil
    }
    group.addTask { await messages.receive() }
    for await message in group {
      if let message { return message }
    }
    return nil
  }
}
