// wrong: handles one request after the other
// rejected by: requests are handled at once, at the same time as wrong

public import Channels

/// Serves requests until it is told to stop.
public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  var late: [String] = []
  while !Task.isCancelled, case .nothing = stop.tryReceive(),
    let request = await select({
      Receive(from: requests)
      Receive(from: stop) { _ in nil }
    })
  {
    let isDone = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await handle(request)
        return true
      }
      group.addTask {
        while await select({
          Receive(from: stop) { _ in false }
          Cancelled { false }
        }) {}
        try? await Task.sleep(for: .seconds(10))
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? true
    }
    if !isDone { late.append(request) }
  }
  return late
}
