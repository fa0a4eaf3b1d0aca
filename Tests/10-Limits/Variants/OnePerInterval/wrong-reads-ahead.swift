// wrong: a reader of its own takes the next request while one still waits
// rejected by: only one request is taken before it may begin as wrong
public import Channels

public func serve(
  _ requests: ReceiveChannel<String>, every interval: Duration,
  _ handle: @escaping @Sendable (String) async -> Void
) async {
  let line = Channel<String>()
  await withDiscardingTaskGroup { group in
    group.addTask {
      for await request in requests {
        guard await line.send(request) else { return }
      }
      line.close()
    }
    var earliest = ContinuousClock.now
    for await request in line {
      let moment = max(ContinuousClock.now, earliest)
      do { try await Task.sleep(until: moment, clock: .continuous) } catch { return }
      group.addTask { await handle(request) }
      earliest = moment + interval
    }
  }
}
