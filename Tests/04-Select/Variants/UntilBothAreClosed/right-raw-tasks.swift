// right: raw tasks that are cancelled with the caller
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
  await withTaskCancellationHandler {
    for carrier in carriers { await carrier.value }
  } onCancel: {
    for carrier in carriers { carrier.cancel() }
  }
}
