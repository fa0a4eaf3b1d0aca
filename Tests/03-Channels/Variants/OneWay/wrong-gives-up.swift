// wrong: drops a crate that no task has taken for a day
// rejected by: the next crate is taken when this one has arrived as wrong
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  for await crate in shore {
    await select {
      Send(crate, to: island) {}
      After(.seconds(86_400)) {}
    }
  }
  island.close()
}
