// right: a child task that switches over what is there
public import Channels

/// A variant of 4.6.
public func answer(
  urgent: ReceiveChannel<String>, routine: ReceiveChannel<String>,
  _ reply: @escaping @Sendable (_ call: String) async -> Void
) async {
  await withTaskGroup { group in
    group.addTask {
      var urgentIsOpen = true
      var routineIsOpen = true
      while urgentIsOpen || routineIsOpen {
        switch urgent.tryReceive() {
        case .element(let call):
          await reply(call)
          continue
        case .closed:
          urgentIsOpen = false
          if !routineIsOpen { return }
        case .nothing: break
        }
        await select {
          Receive(from: urgentIsOpen ? urgent : nil) { call in
            if let call { await reply(call) } else { urgentIsOpen = false }
          }
          Receive(from: routineIsOpen ? routine : nil) { call in
            if let call { await reply(call) } else { routineIsOpen = false }
          }
        }
        if Task.isCancelled { return }
      }
    }
  }
}
