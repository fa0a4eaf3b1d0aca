// right: one select that receives and sends, with a crate in each hand
public import Channels

private struct Hand {
  var barge: ReceiveChannel<String>?
  var crate: String?

  var isDone: Bool { barge == nil && crate == nil }
}

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  var hands = [Hand(barge: river), Hand(barge: canal)]
  while !hands.allSatisfy(\.isDone) {
    if Task.isCancelled {
      for crate in hands.compactMap(\.crate) { _ = quay.trySend(crate) }
      return
    }
    await select {
      for index in hands.indices {
        if let crate = hands[index].crate {
          Send(crate, to: quay) { hands[index].crate = nil }
        } else {
          Receive(from: hands[index].barge) { crate in
            hands[index].crate = crate
            if crate == nil { hands[index].barge = nil }
          }
        }
      }
      Cancelled {}
    }
  }
}
