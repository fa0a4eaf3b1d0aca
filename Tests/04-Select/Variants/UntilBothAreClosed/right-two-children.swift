// right: a child task for each barge
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  await withTaskGroup { group in
    for barge in [river, canal] {
      group.addTask {
        while let crate = await barge.receive() {
          guard await quay.send(crate) else { return }
        }
      }
    }
  }
}
