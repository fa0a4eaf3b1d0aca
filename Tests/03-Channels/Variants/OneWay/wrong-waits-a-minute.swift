// wrong: drops a crate when the island does not take it within a minute
// rejected by: the next crate is taken when this one has arrived as wrong
public import Channels

public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  for await crate in shore {
    await select {
      Send(crate, to: island)
      After(.seconds(60)) { () }
    }
  }
  island.close()
}
