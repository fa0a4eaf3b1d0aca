// right: a task group, and a loop that ends after two messages
public import Channels

/// A variant of 3.2.
public func sayInTwoMessages(
  _ first: String, _ second: String, over messages: Channel<String>
) async -> String {
  await withTaskGroup { group in
    group.addTask {
      await messages.send(first)
      await messages.send(second)
    }
    var received: [String] = []
    for await message in messages {
      received.append(message)
      if received.count == 2 { break }
    }
    return received.joined(separator: " ")
  }
}
