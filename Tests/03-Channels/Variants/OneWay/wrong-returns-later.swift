// wrong: waits a moment before it returns
// rejected by: a crate does not wait for the next one as wrong
public import Channels

public func ferry(from shore: ReceiveChannel<String>, to island: SendChannel<String>) async {
  for await crate in shore { await island.send(crate) }
  island.close()
  try? await Task.sleep(for: .milliseconds(1))
}
