// wrong: two children; when one barge is closed, the other child is cancelled
// rejected by: nothing that is left at the close is lost as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  await withTaskGroup { group in
    for barge in [river, canal] {
      group.addTask {
        while !Task.isCancelled, let crate = await barge.receive() {
          guard await quay.send(crate) else { return }
        }
      }
    }
    await group.next()
    group.cancelAll()
  }
}
