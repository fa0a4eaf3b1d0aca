// right: raw tasks that are cancelled with the caller, and a list behind a lock
public import Channels
internal import Synchronization

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  let reports = Reports()
  let receivers = [north, south].map { channel in
    Task {
      if let report = await channel.receive() { reports.list.withLock { $0.append(report) } }
    }
  }
  await withTaskCancellationHandler {
    for receiver in receivers { await receiver.value }
  } onCancel: {
    for receiver in receivers { receiver.cancel() }
  }
  return reports.list.withLock { $0 }
}

private final class Reports: Sendable {
  let list = Mutex<[String]>([])
}
