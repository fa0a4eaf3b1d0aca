// wrong: raw tasks do not hear that the caller was cancelled
// rejected by: cancelled while it waits for a crate it returns as deadlocked
public import Channels

/// A variant of 4.4.
public func forward(
  _ river: ReceiveChannel<String>, _ canal: ReceiveChannel<String>, to quay: SendChannel<String>
) async {
  let carriers = [river, canal].map { barge in
    Task {
      while let crate = await barge.receive() {
        guard await quay.send(crate) else { return }
      }
    }
  }
  for carrier in carriers { await carrier.value }
}
