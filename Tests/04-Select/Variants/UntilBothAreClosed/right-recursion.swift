// right: calls itself with one barge less
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  await carry([river, canal], to: quay)
}

private func carry(_ barges: [ReceiveChannel<String>], to quay: SendChannel<String>) async {
  if barges.isEmpty { return }
  var left = barges
  var isTaken = true
  while isTaken, left.count == barges.count {
    await select {
      for (index, barge) in barges.enumerated() {
        Receive(from: barge) { crate in
          if let crate { isTaken = await quay.send(crate) } else { left.remove(at: index) }
        }
      }
    }
  }
  if isTaken { await carry(left, to: quay) }
}
