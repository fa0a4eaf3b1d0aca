// wrong: goes on choosing the closed barge, which is always ready
// rejected by: when one barge is closed the other goes on as stuck
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  var riverIsClosed = false
  var canalIsClosed = false
  while !riverIsClosed || !canalIsClosed {
    let crate = await select {
      Receive(from: river) { crate in
        riverIsClosed = crate == nil
        return crate
      }
      Receive(from: canal) { crate in
        canalIsClosed = crate == nil
        return crate
      }
    }
    if let crate, await !quay.send(crate) { return }
  }
}
