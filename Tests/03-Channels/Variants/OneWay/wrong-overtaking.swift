// wrong: a task for each crate, so that one may overtake another
// rejected by: crates cross in order as wrong
public import Channels

/// A variant of 3.7.
public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  await withTaskGroup { group in
    for await crate in shore {
      group.addTask { await island.send(crate) }
    }
  }
  island.close()
}
