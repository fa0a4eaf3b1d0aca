// right: an actor that selects in a loop with a limit
public import Channels

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  await Clerk().listen(east, west)
}

private actor Clerk {
  func listen(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
    while !Task.isCancelled {
      let news = await select {
        Receive(from: east)
        Receive(from: west)
        After(.seconds(60)) { nil }
      }
      if let news { return news }
    }
    return nil
  }
}
