// wrong: takes crates into a store of its own, before there is room on the quay
// rejected by: it takes no crate ahead as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  let store = Channel<String>(capacity: 100)
  await withTaskGroup { group in
    group.addTask {
      await withTaskGroup { carriers in
        for barge in [river, canal] {
          carriers.addTask {
            while let crate = await barge.receive() {
              guard await store.send(crate) else { return }
            }
          }
        }
      }
      store.close()
    }
    while let crate = await store.receive() {
      guard await quay.send(crate) else { return group.cancelAll() }
    }
  }
}
