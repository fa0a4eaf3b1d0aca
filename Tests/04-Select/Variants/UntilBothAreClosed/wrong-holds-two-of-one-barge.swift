// wrong: one crate waits for the quay, and another of the same barge waits behind it
// rejected by: it takes no crate ahead as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  let merged = Channel<String>()
  await withDiscardingTaskGroup { group in
    group.addTask {
      await withDiscardingTaskGroup { carriers in
        for barge in [river, canal] {
          carriers.addTask {
            while !Task.isCancelled, let crate = await barge.receive() {
              guard await merged.send(crate) else { return }
            }
          }
        }
      }
      merged.close()
    }
    group.addTask {
      while let crate = await merged.receive() {
        guard await quay.send(crate) else { return }
      }
    }
  }
}
