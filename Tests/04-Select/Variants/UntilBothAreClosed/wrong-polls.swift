// wrong: looks at both barges every 200 ms
// rejected by: each crate is forwarded when it comes as stuck
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  var riverIsOpen = true
  var canalIsOpen = true
  while !Task.isCancelled, riverIsOpen || canalIsOpen {
    switch river.tryReceive() {
    case .element(let crate): if await !quay.send(crate) { return }
    case .closed: riverIsOpen = false
    case .nothing: break
    }
    switch canal.tryReceive() {
    case .element(let crate): if await !quay.send(crate) { return }
    case .closed: canalIsOpen = false
    case .nothing: break
    }
    if riverIsOpen || canalIsOpen { try? await Task.sleep(for: .milliseconds(200)) }
  }
}
