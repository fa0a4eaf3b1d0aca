// right: an actor that keeps the channels and hands out the next call
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  let radio = Radio(urgent, routine)
  while let call = await radio.next() { await reply(call) }
}

private actor Radio {
  private var open: [ReceiveChannel<String>]

  init(_ urgent: ReceiveChannel<String>, _ routine: ReceiveChannel<String>) {
    open = [urgent, routine]
  }

  func next() async -> String? {
    while !open.isEmpty {
      if case .element(let call) = open[0].tryReceive() { return call }
      let (index, call) = await select {
        for (index, channel) in open.enumerated() {
          Receive(from: channel) { (index, $0) }
        }
      }
      if let call { return call }
      open.remove(at: index)
    }
    return nil
  }
}
