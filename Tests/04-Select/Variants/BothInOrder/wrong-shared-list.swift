// wrong: keeps the reports in one list for all calls
// rejected by: others who receive from the channels get theirs as wrong
public import Channels
internal import Synchronization

/// A variant of 4.2.
public func bothReports(_ north: Channel<String>, _ south: Channel<String>) async -> [String] {
  reports.withLock { $0 = [] }
  await withTaskGroup { group in
    for channel in [north, south] {
      group.addTask {
        if let report = await channel.receive() { reports.withLock { $0.append(report) } }
      }
    }
  }
  return reports.withLock { $0 }
}

private let reports = Mutex<[String]>([])
