// wrong: selects although both channels are closed; a select without a ready case waits forever
// rejected by: it goes on until both are closed as deadlocked
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
        case .closed: urgentIsOpen = false
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
