// wrong: cancelled before the call, empties both barges, and drops what finds no room
// rejected by: cancelled while the quay is full it takes no more as wrong
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  if Task.isCancelled {
    for barge in [river, canal] {
      while case .element(let crate) = barge.tryReceive() { _ = quay.trySend(crate) }
    }
    return
  }
  var barges: [ReceiveChannel<String>?] = [river, canal]
  while barges.contains(where: { $0 != nil }) {
    let crate: String? = await select {
      for index in barges.indices {
        Receive(from: barges[index]) { crate in
          if crate == nil { barges[index] = nil }
          return crate
        }
      }
    }
    if let crate, await !quay.send(crate) { return }
  }
}
