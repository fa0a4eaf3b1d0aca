// wrong: carries 64 crates at most
// rejected by: crates cross in order as wrong
public import Channels

public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  var count = 0
  for await crate in shore where count < 64 {
    count += 1
    await island.send(crate)
  }
  island.close()
}
