// right: a continuation that a listening task resumes
public import Channels
import Synchronization

private final class Mailbox: Sendable {
  private enum State {
    case empty
    case waiting(CheckedContinuation<String?, Never>)
    case full(String?)
  }

  private let state = Mutex(State.empty)

  func put(_ message: String?) {
    let waiting: CheckedContinuation<String?, Never>? = state.withLock { state in
      if case .waiting(let continuation) = state { return continuation }
      state = .full(message)
      return nil
    }
    waiting?.resume(returning: message)
  }

  func take() async -> String? {
    await withCheckedContinuation { continuation in
      let message: String?? = state.withLock { state in
        if case .full(let message) = state { return .some(message) }
        state = .waiting(continuation)
        return .none
      }
      if let message { continuation.resume(returning: message) }
    }
  }
}

/// A variant of 4.1.
public func firstNews(_ east: Channel<String>, _ west: Channel<String>) async -> String? {
  let mailbox = Mailbox()
  let listener = Task {
    let message = await select {
      Receive(from: east)
      Receive(from: west)
    }
    mailbox.put(message)
  }
  return await withTaskCancellationHandler {
    let message = await mailbox.take()
    await listener.value
    return message
  } onCancel: {
    listener.cancel()
  }
}
