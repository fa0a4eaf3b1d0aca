// right: one select loop over the stop, requests, ends of handlers and the clock

public import Channels

private enum Event { case request(String), stop, done(Int), time, cancelled }

public func serve(
  _ requests: ReceiveChannel<String>, until stop: ReceiveChannel<Void>,
  handle: @escaping @Sendable (_ request: String) async -> Void
) async -> [String] {
  await withTaskGroup(of: Void.self) { group in
    let done = Channel<Int>()
    let bell = Channel<Void>()
    var last = 0
    var inHand: [Int: String] = [:]
    var late: [String] = []
    var isAccepting = true
    loop: while isAccepting || !inHand.isEmpty {
      var event = Event.stop
      if !isAccepting || isOpen(stop) {
        event = await select {
          Receive(from: done) { number in
            if let number { Event.done(number) } else { Event.cancelled }
          }
          Receive(from: isAccepting ? stop : nil) { _ in Event.stop }
          Receive(from: isAccepting ? requests : nil) { name in
            if let name { Event.request(name) } else { Event.stop }
          }
          Receive(from: isAccepting ? nil : bell) { _ in Event.time }
          Cancelled { Event.cancelled }
        }
      }
      switch event {
      case .request(let name):
        last += 1
        let number = last
        inHand[number] = name
        group.addTask {
          await handle(name)
          await done.send(number)
        }
        if Task.isCancelled { break loop }
      case .done(let number): inHand[number] = nil
      case .stop:
        isAccepting = false
        group.addTask {
          guard (try? await Task.sleep(for: .seconds(10))) != nil else { return }
          bell.close()
        }
      case .time:
        late = Array(inHand.values)
        break loop
      case .cancelled: break loop
      }
    }
    group.cancelAll()
    return late
  }
}

private func isOpen(_ channel: ReceiveChannel<Void>) -> Bool {
  if case .nothing = channel.tryReceive() { true } else { false }
}
