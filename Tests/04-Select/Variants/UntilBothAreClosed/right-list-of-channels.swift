// right: a list of the barges that are still open
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  var open = [river, canal]
  while !open.isEmpty {
    let (index, crate) = await select {
      for (index, barge) in open.enumerated() {
        Receive(from: barge) { (index, $0) }
      }
    }
    guard let crate else {
      open.remove(at: index)
      continue
    }
    guard await quay.send(crate) else { return }
  }
}
